"""`data/*.json`: every entry, for programs.

Each file is an array of objects with `id`, `kind`, `labels` and `urls` in both languages (`en` and
`zh-Hant`), and the entry's own fields as the YAML has them under `fields`.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES
from ..model import KINDS, AnyEntry, Kind, key_of_entry
from ..model.record import GAP

FIELDS: Final[Any] = {"by_alias": True, "exclude": {"id"}, "exclude_none": True}


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the file of each kind of entry."""
    for kind, of_kind in KINDS.items():
        yield f"data/{of_kind.plural}.json", partial(_file, context, kind)


def _file(context: BuildContext, kind: Kind) -> bytes:
    objects = [_object(context, entry) for entry in context.corpus.of(kind).values()]
    return (json.dumps(objects, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _object(context: BuildContext, entry: AnyEntry) -> dict[str, object]:
    key = key_of_entry(entry)
    label = context.content.corpus.label(key)
    path = path_of(key)
    return {
        "id": key.id,
        "kind": key.kind,
        "labels": {lang.code: label.of(lang.code) for lang in LANGUAGES},
        "urls": {lang.code: context.settings.absolute(absolute(path, lang)) for lang in LANGUAGES},
        "fields": _without_gaps(entry.model_dump(mode="json", **FIELDS)),
    }


def _without_gaps(value: Any) -> Any:
    """Return data without the texts that are to follow."""
    if isinstance(value, list):
        return [_without_gaps(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_gaps(item) for name, item in value.items() if item != GAP}
    return value
