"""What is known of picture files, cached: to read a large one takes a tenth of a second."""

from functools import partial
from typing import Final

import msgspec

from ..reading.folder import PictureFile
from ..reading.pictures import PictureFacts, facts_of
from .stages import Stage, StageCache, pack

READ: Final = Stage("picture", "reading.pictures")
_decode = msgspec.msgpack.Decoder(PictureFacts).decode


def cached_facts(file: PictureFile, cache: StageCache) -> PictureFacts:
    """Return what a picture file holds; it is read again if its size or time has changed."""
    return _decode(cache.result(READ, partial(_packed, file), file))


def _packed(file: PictureFile) -> bytes:
    return pack(facts_of(file))
