"""The templates of page bodies: escaped by default, and a name that is not given is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

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


def template(root: Path, name: str) -> Template:
    """A template of the project in ROOT; one that was edited is read anew."""
    return _environment(root / FOLDER).get_template(name)
