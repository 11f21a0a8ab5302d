"""Stages: pure functions whose results are cached under the hash of their code and inputs."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from ..reading.folder import EntryFile
from .code import fingerprint
from .file_stamps import FileStamp, is_unchanged
from .parallel import parallel_map
from .store import Store

pack = msgspec.msgpack.Encoder(order="deterministic").encode
Made = tuple[bytes, bool]
"""A result, and whether it will be the same tomorrow."""
Work = Callable[[Sequence[EntryFile]], list[Made]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure function: its name in the store, and the module that holds its code."""

    name: str
    module: str

    def key(self, *inputs: object) -> bytes:
        """Return the hash of the stage, its code and its inputs, which msgpack can write."""
        return hashlib.sha256(pack((self.name, fingerprint(self.module), inputs))).digest()

    def result(self, store: Store, make: Callable[[], bytes], *inputs: object) -> bytes:
        """Return the result for some inputs; `make` makes it if it is not in the store."""
        key = self.key(*inputs)
        found = store.load([key])
        if key not in found:
            found[key] = make()
            store.save(found)
        return found[key]


class StageCache:
    """Runs stages on files, and only for those whose results are not in the store."""

    def __init__(self, store: Store, stamps: Mapping[str, FileStamp]) -> None:
        self._store = store
        self._stamps = stamps

    def of_files(
        self, stage: Stage, files: Sequence[EntryFile], work: Work, *context: bytes
    ) -> list[bytes]:
        """Return the result of each file; `work` makes those that are missing, in portions.

        A result depends on the file's path and bytes, and on the context. Results that may differ
        tomorrow, and those of a file that is written meanwhile, are not stored.
        """
        keys = [stage.key(f.path, f.key, self._stamps[f.path].digest, context) for f in files]
        found = self._store.load(keys)
        missing = [(key, file) for key, file in zip(keys, files, strict=True) if key not in found]
        made = list(parallel_map(work, [file for _, file in missing]))
        lasting: dict[bytes, bytes] = {}
        for (key, file), (result, lasts) in zip(missing, made, strict=True):
            found[key] = result
            if lasts and is_unchanged(file.at, self._stamps[file.path]):
                lasting[key] = result
        self._store.save(lasting)
        return [found[key] for key in keys]

    def result(self, stage: Stage, make: Callable[[], bytes], *inputs: object) -> bytes:
        """Return the result for some inputs; `make` makes it if it is missing."""
        return stage.result(self._store, make, *inputs)


class NoCache(StageCache):
    """Runs stages on all files, in this process, and keeps nothing."""

    def __init__(self) -> None:
        """Take neither a store nor stamps."""

    def of_files(
        self, stage: Stage, files: Sequence[EntryFile], work: Work, *context: bytes
    ) -> list[bytes]:
        """Return the result of each file."""
        return [result for result, _ in work(files)]

    def result(self, stage: Stage, make: Callable[[], bytes], *inputs: object) -> bytes:
        """Return the result for some inputs."""
        return make()
