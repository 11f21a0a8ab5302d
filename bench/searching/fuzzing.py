"""Random queries of many kinds, compared with a scan of the texts.

A scan is independent of the index. It treats a text as a row of tokens (words, and single
characters of scripts without spaces) and finds a query's tokens in a row. The search must find
these documents; it may find more, in any order. For a query of signs only, a scan finds the texts
with all of them.
"""

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from playwright.sync_api import Page

from scripts.search.documents import Document
from scripts.text.variants import rows

PATIENCE = 5000  # ms within which a query must be answered
LONG = 20_000
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_token = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+[+#]*")
BREAK = " xxbreakxx "  # replaces signs between two characters, as no phrase matches across them
_between = re.compile(rf"(?<=[{_UNSPACED}])\s*[^\w\s{_UNSPACED}][^\w{_UNSPACED}]*(?=[{_UNSPACED}])")
_possessive = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_grouped = re.compile(r"(?<=\d),(?=\d)")
_decimal = re.compile(r"(?<=\d)\.(?=\d)")
SIGNS = "。，、；：？！…—–-·•()[]{}<>/\\|@#$%^&*_+=~`'\"“”‘’「」『』《》×÷±§¶©®™°€£¥→"
STRANGE = (
    "\u0000\u0007\u001b\u007f\u0085\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\ufffd\ud800\udfff"
)
EMOJI = ("🎭", "👩‍🎨", "🇭🇰", "❤️", "🀄", "🏮", "👍🏽", "🎬")
_SCRIPTS = """
кириллица Ελληνικά עברית العربية हिन्दी ไทย 한국어 ひらがな カタカナ ქართული አማርኛ ᏣᎳᎩ 𐌲𐌿𐍄 ㄅㄆㄇ
ꆈꌠ ﬁﬂ ⽂⼈⻑ ＡＢ１２ ½²③Ⅳ㈱㎡ 𝐁𝒐𝕝𝖉 x̂ñ ß ı İ ǆ C++ C# M+ R&D U.S. 3.5 1,500 二〇二四 十五億
廿 兩千 constructor __proto__ toString
"""
SCRIPTS = _SCRIPTS.split()
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
ANSWERS = """async (asked) => {
  const { find } = await import(new URL("assets/javascripts/search.js", document.baseURI));
  const root = new URL(".", document.baseURI).pathname;
  const answers = [];
  for (const query of JSON.parse(asked)) {
    const start = performance.now();
    let paths = [];
    let error = "";
    try {
      const { results } = await find(query, { limit: 100000, perPage: 1 });
      paths = results.map(({ url }) => new URL(url).pathname.slice(root.length));
    } catch (thrown) {
      error = String(thrown?.stack ?? thrown);
    }
    answers.push({ paths, error, milliseconds: performance.now() - start });
  }
  return answers;
}"""
SHOWN = """async (asked) => {
  const form = document.querySelector("form.fp-seek");
  const states = [];
  for (const query of JSON.parse(asked)) {
    form.dataset.state = "waiting";
    form.elements.q.value = query;
    form.elements.q.dispatchEvent(new InputEvent("input"));
    const start = performance.now();
    while (form.dataset.state === "waiting" && performance.now() - start < 10000) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    states.push(form.dataset.state);
  }
  return states;
}"""


@dataclass
class Times:
    """The milliseconds of answers by kind of query, and the number of queries that a scan found."""

    by_kind: dict[str, list[float]]
    scanned: int = 0


class Probe(NamedTuple):
    """A query, its kind, and the text for the scan."""

    kind: str
    query: str
    scanned: str


@dataclass(frozen=True)
class Failure:
    """A query with a wrong answer, and the reason."""

    probe: Probe
    why: str


class Scan:
    """The texts of documents, as rows of tokens."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._rows: list[tuple[str, str, str]] = []  # path, tokens between bars, text
        for document in documents:
            units = (document.head, *(passage.texts for passage in document.passages))
            for text in (text for pair in units for text in pair if text):
                self._rows.append((document.path, _bars(text), unicodedata.normalize("NFKC", text)))

    def paths(self, query: str) -> set[str]:
        """Return the documents with a text that contains the query."""
        sought = _bars(query)
        if sought != "|":
            return {path for path, tokens, _ in self._rows if sought in tokens}
        signs = set("".join(unicodedata.normalize("NFKC", query).split()))
        signs = {sign for sign in signs if unicodedata.category(sign)[0] in "PS"}
        return {path for path, _, text in self._rows if signs and signs <= set(text)}


def _bars(text: str) -> str:
    """The tokens of a text, a bar around each."""
    bare = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(
        one
        for one in unicodedata.normalize("NFKD", bare)
        if unicodedata.category(one) not in ("Mn", "Cf") or "\u3040" <= one <= "\u30ff"
    )
    bare = _decimal.sub("point", _grouped.sub("", _possessive.sub("", bare)))
    return "|" + "".join(f"{token}|" for token in _token.findall(_between.sub(BREAK, bare)))


def probes(documents: Sequence[Document], number: int, seed: int) -> Iterator[Probe]:
    """Yield random queries, the same for the same seed."""
    chance = random.Random(seed)
    texts = [
        text
        for document in documents
        for pair in (document.head, *(passage.texts for passage in document.passages))
        for text in pair
        if text
    ]
    kinds = list(KINDS)
    for place in range(number):
        kind = kinds[place % len(kinds)]
        query, scanned = KINDS[kind](chance, texts)
        yield Probe(kind, query, scanned)


def _substring(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """A stretch that begins and ends anywhere."""
    text = chance.choice(texts)
    start = chance.randrange(len(text))
    found = text[start : start + chance.choice((1, 2, 3, 5, 8, 13, 30, 80, 300))]
    return found, found


def _words(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """A stretch that begins and ends with a word."""
    text = chance.choice(texts)
    places = [match.span() for match in _token.finditer(text)]
    if not places:
        return text, text
    first = chance.randrange(len(places))
    last = min(len(places) - 1, first + chance.choice((0, 1, 2, 3, 5, 20)))
    found = text[places[first][0] : places[last][1]]
    return found, found


def _typed_otherwise(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """A stretch typed with other characters that look the same to a reader."""
    found, scanned = _words(chance, texts)
    return chance.choice((_as_pdf, _wide, _dashed, _spaced, str.upper, _decomposed))(found), scanned


def _as_pdf(text: str) -> str:
    """A text as it is copied from a PDF: with ligatures, and radicals for characters."""
    for letters, ligature in LIGATURES.items():
        text = text.replace(letters, ligature)
    return text.translate(_radicals())


def _radicals() -> Mapping[int, str]:
    kangxi = (chr(code) for code in range(0x2F00, 0x2FD6))
    plain = {ord(unicodedata.normalize("NFKC", radical)): radical for radical in kangxi}
    return {**plain, **{ord(character): radical for radical, character in rows("radicals")}}


def _wide(text: str) -> str:
    return "".join(
        chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in text
    )


def _dashed(text: str) -> str:
    return re.sub(r"(?<=\w)[-‑–](?=\w)", "‐", text).replace("’", "'").replace("“", '"')


def _spaced(text: str) -> str:
    return text.replace(" ", "\u00a0\u3000")


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _with_unseen(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Words with an invisible character."""
    found, scanned = _words(chance, texts)
    place = chance.randrange(len(found) + 1)
    return found[:place] + chance.choice("\u200b\u00ad\u2060\ufeff\u200e\u202c") + found[
        place:
    ], scanned


def _one_character(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """A single character, from the texts or any other."""
    own = chance.choice(chance.choice(texts))
    other = chr(chance.choice((chance.randrange(0x3000), chance.randrange(0x4E00, 0xA000))))
    found = chance.choice((own, own, other, chance.choice(SIGNS)))
    return found, found


def _signs(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Signs only."""
    found = "".join(chance.choices(SIGNS, k=chance.randrange(1, 6)))
    return found, found


def _mixed(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Unrelated scripts, signs and stretches."""
    parts = [
        *chance.choices(SCRIPTS, k=2),
        chance.choice(SIGNS),
        chance.choice(EMOJI),
        _substring(chance, texts)[0],
    ]
    chance.shuffle(parts)
    found = chance.choice(("", " ")).join(parts[: chance.randrange(1, 6)])
    return found, found


def _strange(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Control characters, lone surrogates, direction marks, and many combining marks."""
    marks = "".join(chr(chance.randrange(0x300, 0x370)) for _ in range(chance.choice((1, 9, 400))))
    text = _substring(chance, texts)[0]
    place = chance.randrange(len(text) + 1)
    odd = "".join(chance.choices(STRANGE, k=chance.randrange(1, 9))) + chance.choice(("", marks))
    return text[:place] + odd + text[place:], ""


def _emoji(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    return "".join(chance.choices(EMOJI, k=chance.randrange(1, 5))), ""


def _random(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Random characters."""
    ranges = ((0x20, 0x7F), (0xA0, 0x600), (0x2000, 0x3200), (0x4E00, 0x9FFF), (0, 0x110000))
    found = "".join(
        chr(chance.randrange(*chance.choice(ranges))) for _ in range(chance.randrange(1, 40))
    )
    return found, ""


def _long(chance: random.Random, texts: Sequence[str]) -> tuple[str, str]:
    """Twenty thousand characters."""
    seeds = (
        chance.choice(SIGNS),
        chance.choice(SCRIPTS),
        "藝",
        "a-",
        "1,",
        "十",
        "“",
        "a ",
        "文 化 ",
    )
    seed = chance.choice((*seeds, _substring(chance, texts)[0]))
    return (seed * LONG)[:LONG], ""


Draw = Callable[[random.Random, Sequence[str]], tuple[str, str]]
KINDS: Mapping[str, Draw] = {
    "substring": _substring,
    "words": _words,
    "typed otherwise": _typed_otherwise,
    "unseen characters": _with_unseen,
    "one character": _one_character,
    "signs": _signs,
    "mixed": _mixed,
    "strange": _strange,
    "emoji": _emoji,
    "random": _random,
    "more words": _words,
    "more substrings": _substring,
    "long": _long,
}


def failures(
    page: Page, asked: Sequence[Probe], scan: Scan, times: Times | None = None
) -> Iterator[Failure]:
    """Yield the queries that a site, open in a page, answers wrongly; add to the times."""
    answers = page.evaluate(ANSWERS, json.dumps([probe.query for probe in asked]))
    for probe, answer in zip(asked, answers, strict=True):
        must = scan.paths(probe.scanned)
        if times:
            times.by_kind.setdefault(probe.kind, []).append(answer["milliseconds"])
            times.scanned += bool(must)
        if why := _why(answer, must):
            yield Failure(probe, why)


def _why(answer: Mapping[str, Any], must: set[str]) -> str:
    """The reason why an answer is wrong, or an empty text."""
    if answer["error"]:
        return str(answer["error"])
    if answer["milliseconds"] > PATIENCE:
        return f"{answer['milliseconds']:.0f} ms"
    missing = sorted(must - set(answer["paths"]))
    return f"{len(missing)} of {len(must)} not found: {', '.join(missing[:3])}" if missing else ""


def unshown(page: Page, asked: Sequence[Probe]) -> Iterator[Failure]:
    """Yield the queries for which the search page reports a failure."""
    states = page.evaluate(SHOWN, json.dumps([probe.query for probe in asked]))
    for probe, state in zip(asked, states, strict=True):
        if state not in ("found", "none", "empty"):
            yield Failure(probe, f"the page shows “{state}”")
