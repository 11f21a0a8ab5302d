"""The kinds of entries, in one table.

To add a kind, add it to `Kind`, `Section` and `KINDS` here and to `model/corpus.py`; mypy and
`tests/test_kinds.py` report what else it needs. The table is not part of the model, so that listing
the files of a folder does not import the model.
"""

from typing import Literal, NamedTuple

Kind = Literal["source", "article", "name", "claim", "term", "topic"]
Section = Literal["sources", "articles", "names", "claims", "glossary", "topics"]
"""A folder of `content/`, which is also a section of the site."""
FieldPath = tuple[str, ...]
"""Names of fields, one within the other, through lists."""


class Key(NamedTuple):
    """What identifies an entry: its kind and id, written `term:soft-power` in a link."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Reference(NamedTuple):
    """A field that holds the id of another entry, or a passage of one: `article#passage`.

    `option` is the option of `new` that fills it in.
    """

    field: FieldPath
    to: Kind
    option: str = ""
    to_passage: bool = False


class KindOfEntry(NamedTuple):
    """How the entries of a kind are stored, listed and found.

    `plural` is the name of their mapping in the corpus and of their file in `data/`. `heading` is
    the field by which lists name them, `*` for the language. `past` are fields whose date cannot be
    in the future. `rank` is the place of the kind where readers see several.
    """

    folder: Section
    plural: str
    name_zh: str
    heading: FieldPath
    rank: int
    references: tuple[Reference, ...] = ()
    past: tuple[FieldPath, ...] = ()
    has_forms: bool = False
    has_card: bool = False
    is_linked: bool = False
    is_searched: bool = True


KINDS: dict[Kind, KindOfEntry] = {
    "source": KindOfEntry(
        folder="sources",
        plural="sources",
        name_zh="來源",
        heading=("label", "*"),
        rank=5,
        references=(Reference(("publisher",), "name", option="publisher"),),
        past=(("date",),),
        is_linked=True,
    ),
    "article": KindOfEntry(
        folder="articles",
        plural="articles",
        name_zh="文章",
        heading=("title", "*"),
        rank=3,
        references=(
            Reference(("source",), "source", option="source"),
            Reference(("series", "topic"), "topic"),
            Reference(("topics",), "topic"),
        ),
        past=(("published",), ("corrections", "date")),
    ),
    "name": KindOfEntry(
        folder="names",
        plural="names",
        name_zh="名稱",
        heading=("forms", "*", "form"),
        rank=2,
        references=(
            Reference(("relations", "to"), "name"),
            Reference(("relations", "source"), "source"),
            Reference(("topics",), "topic"),
        ),
        has_forms=True,
        has_card=True,
        is_linked=True,
    ),
    "claim": KindOfEntry(
        folder="claims",
        plural="claims",
        name_zh="說法",
        heading=("title", "*"),
        rank=4,
        references=(
            Reference(("passages",), "article", option="passage", to_passage=True),
            Reference(("asserted_by", "name"), "name", option="asserted_by"),
            Reference(("topics",), "topic"),
        ),
        past=(("evidence", "date"),),
        has_card=True,
        is_linked=True,
    ),
    "term": KindOfEntry(
        folder="glossary",
        plural="terms",
        name_zh="詞語",
        heading=("forms", "*", "form"),
        rank=1,
        references=(Reference(("related",), "term"),),
        has_forms=True,
        has_card=True,
        is_linked=True,
    ),
    "topic": KindOfEntry(
        folder="topics",
        plural="topics",
        name_zh="專題",
        heading=("label", "*"),
        rank=6,
        is_searched=False,
    ),
}
FOLDERS: dict[Kind, Section] = {kind: of.folder for kind, of in KINDS.items()}
KIND_ZH: dict[Kind, str] = {kind: of.name_zh for kind, of in KINDS.items()}
RANKED: tuple[Kind, ...] = tuple(sorted(KINDS, key=lambda kind: KINDS[kind].rank))
SEARCHED: tuple[Kind, ...] = tuple(kind for kind in RANKED if KINDS[kind].is_searched)
WITH_FORMS: tuple[Kind, ...] = tuple(kind for kind, of in KINDS.items() if of.has_forms)
LINKED: dict[str, Kind] = {kind: kind for kind, of in KINDS.items() if of.is_linked}
"""The kinds to which texts link, by the scheme of the link."""
