"""Citations of articles and passages, in the conventions of either language."""

from dataclasses import dataclass

from ..edition.addresses import path_of
from ..languages import ENGLISH
from ..model import Article, Key, Label, Passage, Source
from ..model.passage import Ground
from .bibliography import Record
from .page_view import PageView


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation for readers, and the record for programs."""

    plain: str
    record: Record


def citations_path(article_id: str) -> str:
    """Return the path, below the site's root, of the file with the citations of an article."""
    return f"{path_of(Key('article', article_id))}citations.json"


def citation_of(view: PageView, article: Article, passage: Passage | None = None) -> Citation:
    """Return the citation of a whole article, or of one of its passages."""
    digest = _digest(view, article, passage)
    part = passage.id if passage else ""
    path = path_of(Key("article", article.id))
    url = view.permanent(f"{path}#{part}" if part else path)
    record = Record(
        id=".".join(filter(None, (article.id, part, view.language.code))),
        author=_author(view, article),
        title=_beside(view, *_both(view, article.title)),
        revised=article.updated,
        url=url,
        language=view.language.html,
        note=_numbered(view, "note", passage) + digest,
    )
    plain = _by(view, article) + view.t(
        "cite.whole",
        site=_site(view),
        title=_title(view, *_both(view, article.title)),
        part=_numbered(view, "part", passage),
        day=view.day(article.updated),
        source=digest,
        url=url,
    )
    return Citation(plain if digest else plain.replace("  ", " "), record)


def _names(view: PageView) -> tuple[str, str]:
    """The names of the site, the one in the language of the citation first."""
    names = view.context.settings.names
    return names[view.language.code], names[view.other.code]


def _site(view: PageView) -> str:
    site, other = _names(view)
    return site if site == other else view.t("cite.site", site=site, other=other)


def _numbered(view: PageView, place: str, passage: Passage | None) -> str:
    """A place followed by the number of a passage, if there is one: p3 is 3."""
    if passage is None:
        return ""
    bare = passage.id.removeprefix("p")
    return view.t(f"cite.{place}", id=bare if bare.isdigit() else passage.id)


def _author(view: PageView, article: Article) -> str:
    """The byline, or the site itself."""
    if article.byline:
        return article.byline.of(view.language.code)
    return " ".join(dict.fromkeys(_names(view)))


def _by(view: PageView, article: Article) -> str:
    """The byline before a citation, if there is one."""
    return view.t("cite.by", author=_author(view, article)) if article.byline else ""


def _digest(view: PageView, article: Article, passage: Passage | None) -> str:
    """The sources of an article, or of a passage with its paragraphs; nothing without a source."""
    if not article.source:
        return ""
    cited = article.sources_of(passage.id) if passage else article.source
    sources = [_source(view, view.context.corpus.sources[source]) for source in cited]
    source = view.t("cite.and").join(sources)
    if passage is None or len(cited) > 1:
        return view.t("cite.digest", source=source)
    grounds = {
        "en": _paragraphs(view, article.grounds(passage, "en")),
        "zh": _paragraphs(view, article.grounds(passage, "zh-Hant")),
    }
    state = "alike" if grounds["en"] == grounds["zh"] else "apart"
    return view.t(f"cite.digest.{state}", source=source, **grounds)


def _paragraphs(view: PageView, grounds: tuple[Ground, ...]) -> str:
    names = view.t("list.separator").join(view.paragraph(ground.paragraph) for ground in grounds)
    return names.replace("\N{NO-BREAK SPACE}", " ")  # which reference managers might not know


def _source(view: PageView, source: Source) -> str:
    """A source with its original titles, in the order of the language's bibliographies."""
    code = view.language.code
    titles = list(filter(None, (source.title.of(code), source.title.of(view.other.code))))
    parts = [
        source.author.of(code) if source.author else "",
        _title(view, *titles) if titles else source.label.of(code),
        view.context.corpus.names[source.publisher].label.of(code),
        view.date(source.date),
    ]
    address = view.t("cite.address", url=source.url) if source.url else ""
    return view.t("cite.separator").join(filter(None, parts)) + address


def _both(view: PageView, title: Label) -> tuple[str, str]:
    return title.of(view.language.code), title.of(view.other.code)


def _title(view: PageView, title: str, other: str = "") -> str:
    """A title in its title marks, and the one in the other language."""
    if view.language is ENGLISH:
        title = title.translate(str.maketrans("“”", "‘’"))
    return _beside(view, view.t("cite.title", title=title), other)


def _beside(view: PageView, title: str, other: str) -> str:
    return title + view.t("cite.title.other", title=other) if other else title
