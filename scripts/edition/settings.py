"""Settings from `mkdocs.yml`, for the parts of the generator that do not import MkDocs."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from ..diagnostics.diagnostic import Failure
from ..diagnostics.levels import Level, Levels
from ..languages import LANGUAGES, LanguageCode
from .configuration import Places, misfits, placed, places_in

# A host (or an IPv6 address in brackets), a port and a path; no query or fragment.
ADDRESS = r"https?://(?:[^\s/?#\[\]]+|\[[0-9a-f:]+\](?::[0-9]+)?)(?:/[^\s?#]*)?"


class BadSettings(Failure):
    """`mkdocs.yml` cannot be read, or lacks a required setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and addresses of the site.

    `root` is the folder of `mkdocs.yml`; `site_url` the absolute address of the published site,
    with its base path and a final slash; `repo_url` and `branch` the target of edit links; `names`
    the site's name in each language; `navigation` the pages in the navigation, with their places;
    `levels` how seriously each check is taken.
    """

    root: Path
    content: Path
    site: Path
    site_url: str
    repo_url: str
    branch: str
    names: Mapping[LanguageCode, str]
    navigation: tuple[tuple[str, str], ...] = ()
    levels: Levels = field(default_factory=dict)

    @property
    def content_shown(self) -> str:
        """The entries' folder as shown to editors: relative to the root, if it is below it."""
        with suppress(ValueError):
            return self.content.resolve().relative_to(self.root).as_posix()
        return self.content.as_posix()

    @property
    def store(self) -> Path:
        """The file that caches results between runs."""
        return self.root / ".cache" / "store.sqlite"

    def absolute(self, path: str) -> str:
        """Return the absolute address of a path below the site's root."""
        return self.site_url + path

    def file_url(self, path: str) -> str:
        """Return the address at which a file of the repository is shown."""
        return f"{self.repo_url}/blob/{self.branch}/{quote(path)}"

    def edit_url(self, path: str, line: int | None = None) -> str:
        """Return the address at which a file of the repository is edited, at a line."""
        anchor = f"#L{line}" if line else ""
        return f"{self.repo_url}/edit/{self.branch}/{quote(path)}{anchor}"


def read_settings(
    config: Path = Path("mkdocs.yml"), *, content: Path | None = None, site: Path | None = None
) -> Settings:
    """Read the settings of a configuration file; `content` and `site` override its folders.

    Raises BadSettings if the file cannot be read, or has no valid addresses.
    """
    try:
        text = config.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)
    except OSError as error:
        raise BadSettings(
            f"{config} cannot be read: {error.strerror}. 無法讀取{config}。"
        ) from None
    except UnicodeDecodeError:
        raise BadSettings(
            f"{config} cannot be read: it is not in UTF-8. 檔案並非UTF-8編碼。"
        ) from None
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise BadSettings(_syntax_error(config, error)) from None
    if not isinstance(data, dict):
        raise BadSettings(f"{config} has no settings. 檔案沒有設定內容。")
    places = places_in(text)
    for line in misfits(data, places):
        raise BadSettings(line)
    root = config.resolve().parent
    return settings_from(data, root=root, content=content, site=site, places=places)


def _syntax_error(config: Path, error: Exception) -> str:
    """The message about an error in YAML, with its place if known."""
    mark = getattr(error, "problem_mark", None)
    place = f"{config}:{mark.line + 1}:{mark.column + 1}" if mark else str(config)
    diagnostic = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return f"{place}: this cannot be read as YAML: {diagnostic}. YAML寫法有誤。"


def settings_from(
    data: dict[str, Any],
    *,
    root: Path,
    content: Path | None = None,
    site: Path | None = None,
    places: Places | None = None,
) -> Settings:
    """Return the settings of a parsed configuration, such as MkDocs' own.

    Raises BadSettings if it has no valid addresses.
    """
    places = places or {}
    found = data.get("extra")
    extra = found if isinstance(found, Mapping) else {}
    return Settings(
        root=root,
        content=content or root / str(extra.get("content_dir", "content")),
        site=site or root / str(data.get("site_dir") or "site"),
        site_url=_address(data, "site_url", places) + "/",
        repo_url=_address(data, "repo_url", places),
        branch=str(extra.get("branch", "main")),
        names=_names(data, extra.get("site_names")),
        navigation=tuple(_navigation(data.get("nav"), ("nav",), places)),
        levels=dict(_levels(extra.get("checks"))),
    )


def _levels(found: object) -> Iterator[tuple[str, Level]]:
    """The level of each check that has one. YAML 1.1 takes `off` for false."""
    for check, level in found.items() if isinstance(found, Mapping) else ():
        if level is not None:
            yield str(check), "off" if level is False else level


def _navigation(
    nav: object, path: tuple[str | int, ...], places: Places
) -> Iterator[tuple[str, str]]:
    """The pages and links in a navigation and its groups."""
    if isinstance(nav, str):
        yield nav, placed(path, places)
    elif isinstance(nav, Mapping):
        for title, within in nav.items():
            yield from _navigation(within, (*path, title), places)
    elif isinstance(nav, list):
        for number, item in enumerate(nav):
            yield from _navigation(item, (*path, number), places)


def _names(data: dict[str, Any], found: object) -> Mapping[LanguageCode, str]:
    """The site's name in each language, by default its only name."""
    names = found if isinstance(found, Mapping) else {}
    name = str(data.get("site_name") or "")
    return {language.code: str(names.get(language.code) or name) for language in LANGUAGES}


def _address(data: dict[str, Any], name: str, places: Places) -> str:
    """The address in a setting, without a final slash."""
    value = str(data.get(name) or "")
    if not re.fullmatch(ADDRESS, value):
        raise BadSettings(
            f"{placed((name,), places)}: {name} must be a whole https:// address, not “{value}”. "
            f"{name}應為完整的https://網址，現為「{value}」。"
        )
    return value.rstrip("/")


class _Loader(yaml.SafeLoader):
    """A YAML loader that resolves `!ENV` and ignores MkDocs' other tags."""


def _environment(loader: _Loader, node: yaml.ScalarNode | yaml.SequenceNode) -> object:
    """The value of `!ENV [NAME, …, default]`, as in MkDocs: the first variable that is set."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    names = loader.construct_sequence(node)
    default = names.pop() if len(names) > 1 else None
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


def _none(loader: _Loader, suffix: str, node: yaml.Node) -> None:
    """Ignore a tag for MkDocs, such as the name of a function."""


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _none)
