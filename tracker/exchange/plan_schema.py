"""The JSON Schema of plan files, made from the same tables the reader uses; for editors and other programs.

The reader takes every scalar as text. Other YAML readers turn 2023 or 27.7 into numbers, so the schema allows both.
"""

from typing import Any

from tracker.domain.plan_keys import BASELINE, BILINGUAL, EVIDENCE, PATTERNS, PHRASE_LENGTH, PLAN
from tracker.domain.shape import Choice, Either, Key, Keys, Many, Records, Shape, Table, Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS: dict[str, Shape] = {"bilingual": BILINGUAL, "evidence": EVIDENCE, "baseline": BASELINE}
"""Shapes that are used in several places, by their names in the schema."""
NUMERIC = {"whole": "integer", "year": "integer", "period": "integer", "date": "integer"}
"""What a text of a form may become in the hands of another reader; a number where nothing is said."""


def plan_schema() -> dict[str, Any]:
    """The schema of a plan file."""
    return {
        "$schema": DIALECT,
        "title": "Plan file of tracker",
        "description": "Described in docs/plan-file.md",
        **_of(PLAN),
        "$defs": {name: _of(shape) for name, shape in DEFINITIONS.items()},
    }


def _of(shape: Shape) -> dict[str, Any]:
    match shape:
        case Text():
            return _text(shape.name)
        case Choice():
            return {"enum": list(shape.words)}
        case Many():
            return {"type": "array", "items": _of(shape.item)}
        case Records():
            return {"type": "array", "items": _of(shape.item)}
        case Either():
            return {"anyOf": [_of(shape.short), _of(shape.full)]}
        case Table():
            return {"type": "object", "additionalProperties": _of(shape.value)}
        case Keys():
            return _mapping(shape)


def _mapping(shape: Keys) -> dict[str, Any]:
    required = [name for name, key in shape.keys.items() if key.required]
    return {
        "type": "object",
        "properties": {name: _key(key) for name, key in shape.keys.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _key(key: Key) -> dict[str, Any]:
    shared = next((name for name, shape in DEFINITIONS.items() if shape is key.shape), None)
    schema = _of(key.shape) if shared is None else {"$ref": f"#/$defs/{shared}"}
    words = isinstance(key.default, str) or type(key.default) is int
    default = {"default": str(key.default)} if words and key.default != "" else {}
    return {"description": key.about, **schema, **default}


def _text(form: str) -> dict[str, Any]:
    if form == "bool":
        return {"enum": ["true", "false", True, False]}
    schema: dict[str, Any] = {"type": ["string", NUMERIC.get(form, "number")], "minLength": 1}
    if form in PATTERNS:
        schema["pattern"] = f"^({PATTERNS[form]})$"
    if form == "phrase":
        schema["maxLength"] = PHRASE_LENGTH
    return schema
