"""The JSON schema of a report file, generated from the records so that the two cannot part."""

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from inspect import getdoc
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from tracker.domain.bilingual import LANGS
from tracker.domain.period import Period
from tracker.report.document import SCHEMA, ReportDocument

Schema = dict[str, Any]
_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    datetime: {"type": "string", "format": "date-time", "pattern": r"Z$"},
    Period: {"type": "string", "pattern": r"^\d{4}"},
}
_SEAL: Schema = {
    "content_hash": {
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "description": "sha256 of this object without content_hash, version and language, as JSON with sorted keys, "
        "no spaces and UTF-8 letters.",
    },
    "version": {"type": "string", "description": "The program's version."},
    "language": {"enum": list(LANGS), "description": "The language the file was asked for in."},
}


def report_schema() -> Schema:
    """The schema of `report-<period>.<lang>.json` and `review-<year>.<lang>.json`."""
    definitions: dict[str, Schema] = {}
    root = _record(ReportDocument, definitions)
    root["properties"] |= _SEAL | {"schema": {"const": SCHEMA}}
    root["required"] = sorted({*root["required"], *_SEAL})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report of a plan tracker",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record)
    return {
        "type": "object",
        "description": " ".join((getdoc(record) or "").split()),
        "properties": {field.name: _schema(hints[field.name], definitions) for field in fields(record)},
        "required": [field.name for field in fields(record)],
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type; anything but the types of `data` in `canonical` fails here."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, UnionType):
        return {"anyOf": [_schema(part, definitions) for part in get_args(hint)]}
    if hint is type(None):
        return {"type": "null"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if issubclass(hint, Enum):
        return {"enum": [str(member.value) for member in hint]}
    name: str = hint.__name__
    if name not in definitions:
        definitions[name] = {}  # a place of its own before going deeper
        definitions[name] = _record(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}
