"""The story of checking a folder: stamp its files, look the answer up, or run the checks.

Where nothing has changed, importing the model and the checks would take longer than all else, so
they are imported only to run.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from .cache.drafts import cached_drafts
from .cache.file_stamps import FileStamp, current, is_unchanged
from .cache.stages import Made, Stage, StageCache, pack
from .cache.store import Store, open_store
from .diagnostics.diagnostic import Diagnostic
from .reading.folder import EntryFile, Folder

if TYPE_CHECKING:
    from .model import Entry
    from .reading.content import Content
    from .reading.source_paragraphs import SourceDocument

CHECK: Final = Stage("check", "checks.runner")
ENTRIES: Final = Stage("entries", "reading.parsed_entry")
_decode = msgspec.msgpack.Decoder(list[Diagnostic]).decode
_decode_entry = msgspec.msgpack.Decoder(dict[str, Any] | None).decode


def check_folder(folder: Folder, store: Path) -> list[Diagnostic]:
    """Return the diagnostics of a folder, reading only what has changed since earlier runs."""
    with open_store(store) as opened:
        return _check(folder, opened, _stamped(folder, opened))


def read_and_check(folder: Folder, store: Store) -> tuple["Content", list[Diagnostic]]:
    """Return the content of a folder and its diagnostics, which are those of the bytes read.

    Entries that are in the store are not parsed again.
    """
    from .reading.content import Content, Readings, read_content

    stamps = _stamped(folder, store)
    cache = StageCache(store, stamps)
    known = _known_entries(folder, cache)
    diagnostics = _check(folder, store, stamps)
    if _is_unchanged(folder, stamps):
        digests = {path: stamp.digest for path, stamp in stamps.items()}
        drafts = cached_drafts(folder, cache)
        return Content(folder, Readings(folder), known, digests, drafts), diagnostics
    content = read_content(folder)  # an editor saved meanwhile
    return content, check_content(content)


def _known_entries(folder: Folder, cache: StageCache) -> dict[str, "Entry"]:
    """The valid entries, by the path of their file."""
    from .reading.parsed_entry import entry_from

    packed = cache.of_files(ENTRIES, folder.files, _packed_entries)
    return {
        file.path: entry_from(data, file.key)
        for file, value in zip(folder.files, packed, strict=True)
        if (data := _decode_entry(value))
    }


def _packed_entries(files: Sequence[EntryFile]) -> list[Made]:
    """The data of the entries in files."""
    from .reading.parsed_entry import data_of, read_parsed_entry

    return [(pack(data_of(read_parsed_entry(file)[0])), True) for file in files]


def check_content(content: "Content") -> list[Diagnostic]:
    """Return the diagnostics of content that is read already, without a store."""
    from .checks.runner import run_checks

    return run_checks(content.folder, read=content.read)


def check_against_sources(
    content: "Content", documents: Sequence["SourceDocument"]
) -> list[Diagnostic]:
    """Return the diagnostics of content, also those of comparing it with its sources' documents."""
    from .checks import of_sources
    from .checks.runner import run_checks

    return run_checks(
        content.folder,
        read=content.read,
        against_sources=lambda lexicon: of_sources(content.published, documents, lexicon),
    )


def _check(folder: Folder, store: Store, stamps: Mapping[str, FileStamp]) -> list[Diagnostic]:
    """The diagnostics of a folder; of one that has been written meanwhile, nothing is stored."""
    digests = [(file.path, stamps[file.path].digest) for file in folder.files]
    key = CHECK.key(digests, folder.diagnostics, folder.handwritten, folder.pictures)
    if found := store.load([key]):
        return _decode(found[key])
    from .checks.runner import lasts, run_checks

    diagnostics = run_checks(folder, cache=StageCache(store, stamps))
    if lasts(diagnostics) and _is_unchanged(folder, stamps):
        store.save({key: pack(diagnostics)})
    return diagnostics


def _is_unchanged(folder: Folder, stamps: Mapping[str, FileStamp]) -> bool:
    return all(is_unchanged(file.at, stamps[file.path]) for file in folder.files)


def _stamped(folder: Folder, store: Store) -> dict[str, FileStamp]:
    known = store.stamps(folder.files)
    stamps = {file.path: current(file.at, known.get(file.path)) for file in folder.files}
    store.save_stamps({path: s for path, s in stamps.items() if s is not known.get(path)})
    return stamps
