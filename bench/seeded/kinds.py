"""All kinds of planted errors, in the order of the checks."""

from typing import Final

from . import (
    alone,
    between,
    changed,
    characters,
    figures,
    marks,
    notation,
    originals,
    records,
    wording,
)
from .planting import Kind

KINDS: Final[tuple[Kind, ...]] = (
    *figures.KINDS,
    *changed.KINDS,
    *records.KINDS,
    *wording.KINDS,
    *characters.KINDS,
    *marks.KINDS,
    *notation.KINDS,
    *between.KINDS,
    *alone.KINDS,
    *originals.KINDS,
)
