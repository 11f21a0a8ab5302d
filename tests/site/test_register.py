"""The registers: their filters and arrangements; the balance of claims, evidence on both sides."""

import re

import pytest
from playwright.sync_api import Browser, expect

from .accessibility import violations
from .browsing import opened
from .project import Page, Site

pytestmark = pytest.mark.matrix

REGISTER = "claims/"
ROWS = ".fp-register .fp-row"
PREFIXES = ("", "zh-Hant/")
DECIDED = "claims/lamps-on-the-pier/"
IN_VAIN = "claims/beans-in-the-jar/"
ASSERTER = "names/puffin-ferries/"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_balance_counts_every_claim_once(site: Site, prefix: str) -> None:
    page = site.pages[prefix + REGISTER]
    parts = [int(count) for count in page.values("//*[@class='fp-balance']//strong/text()")]
    widths = [
        int(width)
        for width in page.values("//*[@class='fp-balance']//*[local-name()='rect']/@width")
    ]
    assert widths == parts
    assert sum(parts) == len(page.all("//tr[@class='fp-row']"))


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


@pytest.mark.parametrize(
    ("path", "typed", "found"),
    [
        ("glossary/", "FERR", "渡輪"),
        ("zh-Hant/glossary/by/jyutping/", "dou leon", "ferry"),
        ("names/", "燈籠競渡", "Lantern Regatta"),
        ("zh-Hant/claims/?figure=yes", "twelve boats", "艘船"),
        ("articles/", "on the pier", "Pier"),
    ],
)
def test_what_is_typed_filters_every_register(
    browser: Browser, address: str, path: str, typed: str, found: str
) -> None:
    with opened(browser) as page:
        page.goto(address + path)
        rows = page.locator(ROWS)
        shown = page.locator(f"{ROWS}:visible")
        before = shown.count()
        page.locator(".fp-narrowing [name=q]").press_sequentially(typed)
        expect(page.locator(".fp-narrowing [role=status]")).to_contain_text(str(shown.count()))
        assert 0 < shown.count() < before <= rows.count()
        expect(shown.filter(has_text=found)).not_to_have_count(0)
        headings = page.locator(".fp-group-heading:visible").count()
        assert page.locator(".fp-strip a:visible").count() == headings
        page.reload()
        expect(page.locator(".fp-narrowing [name=q]")).to_have_value(typed)
        expect(shown.filter(has_text=found)).not_to_have_count(0)
        page.locator(".fp-narrowing [name=q]").fill("no such thing")
        expect(shown).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "by"), [("claims/", "figure"), ("zh-Hant/names/", "letter"), ("glossary/", "pos")]
)
def test_an_arrangement_has_every_row_once_and_stays_in_the_address(
    browser: Browser, address: str, path: str, by: str
) -> None:
    with opened(browser) as page:
        page.goto(address + path)
        order = "(rows) => rows.map((row) => row.querySelector('a').getAttribute('href'))"
        rows = page.locator(ROWS)
        before = rows.evaluate_all(order)
        page.locator("[name=by]").select_option(by)
        expect(page).to_have_url(re.compile(rf"\?by={by}$"))
        arranged = rows.evaluate_all(order)
        assert arranged != before
        assert sorted(arranged) == sorted(before)
        counts = page.locator(".fp-strip .fp-count").all_inner_texts()
        assert len(counts) > 1
        assert sum(map(int, counts)) == len(before)
        page.locator(".fp-strip a").last.click()
        assert page.locator(".fp-group-heading:target").count() == 1
        page.locator("[name=by]").select_option("")
        assert rows.evaluate_all(order) == before


def test_figures_are_arranged_largest_first_and_stand_at_the_right(
    browser: Browser, address: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{address}{REGISTER}?by=figure")
        groups = page.locator(".fp-group")
        assert "HK$2.5 million" in groups.first.locator(".fp-figure").inner_text()
        numbers = groups.nth(2).locator(".fp-row > .fp-figures > :first-child").all_inner_texts()
        found = [float(re.findall(r"[\d.]+", text.replace(",", ""))[0]) for text in numbers]
        assert len(found) > 1
        assert found == sorted(found, reverse=True)
        edges = page.locator(".fp-figure").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().right)"
        )
        assert max(edges) - min(edges) < 1


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
def test_each_mark_of_the_picture_has_its_claim_asserter_and_source(
    based_site: Site, prefix: str
) -> None:
    page = based_site.pages[prefix + REGISTER]
    marks = "//*[local-name()='svg']/*[local-name()='a']"
    assert len(page.all(marks)) > 1
    assert not page.all("//*[local-name()='svg']//*[local-name()='span']")
    for number, href in enumerate(page.values(f"{marks}/@href"), start=1):
        claim = based_site.pages[prefix + REGISTER + href.removeprefix("../claims/")]
        told = page.text_of(f"({marks})[{number}]")
        for part in (
            "//h1",
            "//dd/span[@class='fp-figure']",
            "//section[@id='asserter']/p[1]/a",
            "//dl[@class='fp-facts']/dd/a[@class='fp-source']",
            "(//*[contains(@class, 'fp-status')])[1]",
        ):
            found = page_texts(claim, part)
            assert any(text in told for text in found), (href, part)


def page_texts(page: Page, xpath: str) -> list[str]:
    return [" ".join("".join(map(str, one.itertext())).split()) for one in page.all(xpath)]


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
        for path in (
            f"{REGISTER}?by=figure&q=hong",
            "names/?by=letter",
            "glossary/?q=a",
            DECIDED,
            IN_VAIN,
            ASSERTER,
        ):
            for prefix in PREFIXES:
                page.goto(address + prefix + path)
                page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
                assert violations(page) == [], prefix + path
