"""The archive: the outlines of all entries, for the checks of what must hold between them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics.diagnostic import Place, did_you_mean
from ..model import Key, Kind
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location
from ..text.lexicon import Lexicon
from .summary import EntrySummary


@dataclass(frozen=True)
class CorpusIndex:
    """Everything that editors wrote, in outline.

    `manuscripts` reads an entry's file again; only the place of a problem is worth that. `lexicon`
    has the forms of all terms and names.
    `handwritten` are the Markdown pages of `docs/` by their paths.
    """

    summaries: Mapping[Key, EntrySummary]
    parsed_entries: Callable[[Key], ParsedEntry]
    lexicon: Lexicon
    handwritten: Mapping[str, str] = field(default_factory=dict)
    _suggestions: dict[Key, dict[str, str]] = field(default_factory=dict, init=False, repr=False)

    def of(self, kind: Kind) -> Iterator[EntrySummary]:
        """The outlines of one kind of entries, in the order of their ids."""
        return (summary for summary in self.summaries.values() if summary.key.kind == kind)

    def knows(self, key: Key) -> bool:
        """Whether an entry exists, be it broken."""
        return key in self.summaries

    @cached_property
    def ids(self) -> Mapping[Kind, list[str]]:
        """The ids of the sound entries of each kind."""
        found: dict[Kind, list[str]] = {}
        for summary in self.summaries.values():
            if summary.sound:
                found.setdefault(summary.key.kind, []).append(summary.key.id)
        return found

    def suggestion(self, key: Key) -> dict[str, str]:
        """The nearest of the ids that there are, as `did_you_mean` has it.

        Each is looked for once: many may lead to an entry that was renamed.
        """
        if key not in self._suggestions:
            self._suggestions[key] = did_you_mean(key.id, self.ids.get(key.kind, []))
        return self._suggestions[key]

    def place(self, key: Key, location: Location = (), offset: int | None = None) -> Place:
        """Where the value at a location of an entry stands, or a character of it as written."""
        document = self.parsed_entries(key).document
        if offset is None:
            return document.place(location)
        return document.place_within(location, offset)
