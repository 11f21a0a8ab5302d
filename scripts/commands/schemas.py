"""Write the JSON Schemas of the entries into schemas/."""

from argparse import ArgumentParser, Namespace

from ..authoring.schemas import SCHEMAS, write_schemas


def add_options(parser: ArgumentParser) -> None:
    """Add no arguments."""


def run(options: Namespace) -> int:
    """Write the schemas."""
    write_schemas(SCHEMAS)
    return 0
