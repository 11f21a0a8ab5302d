"""Every kind of error that is planted, in the order in which the checks stand."""

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
