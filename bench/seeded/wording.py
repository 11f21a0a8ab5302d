"""Errors of wording: terms and names, omissions, and changes after sign-off."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from scripts.languages import LanguageCode
from scripts.model import Article, Key
from scripts.text.forms import Form

from .corpus import Corpus
from .planting import Change, Kind, Seed, Seeds, Splice, Text, by_text, texts_of

OTHER_WORDS: Final[dict[LanguageCode, str]] = {"en": "that thing", "zh-Hant": "那東西"}
LINK: Final = re.compile(r"\[([^\[\]]*)\]\((\w+):((?:[^()]|\([^()]*\))*)\)")
# Words after an opening quotation mark, which may be quoted.
QUOTED: Final = re.compile("[“「『《][^”」』》]*$")
LONG: Final = 300  # letters of the English


class Found(NamedTuple):
    """A form in a text, or a link to its owner."""

    owner: Key
    start: int
    end: int
    form: Form | None


def uses(corpus: Corpus, text: Text) -> list[Found]:
    """Return the forms and links in a text: longest forms first, none inside a link to an entry."""
    pattern, owners = _forms(corpus.forms, text.language)
    found = []
    settled: list[range] = []
    for link in LINK.finditer(text.written) if text.unit.is_prose else ():
        if link[2] in ("term", "name", "none"):
            settled.append(range(*link.span()))
            if link[2] != "none":
                kind: str = link[2]
                found.append(Found(Key(kind, link[3]), *link.span(), None))  # type: ignore[arg-type]
    for match in pattern.finditer(text.masked):
        if not any(match.start() in span for span in settled):
            form = owners[match.lastgroup or ""]
            found.append(Found(form.owner, *match.span(), form))
    return found


@lru_cache
def _forms(
    forms: tuple[Form, ...], language: LanguageCode
) -> tuple[re.Pattern[str], dict[str, Form]]:
    written = sorted((f for f in forms if f.language == language), key=lambda f: -len(f.text))
    owners = {f"f{number}": form for number, form in enumerate(written)}
    ways = (
        f"(?P<{name}>{'(?i:' if form.text == form.text.lower() else '(?:'}{re.escape(form.text)}))"
        for name, form in owners.items()
    )
    edge = r"(?<![A-Za-z0-9])(?:{})(?![A-Za-z0-9])" if language == "en" else "(?:{})"
    return re.compile(edge.format("|".join(ways))), owners


def _lost(kind: str) -> Seeds:
    """Seeds that replace a text's only form of a term or name with other words."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        for text, found in _agreed(corpus):
            if found.owner.kind == kind and (kind == "name" or text.unit.is_prose):
                yield text.seed((found.start, found.end, OTHER_WORDS[text.language]))

    return seeds


def _agreed(corpus: Corpus) -> Iterator[tuple[Text, Found]]:
    """Each form that occurs once in a text, and whose owner the other text mentions too."""
    for text in texts_of(corpus):
        parsed = text.parsed
        if parsed.key.kind == "term" and text.unit.location == ("usage",):
            continue
        here, there = uses(corpus, text), uses(corpus, text.counterpart)
        for found in here:
            alone = sum(other.owner == found.owner for other in here) == 1
            others = [use for use in there if use.owner == found.owner]
            certain = any(use.form is None or use.form.links for use in others)
            if found.form and alone and certain and found.owner != parsed.key:
                yield text, found


def _another_name(corpus: Corpus) -> Iterator[Seed]:
    """Another name in the place of one that both texts have."""
    for text, found in _agreed(corpus):
        taken = {use.owner for side in (text, text.counterpart) for use in uses(corpus, side)}
        headings = [
            form.text
            for form in corpus.forms
            if form.language == text.language
            and form.owner.kind == "name"
            and form.links
            and form.owner not in taken | {text.parsed.key}
            and form.location == ("forms", form.language, 0, "form")
        ]
        if found.owner.kind == "name" and headings:
            yield text.seed((found.start, found.end, text.pick(found.start, headings)))


def _unwanted(unwanted: Callable[[Form], bool]) -> Seeds:
    """Seeds that replace a form with one that should not be used."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        bad = [form for form in corpus.forms if form.location and unwanted(form)]
        for text in texts_of(corpus):
            for found in uses(corpus, text):
                for form in bad:
                    same = (form.owner, form.language) == (found.owner, text.language)
                    quoted = QUOTED.search(text.masked[: found.start]) is not None
                    if found.form and same and not quoted and found.owner != text.parsed.key:
                        yield text.seed((found.start, found.end, form.text))

    return seeds


def _whole(new: Callable[[Text], str | None]) -> Seeds:
    """Seeds that replace a whole text."""

    def change(text: Text) -> Iterator[Splice]:
        value = new(text)
        if value is not None and value != text.written.strip():
            yield 0, len(text.written.rstrip()), value

    return by_text(change)


def _copied(text: Text) -> str | None:
    """The text of the other language, unless it may be only a name."""
    other = text.counterpart.written.strip()
    return other if re.search("[a-z]{3,} [a-z]{3,}|[一-鿿]", other) else None


def _swapped(corpus: Corpus) -> Iterator[Seed]:
    for text in texts_of(corpus):
        other = text.counterpart
        if text.language == "en" and text.written != other.written:
            changes = tuple(
                Change(
                    one.path, one.location, ((0, len(one.written.rstrip()), two.written.strip()),)
                )
                for one, two in ((text, other), (other, text))
            )
            yield Seed(text.region(), f"{text.location}: both texts swapped", changes)


def _halved(text: Text) -> Iterator[Splice]:
    """A text cut at the mark closest to its middle."""
    english = text if text.language == "en" else text.counterpart
    letters = sum(map(str.isalpha, LINK.sub(r"\1", english.written)))
    links = [range(*match.span()) for match in LINK.finditer(text.written)]
    ends = [
        match.end()
        for match in re.finditer(r"[.,;](?= )|[，。；]", text.masked)
        if not any(match.start() in link for link in links)
    ]
    middle = len(text.masked) / 2
    if letters >= LONG and ends:
        cut = min(ends, key=lambda end: abs(end - middle))
        if abs(cut - middle) < len(text.masked) * 0.04:
            yield cut, len(text.written.rstrip()), ""


def _unlinked(corpus: Corpus) -> Iterator[Seed]:
    """A link removed from one text, where no form in its words would link automatically."""
    for text in texts_of(corpus):
        if not text.unit.is_prose:
            continue
        links = list(LINK.finditer(text.written))
        others = LINK.findall(text.counterpart.written)
        for link in links:
            same = [other for other in links if other[3] == link[3]]
            is_form = any(f.text.lower() in link[1].lower() for f in corpus.forms if f.links)
            there = any((scheme, target) == (link[2], link[3]) for _, scheme, target in others)
            is_kept = link[2] == "none" or (is_form and link[2] in ("term", "name"))
            if len(same) == 1 and there and not is_kept:
                yield text.seed((*link.span(), link[1]))


def _changed_since(corpus: Corpus) -> Iterator[Seed]:
    """Another word in one text of a signed-off passage."""
    words = {"en": r"(?<=[a-z] )[a-z]{4,}\b", "zh-Hant": "(?<=[一-鿿])[一-鿿](?=[一-鿿])"}
    for text in texts_of(corpus):
        if isinstance(text.parsed.entry, Article) and "passages" in text.location:
            found = list(re.finditer(words[text.language], text.masked))
            for match in (found[:1], found[len(found) // 2 :][:1], found[-1:]):
                if match:
                    new = "unlike" if text.language == "en" else "改"
                    regions = ((text.path, text.unit.location),)
                    yield text.seed((*match[0].span(), new), regions=regions)


KINDS: Final = (
    Kind("terms", "a term lost in one text", _lost("term"), ("terms:term-missing",)),
    Kind(
        "terms",
        "a name lost in one text",
        _lost("name"),
        ("terms:name-missing", "terms:names-differ"),
    ),
    Kind(
        "terms",
        "another name in one text",
        _another_name,
        ("terms:names-differ", "terms:name-missing"),
    ),
    Kind(
        "terms",
        "a form that we do not use",
        _unwanted(lambda form: form.use == "deprecated"),
        ("terms:deprecated-form",),
    ),
    Kind(
        "terms",
        "a form of another region",
        _unwanted(lambda f: f.use != "deprecated" and f.region in ("mainland", "taiwan")),
        ("terms:regional-form",),
    ),
    Kind(
        "completeness",
        "a text emptied",
        _whole(lambda text: text.pick(0, ["", "…", "——", "-"])),
        ("completeness:empty-text", ":empty-value", "blocks:empty-block"),
    ),
    Kind(
        "completeness",
        "a text copied from the other language",
        _whole(_copied),
        ("completeness:same-text", "completeness:wrong-language"),
    ),
    Kind(
        "completeness",
        "both texts swapped",
        _swapped,
        ("completeness:wrong-language",),
    ),
    Kind(
        "completeness",
        "a long text cut by half",
        by_text(_halved),
        ("completeness:lengths-differ",),
    ),
    Kind(
        "completeness",
        "a link taken out of one text",
        _unlinked,
        ("completeness:link-missing",),
    ),
    Kind("staleness", "a word changed after acceptance", _changed_since),
)
