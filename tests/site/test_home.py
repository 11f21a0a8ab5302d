"""The home page shows what the site does: a passage, three ways in, the claims, the articles."""

import pytest
from playwright.sync_api import Browser, expect

from .browsing import phone
from .project import Site

pytestmark = pytest.mark.matrix


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_home_shows_a_passage_three_doors_the_balance_and_the_articles(
    based_site: Site, prefix: str
) -> None:
    home = based_site.pages[prefix]
    taste = "//*[contains(@class, 'fp-taste')]"
    assert len(home.all(f"{taste}//*[@class='fp-passage']")) == 1
    assert len(home.all(f"{taste}//*[contains(@class, 'fp-side')]")) == 2
    marked = home.values(f"{taste}//p[contains(@class, 'fp-text')]//a/@class")
    assert len({name for name in marked if name in ("fp-term", "fp-name", "fp-claim")}) > 1
    doors = home.values("//ul[contains(@class, 'fp-doors')]//a/@href")
    assert [door.rpartition("./")[2] for door in doors] == ["articles/", "glossary/", "claims/"]
    counts = map(int, home.values("//*[@class='fp-balance']//strong/text()"))
    claims = based_site.pages[f"{prefix}claims/"].all("//tr[@class='fp-row']")
    assert sum(counts) == len(claims)
    articles = home.all("//li[contains(@class, 'fp-entry')]")
    index = based_site.pages[f"{prefix}articles/"].all("//li[contains(@class, 'fp-entry')]")
    assert len(articles) == len(index) > 1


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_the_balance_leads_to_the_claims_that_it_counts(based_site: Site, prefix: str) -> None:
    home = based_site.pages[prefix]
    register = based_site.pages[f"{prefix}claims/"]
    for href in home.values("//*[@class='fp-balance']//a/@href"):
        status = href.partition("?status=")[2].replace("%20", " ")
        assert register.all(f"//tr[@data-status='{status}']"), href


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_a_word_of_the_passage_answers_to_a_tap(
    browser: Browser, address: str, prefix: str
) -> None:
    with phone(browser) as page:
        page.goto(address + prefix)
        page.locator(".fp-taste .fp-text a:is(.fp-term, .fp-name)").first.tap()
        expect(page.locator(".fp-explains:popover-open")).to_be_in_viewport()
        assert page.url == address + prefix
