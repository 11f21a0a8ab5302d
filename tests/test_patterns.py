"""A pattern that is compiled on first use works like a compiled one."""

import re

import pytest

from scripts.patterns import lazily


def test_it_finds_what_a_compiled_one_finds() -> None:
    words = lazily(r"(?P<word>\w)\w*", re.ASCII)
    assert [match["word"] for match in words.finditer("鷺 heron, 鷗 gull")] == ["h", "g"]
    assert words.sub("x", "heron, gull") == "x, x"
    assert words.pattern == r"(?P<word>\w)\w*"


def test_it_is_compiled_when_it_is_first_used() -> None:
    broken = lazily("(")
    with pytest.raises(re.error):
        broken.search("heron")
