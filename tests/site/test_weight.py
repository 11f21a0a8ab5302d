"""What a page asks of its reader's line: little, and nothing before the text."""

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from .project import CHECKOUT, Site

OURS = CHECKOUT / "overrides" / "assets"
KB = 1000
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def _gzipped(files: Iterable[Path]) -> int:
    """Bytes, each file compressed by itself as a host sends it."""
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


def _is_of_the_search(script: Path) -> bool:
    """Whether a script is fetched only when a reader turns to the search."""
    inside = script.relative_to(OURS / "javascripts").parts[0]
    return inside in {"search.js", "search", "search-ui"}


def test_our_scripts_are_small(site: Site) -> None:
    scripts = sorted(OURS.rglob("*.js"))
    searching = [script for script in scripts if _is_of_the_search(script)]
    reading = [script for script in scripts if script not in searching]
    assert (OURS / "javascripts" / "page.js") in reading
    assert _gzipped(reading) <= 30 * KB
    assert _gzipped(searching) <= 35 * KB  # types and comments included: nothing strips them
    for script in scripts:  # as they were written: nobody has to build them
        published = site.folder / "assets" / script.relative_to(OURS)
        assert published.read_bytes() == script.read_bytes()


def test_our_styles_are_small() -> None:
    assert _gzipped(OURS.rglob("*.css")) <= 26 * KB


def test_before_the_first_paint_runs_one_small_constant_script(site: Site) -> None:
    first = set()
    for page in site.everything:
        head = page.text.partition("</head>")[0]
        ours = [text for text in INLINE.findall(head) if "__md_" not in text]
        assert len(ours) == 1, page.path
        first.update(ours)
        assert not re.search(r"<script[^>]*\ssrc=", head), page.path
    (script,) = first
    assert len(script) < 700


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_a_long_article_is_light(real_based_site: Site, prefix: str) -> None:
    """What explains its words is fetched when a reader asks for it."""
    page = real_based_site.file(f"{prefix}articles/hong-kong-cultural-hub-2025/")
    assert _gzipped([page]) <= 30 * KB
