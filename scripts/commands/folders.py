"""The folders that commands read and write, as their options name them."""

import argparse
import os
from pathlib import Path
from typing import Final

from ..edition.settings import Settings, read_settings
from ..reading.folder import Folder, open_folder, with_handwritten

CONFIG: Final = Path("mkdocs.yml")


def add_content(parser: argparse.ArgumentParser) -> None:
    """Let the entries of a command be elsewhere than the settings say."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the entries' folder")


def add_site(parser: argparse.ArgumentParser) -> None:
    """Let a command put the site elsewhere than the settings say."""
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the site goes")


def existing(word: str) -> Path:
    """An argument that names what is there."""
    path = Path(word)
    if not path.exists() and not path.is_symlink():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def existing_folder(word: str) -> Path:
    """An argument that names a folder that is there."""
    path = Path(word)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {path}")
    return path


def settings_of(options: argparse.Namespace) -> Settings:
    """The site's settings, with the folders that a command was given in place of theirs."""
    return read_settings(CONFIG, content=options.content, site=options.site)


def entries_in(content: Path | None) -> Folder:
    """The entries in a folder, or those of the site with its hand-written pages."""
    if content is not None:
        return open_folder(content)
    settings = read_settings(CONFIG)
    folder = open_folder(settings.content, settings.content_shown)
    return with_handwritten(folder, Path("docs"))


def shown(content: Path | None) -> Path:
    """The entries' folder as a path that can be read at a glance."""
    return content or Path(os.path.relpath(read_settings(CONFIG).content))
