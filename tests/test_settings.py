"""The generator's own parser of `mkdocs.yml`."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.edition.settings import BadSettings, Settings, read_settings
from scripts.text.script import han_characters

TESTS = Path(__file__).parent
WRITTEN = (TESTS.parent / "mkdocs.yml").read_text(encoding="utf-8")
CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (TESTS / "settings.yml").read_text(encoding="utf-8")
)
SITE_URL = re.compile(r"^site_url: .*$", re.MULTILINE)
REPO_URL = re.compile(r"^repo_url: .*$", re.MULTILINE)
SOUND = SITE_URL.sub(
    "site_url: https://pages.example/base",
    REPO_URL.sub("repo_url: https://git.example/a/b/", WRITTEN),
)


def read(folder: Path, text: str) -> Settings:
    config = folder / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return read_settings(config)


def test_addresses(tmp_path: Path) -> None:
    settings = read(tmp_path, SOUND.replace("branch: main", "branch: trunk"))
    assert settings.absolute("zh-Hant/") == "https://pages.example/base/zh-Hant/"
    assert settings.file_url("a b.md") == "https://git.example/a/b/blob/trunk/a%20b.md"
    assert settings.edit_url("content/names/so & so/é.yml", 3) == (
        "https://git.example/a/b/edit/trunk/content/names/so%20%26%20so/%C3%A9.yml#L3"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("!ENV [NONE_SUCH, FIRST, https://default.example]", "https://first.example/"),
        ("!ENV [NONE_SUCH, https://default.example]", "https://default.example/"),
        ("!ENV FIRST", "https://first.example/"),
        ("!ENV [FIRST]", "https://first.example/"),
    ],
)
def test_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: str
) -> None:
    monkeypatch.setenv("FIRST", "https://first.example")
    settings = read(tmp_path, SITE_URL.sub(f"site_url: {value}", WRITTEN))
    assert settings.site_url == expected


def test_settings_of_mkdocs_alone_are_ignored(tmp_path: Path) -> None:
    tags = "!!python/name:a.b", "!!python/object/apply:a.b {kwds: {c: d}}", "!relative $docs_dir"
    read(tmp_path, SOUND + "".join(f"key{i}: {tag}\n" for i, tag in enumerate(tags)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a text",
        "site_name: [",
        "site_url: !ENV {a: b}",
        "site_url: /base/\n",
        SOUND.replace("https://pages", "https://[pages"),
        SOUND.replace("/base", "/base?query"),
        REPO_URL.sub("", SOUND),
    ],
)
def test_a_mistake_is_reported(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSettings, match=r"mkdocs\.yml"):
        read(tmp_path, text)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read"):
        read_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    assert WRITTEN.count(case["replace"]) == 1
    with pytest.raises(BadSettings) as caught:
        read(tmp_path, WRITTEN.replace(case["replace"], case["with"]))
    (line,) = str(caught.value).splitlines()
    assert line.removeprefix(f"{tmp_path}/").startswith(f"mkdocs.yml:{case['told']}")
    assert han_characters(line)


def test_the_navigation_is_known_with_its_places(tmp_path: Path) -> None:
    nav = (
        "nav:\n  - index.md\n  - Papers:\n      - The post: https://post.example/\n      - a/b.md\n"
    )
    settings = read(tmp_path, re.sub(r"^nav:\n(?:  - .*\n)+", nav, WRITTEN, flags=re.MULTILINE))
    assert [
        (name, place.partition(":")[2].rpartition(":")[0]) for name, place in settings.navigation
    ] == [
        ("index.md", "27"),
        ("https://post.example/", "29"),
        ("a/b.md", "30"),
    ]
