"""`articles/…/ID-WIDTH.webp`: the pictures of articles in several widths, for both languages.

Copies have no data of the camera, such as the place. Each is made once and cached.
"""

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..cache.stages import Stage
from ..edition.addresses import picture_of
from ..edition.build_context import BuildContext
from ..edition.picture_widths import height_of, widths_of
from ..reading.folder import PictureFile

if TYPE_CHECKING:
    from PIL.Image import Image

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
    return COPY.result(context.store, partial(copy_of, file, width), file, width)


def copy_of(file: PictureFile, width: int) -> bytes:
    """Return a picture of a width as WebP, the right way up.

    A PNG may be a drawing, which is smaller and sharper without loss, or a photograph.
    """
    from PIL import Image, ImageOps

    with Image.open(Path(file.at)) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        height = height_of(upright.width, upright.height, width)
        resized = upright.convert(mode).resize((width, height), Image.Resampling.LANCZOS)
        ways = (False, True) if opened.format == "PNG" else (False,)
    return min((_webp(resized, lossless=lossless) for lossless in ways), key=len)


def _webp(picture: "Image", *, lossless: bool) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=QUALITY, method=4, lossless=lossless)
    return written.getvalue()
