"""The picture files of `content/pictures/`: what they hold, whatever their names."""

import warnings
from typing import Final, Literal, NamedTuple

from .folder import PictureFile

Fault = Literal["", "large", "unreadable", "type", "animated"]

FORMATS: Final = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",)}
"""The formats of pictures, and how the names of their files end."""
LARGEST_FILE: Final = 20_000_000
"""The bytes of the largest file that is read."""
_ORIENTATION: Final = 0x0112  # of EXIF: how a camera was held
_ON_ITS_SIDE: Final = (5, 6, 7, 8)


class PictureFacts(NamedTuple):
    """The size of a picture: pixels across and down as it is shown, and bytes.

    `format` is Pillow's name of it; `fault` says why the file cannot be used.
    """

    width: int = 0
    height: int = 0
    size: int = 0
    format: str = ""
    fault: Fault = ""


def facts_of(file: PictureFile) -> PictureFacts:
    """Read a picture. Never fails, whatever the file holds."""
    from PIL import Image, UnidentifiedImageError

    size, _ = file.signature
    if size > LARGEST_FILE:
        return PictureFacts(size=size, fault="large")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file.at) as picture:
            turned = picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
            width, height = picture.size[::-1] if turned else picture.size
            known = PictureFacts(width, height, size, picture.format or "")
            if known.format not in FORMATS:
                return known._replace(fault="type")
            if getattr(picture, "n_frames", 1) > 1:
                return known._replace(fault="animated")
            picture.load()  # a file that was cut short shows only now
            return known
    except UnidentifiedImageError:
        return PictureFacts(fault="type")
    except Exception:
        return PictureFacts(fault="unreadable")
