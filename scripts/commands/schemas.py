"""Write the JSON Schemas of the entries into schemas/."""

from argparse import ArgumentParser, Namespace

from ..authoring.schemas import SCHEMAS, write_schemas


def add_options(parser: ArgumentParser) -> None:
    """None."""


def run(options: Namespace) -> int:
    """Write them."""
    write_schemas(SCHEMAS)
    return 0
