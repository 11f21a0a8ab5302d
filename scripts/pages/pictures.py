"""The picture of what is claimed: sums on logarithmic scales, percentages on a linear one.

It is laid out here in percent of the width and in pixels of height, so that its letters keep their
size on every screen, and drawn by `overrides/pages/pictures.html`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from ..languages import ENGLISH, LanguageCode
from ..model import Claim, Figure, Source
from ..model.relations import sources_of
from ..text.script import han_characters
from .figures_in_words import CURRENCIES, amount_in_words
from .page_view import PageView
from .register import state_of

LINE = 18  # px
CELLS = 48  # that a title's line may be long; a Chinese character takes two
TRACK = 30  # px, the room of a mark
LEFT, RIGHT = 3.0, 97.0  # percent

Scale = Callable[[Decimal], float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale at a place in percent of the width."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A claimed figure: where it lies, in percent and pixels, and what is written above it.

    `end` is the upper end of a range. `open` tells where the true figure may also lie: `more`,
    `less`, `near` or nowhere.
    """

    claim: Claim
    figure: Figure
    sources: tuple[Source, ...]
    lines: tuple[str, ...]
    y: int
    x: float
    end: float
    open: str

    @property
    def state(self) -> str:
        """The state of evidence of its claim."""
        return state_of(self.claim)

    @property
    def track(self) -> int:
        """The height at which it is drawn."""
        return self.y + (len(self.lines) + 2) * LINE + TRACK // 2

    @property
    def bottom(self) -> int:
        """Where the next one begins."""
        return self.track + TRACK // 2 + LINE // 2


@dataclass(frozen=True, slots=True)
class Panel:
    """The marks of one unit on one scale, the largest first."""

    id: str
    heading: str
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]

    @property
    def height(self) -> int:
        """In pixels, with the labels of the scale."""
        return self.marks[-1].bottom + LINE


OPEN = {
    "at least": "more", "more than": "more", "at most": "less", "about": "near", "nearly": "near",
}  # fmt: skip


def panels(view: PageView, claims: Iterable[Claim]) -> list[Panel]:
    """Return a panel for each currency, and one for percentages; none is empty.

    Sums of nothing and less have no place on a logarithmic scale and are left out.
    """
    units: dict[str, list[tuple[Claim, Figure]]] = {}
    for claim in claims:
        for figure in claim.figures:
            unit = "%" if figure.is_percentage else figure.currency
            if unit and (figure.is_percentage or figure.value > 0):
                units.setdefault(unit, []).append((claim, figure))
    order = sorted(units, key=lambda unit: (unit == "%", -len(units[unit]), unit))
    return [_panel(view, unit, units[unit]) for unit in order]


def _panel(view: PageView, unit: str, figures: Sequence[tuple[Claim, Figure]]) -> Panel:
    values = [one for _, figure in figures for one in _ends(figure)]
    scale, steps = (linear if unit == "%" else logarithmic)(values)
    largest = sorted(figures, key=lambda pair: (-pair[1].value, pair[0].id))
    marks: list[Mark] = []
    for claim, figure in largest:
        marks.append(_mark(view, claim, figure, scale, marks[-1].bottom if marks else 0))
    measure = figures[0][1]
    ticks = [Tick(scale(step), _named(measure, step, view.language.code), "") for step in steps]
    heading = _heading(view, unit)
    return Panel("percent" if unit == "%" else unit, heading, _anchored(ticks), tuple(marks))


def _heading(view: PageView, unit: str) -> str:
    if unit == "%":
        return view.t("picture.percentages")
    english, chinese = CURRENCIES.get(unit, (unit, unit))
    name = english.strip() if view.language is ENGLISH else chinese
    return view.t("picture.sums", unit=name)


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    return figure.value, figure.value if figure.to is None else figure.to


def _mark(view: PageView, claim: Claim, figure: Figure, scale: Scale, y: int) -> Mark:
    sources = sources_of(view.context.corpus, claim)
    start, end = (scale(value) for value in _ends(figure))
    return Mark(
        claim,
        figure,
        tuple(view.context.corpus.sources[source] for source in sources),
        lines_of(claim.title.of(view.language.code)),
        y,
        start,
        end,
        OPEN.get(figure.qualifier, ""),
    )


def lines_of(text: str) -> tuple[str, ...]:
    """Break a title into lines that a phone has room for: between words, or Chinese characters."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and _cells(lines[-1] + word.rstrip()) > CELLS:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return tuple(line.strip() for line in lines)


def _words(text: str) -> list[str]:
    words = [""]
    for character in text:
        apart = bool(han_characters(character)) or (words[-1].endswith(" ") and character != " ")
        closing = character in "，。、；：！？」』）》〉%"
        words[-1:] = [words[-1], character] if apart and not closing else [words[-1] + character]
    return words


def _cells(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


# ── Scales ──────────────────────────────────────────────────────────────────────────────────


def logarithmic(values: Sequence[Decimal]) -> tuple[Scale, list[Decimal]]:
    """A scale with a step at powers of ten, at most five of them."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    high = max(high, low + 1)
    every = ceil((high - low) / 4)
    high = low + every * ceil((high - low) / every)
    steps = [Decimal(10) ** power for power in range(low, high + 1, every)]
    return lambda value: _place((log10(value) - low) / (high - low)), steps


def linear(values: Sequence[Decimal]) -> tuple[Scale, list[Decimal]]:
    """A scale with quarters from nothing, or from less, to the next whole hundred."""
    low = Decimal(min(0, floor(min(values) / 100) * 100))
    high = Decimal(max(100, ceil(max(values) / 100) * 100))
    steps = [low + (high - low) * quarter / 4 for quarter in range(5)]
    return lambda value: _place(float((value - low) / (high - low))), steps


def _place(part: float) -> float:
    return round(LEFT + part * (RIGHT - LEFT), 2)


def _named(measure: Figure, value: Decimal, code: LanguageCode) -> str:
    """A step in the words of a figure: HK$1 billion."""
    step = Figure(value=value, unit=measure.unit, currency=measure.currency)
    return amount_in_words(step, code)


def _anchored(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The first label begins at its line, the last ends there."""
    anchors = ["start", *["middle"] * (len(ticks) - 2), "end"]
    return tuple(Tick(t.x, t.label, a) for t, a in zip(ticks, anchors, strict=True))
