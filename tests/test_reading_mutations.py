"""Reading handles any file: mutations of the fixture, the same in every run."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.check import check_content
from scripts.model import FOLDERS, MODELS
from scripts.reading.content import read_content
from scripts.reading.entry import read_entry
from scripts.reading.folder import open_folder
from scripts.reading.yaml_parser import read_yaml
from scripts.reading.yaml_syntax import USUAL

FIXTURE = Path(__file__).parent / "content"
FILES = sorted(FIXTURE.rglob("*.yml"))
KIND_OF_FOLDER = {str(folder): kind for kind, folder in FOLDERS.items()}
SIGNS = [
    *"\t\n :-?[]{},#&*!|>'\"%@`\\~=<\0\r\x7f\x85",
    *("\n---\n", "\n...\n", "\n? ", "<<: *a", "&a ", "*a ", "%TAG ! x\n"),
    "!!python/object/apply:os.system ",
    *("\u2028", "\u202e", "\ufeff", "\ud7ff", "\uffff", "\U0001f6a2", "é", "é", "鷺"),
    *("](", "[](term:x)", "**", "\\", "{{", "](javascript:x)", "1e999", ".nan", "NO", "~", "0x1F"),
]


def flip_bytes(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def delete(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 40)]


def insert_sign(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(data) + 1)
        data[place:place] = chance.choice(SIGNS).encode()


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def shuffle_lines(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    data[:] = b"".join(lines)


def reindent(data: bytearray, chance: random.Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    number = chance.randrange(len(lines))
    lines[number] = b" " * chance.randint(0, 6) + lines[number].lstrip()
    data[:] = b"".join(lines)


MUTATIONS = (flip_bytes, delete, insert_sign, truncate, shuffle_lines, reindent)
Mutation = Callable[[bytearray, random.Random], None]


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_mutated_file_is_an_entry_or_has_problems(mutate: Mutation, tmp_path: Path) -> None:
    chance = random.Random(f"1 {mutate.__name__}")
    broken = 0
    for number in range(600):
        original = FILES[number % len(FILES)]
        data = bytearray(original.read_bytes())
        mutate(data, chance)
        file = tmp_path / original.name
        file.write_bytes(data)
        document, diagnostics = read_yaml(file, "content/x.yml")
        entry = None
        if document is not None:
            model = MODELS[KIND_OF_FOLDER[original.parent.name]]
            entry, mistyped = read_entry(document, model, original.stem)
            diagnostics = diagnostics + mistyped
        assert entry is not None or diagnostics, bytes(data)
        lines = max(1, len(data.splitlines()))
        for diagnostic in diagnostics:
            assert 1 <= diagnostic.place.line <= lines, (diagnostic, bytes(data))
            assert diagnostic.place.column >= 1, (diagnostic, bytes(data))
            assert diagnostic.text
            assert diagnostic.text_zh
        broken += bool(diagnostics)
    assert broken > 100


def test_a_folder_of_mutated_files_is_checked(tmp_path: Path) -> None:
    for seed in range(20):
        chance = random.Random(seed)
        folder = tmp_path / str(seed)
        for file in FILES:
            data = bytearray(file.read_bytes())
            chance.choice(MUTATIONS)(data, chance)
            target = folder / file.relative_to(FIXTURE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        diagnostics = check_content(read_content(open_folder(folder, "content")))
        assert diagnostics
        assert all(p.place.line >= 1 and p.place.column >= 1 for p in diagnostics)
        assert all(p.place.path.startswith("content/") and p.hint_zh for p in diagnostics)


def test_a_yaml_error_has_a_message_of_our_own(tmp_path: Path) -> None:
    """Signs at the beginning of values: each error has its own remedy."""
    chance = random.Random(12)
    signs = [*"[]{}>|&*!%@`'\"#,:", "- ", "? ", " #", ": ", "!<", "!a!b ", "|2x", "\\", "\u3000"]
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    unexplained = []
    for _ in range(1500):
        text = chance.choice(texts)
        places = [match.end() for match in re.finditer(r": (?=\S)|^ *- |^ *", text, re.MULTILINE)]
        place = chance.choice(places)
        changed = text[:place] + chance.choice(signs) + text[place:]
        (tmp_path / "entry.yml").write_text(changed, encoding="utf-8")
        _, diagnostics = read_yaml(tmp_path / "entry.yml", "entry.yml")
        unexplained += [p for p in diagnostics if p.arguments.get("problem") == USUAL.problem]
    assert unexplained == []
