"""What must hold between entries. Each check is a module with one `check`; this is their order.

A check reads the content and yields problems. It never prints, never raises and never depends on
another check; what it finds is told even where others find something too.
"""

from collections.abc import Callable, Iterator

from ..problems import Problem, ordered
from ..reading import Content
from . import evidence, forms, handwritten, identity, links, pronunciation, references

Check = Callable[[Content], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.check,
    references.check,
    links.check,
    forms.check,
    pronunciation.check,
    evidence.check,
    handwritten.check,
)


def problems_of(content: Content) -> list[Problem]:
    """Everything that is wrong with the content, in the order of files and lines."""
    found = [problem for check in CHECKS for problem in check(content)]
    return ordered([*content.problems, *found])
