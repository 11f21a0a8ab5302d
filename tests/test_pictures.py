"""Pictures: what their files hold, whatever cameras and programs make, and the copies of them."""

import io
from pathlib import Path

import pytest
from PIL import Image

from scripts.edition.picture_widths import height_of, widths_of
from scripts.exports.pictures import copy_of
from scripts.reading.folder import PictureFile, open_folder
from scripts.reading.pictures import PictureFacts, facts_of

ORIENTATION = 0x0112


def saved(folder: Path, name: str, picture: Image.Image, **options: object) -> PictureFile:
    (folder / "pictures").mkdir(exist_ok=True)
    picture.save(folder / "pictures" / name, **options)  # type: ignore[arg-type]
    return open_folder(folder).pictures[name]


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("width", "widths"),
    [(320, (320,)), (480, (480,)), (481, (480, 481)), (1000, (480, 960, 1000)),
     (1600, (480, 960, 1600)), (9000, (480, 960, 1600))],
)  # fmt: skip
def test_copies_are_never_larger_than_the_picture(width: int, widths: tuple[int, ...]) -> None:
    assert widths_of(PictureFacts(width, 100)) == widths


def test_a_very_flat_picture_has_a_height() -> None:
    assert height_of(9000, 1, 480) == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_on_its_side_stands_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = saved(tmp_path, "a.jpg", Image.new("RGB", (400, 300)), exif=exif)
    facts = facts_of(file)
    assert (facts.width, facts.height) == ((300, 400) if orientation > 4 else (400, 300))
    copy = opened(copy_of(file, 100))
    assert copy.size == (100, height_of(facts.width, facts.height, 100))
    assert not copy.getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_mode_of_colours_has_acopy_of(tmp_path: Path, mode: str) -> None:
    ending = "jpg" if mode == "CMYK" else "png"
    file = saved(tmp_path, f"a.{ending}", Image.new(mode, (400, 300)))
    assert facts_of(file).fault == ""
    copy = opened(copy_of(file, 200))
    assert copy.format == "WEBP"
    assert copy.has_transparency_data == (mode in ("LA", "RGBA"))


def test_a_drawing_keeps_its_colours_exactly(tmp_path: Path) -> None:
    drawing = Image.new("RGB", (400, 300), (12, 34, 56))
    drawing.paste((250, 1, 2), (0, 0, 200, 300))
    copy = opened(copy_of(saved(tmp_path, "a.png", drawing), 400)).convert("RGB")
    assert copy.getpixel((10, 10)) == (250, 1, 2)
    assert copy.getpixel((390, 290)) == (12, 34, 56)


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"<svg/>"])
def test_whatever_a_file_holds_is_no_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").write_bytes(data)
    assert facts_of(open_folder(tmp_path).pictures["a.jpg"]).fault in ("type", "unreadable")


def test_a_file_that_is_gone_is_no_error(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.png", Image.new("RGB", (400, 300)))
    Path(file.at).unlink()
    assert facts_of(file).fault == "unreadable"
