"""Build the index from documents: a manifest and the files that it names.

`HACKING.md` describes its parts and their use under “Search”. The same documents always give the
same files, whatever the number of processors.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as resources
from itertools import accumulate

from ..cache.parallel import parallel_map
from ..cache.stages import Stage
from ..cache.store import Store, temporary_store
from .documents import KINDS, Document
from .folding import folds_to
from .key_tree import Files, Leaf, as_json, grown, leaf, leaves
from .lemma_groups import lemma_groups, rules
from .postings import (
    LIGHT_WORDS,
    STOP_WORDS,
    Postings,
    merged,
    packed_postings,
    portions_of,
    unpacked,
)
from .romanisation import headword_index
from .tokeniser import LETTERS

FORMAT = 2  # increased when an older search.js could not read the index
FOLDER = "assets/search/"
MANIFEST = FOLDER + "index.json"
# The approximate number of characters in a leaf: about 8, 3, 6 and 6 kB compressed.
POSTINGS, TEXTS, HEADWORDS, VOCABULARY = 11_000, 3_600, 20_000, 16_000
POSTINGS_OF = Stage("postings", "search.postings")
WORTHWHILE = 40  # the portions of documents from which more processes are worth starting
AT_ONCE = 4  # portions sent to a process

_word = re.compile(f"-?[{LETTERS}]")


def index_files(
    documents: Sequence[Document], store: Store | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file of an index, the manifest last."""
    numbered = sorted(documents, key=lambda document: KINDS.index(document.kind))
    files = Files()
    manifest = as_json(_manifest(numbered, files, store or temporary_store()))
    for name, text in files.items():
        yield f"{FOLDER}{name}.json", text.encode("utf-8")
    yield MANIFEST, manifest.encode("utf-8")


def _manifest(documents: Sequence[Document], files: Files, store: Store) -> dict[str, object]:
    postings = _postings(documents, store)
    words = _words(postings)
    texts = _text_leaves(documents)
    headwords = {key: as_json(value) for key, value in headword_index(documents).items()}
    characters = (character for key in postings for character in key)
    return {
        "format": FORMAT,
        "kinds": {kind: sum(d.kind == kind for d in documents) for kind in KINDS},
        "stopWords": sorted(STOP_WORDS),
        "lightWords": sorted(LIGHT_WORDS),
        "spelling": rules("spelling"),
        "endings": rules("endings"),
        "numerals": _numerals(),
        "folds": files.add(
            as_json([form + others for form, others in folds_to(characters).items()])
        ),
        "postings": grown(files, leaves(dict(_entries(postings, words)), POSTINGS)),
        "texts": grown(files, texts),
        "known": grown(files, leaves(headwords, HEADWORDS)),
        "vocabulary": grown(files, leaves(_vocabulary(words), VOCABULARY)),
    }


def _numerals() -> object:
    """The characters of Chinese numerals, which the browser parses and writes."""
    text = resources(__package__).joinpath("numerals.json").read_text(encoding="utf-8")
    return json.loads(text)


def _postings(documents: Sequence[Document], store: Store) -> dict[str, Postings]:
    """The postings of all documents; those of portions that have not changed are stored."""
    portions = portions_of(documents)
    keys = [POSTINGS_OF.key(portion) for portion in portions]
    found = store.load(keys)
    missing = {
        key: portion for key, portion in zip(keys, portions, strict=True) if key not in found
    }
    packed = parallel_map(
        packed_postings, list(missing.values()), fewest=WORTHWHILE, portion=AT_ONCE
    )
    made = dict(zip(missing, packed, strict=True))
    store.save(made)
    found |= made
    starts = accumulate(map(len, portions), initial=0)
    return merged((start, unpacked(found[key])) for start, key in zip(starts, keys, strict=False))


def is_word(key: str) -> bool:
    """Whether a key is a word or part of one, not a run of characters or a sign."""
    return bool(_word.match(key))


def _words(postings: Mapping[str, Postings]) -> dict[str, dict[str, Postings]]:
    """The postings of each word: as a word, and as a part of another (`-word`)."""
    words: dict[str, dict[str, Postings]] = defaultdict(dict)
    for key, found in postings.items():
        if is_word(key):
            words[key.removeprefix("-")][key] = found
    return words


def _entries(
    postings: Mapping[str, Postings], words: Mapping[str, Mapping[str, Postings]]
) -> Iterator[tuple[str, str]]:
    """The JSON value of each key: postings, those of each form of a group, or `=key` of a group."""
    for key, found in postings.items():
        if not is_word(key):
            yield key, f'"{found.text}"'
    for key, members in lemma_groups(words).items():
        forms = {form: found.text for word in members for form, found in words[word].items()}
        if list(forms) == [key]:
            yield key, f'"{forms[key]}"'
        else:
            yield key, as_json(forms)
            yield from ((word, f'"={key}"') for word in members if word != key)


def _vocabulary(words: Mapping[str, Mapping[str, Postings]]) -> dict[str, str]:
    """Words for correcting misspelt ones, with the bit length of their document frequency."""
    return {
        word: str(max(found.frequency for found in forms.values()).bit_length())
        for word, forms in words.items()
        if len(word) > 2 and not word[0].isdigit()
    }


def _text_leaves(documents: Sequence[Document]) -> Iterator[Leaf]:
    """Leaves with the texts to display: heads and passages; each begins with a head."""
    held: list[tuple[str, str]] = []
    length = 0
    start = text_key(0, 0)
    for number, document in enumerate(documents):
        head = (text_key(number, 0), as_json(_head(document)))
        for place, value in enumerate(_shown(document, head[1])):
            if length + len(value) > TEXTS and length and place != 1:
                yield Leaf(start, leaf(held))
                start = text_key(number, place)
                held, length = ([head] if place else []), 0
            held.append((text_key(number, place), value))
            length += len(value)
    if held:
        yield Leaf(start, leaf(held))


def text_key(document: int, passage: int) -> str:
    """Return the key of a passage's texts, or of a document's head, which is passage 0."""
    return f"{document:06}.{passage:05}"


def _head(document: Document) -> list[object]:
    forms = document.head if document.forms else ("", "")
    return [document.path, *document.title, *(text.split("\n") if text else [] for text in forms)]


def _shown(document: Document, head: str) -> Iterator[str]:
    yield head
    for passage in document.passages:
        yield as_json([*passage.anchors, *passage.texts])
