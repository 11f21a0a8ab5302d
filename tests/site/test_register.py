"""The register of claims and their pages: the balance, the narrowing, evidence on both sides."""

import re

import pytest
from playwright.sync_api import Browser, expect

from .accessibility import violations
from .browsing import opened
from .project import Site

pytestmark = pytest.mark.matrix

REGISTER = "claims/"
ROWS = ".fp-register tbody tr"
PREFIXES = ("", "zh-Hant/")
DECIDED = "claims/lamps-on-the-pier/"
IN_VAIN = "claims/beans-in-the-jar/"
ASSERTER = "names/puffin-ferries/"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_balance_counts_every_claim_once(site: Site, prefix: str) -> None:
    page = site.pages[prefix + REGISTER]
    whole, *parts = (int(count) for count in page.values("//*[@class='fp-balance']//strong/text()"))
    assert whole == sum(parts) == len(page.all("//table//tbody/tr"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "disputed"),
        ("asserter", "puffin-ferries"),
        ("topic", "heritage"),
        ("figure", "yes"),
    ],
)
def test_a_choice_narrows_the_register_and_stays_in_the_address(
    browser: Browser, address: str, field: str, value: str
) -> None:
    with opened(browser) as page:
        page.goto(address + REGISTER)
        all_rows = page.locator(ROWS).count()
        page.locator(f".fp-narrowing select[name={field}]").select_option(value)
        shown = page.locator(f"{ROWS}:visible")
        expect(page).to_have_url(re.compile(rf"\?{field}={value}$"))
        assert 0 < shown.count() < all_rows
        own = shown.evaluate_all("(rows, field) => rows.map((row) => row.dataset[field])", field)
        assert all(value in values.split(" ") or values == value for values in own)
        expect(page.locator(".fp-narrowing [role=status]")).to_contain_text(str(len(own)))
        page.reload()
        assert page.locator(f"{ROWS}:visible").count() == len(own)
        page.locator(f".fp-narrowing select[name={field}]").select_option("")
        expect(page).to_have_url(re.compile("claims/$"))
        assert page.locator(f"{ROWS}:visible").count() == all_rows


def test_choices_add_up_and_an_unknown_one_is_left_out(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}{REGISTER}?status=disputed&asserter=puffin-ferries&topic=no-such")
        rows = page.locator(f"{ROWS}:visible")
        assert rows.count() > 0
        told = rows.evaluate_all("rows => rows.map((r) => [r.dataset.status, r.dataset.asserter])")
        assert {tuple(one) for one in told} == {("disputed", "puffin-ferries")}


def test_without_scripts_the_register_is_whole(browser: Browser, address: str) -> None:
    with opened(browser, scripted=False) as page:
        page.goto(f"{address}{REGISTER}?status=disputed")
        expect(page.locator(".fp-narrowing")).to_be_hidden()
        assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count() > 0


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_claim_begins_with_the_finding(based_site: Site, prefix: str) -> None:
    page = based_site.pages[prefix + DECIDED]
    sections = page.values("//*[@id='facing-page']//section/@id")
    expected = ["statement", "evidence", "looked-for", "asserter", "unclear", "history", "passages"]
    assert sections == expected
    before = page.text.partition("fp-verdict")[0]
    assert "<section" not in before
    assert len(page.all("//*[@class='fp-sides']/div")) == 2
    assert len(page.all("//*[@class='fp-sides']/div[1]//li/details")) == 2
    assert len(page.all("//*[@class='fp-sides']/div[2]//li/details")) == 1


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_was_looked_for_in_vain_is_shown(based_site: Site, prefix: str) -> None:
    page = based_site.pages[prefix + IN_VAIN]
    assert not page.all("//*[@class='fp-sides']")
    assert len(page.all("//*[@class='fp-queries']/li")) > 3


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_name_shows_all_that_it_claims(based_site: Site, prefix: str) -> None:
    page = based_site.pages[prefix + ASSERTER]
    own = page.all("//section[@id='asserted']//li")
    rows = based_site.pages[prefix + REGISTER].all("//tr[@data-asserter='puffin-ferries']")
    assert len(own) == len(rows) > 3
    assert len(
        page.all("//section[@id='asserted']//li//span[contains(@class, 'fp-status')]")
    ) == len(own)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str, width: int) -> None:
    with opened(browser, "dark" if scheme == "dark" else "light", width=width) as page:
        for path in (REGISTER, DECIDED, IN_VAIN, ASSERTER):
            for prefix in PREFIXES:
                page.goto(address + prefix + path)
                page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
                assert violations(page) == [], prefix + path
