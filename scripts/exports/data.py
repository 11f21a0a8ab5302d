"""`data/*.json`: every entry, for programs.

Each file is an array of objects with `id`, `kind`, `labels` and `urls` in both languages (`en` and
`zh-Hant`), and the entry's own fields as the YAML has them under `fields`.
"""

import json
from collections.abc import Iterator

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES
from ..model import KINDS, Key


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
        "fields": entry.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True),
    }
