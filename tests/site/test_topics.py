"""Topics list the articles, names and claims that refer to them, and nothing else."""

import re

import pytest

from .project import Site

pytestmark = pytest.mark.matrix


def linked(site: Site, path: str) -> set[str]:
    """The entries and topics linked in a page's own content, by their paths."""
    body = site.pages[path].text.partition('id="facing-page"')[2].partition("</article>")[0]
    return set(re.findall(r'href="(?:\.\./)*((?:articles|names|claims|topics)/[^"#]+/)"', body))


@pytest.mark.parametrize("root", ["", "zh-Hant/"])
def test_a_topic_gathers_what_names_it(invented_site: Site, root: str) -> None:
    assert linked(invented_site, f"{root}topics/heritage/") == {
        "articles/a-year-of-night-boats/",
        "names/lantern-regatta/",
    }


def test_entries_lead_to_their_topics(invented_site: Site) -> None:
    for path in ("articles/a-year-of-night-boats/", "names/lantern-regatta/"):
        assert "topics/heritage/" in linked(invented_site, path)
    assert "topics/finance/" in linked(invented_site, "zh-Hant/claims/cost-of-the-night-boat/")


def test_only_topics_that_are_used_are_listed_and_have_a_page(invented_site: Site) -> None:
    listed = re.findall(r'href="\.\./topics/([a-z-]+)/"', invented_site.pages["topics/"].text)
    # The largest is first: claims on money, three walks, an article and a name on old ways.
    sizes = {topic: len(linked(invented_site, f"topics/{topic}/")) for topic in listed}
    assert list(sizes) == ["finance", "island-walks", "heritage"]
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    assert {path for path in invented_site.pages if re.fullmatch(r"topics/.+/", path)} == {
        "topics/heritage/",
        "topics/finance/",
        "topics/island-walks/",
    }
