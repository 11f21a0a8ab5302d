"""`articles/…/ID-WIDTH.webp`: the pictures of articles in several widths, for both languages.

Copies have no data of the camera, such as the place. Each is made once and cached.
"""

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from ..cache.stages import Stage
from ..edition.addresses import picture_of
from ..edition.build_context import BuildContext
from ..edition.picture_widths import widths_of
from ..reading.folder import PictureFile

COPY: Final = Stage("picture copy", "exports.pictures")
QUALITY: Final = 82  # of WebP, from 0 to 100: no difference is seen


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the copies of each picture."""
    for article in context.content.corpus.articles.values():
        for picture in article.pictures:
            for width in widths_of(context.picture(picture.file)):
                path = picture_of(article.id, picture.id, width)
                yield path, partial(_file, context, picture.file, width)


def _file(context: BuildContext, name: str, width: int) -> bytes:
    context.recorder.note("picture", name)
    file = context.content.folder.pictures[name]
    return COPY.result(context.store, partial(_copy, file, width), file, width)


def _copy(file: PictureFile, width: int) -> bytes:
    """Return a picture as WebP of a width, the right way up; a drawing (PNG) without loss."""
    from PIL import Image, ImageOps

    with Image.open(Path(file.at)) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        height = max(round(upright.height * width / upright.width), 1)
        resized = upright.convert(mode).resize((width, height), Image.Resampling.LANCZOS)
        written = io.BytesIO()
        resized.save(written, "WEBP", quality=QUALITY, method=4, lossless=opened.format == "PNG")
    return written.getvalue()
