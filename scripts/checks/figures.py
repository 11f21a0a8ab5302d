"""Figures agree. 數字一致。

Compares the numbers in the English and the Chinese version of a text, and finds differences.

The check knows how both languages write numbers: for example, it knows that five billion is 50億,
40% is 四成, half is 一半, the 1990s are 九十年代, 22 April is 四月廿二日, and a dozen is 12. It
compares sums of money together with their currencies; a plain $ may be any dollar, and a plain 元
is a Hong Kong dollar. It compares lengths, areas, weights and other measures together with their
units: 30 miles is 48公里, but not 30公里.

A rise differs from a fall, and a figure below zero differs from one above zero: “rose by 5%” is
not 「下跌5%」, and “minus 3 degrees” is 「零下3度」.

Qualifiers matter too: “nearly 30” is not 「逾30」. The difference between rising by a figure and
rising to a figure also matters. Such differences cause warnings, not errors.

Small numbers that one language is apt to leave out, such as “one”, “both” or 「首」, need not be in
both texts, and a number may be repeated in one text but not in the other. If any other number up to
ten appears in only one text, this causes a warning, not an error.

The figures recorded with a claim must all be in its statement, in both languages. A percentage
such as 40% is recorded as 40 with the unit “%”, not as 0.4.

## Example

```yaml
en: The company will invest HK$5 billion over five years.
zh-Hant: 公司未來5年將投資5億港元。
```

Five billion is 50億, so the message says that the English gives “HK$5 billion” and the Chinese
“5億港元”.

## How to fix it

Find out which text is right, from the source if necessary, and correct the other. If both are
right and the check does not know one of the ways to write the number, there is nothing wrong with
your texts; please tell us about it.

The character 兆 is a million in some places and a trillion in others. Write 萬億 for a trillion.

---

比較中英文本的每個數字，找出兩者不符之處。

中英文書寫數字的各種方式，本檢查都認得：five billion即50億，40%即四成，half即一半，
1990s即九十年代，22 April即四月廿二日，a dozen即12。金額連同貨幣一併比較；
如果只寫「$」，可以是任何一種以元為單位的貨幣；如果只寫「元」，便是港元。
長度、面積、重量等連同單位一併比較：30 miles即48公里，並非30公里。

升跌不可顛倒，正負不可混淆：rose by 5%並非「下跌5%」，minus 3 degrees即「零下3度」。

本檢查也會比較數字的確切程度：「nearly 30」並非「逾30」；
「增加多少」與「增加至多少」亦不相同。遇上這些情況，本檢查只會警告。

有些小數目，其中一種語言往往省略，例如「one」「both」或「首」，另一種文本不寫也可以；
同一個數字在一種文本重複出現，另一種不重複也可以。
其他十或以下的數目，如果只在一種文本出現，本檢查只會警告。

說法條目所記錄的數字，說法內容的中英文本均須寫出。單位為「%」時，40%記作40，不可記作0.4。

## 例子

```yaml
en: The company will invest HK$5 billion over five years.
zh-Hant: 公司未來5年將投資5億港元。
```

five billion是50億，因此訊息會指出：英文是「HK$5 billion」，中文則是「5億港元」。

## 如何改正

請先查明哪一種文本正確，有需要時核對原文，然後改正另一種。如果兩種都正確，
只是本檢查不認得其中一種寫法，便毋須修改文本，請告訴我們。

「兆」在有些地方指百萬，在有些地方指萬億。英文的trillion，中文請寫「萬億」。
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..diagnostics.arguments import Argument, Arguments, Bilingual, LanguageName, Quoted
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..figures import (
    Disagreement,
    Quantity,
    comes_again,
    disagreements,
    lasts,
    qualifiers_agree,
    quantities_in,
    stating,
)
from ..figures.quantity import Qualifier
from ..languages import CHINESE, ENGLISH, LANGUAGES, Language, counterpart
from ..model import Claim, Figure
from ..model.term import OF_ONE_LANGUAGE
from ..reading.parsed_entry import ParsedEntry
from ..text.lexicon import Lexicon
from ..text.units import Unit

FIGURES_DIFFER = Message(
    "figures-differ",
    "The English says “{english}” and the Chinese says “{chinese}”.",
    "英文是「{english}」，中文則是「{chinese}」，兩者不符。",
    "Find out which is right, from the source if necessary, and correct the other.",
    "請查明哪一方正確，有需要時核對原文，然後改正另一方。",
)
FIGURE_MISSING = Message(
    "figure-missing",
    "The {language} says “{figure}”, but the {other} has no such number.",
    "{language}有「{figure}」，{other}沒有相應的數字。",
    "Add the number to the {other}, or delete it from the {language}.",
    "請在{other}補上，或從{language}刪去。",
)
SMALL_FIGURE_MISSING = Message(
    "small-figure-missing",
    "The {language} says “{figure}”, but the {other} has no such number.",
    "{language}有「{figure}」，{other}沒有相應的數字。",
    "If readers of the {other} should know this number too, add it there.",
    "如果{other}讀者也須知道，請在{other}補上。",
    severity="warning",
)
CURRENCIES_DIFFER = Message(
    "currencies-differ",
    "The English says “{english}” ({english_currency}) and the Chinese says “{chinese}” "
    "({chinese_currency}).",
    "英文是「{english}」（{english_currency}），中文則是「{chinese}」（{chinese_currency}），"
    "貨幣不同。",
    "Find out which currency is right, and correct the other text.",
    "請改正其中一方的貨幣。",
)
QUALIFIERS_DIFFER = Message(
    "qualifiers-differ",
    "The English says “{english}” ({english_qualifier}) and the Chinese says “{chinese}” "
    "({chinese_qualifier}).",
    "英文是「{english}」（{english_qualifier}），中文則是「{chinese}」（{chinese_qualifier}），"
    "確切程度不同。",
    "Qualify the number in the same way in both texts.",
    "請讓兩種文本的確切程度一致，例如同樣寫「約」或「逾」。",
    severity="warning",
)
BY_AND_TO_DIFFER = Message(
    "by-and-to-differ",
    "The English “{english}” and the Chinese “{chinese}” differ: one gives the amount of a rise "
    "or fall, and the other gives the level reached.",
    "英文的「{english}」與中文的「{chinese}」意思不同：一方是增減了多少，另一方是增減至多少。",
    "Give the amount of the change in both texts, or the level reached in both texts. For "
    "example, “tripled” means that something rose to three times as much, or by twice as much.",
    "請統一寫增減的幅度，或統一寫增減後的數字：by 3%即「升3%」，to 3%即「升至3%」；"
    "tripled即「增至三倍」或「增加兩倍」。",
    severity="warning",
)
DIRECTIONS_DIFFER = Message(
    "directions-differ",
    "The English says “{english}” and the Chinese says “{chinese}”: one is a rise or is above "
    "zero, and the other is a fall or is below zero.",
    "英文是「{english}」，中文則是「{chinese}」：一升一跌，或一正一負，兩者不符。",
    "Find out which is right, from the source if necessary, and correct the other.",
    "請查明哪一方正確，有需要時核對原文，然後改正另一方。",
)
AMBIGUOUS_TRILLION = Message(
    "ambiguous-trillion",
    "“{figure}” may be in millions or in trillions: “{scale}” can mean either.",
    "「{figure}」的「{scale}」可指百萬，也可指萬億，意思含糊。",
    "Write “{trillion}” for a trillion, as Hong Kong papers do.",
    "如果指trillion，請按香港報章慣例寫「{trillion}」。",
    severity="warning",
)
CLAIM_FIGURE_MISSING = Message(
    "claim-figure-missing",
    "The {language} statement does not give {figure}; it gives {found}.",
    "說法內容的{language}文本沒有寫出{figure}，只有{found}。",
    "Correct the figure in the record, or write it in the statement, with its currency.",
    "請改正紀錄，或在說法內容寫明數字及貨幣。",
)
PERCENTAGE_AS_FRACTION = Message(
    "percentage-as-fraction",
    "The record says {figure}, but the {language} statement says “{found}”.",
    "記錄為{figure}，說法內容的{language}文本卻是「{found}」。",
    "With the unit “%”, 40% is recorded as 40, so write `value: {value}`.",
    "單位（unit）為「%」時，40%寫40：請寫`value: {value}`。",
)
CLAIM_PERIOD_MISSING = Message(
    "claim-period-missing",
    "The {language} statement does not give the period, {period}.",
    "說法內容的{language}文本沒有寫明為期{period}。",
    "Correct the period in the record, or give it in the statement; P5Y means five years.",
    "請改正時段，或在說法內容寫明；P5Y即五年。",
)
CLAIM_RATE_MISSING = Message(
    "claim-rate-missing",
    "The {language} statement does not match `{field}: {period}`.",
    "說法內容的{language}文本與`{field}: {period}`不符。",
    "Correct the record or the statement: `per: P1Y` means “a year”, and `against: P1Y` means "
    "“year on year”.",
    "請改正紀錄，或在說法內容寫明：`per: P1Y`即「每年」，`against: P1Y`即「按年」。",
)
CLAIM_QUALIFIER_DIFFERS = Message(
    "claim-qualifier-differs",
    "The record has the qualifier “{qualifier}”, but the {language} statement says “{found}”.",
    "記錄為「{qualifier}」，說法內容的{language}文本卻是「{found}」。",
    "Correct the qualifier in the record or in the statement.",
    "請改正紀錄的限定詞（qualifier），或改正說法內容。",
    severity="warning",
)
_QUALIFIERS_ZH: dict[Qualifier, str] = {
    "exactly": "確數",
    "about": "約",
    "nearly": "近",
    "at least": "至少",
    "more than": "逾",
    "at most": "最多",
}
_NO_NUMBER = Bilingual("no number", "文字")
_SMALL = 10  # a count that a translator may well have worded differently
_QUOTED = 5  # figures of a statement shown in a message


def check(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report each figure of an entry's texts that differs between the languages."""
    for unit in parsed.units:
        if unit.location not in OF_ONE_LANGUAGE:
            yield from _problems_of(parsed, unit, lexicon)
    if isinstance(parsed.entry, Claim):
        for number, figure in enumerate(parsed.entry.figures):
            for language in LANGUAGES:
                yield from _problems_of_record(parsed, number, figure, language)


def _problems_of(parsed: ParsedEntry, unit: Unit, lexicon: Lexicon) -> Iterator[Diagnostic]:
    english, chinese = (_quantities(unit, language, lexicon) for language in LANGUAGES)
    for told in disagreements(english, chinese):
        yield _problem(parsed, unit, told)
    for quantity in chinese:
        if "兆" in quantity.text:
            place = parsed.place(unit, "zh-Hant", quantity.start)
            words = {"figure": quantity.text, "scale": "兆", "trillion": "萬億"}
            yield Diagnostic(place, AMBIGUOUS_TRILLION, words)


def _quantities(unit: Unit, language: Language, lexicon: Lexicon) -> list[Quantity]:
    """Return the figures of a text; one in a name or a term needs no counterpart."""
    text = unit.plain(language.code)
    forms = lexicon.indexes[language.code].find(text)
    return [
        replace(quantity, optional=True)
        if any(form.start < quantity.end <= form.end for form in forms)
        else quantity
        for quantity in quantities_in(text, language.code)
    ]


def _problem(parsed: ParsedEntry, unit: Unit, told: Disagreement) -> Diagnostic:
    english, chinese = told.english, told.chinese
    if english is None or chinese is None:
        return _missing(parsed, unit, told)
    place = parsed.place(unit, "en", english.start)
    arguments: dict[str, Argument] = {"english": english.text, "chinese": chinese.text}
    match told.difference:
        case "currency":
            arguments["english_currency"] = english.currency or ""
            arguments["chinese_currency"] = chinese.currency or ""
            return Diagnostic(place, CURRENCIES_DIFFER, arguments)
        case "qualifier":
            arguments["english_qualifier"] = _qualifier(english.qualifier)
            arguments["chinese_qualifier"] = _qualifier(chinese.qualifier)
            return Diagnostic(place, QUALIFIERS_DIFFER, arguments)
        case "direction":
            return Diagnostic(place, DIRECTIONS_DIFFER, arguments)
        case "change":
            return Diagnostic(place, BY_AND_TO_DIFFER, arguments)
        case _:
            return Diagnostic(place, FIGURES_DIFFER, arguments)


def _qualifier(qualifier: Qualifier) -> Bilingual:
    return Bilingual(qualifier, _QUALIFIERS_ZH[qualifier])


def _missing(parsed: ParsedEntry, unit: Unit, told: Disagreement) -> Diagnostic:
    language = ENGLISH if told.english else CHINESE
    other = counterpart(language)
    quantity = told.english or told.chinese
    assert quantity
    arguments: Arguments = {
        "figure": quantity.text,
        "language": LanguageName(language.code),
        "other": LanguageName(other.code),
    }
    place = parsed.place(unit, language.code, quantity.start)
    message = SMALL_FIGURE_MISSING if _is_small(quantity) else FIGURE_MISSING
    return Diagnostic(place, message, arguments)


def _is_small(quantity: Quantity) -> bool:
    """Whether either language may leave out a number: “the two”, 第三, 四者."""
    is_bare = quantity.kind in ("count", "ordinal") and quantity.unit is None
    return is_bare and quantity.to is None and quantity.value <= _SMALL


def _problems_of_record(
    parsed: ParsedEntry, number: int, figure: Figure, language: Language
) -> Iterator[Diagnostic]:
    """Report differences between the record of a claim's figure and its statement."""
    assert isinstance(parsed.entry, Claim)
    label = parsed.entry.statement
    statement = Unit(("statement",), label).plain(language.code)
    quantities = quantities_in(statement, language.code)
    arguments: dict[str, Argument] = {"language": LanguageName(language.code)}
    here = ("figures", number)
    comparison_key = _stating(quantities, figure)
    place = parsed.document.place((*here, "value"))
    if not comparison_key:
        yield _not_stated(place, figure, quantities, arguments)
    elif not any(_as_exact(figure, quantity) for quantity in comparison_key):
        found = comparison_key[0].text
        qualifier = _qualifier(figure.qualifier)
        differing = {**arguments, "qualifier": qualifier, "found": found}
        yield Diagnostic(place, CLAIM_QUALIFIER_DIFFERS, differing)
    if figure.period and not lasts(quantities, figure.period):
        place = parsed.document.place((*here, "period"))
        yield Diagnostic(place, CLAIM_PERIOD_MISSING, {**arguments, "period": figure.period})
    for name, recorded in (("per", figure.per), ("against", figure.against)):
        if recorded and not comes_again(statement, quantities, recorded, language.code):
            place = parsed.document.place((*here, name))
            rate = {**arguments, "field": name, "period": recorded}
            yield Diagnostic(place, CLAIM_RATE_MISSING, rate)


def _not_stated(
    place: Place, figure: Figure, quantities: Sequence[Quantity], arguments: Arguments
) -> Diagnostic:
    """Report that a statement lacks a recorded figure; it may have it as a percentage."""
    meant = _in_hundredths(figure)
    arguments = {**arguments, "figure": _in_digits(figure)}
    if figure.is_percentage and (comparison_key := _stating(quantities, meant)):
        found = comparison_key[0].text
        fraction = {**arguments, "found": found, "value": f"{meant.value:f}"}
        return Diagnostic(place, PERCENTAGE_AS_FRACTION, fraction)
    texts = tuple(quantity.text for quantity in quantities[:_QUOTED])
    given = {**arguments, "found": Quoted(texts) if texts else _NO_NUMBER}
    return Diagnostic(place, CLAIM_FIGURE_MISSING, given)


def _stating(quantities: Sequence[Quantity], figure: Figure) -> list[Quantity]:
    """Return the figures of a statement that match the record."""
    return stating(
        quantities, figure.value, figure.to, figure.currency, percent=figure.is_percentage
    )


def _in_hundredths(figure: Figure) -> Figure:
    """Return the percentage that was recorded as a fraction: 60 for 0.6."""
    ends = {"value": figure.value, "to": figure.to}
    update = {name: (end * 100).normalize() for name, end in ends.items() if end is not None}
    return figure.model_copy(update=update)


def _as_exact(figure: Figure, quantity: Quantity) -> bool:
    """Whether the qualifiers of a record and its statement agree."""
    return qualifiers_agree(
        replace(quantity, qualifier=figure.qualifier, approximate=False), quantity
    )


def _in_digits(figure: Figure) -> str:
    """Return the recorded figure in digits: HKD 5,000,000,000."""
    values = [figure.value] if figure.to is None else [figure.value, figure.to]
    number = "–".join(f"{value:,f}" for value in values)
    if figure.is_percentage:
        return f"{number}%"
    return f"{figure.currency} {number}" if figure.currency else number
