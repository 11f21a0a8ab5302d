"""How seriously an archive takes each check: the setting `checks` of `mkdocs.yml`.

The ids of the checks are listed here as well, so that reading the settings does not import them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal, get_args

from .diagnostic import Diagnostic

Level = Literal["error", "warning", "off"]
Levels = Mapping[str, Level]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)

# They find what no page could be made of, so they always report errors.
FIXED: Final = ("identity", "articles", "references", "links", "handwritten", "blocks", "pictures")
ADJUSTABLE: Final = (
    "claims",
    "completeness",
    "evidence",
    "figures",
    "forms",
    "hygiene",
    "independence",
    "notation",
    "pronunciation",
    "punctuation",
    "relations",
    "script",
    "series",
    "sources",
    "staleness",
    "terms",
    "unused",
    "waivers",
)


def levelled(diagnostics: Iterable[Diagnostic], levels: Levels) -> list[Diagnostic]:
    """Return the diagnostics at their levels, without those of checks that are off.

    A check without a level reports errors and warnings as it sees fit.
    """
    found = []
    for diagnostic in diagnostics:
        level = levels.get(diagnostic.check)
        if level is None or (diagnostic.of_draft and level == "error"):
            found.append(diagnostic)
        elif level != "off":
            found.append(at_severity(diagnostic, level))
    return found


def of_draft(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic as that of a draft, which is at most a warning."""
    return replace(at_severity(diagnostic, "warning"), of_draft=True)


def at_severity(diagnostic: Diagnostic, severity: Literal["error", "warning"]) -> Diagnostic:
    """Return a diagnostic as an error or as a warning."""
    return replace(diagnostic, message=replace(diagnostic.message, severity=severity))
