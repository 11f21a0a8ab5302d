"""The effect of a proposal on the site: the pages in which two builds differ, as Markdown.

Reviewers get this list with the preview.
"""

import filecmp
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..diagnostics.diagnostic import Failure
from ..languages import CHINESE

LIMIT: Final = 100  # pages in each list; where a template changes, every page does
PAGE: Final = "index.html"
TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SIGNS: Final = re.compile(
    r"([\\`*_{}\[\]()#+!|<>&~@:.-])"
)  # characters with a meaning in Markdown or HTML


class NotBuilt(Failure):
    """A folder holds no built site."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Titles of pages by their addresses below the site's root, and how many other files differ."""

    added: Mapping[str, str]
    changed: Mapping[str, str]
    removed: Mapping[str, str]
    others: int


def changes(old: Path, new: Path) -> Changes:
    """Return the differences between two builds of the site. Raises NotBuilt if one is missing."""
    before, after = _files(old), _files(new)
    differing = {path for path in before & after if _differs(old / path, new / path)}
    touched = differing | (before ^ after)
    return Changes(
        added=_titles(new, after - before),
        changed=_titles(new, differing),
        removed=_titles(old, before - after),
        others=sum(not _is_page(path) for path in touched),
    )


def _files(site: Path) -> set[str]:
    """The published files: all but those whose names begin with a dot."""
    if not (site / PAGE).is_file():
        raise NotBuilt(f"{site} is not a built site. {site} 不是已經建立的網站。")
    files = (path.relative_to(site) for path in site.rglob("[!.]*") if path.is_file())
    return {path.as_posix() for path in files}


def _differs(old: Path, new: Path) -> bool:
    return not filecmp.cmp(old, new, shallow=False)


def _titles(site: Path, paths: Iterable[str]) -> dict[str, str]:
    """The titles of the pages among files; the two languages of a page follow one another."""
    pages = {path.removesuffix(PAGE): site / path for path in paths if _is_page(path)}
    ordered = sorted(pages, key=lambda address: (address.removeprefix(CHINESE.prefix), address))
    return {address: _title(pages[address]) for address in ordered}


def _is_page(path: str) -> bool:
    return Path(path).name == PAGE


def _title(page: Path) -> str:
    match = TITLE.search(page.read_text(encoding="utf-8"))
    return " ".join(html.unescape(match[1]).split()) if match else ""


def as_markdown(found: Changes) -> str:
    """Return the changes as a summary in both languages."""
    lists = [
        ("New pages", "新增的頁面", found.added),
        ("Changed pages", "有改動的頁面", found.changed),
        ("Removed pages", "移除的頁面", found.removed),
    ]
    blocks = ["## What changes on the site · 網站的變動"]
    for english, chinese, pages in lists:
        if pages:
            blocks += [f"### {english} · {chinese} ({len(pages)})", "\n".join(_listed(pages))]
    if found.others:
        blocks.append(
            f"Files other than pages (data, styles, the sitemap): {found.others}. "
            f"頁面以外的檔案（數據、樣式、網站地圖）：{found.others}個。"
        )
    if len(blocks) == 1:
        blocks.append("Nothing. 沒有變動。")
    return "\n\n".join(blocks)


def _listed(pages: Mapping[str, str]) -> Iterator[str]:
    for address, title in list(pages.items())[:LIMIT]:
        yield f"- `{address or '/'}` {_plain(title)}"
    if (more := len(pages) - LIMIT) > 0:
        yield f"- … and {more} more. 另有{more}頁。"


def _plain(text: str) -> str:
    """A text escaped for Markdown."""
    return SIGNS.sub(r"\\\1", text)
