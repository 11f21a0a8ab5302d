"""The marking of languages in the HTML of hand-written pages."""

import pytest

from scripts.languages import LanguageCode
from scripts.publishing.handwritten import marked

pytestmark = pytest.mark.matrix


@pytest.mark.parametrize(
    ("code", "html", "expected"),
    [
        ("en", "<p>A 對照 &amp; b</p>", '<p>A <span lang="zh-Hant-HK">對照</span> &amp; b</p>'),
        ("zh-Hant", "<p>用Python寫</p>", '<p>用<span lang="en-GB">Python</span>寫</p>'),
        ("zh-Hant", "<p>甲&amp;乙&lt;丙</p>", "<p>甲&amp;乙&lt;丙</p>"),
        ("en", "<code>對照 &lt;</code>", '<code><span lang="zh-Hant-HK">對照</span> &lt;</code>'),
        ("zh-Hant", "<code>make check &lt;</code>", "<code>make check &lt;</code>"),
        ("en", '<p lang="ja">東京 <b>東</b></p>', '<p lang="ja">東京 <b>東</b></p>'),
        ("en", '<a title="對 &gt;" href="?&amp;">x</a>', '<a title="對 &gt;" href="?&amp;">x</a>'),
        ("en", "<!-- list: articles -->\n<hr />", "<!-- list: articles -->\n<hr>"),
        ("en", "<p>a<br>對照</p>", '<p>a<br><span lang="zh-Hant-HK">對照</span></p>'),
        ("en", "<script>if (a < '對照') b()</script>", "<script>if (a < '對照') b()</script>"),
    ],
)  # fmt: skip
def test_runs_in_the_other_language_are_marked(
    code: LanguageCode, html: str, expected: str
) -> None:
    assert marked(html, code) == expected
