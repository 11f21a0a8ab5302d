"""The generator's own reading of `mkdocs.yml`."""

from pathlib import Path

import pytest

from scripts.settings import BadSettings, Settings, read_settings

SOUND = "site_url: https://pages.example/base\nrepo_url: https://git.example/a/b/\n"


def read(folder: Path, text: str) -> Settings:
    config = folder / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return read_settings(config)


def test_addresses(tmp_path: Path) -> None:
    settings = read(tmp_path, f"{SOUND}extra: {{branch: trunk}}\n")
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
    settings = read(tmp_path, f"repo_url: https://git.example/a\nsite_url: {value}\n")
    assert settings.site_url == expected


def test_what_only_mkdocs_reads_is_let_be(tmp_path: Path) -> None:
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
        SOUND.partition("repo_url")[0],
    ],
)
def test_a_mistake_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSettings, match=r"mkdocs\.yml"):
        read(tmp_path, text)


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read"):
        read_settings(tmp_path / "mkdocs.yml")
