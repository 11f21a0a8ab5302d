"""The grammar of figures in Chinese: one regular expression, with an alternative for each notation.

The alternatives are tried in order.
"""

from typing import Final

from . import currencies, eras, measures, shared
from .chinese_numerals import HAN_NUMERAL, NUMERAL, SCALES
from .patterns import lazily

ONES: Final = "零〇一二三四五六七八九"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TO_NINE = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十{_TO_NINE}?|廿{_TO_NINE}?|卅一?|{_TO_NINE})"
YEAR: Final = rf"(?:(?:1\d|20|21)\d\d|[一二][{ONES}]{{3}})"
DASH: Final = r" ?(?:至|到|[-–—~～─]) ?"
_ALONE = rf"(?<!\d)(?<!{HAN_NUMERAL})"
_UNIT = (
    "(?:世紀|周年|週年|年(?![代級班報譜輕青糕紀])|月(?!台)|星期|禮拜|周(?![年末圍刊邊遭])|刻鐘|"
    "週(?![年末刊])|日(?![本圓元])|天(?![然地線災])|小時|鐘頭|分鐘|"
    r"分(?=[\d一二三四五六七八九十]{1,3}秒)|秒鐘|秒|季)"
)
_MOON = rf"(?:{_MONTH}|正|臘)"
_MOON_DAY = rf"(?:初(?:{_TO_NINE}|十)|{_DAY}|三十)"
# 七成五, 六成三船員: but not 七成三個.
_NOT_COUNTED = (
    "(?![個名位項條次種年月日天週周季倍元成十百千萬億分間場家艘架輛隻支張塊本篇所棟層戶宗批部件款"
    "套枚幅片頭匹棵朵齣集章節歲份隊對雙班級艇道屆、至到-]|座(?!位))"
)
_COUNTED_FIRST = "次個家位名項批宗間屆份部條天日年輪度架艘款隻套輛棟座任席對"
_CODES = "|".join(currencies.CODES)
_LATIN_UNIT = r"(?:km|kg|cm|mm|ml|[mg]|[ap]m|bn|k|x|st|nd|rd|th)(?![A-Za-z])"
# A range may repeat its unit, which must be the same: 20元至30元, not 升5%至20元.
_LOW_UNIT = rf"(?: ?(?P<low_unit>{currencies.AFTER_CHINESE}|個?{_UNIT}|[%％成倍折]|個))?"

_DOZEN = "(?![工算造破擊聽掃架鬥仗球牌字電入進出開給贏輸敗響斷倒亂壓拼動印白祝陶])"
# In 六成為新作, 成 are tenths; in 前六成為種子 and 星期六成為假日, 成為 is a verb.
_FEW = "[2-9兩二三四五六七八九]"
_TENTHS_ARE = (
    rf"(?<={_FEW})(?<![A-Za-z\d{ONES}十百千萬之其第前合唯初大中小期周週拜. –-]{_FEW})成(?=為)"
)

_SIGN = currencies.BEFORE

RULES: Final = {
    "iso_date": shared.ISO_DATE,
    "slashed_date": shared.SLASHED_DATE,
    "lunar": rf"(?<=[農夏陰舊]曆)(?P<lm>{_MOON})月(?P<ld>{_MOON_DAY})日?"
    rf"|{_ALONE}(?P<lm2>{_MOON})月(?P<ld2>初(?:{_TO_NINE}|十))(?![個名艘位項條次種年月天間場家])日?"
    rf"|(?P<lm3>[正臘])月(?:(?P<ld3>{_MOON_DAY})日?)?",
    "date": rf"{_ALONE}(?:(?P<dy>{YEAR}) ?年 ?)?(?P<dm>{_MONTH}) ?月份? ?(?P<dd>{_DAY}) ?[日號]"
    rf"(?:{DASH}(?P<dd2>{_DAY}) ?[日號])?"
    rf"|{_ALONE}(?P<my>{YEAR}) ?年 ?(?P<mm>{_MONTH}) ?月份?",
    "month": rf"{_ALONE}(?:(?P<nm0>{_MONTH}) ?月?(?:{DASH}|、))?(?P<nm>{_MONTH}) ?月"
    "(?![餅球台亮色光薪入費票租])",
    "decade": r"(?:(?P<dc>上|本|\d{1,2}|[一二十廿]+) ?個?世紀 ?的? ?)?"
    rf"(?P<dn>\d{{4}}|\d0|[{ONES}]{{4}}|(?:{_TO_NINE}、?)?{_TO_NINE}?十|零零|〇〇) ?年代",
    "century": rf"{_ALONE}第?(?P<cn>\d{{1,2}}|[{ONES}十廿]{{1,3}}) ?世紀|(?P<last>上|本)個?世紀",
    "years": rf"{_ALONE}(?P<y1>{YEAR})(?: ?年? ?[-–/～~] ?|年至|至|年到)"
    rf"(?P<y2>(?:1\d|20)\d\d|[{ONES}]{{4}}|\d\d)(?![\d/-])(?: ?年度?)?",
    "year": rf"{_ALONE}(?P<yn>{YEAR}) ?年(?!代)",
    "first_year": rf"(?<={eras.NAMES})元年",
    "world_war": r"第?(?P<war>[一二三123])次(?:世界)?大戰|(?<![第這那此首每])"
    rf"(?<!{HAN_NUMERAL})(?P<war2>[一二])戰(?![略術場鬥況績果役成勝定而])",
    "monarch": rf"{_ALONE}(?P<king>{_TO_NINE}|十{_TO_NINE}?)世(?![紀界代家襲上人間故博])",
    "time": "(?:(?P<half_day>上午|下午|中午|晚上|凌晨|早上|清晨|傍晚|深夜|晚|早) ?)?"
    r"(?:(?P<th>\d{1,2}|十[一二]?|[零一二兩三四五六七八九]) ?"
    rf"(?:時(?![間候代期常裝光段隔空差])|點鐘|點(?=半|正|{_DAY}分))"
    rf"(?P<th_half>半)?(?:正| ?(?P<tm>\d{{1,2}}|[四五]十{_TO_NINE}?|{_DAY}) ?分(?!鐘|之))?"
    r"|(?<![\d:])(?P<th2>[01]?\d|2[0-3])[:：](?P<tm2>[0-5]\d)(?![\d:：]))",
    "quarter": rf"(?:{YEAR} ?年? ?)?\bQ(?P<qn>[1-4])\b|第 ?(?P<qn2>[1-4一二三四]) ?季度?"
    "|(?P<qn3>首)季",
    "half_year": "(?P<hn>上|下)半(?:年|場|葉|季)|(?P<hn2>前|後)半(?:[年段期部生場葉])",
    "label": rf"(?<![A-Za-z\d])(?!(?:{_CODES}|RMB)\d)[A-Za-z]+(?:[-–]?\d[A-Za-z]*)+(?:\.\d+)*"
    r"(?![A-Za-z\d])|(?<![\d.])\d+(?:\.\d+){2,}|(?<![\d.-])\d+(?:[-–]\d+){0,3}-[A-Z](?![a-z])"
    rf"|(?<![\d.])\d+(?!{_LATIN_UNIT})[A-Za-z]+[\dA-Za-z]*(?![A-Za-z\d])",
    "magnitude": "好?[數幾](?P<some>[十百千萬億]+)(?:分之一)?|數以(?P<some2>[十百千萬億]+)計"
    "|[上成]?(?P<some3>百|千)上(?P<some4>千|萬)"
    rf"|[上成](?P<some5>[百千萬億]{{1,2}})(?![{ONES}兩%％])",
    "fraction": rf"(?:(?P<whole>{NUMERAL}) ?又 ?)?"
    rf"(?:(?P<bottom>{NUMERAL}) ?分之 ?(?P<top>{NUMERAL})"
    rf"|(?P<bottom2>[二三四五六七八九十])分(?P<top2>[一二三])(?![{ONES}十百千萬])"
    r"|(?P<top3>\d{1,2})/(?P<bottom3>\d{1,2})(?!\d))|百分百",
    "half_point": "半(?:個?百分點|厘(?![米清])|倍(?![增數]))",
    "half_unit": "半(?P<hu>個?世紀|個十年|年|個?月|天(?!然)|日(?!本)|小時|個小時|個鐘頭?)"
    rf"|個半(?P<hu2>小時|月|鐘頭?)|半(?:(?P<hm>{measures.CHINESE})|(?P<hd>打{_DOZEN}))",
    "half": "一半(?!導)|(?P<half_price>半[價薪費票])|半數|過半(?![百億])|[減折]半"
    "|(?<=[逾近約])半(?![導島百億])|各半|對半|對折|半折|半個(?!月|世|小|鐘)"
    "|(?P<half_tenth>半成(?![員為立功就長]))",
    "word": "翻了?[一1兩二2]番|倍增|加倍|翻倍|雙倍|雙方|兩者|兩人|倆"
    "|雙重|雙(?![手眼腳腿耳語向擊元])|中午|正午|午夜",
    "first": rf"首(?=[{_COUNTED_FIRST}{ONES}兩十\d])|初次",
    "amount": rf"(?P<ordinal>第 ?)?(?:(?P<sign>{_SIGN}) ?)?(?P<low>{NUMERAL})"
    rf"(?P<more> ?[多餘來幾](?![元數於樣])(?P<scale>{SCALES})?)?"
    rf"(?:{_LOW_UNIT}(?:{DASH}|或(?=[{ONES}兩十])|、(?=\d+(?:\.\d+)?[%％]))"
    rf"(?:(?P<sign2>{_SIGN}) ?)?"
    rf"(?P<high>{NUMERAL})(?P<more2> ?[多餘](?![元數於樣])(?P<scale2>{SCALES})?)?"
    "(?(low_unit)(?= ?(?P=low_unit))))?",
}
# The possible beginnings of a figure. This alone rules out most of a text before any rule is tried.
_START = (
    r"(?=\.\d|[\d零〇一二兩三四五六七八九十廿卅卌百千萬億第數幾半首初雙倆翻倍$£€¥₩＄]"
    "|[上下前後]半|[上本]個?世|[上成][百千萬億]|好[數幾]|[過減折個]半|各半|對半|加倍"
    "|元年|對折|半折|[正臘]月|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]"
    "|[上下中凌早清傍深正午晚][午晨上夜間晚早]|[早晚][一二三四五六七八九十]"
    "|人民|新?[台臺]幣|港[幣元]|美[元金]"
    r"|(?<![A-Za-z])[A-Za-z]{1,12}(?:[-–]| ?[$£€¥])? ?\d)"
)
GRAMMAR: Final = lazily(
    _START + "(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()) + ")"
)
# The words after an amount: its unit, then a half, then its qualifier.
MEASURES: Final = {
    "points": "個?百分點|[%％]點",
    "basis": "個?基點|點子",
    "percent": "[%％]|巴仙",
    "tenths": rf"(?<!零)成(?![為立功就長果績熟效語員])(?P<further>[一二三四五六七八九1-9]"
    rf"{_NOT_COUNTED}(?!\d))?|{_TENTHS_ARE}",
    "off": "折(?![騰疊磨衷返斷])",
    "interest": "厘(?![米清])"
    rf"(?P<rate_further>[一二三四五六七八九]{{1,2}}{_NOT_COUNTED}(?![一二三四五六七八九]))?",
    "fold": "倍(?![增數])",
    "currency": rf"{currencies.AFTER_CHINESE}(?![素旦件老首氣化論])"
    rf"(?:(?<=[元圓蚊])(?P<dimes>[兩1-9]|{_TO_NINE})(?:角|毫子?)(?P<half_dime>半(?!個))?)?"
    rf"(?:(?<=[元圓蚊角毫子])零?(?P<cents>\d\d?|{_TO_NINE})分(?![鐘之]))?",
    "dimes_alone": r"(?:毫子|毫(?=[，。、；）一硬]|$)|(?<![三四六八])角(?=[，。；、）硬]|$))",
    "cents_alone": "便士|[美歐]?[分仙](?<![^美歐]分)(?![女境子人童])",
    "dozen": f"打{_DOZEN}",
    "age": "旬(?![間刊報])",
    "unit": rf"(?:個(?P<measured_half>半)?)?(?P<more_before>[多幾])?{_UNIT}",
    "measure": rf"(?P<measured>{measures.CHINESE})",
    "of_half": "個(?=半(?:百分點|單位|標準|球場|足球場|人|倍|[，。、；：！？）」]|$))",
}
AFTER: Final = lazily(
    "(?: ?(?:"
    + "|".join(f"(?P<{name}>{rule})" for name, rule in MEASURES.items())
    + "))?(?P<half>半(?![導徑球夜山自官]|島(?!民)))?(?P<after>多(?![元個數於樣次方])|餘)?"
    r"(?P<tail> ?[^\W\d_]{0,5}? ?(?:左右(?![手兩])|上下|以上|以下|以內|不等|開外|出頭))?"
)
# 百分之四十至五十: the second number is also a percentage.
PERCENT_RANGE: Final = lazily(rf"{DASH}(?:百分之)?({NUMERAL})")
