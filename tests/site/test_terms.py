"""The page of a term: its pronunciation, examples, collocations and false friends."""

from scripts.languages import LANGUAGES

from .project import Site


def test_what_a_learner_looks_up_is_there_in_both_languages(invented_site: Site) -> None:
    for language in LANGUAGES:
        page = invented_site.pages[f"{language.prefix}glossary/ridership/"]
        assert page.text_of("//*[@class='fp-ipa']") == "/ˈraɪdəʃɪp/"
        for part, texts in {
            "examples": ["Ridership rises when it snows.", "一下雪，載客量便上升。"],
            "collocations": ["record ridership", "載客量創新高"],
            "false-friends": ["Readership counts readers.", "勿與readership（讀者人數）混淆。"],
        }.items():
            section = page.text_of(f"//section[@id='{part}']")
            assert all(text in section for text in texts)


def test_a_term_without_them_has_no_empty_sections(invented_site: Site) -> None:
    page = invented_site.pages["glossary/berth/"]
    assert not page.all("//section[@id='examples' or @id='collocations' or @id='false-friends']")
    assert not page.all("//*[@class='fp-ipa']")
