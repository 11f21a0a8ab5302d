"""The folders that commands read and write, as their options name them."""

import argparse
import os
from pathlib import Path
from typing import Final

from ..edition.settings import Settings, read_settings
from ..reading.folder import Folder, open_folder, with_handwritten

CONFIG: Final = Path("mkdocs.yml")


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add the option for another folder of entries than that of the settings."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the entries' folder")


def add_site(parser: argparse.ArgumentParser) -> None:
    """Add the option for another output folder than that of the settings."""
    parser.add_argument("--site", type=Path, metavar="DIR", help="the folder to write the site to")


def existing(word: str) -> Path:
    """Parse an argument that names an existing file or folder."""
    path = Path(word)
    if not path.exists() and not path.is_symlink():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def existing_folder(word: str) -> Path:
    """Parse an argument that names an existing folder."""
    path = Path(word)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {path}")
    return path


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the site's settings, with the folders that the command's options name."""
    return read_settings(CONFIG, content=options.content, site=options.site)


def entries_in(content: Path | None) -> Folder:
    """Return the entries in a folder, or by default the site's entries and hand-written pages."""
    if content is not None:
        return open_folder(content)
    settings = read_settings(CONFIG)
    folder = open_folder(settings.content, settings.content_shown)
    return with_handwritten(folder, Path("docs"))


def shown(content: Path | None) -> Path:
    """Return the entries' folder as a short path."""
    return content or Path(os.path.relpath(read_settings(CONFIG).content))
