"""Citations for reference managers: BibTeX, and CSL-JSON (Citation Style Language 1.0.2).

The site itself is named as the author, because author–year styles need one.
"""

from dataclasses import dataclass
from datetime import date

from ..figures.months import MONTHS

# BibTeX counts every brace, even after a backslash, so braces are written as commands.
_SPELT_OUT = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)
# Characters that are percent-encoded in addresses: braces, and those with a meaning in TeX.
_ENCODED = str.maketrans({character: f"%{ord(character):02X}" for character in '{}\\^~"'})


@dataclass(frozen=True, slots=True)
class Record:
    """A cited article or passage: plain texts in one language, which is given as a BCP 47 tag.

    `id` has only letters, digits, full stops and hyphens.
    """

    id: str
    author: str
    title: str
    revised: date
    url: str
    language: str
    note: str


def as_bibtex(record: Record) -> str:
    """Return the record as BibTeX 0.99 and biblatex, in Unicode."""
    day = record.revised
    fields = {
        # A second pair of braces keeps an organisation's name in one piece, and a title's capitals.
        "author": f"{{{{{_with_commands(record.author)}}}}}",
        "title": f"{{{{{_with_commands(record.title)}}}}}",
        "year": f"{{{day.year}}}",
        "month": MONTHS[day.month - 1][:3].lower(),
        "day": f"{{{day.day}}}",
        "url": f"{{{record.url.translate(_ENCODED)}}}",
        "language": f"{{{record.language}}}",
        "note": f"{{{_with_commands(record.note)}}}",
    }
    if not record.note:
        del fields["note"]
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{record.id},\n{lines}\n}}\n"


def as_csl(record: Record) -> dict[str, object]:
    """Return the record as an item of CSL-JSON."""
    day = record.revised
    return {
        "id": record.id,
        "type": "webpage",
        "author": [{"literal": record.author}],
        "title": record.title,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": record.url,
        "language": record.language,
        **({"note": record.note} if record.note else {}),
    }


def _with_commands(text: str) -> str:
    return text.translate(_SPELT_OUT)
