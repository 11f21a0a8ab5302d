"""Reigns and eras of Chinese and Japanese years, each with its first year."""

from typing import Final

ERAS: Final = {
    "洪武": 1368,
    "永樂": 1403,
    "嘉靖": 1522,
    "萬曆": 1573,
    "崇禎": 1628,
    "順治": 1644,
    "康熙": 1662,
    "雍正": 1723,
    "乾隆": 1736,
    "嘉慶": 1796,
    "道光": 1821,
    "咸豐": 1851,
    "同治": 1862,
    "光緒": 1875,
    "宣統": 1909,
    "民國": 1912,
    "明治": 1868,
    "大正": 1912,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
}
NAMES: Final = "|".join(ERAS)
