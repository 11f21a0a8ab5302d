"""`data/*.json`: every entry, for programs.

Each file is an array of objects with `id`, `kind`, `labels` and `urls` in both languages (`en` and
`zh-Hant`), and the entry's own fields as the YAML has them under `fields`.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES
from ..model import KINDS, AnyEntry, Kind, key_of_entry


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
        "fields": entry.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True),
    }
