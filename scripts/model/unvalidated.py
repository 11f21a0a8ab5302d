"""Unvalidated data of articles: what passages and headings need not have is filled in here."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ..languages import CODES, LanguageCode
from .record import GAP


def with_gaps(data: dict[str, Any]) -> dict[str, Any]:
    """Return unvalidated data with gaps for one language, if the other has all texts."""
    texts: list[dict[str, Any]] = []

    def seen(passage: dict[str, Any]) -> dict[str, Any]:
        texts.append(passage)
        return passage

    changed(data, seen)
    lacking = [code for code in CODES if not all(_is_text(text.get(code)) for text in texts)]
    if len(lacking) != 1:
        return data
    gap = partial(_with_gap, code=lacking[0])
    new: dict[str, Any] = changed(data, gap, partial(_titled, code=lacking[0]))
    return new


def _with_gap(data: dict[str, Any], code: LanguageCode) -> dict[str, Any]:
    """Return a heading or a passage with a gap for a text that is not there."""
    other = next(other for other in CODES if other != code)
    new = {**data}
    if _is_text(data.get(other)) and not _is_text(data.get(code)):
        new[code] = GAP
    if isinstance(grounds := data.get("rests_on"), dict) and other in grounds:
        new["rests_on"] = {code: grounds[other], **grounds}
    return new


def _titled(section: dict[str, Any], code: LanguageCode) -> dict[str, Any]:
    title = section.get("title")
    return {**section, "title": _with_gap(title, code)} if isinstance(title, dict) else section


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


Change = Callable[[dict[str, Any]], dict[str, Any]]


def changed(data: Any, passage: Change, section: Change = dict) -> Any:
    """Return unvalidated data of an article or a section with its passages and sections changed."""
    if not isinstance(data, dict):
        return data
    new = {**data}
    if isinstance(inner := data.get("passages"), list):
        new["passages"] = [passage(one) if isinstance(one, dict) else one for one in inner]
    if isinstance(inner := data.get("sections"), list):
        within = (changed(one, passage, section) for one in inner)
        new["sections"] = [section(one) if isinstance(one, dict) else one for one in within]
    return new
