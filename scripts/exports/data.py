"""`data/*.json`: every entry, for programs.

Each file is an array of objects with `id`, `kind`, `labels` and `urls` in both languages (`en` and
`zh-Hant`), and the entry's own fields as the YAML has them under `fields`.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES
from ..model import KINDS, Key
from ..model.record import GAP

FIELDS: Final[Any] = {"by_alias": True, "exclude": {"id"}, "exclude_none": True}


def files(context: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each kind of entry."""
    for kind, of_kind in KINDS.items():
        keys = [Key(kind, entry_id) for entry_id in context.corpus.of(kind)]
        objects = [_object(context, key) for key in keys]
        text = json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
        yield f"data/{of_kind.plural}.json", text.encode("utf-8")


def _object(context: BuildContext, key: Key) -> dict[str, object]:
    entry = context.corpus.of(key.kind)[key.id]
    label = context.corpus.label(key)
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
