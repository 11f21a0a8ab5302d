"""The corpus index: the summaries of all entries, for the checks between them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics.arguments import Suggestion
from ..diagnostics.diagnostic import Place
from ..diagnostics.suggestions import did_you_mean
from ..model import Key, Kind
from ..reading.pictures import PictureFacts
from .summary import EntrySummary, Places, Spot


@dataclass(frozen=True)
class CorpusIndex:
    """The summaries of all entries.

    `places` unpacks the places of an entry's items; only a diagnostic needs them. `handwritten` are
    the Markdown pages of `docs/` by their paths, `pictures` the paths of picture files and what is
    known of them, by the names of the files; `drafts` are entries that are not published yet.
    """

    summaries: Mapping[Key, EntrySummary]
    places: Callable[[Key], Places]
    handwritten: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, tuple[str, PictureFacts]] = field(default_factory=dict)
    drafts: Mapping[Key, EntrySummary] = field(default_factory=dict)
    _suggestions: dict[Key, Suggestion] = field(default_factory=dict, init=False, repr=False)

    def of(self, kind: Kind) -> Iterator[EntrySummary]:
        """Return the summaries of one kind of entries, in the order of their ids."""
        return (summary for summary in self.summaries.values() if summary.key.kind == kind)

    def knows(self, key: Key) -> bool:
        """Whether an entry exists, valid or not."""
        return key in self.summaries

    @cached_property
    def ids(self) -> Mapping[Kind, list[str]]:
        """The ids of the valid entries of each kind."""
        found: dict[Kind, list[str]] = {}
        for summary in self.summaries.values():
            if summary.sound:
                found.setdefault(summary.key.kind, []).append(summary.key.id)
        return found

    def suggestion(self, key: Key) -> Suggestion:
        """Suggest the nearest of the ids that exist.

        Cached, as many references may name an entry that was renamed.
        """
        if key not in self._suggestions:
            self._suggestions[key] = did_you_mean(key.id, self.ids.get(key.kind, []))
        return self._suggestions[key]

    def place(self, key: Key, spot: Spot) -> Place:
        """Return a spot of an entry's file as a place."""
        return Place(self.summaries[key].path, *spot)
