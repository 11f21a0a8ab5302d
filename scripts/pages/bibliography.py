"""What reference managers read of a citation: BibTeX, and CSL-JSON (Citation Style Language 1.0.2).

The site has no author but itself, and is named as one, so that styles by author and year have
something to print.
"""

from dataclasses import dataclass
from datetime import date

from ..figures.months import MONTHS

# BibTeX counts every brace, those after a backslash too, so a brace must be spelt out.
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
# In an address those that BibTeX would count, or TeX take for its own.
_ENCODED = str.maketrans({character: f"%{ord(character):02X}" for character in '{}\\^~"'})


@dataclass(frozen=True, slots=True)
class Record:
    """What is cited: plain texts in the words of one language, given by its BCP 47 tag.

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
    """The record for BibTeX 0.99 and biblatex, in Unicode."""
    day = record.revised
    fields = {
        # The second pair of braces keeps a body's name in one, and a title's capitals.
        "author": f"{{{{{_spelt_out(record.author)}}}}}",
        "title": f"{{{{{_spelt_out(record.title)}}}}}",
        "year": f"{{{day.year}}}",
        "month": MONTHS[day.month - 1][:3].lower(),
        "day": f"{{{day.day}}}",
        "url": f"{{{record.url.translate(_ENCODED)}}}",
        "language": f"{{{record.language}}}",
        "note": f"{{{_spelt_out(record.note)}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{record.id},\n{lines}\n}}\n"


def as_csl(record: Record) -> dict[str, object]:
    """The record as an item of CSL-JSON."""
    day = record.revised
    return {
        "id": record.id,
        "type": "webpage",
        "author": [{"literal": record.author}],
        "title": record.title,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": record.url,
        "language": record.language,
        "note": record.note,
    }


def _spelt_out(text: str) -> str:
    return text.translate(_SPELT_OUT)
