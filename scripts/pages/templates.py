"""The templates of page bodies: escaped by default; an undefined name is an error.

Maintainers may edit them, so a mistake in one is reported in one line.
"""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from ..diagnostics.diagnostic import Failure

FOLDER = Path("overrides/pages")


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class BadTemplate(Failure):
    """A template has a mistake; printed as one line."""


def rendered(root: Path, name: str, values: dict[str, Any]) -> str:
    """Render a template of the project in `root`; one that was edited is read anew.

    Raises BadTemplate if it has a mistake.
    """
    try:
        return _environment(root / FOLDER).get_template(name).render(values)
    except TemplateError as error:
        raise BadTemplate(_reported(error, name)) from error


def _reported(error: TemplateError, name: str) -> str:
    place = FOLDER / name
    if isinstance(error, TemplateSyntaxError):
        place = FOLDER / f"{error.name or name}:{error.lineno}"
    reason = (
        f"there is no {error.message}" if isinstance(error, TemplateNotFound) else error.message
    )
    return f"{place}: the template cannot be used: {reason}. 範本有誤，無法使用。"
