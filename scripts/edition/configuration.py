"""Validate `mkdocs.yml`, and report the line and column of a bad value.

MkDocs validates too, but later, and without our templates and languages.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ..diagnostics.levels import ADJUSTABLE, FIXED, LEVELS
from ..diagnostics.suggestions import nearest
from ..languages import CODES, LANGUAGES, LanguageCode

Path = tuple[str | int, ...]  # steps into groups by name, into lists by number
Places = Mapping[Path, str]  # the line and column of each value, from 1
SCHEMES: Final = ("light", "dark", "system")  # the targets of the colour scheme switch
DEFAULT: Final[LanguageCode] = "en"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for the value at a path, with the expected value in words of both languages."""

    path: Path
    is_valid: Callable[[Any], bool]
    en: str
    zh: str


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is(expected: object) -> Callable[[Any], bool]:
    return lambda value: value == expected


def _or_missing(is_valid: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or is_valid(value)


def _is_group(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_level(value: Any) -> bool:
    return value is False or value in LEVELS  # YAML 1.1 takes `off` for false


CHECKS: Final[Path] = ("extra", "checks")
LEVEL = ("error, warning or off", "error、warning或off")
TEXT = ("a text", "文字")
GROUP = ("a group of settings", "一組設定")
RULES: Final = (
    Rule(("site_name",), _is_text, "the name of the site", "網站名稱"),
    Rule(("site_dir",), _or_missing(_is_text), *TEXT),
    Rule(("docs_dir",), _or_missing(_is("docs")), "docs", "docs"),
    Rule(("use_directory_urls",), _or_missing(_is(expected=True)), "true", "true"),
    Rule(("nav",), _or_missing(_is_list), "a list of pages", "頁面列表"),
    Rule(("extra",), _is_group, *GROUP),
    Rule(("extra", "content_dir"), _or_missing(_is_text), "the name of a folder", "資料夾名稱"),
    Rule(("extra", "branch"), _or_missing(_is_text), "the name of a branch", "分支名稱"),
    Rule(("extra", "site_names"), _or_missing(_is_group), *GROUP),
    *(
        Rule(("extra", "site_names", language.code), _or_missing(_is_text), *TEXT)
        for language in LANGUAGES
    ),
    Rule(CHECKS, _or_missing(_is_group), "a group of checks with their levels", "一組檢查及其級別"),
    *(
        Rule((*CHECKS, check), _or_missing(_is_level), *LEVEL)
        for check in ADJUSTABLE
    ),
    *(
        Rule(
            (*CHECKS, check),
            _or_missing(_is("error")),
            "error, as pages depend on this check",
            "error，因為製作網頁要靠這項檢查",
        )
        for check in FIXED
    ),
    Rule(("extra", "licence"), _is_group, "a group with name and url", "一組設定，含name和url"),
    Rule(("extra", "licence", "name"), _is_text, "the name of a licence", "授權條款的名稱"),
    Rule(("extra", "licence", "url"), _is_text, "a web address", "網址"),
    Rule(("theme",), _is_group, *GROUP),
    Rule(("theme", "name"), _is("material"), "material", "material"),
    Rule(("theme", "custom_dir"), _is("overrides"), "overrides", "overrides"),
    Rule(("theme", "palette"), _or_missing(_is_list), "a list of colour schemes", "配色列表"),
    Rule(
        ("hooks",),
        lambda value: _is_list(value) and "scripts/hooks.py" in value,
        "a list that has scripts/hooks.py",
        "列表，並包括scripts/hooks.py",
    ),
    Rule(
        ("plugins",),
        lambda value: _i18n(value) is not None,
        "a list that has i18n",
        "列表，並包括i18n",
    ),
)  # fmt: skip
LANGUAGE_RULES: Final = (
    Rule(("docs_structure",), _is("folder"), "folder", "folder"),
    Rule(
        ("languages",),
        lambda value: _is_list(value) and all(_is_group(item) for item in value),
        "the list of en and zh-Hant, each a group of settings",
        "en和zh-Hant的列表，各為一組設定",
    ),
)


def misfits(data: Mapping[str, Any], places: Places) -> Iterator[str]:
    """Yield a message for each bad value: one line with its place, in both languages."""
    for rule in RULES:
        yield from _broken(rule, data, places)
    for number, scheme in enumerate(_at(data, ("theme", "palette")) or ()):
        yield from _broken(_toggle_rule(number, scheme), data, places)
    yield from _unknown_checks(data, places)
    plugin = _i18n(data.get("plugins"))
    if plugin is not None:
        yield from _language_misfits(plugin, data, places)


def places_in(text: str) -> Places:
    """Return the place of each value of a YAML text."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return dict(_places(node, ())) if node else {}


def placed(path: Path, places: Places) -> str:
    """Return the place of a value, or of the group that lacks it, as messages show it."""
    while path and path not in places:
        path = path[:-1]
    return f"mkdocs.yml:{places[path]}" if path in places else "mkdocs.yml"


def _places(node: yaml.Node, path: Path) -> Iterator[tuple[Path, str]]:
    yield path, f"{node.start_mark.line + 1}:{node.start_mark.column + 1}"
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _places(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _places(item, (*path, number))


def _i18n(plugins: Any) -> Path | None:
    """The path to the settings of the i18n plugin, or None."""
    if isinstance(plugins, Mapping):
        return ("plugins", "i18n") if _is_group(plugins.get("i18n")) else None
    for number, plugin in enumerate(plugins if _is_list(plugins) else ()):
        if isinstance(plugin, Mapping) and _is_group(plugin.get("i18n")):
            return ("plugins", number, "i18n")
    return None


def _language_misfits(plugin: Path, data: Mapping[str, Any], places: Places) -> Iterator[str]:
    """Messages about the plugin's settings: the site has two languages, English by default."""
    for rule in LANGUAGE_RULES:
        yield from _broken(_below(plugin, rule), data, places)
    path = (*plugin, "languages")
    languages = _at(data, path)
    if not LANGUAGE_RULES[1].is_valid(languages):
        return
    for number in range(len(languages)):
        yield from _broken(_locale_rule((*path, number)), data, places)
    if sorted(str(language.get("locale")) for language in languages) != [*CODES]:
        yield _line(
            path, "must list en and zh-Hant, once each.", "須列出en和zh-Hant各一次。", places
        )
    for number, language in enumerate(languages):
        yield from _broken(_default_rule((*path, number), language.get("locale")), data, places)
        built = Rule((*path, number, "build"), _or_missing(_is(expected=True)), "true", "true")
        yield from _broken(built, data, places)


def _unknown_checks(data: Mapping[str, Any], places: Places) -> Iterator[str]:
    """Messages about levels of checks that do not exist."""
    found = _at(data, CHECKS)
    known = sorted((*ADJUSTABLE, *FIXED))
    for name in map(str, found if _is_group(found) else ()):
        if name not in known:
            near = nearest(name, known)
            meant, meant_zh = (f" Did you mean {near}?", f"是否想寫{near}？") if near else ("", "")
            yield _line(
                (*CHECKS, name),
                f"is not a check.{meant} The checks are: {', '.join(known)}.",
                f"不是檢查編號。{meant_zh}",
                places,
            )


def _locale_rule(path: Path) -> Rule:
    return Rule(
        (*path, "locale"),
        lambda value: value in CODES,
        "en or zh-Hant, the languages of the site",
        "en或zh-Hant，即本站的語言",
    )


def _default_rule(path: Path, locale: object) -> Rule:
    is_default = locale == DEFAULT
    shown = "true" if is_default else "false"
    return Rule((*path, "default"), lambda value: bool(value) == is_default, shown, shown)


def _toggle_rule(number: int, scheme: Any) -> Rule:
    has_toggle = isinstance(scheme, Mapping) and "toggle" in scheme
    path: Path = ("theme", "palette", number, *(("toggle", "to") if has_toggle else ()))
    if has_toggle:
        schemes = ("light, dark or system", "light、dark或system")
        return Rule(path, lambda value: value in SCHEMES, *schemes)
    return Rule(path, _is_group, *GROUP)


def _below(start: Path, rule: Rule) -> Rule:
    return Rule((*start, *rule.path), rule.is_valid, rule.en, rule.zh)


def _broken(rule: Rule, data: Mapping[str, Any], places: Places) -> Iterator[str]:
    """The message about a broken rule, unless its group is missing and already reported."""
    if rule.path[:-1] and not isinstance(_at(data, rule.path[:-1]), Mapping | list):
        return
    value = _at(data, rule.path)
    if rule.is_valid(value):
        return
    if value is None:
        yield _line(
            rule.path, f"is missing; write {rule.en}.", f"欠缺內容，應為{rule.zh}。", places
        )
    else:
        shown, shown_zh = _shown(value)
        yield _line(
            rule.path,
            f"must be {rule.en}, not {shown}.",
            f"應為{rule.zh}，現為{shown_zh}。",
            places,
        )


def _line(path: Path, en: str, zh: str, places: Places) -> str:
    name = ".".join(str(step) for step in path if isinstance(step, str))
    return f"{placed(path, places)}: {name} {en} {name}{zh}"


def _shown(value: Any) -> tuple[str, str]:
    if isinstance(value, Mapping):
        return GROUP
    if isinstance(value, list):
        return ("this list", "此列表") if value else ("an empty list", "空列表")
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return (f"“{shown}”", f"「{shown}」")


def _at(data: Any, path: Path) -> Any:
    """The value at a path, or None if missing."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
