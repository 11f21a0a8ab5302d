"""JSON Schemas of the entries, for code editors.

With them, a code editor with the YAML language server completes fields and values, describes fields
in both languages, and marks errors during typing. All of it comes from the model. They are in draft
7, which every version of that server supports.

`check` is authoritative. A schema sees the values that YAML makes of a file, not its characters: it
takes `0x1F` for the number 31, and `null` for no value. Nor does it know other entries.
"""

import json
import os
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..languages import CODES
from ..model import FOLDERS, KIND_ZH, MODELS, Kind
from ..reading.draft import DESCRIPTION, STATUS
from ..reading.draft import DRAFT as DRAFT_STATUS

SCHEMAS: Final = Path("schemas")
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
NOTE: Final = "Made from scripts/model/ by `make schemas`; do not edit. 由程式產生，請勿修改。"


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the schema of the files of one kind."""
    made = MODELS[kind].model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Generator
    )
    definitions = made.pop("$defs")
    del made["properties"]["id"]  # given by the file's name
    made["required"].remove("id")
    _allow_draft(made["properties"])
    if kind == "article":
        for definition in definitions.values():
            _allow_one_language(definition)
    head = {"$schema": DRAFT, "$comment": NOTE, "title": f"{kind} {KIND_ZH[kind]}"}
    return {**head, **_finished(made), "definitions": _finished(definitions)}


def written(kind: Kind) -> str:
    """Return the text of a schema's file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schema of each kind into a folder, and return the files."""
    folder.mkdir(exist_ok=True)
    files = {file_of(kind, folder): written(kind) for kind in FOLDERS}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    return list(files)


def file_of(kind: Kind, folder: Path) -> Path:
    """Return the path of the schema of a kind."""
    return folder / f"{kind}.json"


def modeline(kind: Kind, entry: Path, schemas: Path) -> str:
    """Return the first line of an entry's file, which names its schema for the language server."""
    path = Path(os.path.relpath(file_of(kind, schemas), entry.parent)).as_posix()
    return f"# yaml-language-server: $schema={path}"


def _allow_draft(properties: dict[str, Any]) -> None:
    """Allow the line of a draft, which is no field of the model."""
    described = {"description": "\n\n".join(DESCRIPTION), "enum": [DRAFT_STATUS]}
    field = properties.get(STATUS, described)
    choices = [*dict.fromkeys([*field["enum"], DRAFT_STATUS])]
    properties[STATUS] = {**field, "enum": choices}


def _allow_one_language(definition: dict[str, Any]) -> None:
    """Allow the text of an article whose translation is to follow; `check` knows which is."""
    has_texts = definition.get("properties", {}).get(CODES[0], {}).get("type") != "array"
    if has_texts and set(CODES) <= set(definition.get("required", ())):
        definition["required"] = [name for name in definition["required"] if name not in CODES]
        definition["anyOf"] = [{"required": [code]} for code in CODES]


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas without titles, docstrings and nulls, which do not help editors."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        return {name: value for name, value in made.items() if name not in ("title", "description")}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Allow no null: an optional field may be left out, but not left empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return made if made.get("default") else {k: v for k, v in made.items() if k != "default"}


def _finished(made: Any) -> Any:
    """A schema with both descriptions in one; draft 7 ignores keywords beside a `$ref`."""
    if isinstance(made, list):
        return [_finished(item) for item in made]
    if not isinstance(made, dict):
        return made
    made = {name: _finished(value) for name, value in made.items()}
    if chinese := made.pop("description:zh-Hant", None):
        made["description"] += f"\n\n{chinese}"
    if "$ref" in made and len(made) > 1:
        made |= {"type": "object", "allOf": [{"$ref": made.pop("$ref")}]}
    return made
