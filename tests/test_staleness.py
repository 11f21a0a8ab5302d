"""Changes of a text that make a pair stale, and the notice that readers see."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from scripts.analysis.sign_off import sign_off_digest, sign_off_state
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.languages import CHINESE, ENGLISH, LANGUAGES
from scripts.model import Passage
from scripts.pages.entries import article_page
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder

TESTS = Path(__file__).parent
ARTICLE = "a-year-of-night-boats"


def passage(en: str, zh: str, accepted: str | None = None) -> Passage:
    fields = {"id": "p1", "rests_on": {"en": ["en/1"], "zh-Hant": ["en/1"]}, "written_first": "en"}
    return Passage.model_validate(fields | {"en": en, "zh-Hant": zh, "accepted": accepted})


ACCEPTED = sign_off_digest(passage("The café opens at eight.", "渡輪8時啟航。"))


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("The [café](term:cafe) opens *at* eight.", "[渡輪](term:ferry)8時*啟航*。"),
        ("The café\nopens   at eight.", "渡輪 8 時\n啟航。"),
        (unicodedata.normalize("NFD", "The café opens at eight."), "渡輪8時啟航。"),
    ],
)
def test_a_change_without_new_words_keeps_a_pair_accepted(en: str, zh: str) -> None:
    assert sign_off_state(passage(en, zh, ACCEPTED)) == "accepted"


@pytest.mark.parametrize(
    ("en", "zh", "state"),
    [
        ("The café opens at nine.", "渡輪8時啟航。", "english-changed"),
        ("Thecafé opens at eight.", "渡輪8時啟航。", "english-changed"),
        ("The café opens at eight.", "渡輪8時啟航", "chinese-changed"),
        ("The café opens at eight.", "渡輪８時啟航。", "chinese-changed"),
        ("", "渡輪。", "both-changed"),
        ("渡輪8時啟航。", "The café opens at eight.", "both-changed"),
    ],
)
def test_which_text_changed(en: str, zh: str, state: str) -> None:
    assert sign_off_state(passage(en or "A", zh, ACCEPTED)) == state


def test_never_accepted_is_not_stale() -> None:
    assert sign_off_state(passage("A ferry.", "渡輪。")) == "not-accepted"


@pytest.mark.parametrize(
    ("old", "new", "english", "chinese"),
    [
        (
            "better than feared", "worse than feared",
            "The English has changed since the two texts were last compared; the Chinese may "
            "differ.",
            "英文自上次核對後已有改動，中文或有出入。",
        ),
        (
            "比想像中好", "比想像中差",
            "The Chinese has changed since the two texts were last compared; the English may "
            "differ.",
            "中文自上次核對後已有改動，英文或有出入。",
        ),
    ],
)  # fmt: skip
def test_the_notice_is_in_the_language_of_the_page(
    old: str, new: str, english: str, chinese: str, tmp_path: Path
) -> None:
    bodies = articles(tmp_path, old, new)
    for language, note in ((ENGLISH.code, english), (CHINESE.code, chinese)):
        assert bodies[language].count('role="note"') == 1
        assert note in bodies[language]
        assert 'id="p2"' in bodies[language].partition(note)[0]
        assert 'id="p3"' in bodies[language].partition(note)[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [("source: night", "source: night"), ("        accepted: c07f6d09 a48a75d4\n", "")],
)  # fmt: skip
def test_no_notice_for_a_current_pair_or_one_never_accepted(
    old: str, new: str, tmp_path: Path
) -> None:
    for body in articles(tmp_path, old, new).values():
        assert 'role="note"' not in body


def articles(folder: Path, old: str, new: str) -> dict[str, str]:
    """The bodies of an article's two pages after an edit in its file, by language."""
    shutil.copytree(TESTS / "content", folder / "content")
    file = folder / "content" / "articles" / f"{ARTICLE}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    content = read_content(open_folder(folder / "content", "content"))
    context = BuildContext(content, read_settings(TESTS.parent / "mkdocs.yml"))
    article = context.corpus.articles[ARTICLE]
    return {
        language.code: str(article_page(context, article, language).body)
        for language in LANGUAGES
    }  # fmt: skip
