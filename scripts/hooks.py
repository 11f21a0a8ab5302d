"""The hooks of MkDocs, and the only module that imports it.

`python -m scripts build` has MkDocs render page shells into a folder of the cache, and nothing
else. `mkdocs build` and `mkdocs serve`, run by themselves, check `content/`, render the page shells
into the cache too, and then publish the whole site to MkDocs' own output folder.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Set
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

# The command `mkdocs`, unlike `python -m mkdocs`, does not put the project's folder on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.authoring.guide import guide_pages
from scripts.build import checked_content, publish
from scripts.cache.store import Store, open_store
from scripts.diagnostics.diagnostic import errors
from scripts.diagnostics.reports import as_text
from scripts.edition.build_context import empty_sections
from scripts.edition.settings import BadSettings, Settings, settings_from
from scripts.kinds import FOLDERS, SEARCHED
from scripts.languages import LANGUAGES, Language, counterpart
from scripts.pages.interface import interface_text
from scripts.pages.page import SECTIONS
from scripts.publishing.handwritten import marked
from scripts.publishing.mkdocs_build import (
    EMPTY_SECTIONS,
    is_for_page_shells,
    new_folder,
    store_page_shells,
)
from scripts.publishing.page_shells import placeholder_shells
from scripts.reading.content import Content

PAGE_SHELLS = {page_shell.source_uri: page_shell for page_shell in placeholder_shells()}
GUIDE = {page.source_uri: page for page in guide_pages()}
DESTINATION = "facing_pages_destination"  # in config.extra: the folder of the whole site
EMPTY = "facing_pages_empty"  # in config.extra: the sections without entries
# The pages of the navigation with titles from `interface.yml`; all others have their own.
NAMED = ("index", *dict.fromkeys(SECTIONS.values()), "guide", "about")
# The sections that are not in the navigation, and the one that is marked for each.
WITHIN = {"topics": "articles", "sources": "about"}
# Material puts `autocomplete` on checkboxes, where HTML does not allow it.
INVALID = re.compile(r'(?<=type="checkbox")( id="__\w+") autocomplete="off"')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Before anything is written: stop if content has errors; send MkDocs' output to the cache."""
    settings = _settings(config)
    config.extra["site_names"] = settings.names
    if _is_nested(config):
        return config
    if is_for_page_shells(Path(config.site_dir), settings):
        config.extra[EMPTY] = set(filter(None, os.environ.get(EMPTY_SECTIONS, "").split(",")))
        return config
    with open_store(settings.store) as store:
        config.extra[EMPTY] = empty_sections(_sound_content(settings, store).corpus)
    config.extra[DESTINATION] = config.site_dir
    config.site_dir = str(new_folder(settings))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every page shell, and the pages on checks; none of them is a file on disk."""
    for source_uri in (*PAGE_SHELLS, *GUIDE):
        files.append(File(source_uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Leave out sections without entries, and give the others their titles from `interface.yml`."""
    nav.items = list(_without_empty(nav.items, config.extra[EMPTY]))
    nav.pages = [page for page in nav.pages if _section_of(page.file) not in config.extra[EMPTY]]
    for entry in nav.pages:
        section = _section_of(entry.file)
        if section in NAMED:
            key = "home" if section == "index" else section
            entry.title = interface_text(f"{key}.title", _language(entry.file).code)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the words of the interface, also 404.html, which is no page to MkDocs."""
    code = config.theme["language"]
    env.globals["said"] = interface_text
    env.globals["empty"] = config.extra[EMPTY]
    env.globals["has_guide"] = any(_section_of(file) == "guide" for file in files)
    sections = [(kind, FOLDERS[kind]) for kind in SEARCHED]
    env.globals["searched"] = [*sections, ("page", ""), ("guide", "")]
    config.site_name = config.extra["site_names"][code]
    for option in config.theme.get("palette") or ():
        if "toggle" in option:
            option["toggle"]["name"] = interface_text(f"scheme.{option['toggle']['to']}", code)
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Return the front matter of a page shell or the text of a check's page, instead of a file."""
    if written := GUIDE.get(page.file.src_uri):
        return written.markdown
    page_shell = PAGE_SHELLS.get(page.file.src_uri)
    if page_shell is None:
        return None
    hidden = ["navigation"] if page_shell.kind == "article" else ["navigation", "toc"]
    # JSON is YAML, and quotes what needs it.
    matter = json.dumps({"title": page_shell.slots["title"], "hide": hidden})
    return f"---\n{matter}\n---\n"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the body of a page shell; mark the languages in the HTML of hand-written pages."""
    page_shell = PAGE_SHELLS.get(page.file.src_uri)
    if page_shell is None:
        return marked(html, _language(page.file).code)
    # The target of Material's “skip to content”.
    page.toc = TableOfContents([AnchorLink(page_shell.slots["title"], "facing-page", 1)])
    return page_shell.slots["body"]


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give templates the page shell and the address of its counterpart."""
    settings = _settings(config)
    page_shell = PAGE_SHELLS.get(page.file.src_uri)
    language = _language(page.file)
    context["facing"] = {
        "page_shell": page_shell,
        "path": page.url.removeprefix(language.prefix).removeprefix("./"),
        "language": language,
        "other": counterpart(language),
        "languages": LANGUAGES,
        "site_url": settings.site_url,
        "t": lambda key, **values: interface_text(key, language.code, **values),
    }
    written = GUIDE.get(page.file.src_uri)
    source = written.made_from if written else f"docs/{page.file.src_uri}"
    page.edit_url = None if page_shell else settings.edit_url(source)
    section = SECTIONS[page_shell.kind] if page_shell else PurePosixPath(page.file.src_uri).parts[1]
    _mark_section(nav, page, WITHIN.get(section, section))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Remove the invalid attributes in Material's HTML."""
    return INVALID.sub(r"\1", output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the 404 page of the first language, which has both; the last would overwrite it."""
    is_second = template_name == "404.html" and _is_nested(config)
    return "" if is_second else INVALID.sub(r"\1", output)


@event_priority(-200)  # after static-i18n, which builds the other languages in its own
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language: store the page shells, and publish the whole site."""
    destination = config.extra.pop(DESTINATION, None) if not _is_nested(config) else None
    if destination is None:
        return
    settings = _settings(config, site=Path(destination))
    with open_store(settings.store) as store:
        folder = Path(config.site_dir)
        shells = store_page_shells(settings, config.extra[EMPTY], store, folder)
        # Read again, as editors may have saved files while MkDocs rendered.
        publish(settings, _sound_content(settings, store), shells, store)


def _sound_content(settings: Settings, store: Store) -> Content:
    """The content; if it has errors, MkDocs stops and reports them."""
    content, diagnostics = checked_content(settings, store)
    if errors(diagnostics):
        raise PluginError("\n" + as_text(diagnostics))
    return content


def _mark_section(nav: Navigation, page: Page, section: str) -> None:
    """Mark the section of a page as active, as MkDocs does for pages of the navigation."""
    language = _language(page.file)
    marked = [
        entry
        for entry in nav.pages
        if entry is page
        or (_section_of(entry.file) == section and _language(entry.file) is language)
    ]
    for entry in nav.pages:
        entry.active = False
    for entry in marked:  # with its group, which MkDocs' own setter would unmark
        entry.active = True


def _without_empty(items: Iterable[StructureItem], empty: Set[str]) -> Iterator[StructureItem]:
    """The items of the navigation, and of groups within it, that lead to a section with entries."""
    for item in items:
        if isinstance(item, Section):
            item.children = list(_without_empty(item.children, empty))
            if item.children:
                yield item
        elif not isinstance(item, Page) or _section_of(item.file) not in empty:
            yield item


def _section_of(file: File) -> str:
    """The section whose first page a file is: `en/claims/index.md` is that of “claims”."""
    path = PurePosixPath(file.src_uri).with_suffix("")
    return "/".join(path.parts[1:]).removesuffix("/index")


def _language(file: File) -> Language:
    return next(lang for lang in LANGUAGES if file.src_uri.startswith(f"{lang.code}/"))


def _is_nested(config: MkDocsConfig) -> bool:
    """Whether this is a build that static-i18n runs within that of the first language."""
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)


def _settings(config: MkDocsConfig, site: Path | None = None) -> Settings:
    root = Path(str(config.config_file_path)).resolve().parent
    try:
        return settings_from(dict(config), root=root, site=site)
    except BadSettings as error:
        raise PluginError(str(error)) from None
