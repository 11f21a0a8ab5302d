"""What all pages and exports depend on beside facts: code, templates, settings, page shells."""

import hashlib
from collections.abc import Iterator
from typing import Final

from ..cache.code import fingerprint
from ..cache.stages import pack
from ..edition.build_context import BuildContext
from ..model import key_of_entry
from ..reading.content import Content
from .page_shells import PageShells

CODE: Final = ("pages", "exports", "publishing.page_shells", "publishing.incremental")


def shared_inputs(context: BuildContext, shells: PageShells) -> bytes:
    """Return the hash of everything but facts that every page and export depends on."""
    templates = sorted((context.settings.root / "overrides/pages").rglob("*.html"))
    return hashlib.sha256(
        pack(
            (
                fingerprint(*CODE),
                [(template.name, template.read_bytes()) for template in templates],
                repr(context.settings),
                sorted(context.empty),
                sorted(context.content.folder.handwritten),
                list(_left_out(context.content)),
                [shells.files[path] for path in sorted(shells.files) if path.endswith(".html")],
            )
        )
    ).digest()


def _left_out(content: Content) -> Iterator[object]:
    """What entries do without depends on the drafts; in a preview, on all that is there."""
    yield content.previewed, sorted(content.drafts)
    if content.previewed:
        yield [key_of_entry(entry) for entry in content.corpus.entries()]
        for article in content.corpus.articles.values():
            yield article.id, [passage.id for passage in article.passages()]
