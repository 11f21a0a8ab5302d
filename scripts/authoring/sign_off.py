"""The sign-off of passages: `accepted: …` written into an article, all else left unchanged.

The file's text is edited, not serialised again from its nodes, so that comments, quotes, order and
line endings stay byte for byte.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..analysis.sign_off import sign_off_digest, sign_off_state
from ..diagnostics.reports import as_text
from ..model import FOLDERS, Article, Key, Passage
from ..reading.folder import EntryFile
from ..reading.parsed_entry import read_parsed_entry
from ..reading.yaml_tree import Location, Mark, Scalar, YamlTree
from .replacement import replace_text

FIELD = "accepted"
ABOVE = "written_first"  # the field below which it is written
EVERY = ""  # instead of a passage's id


class SignOffFailed(Exception):
    """The reason why nothing was written, in both languages."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The sign-off of passages in one file.

    `path` is as given, `text` the file's new text with its own line endings; `new` are the ids of
    the passages whose line changes, `unchanged` those of passages that were already accepted.
    """

    file: Path
    path: str
    text: str
    new: tuple[str, ...]
    unchanged: tuple[str, ...]

    def __str__(self) -> str:
        lines = []
        if self.new:
            english, chinese = ", ".join(self.new), "、".join(self.new)
            lines.append(f"{self.path}: accepted {english}. 已確認 {chinese}。")
        if self.unchanged:
            number = len(self.unchanged)
            lines.append(f"{self.path}: {number} already accepted. 先前已確認{number}節。")
        return "\n".join(lines)


def accept(paths: Sequence[str]) -> list[SignOff]:
    """Accept the passages of articles' files, of folders of them, or of `FILE#p3`.

    Raises SignOffFailed, with nothing written at all, if any of them cannot be accepted.
    """
    acceptances = [_acceptance(path, file, ids) for file, (path, ids) in _asked(paths).items()]
    for acceptance in acceptances:
        if acceptance.new:
            replace_text(acceptance.file, acceptance.text)
    return acceptances


# ── The files and passages of the arguments ─────────────────────────────────────────────────


def _asked(paths: Sequence[str]) -> dict[Path, tuple[str, set[str]]]:
    """The files of the arguments, each with its path as given and the ids of its passages."""
    asked: dict[Path, tuple[str, set[str]]] = {}
    for written in paths:
        name, marked, passage = written.partition("#")
        if marked and not Path(name).is_file():
            raise SignOffFailed(f"There is no file {name}. 找不到檔案 {name}。")
        for path in _articles(Path(name)):
            _, ids = asked.setdefault(path.resolve(), (path.as_posix(), set()))
            ids.add(passage if marked else EVERY)
    return asked


def _articles(path: Path) -> list[Path]:
    """The files of articles at a path."""
    if path.is_dir():
        found = sorted(file for file in path.rglob("[!.]*.yml") if _is_article(file))
        if not found:
            raise SignOffFailed(f"There is no article in {path}. {path} 內沒有文章。")
        return found
    if not path.is_file():
        raise SignOffFailed(f"There is no {path}. 找不到 {path}。")
    if not _is_article(path):
        raise SignOffFailed(f"{path} is not an article. {path} 不是文章。")
    return [path]


def _is_article(file: Path) -> bool:
    """Whether a file is in the folder of articles; the target of a symbolic link is not."""
    folders = [parent.name for parent in file.absolute().parents if parent.name in FOLDERS.values()]
    in_articles = folders[:1] == [FOLDERS["article"]]
    return in_articles and file.suffix == ".yml" and not file.is_symlink()


# ── The edit of a file ──────────────────────────────────────────────────────────────────────


def _acceptance(path: str, file: Path, ids: Collection[str]) -> SignOff:
    parsed, diagnostics = read_parsed_entry(EntryFile(str(file), path, Key("article", file.stem)))
    if parsed is None or not isinstance(parsed.entry, Article):
        raise SignOffFailed(as_text(diagnostics))
    article = parsed.entry
    known = [passage.id for passage in article.passages()]
    for unknown in sorted({*ids} - {*known, EVERY}):
        raise SignOffFailed(
            f"{path} has no passage “{unknown}”; it has {', '.join(known)}. "
            f"{path} 沒有「{unknown}」這一節，只有：{'、'.join(known)}。"
        )
    asked = {
        location: passage
        for location, _, passage in article.located_passages()
        if EVERY in ids or passage.id in ids
    }
    new = {place: p for place, p in asked.items() if sign_off_state(p) != "accepted"}
    text = with_acceptances(file.read_bytes().decode("utf-8"), parsed.document, new)
    unchanged = tuple(passage.id for place, passage in asked.items() if place not in new)
    return SignOff(file, path, text, tuple(p.id for p in new.values()), unchanged)


def with_acceptances(text: str, document: YamlTree, passages: dict[Location, Passage]) -> str:
    """Return the text of an article with passages, given by their locations, accepted.

    `text` is the text that `document` was parsed from, with its own line endings. Raises
    SignOffFailed for a passage written between braces, where no line can be inserted.
    """
    lines = text.splitlines(keepends=True)
    edits = [_edit(lines, document, place, passage) for place, passage in passages.items()]
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def _edit(
    lines: list[str], document: YamlTree, location: Location, passage: Passage
) -> tuple[int, int, str]:
    """The start and end of an edit in the characters of the lines, and the new text."""
    if document.text[document.node(location).start.offset] == "{":
        raise SignOffFailed(
            f"{document.path}: passage “{passage.id}” is written between braces {{ }}: give each "
            f"of its fields a line of its own. 「{passage.id}」一節寫在花括號 {{ }} 之內，"
            "請改為每個欄位獨立一行。"
        )
    old = document.node((*location, FIELD))
    if isinstance(old, Scalar):
        start, end = _index(lines, old.start), _index(lines, old.end)
        after = "".join(lines)[start:end]
        return start, end, sign_off_digest(passage) + after[len(after.rstrip()) :]
    _, last = document.lines((*location, ABOVE))
    indent = " " * (document.place_of_key((*location, ABOVE)).column - 1)
    return _line_below(lines, last - 1, f"{indent}{FIELD}: {sign_off_digest(passage)}")


def _index(lines: list[str], mark: Mark) -> int:
    return sum(len(line) for line in lines[: mark.line]) + mark.column


def _line_below(lines: list[str], number: int, written: str) -> tuple[int, int, str]:
    """An edit that inserts a line below another, with its line ending; the last may have none."""
    index = sum(len(line) for line in lines[: number + 1])
    ending = _ending(lines[number])
    if ending:
        return index, index, written + ending
    return index, index, _ending(lines[number - 1]) + written


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
