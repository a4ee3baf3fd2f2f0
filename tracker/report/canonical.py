"""A report document as JSON data, its canonical bytes and its hash.

Decimals are strings without an exponent, dates ISO, times UTC, periods their canonical text, so that the same
content gives the same bytes whoever writes it and wherever.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from tracker.domain.period import Period
from tracker.report.document import ReportDocument

Data = dict[str, "Data"] | list["Data"] | str | int | bool | None


def data(value: object) -> Data:
    """The JSON data of a record and all it holds. Raises TypeError for what no report record may hold."""
    match value:
        case str() if not isinstance(value, Enum):
            return value if value.isascii() else _whole(value)
        case None | bool() | int():
            return value
        case Enum():
            return str(value.value)
        case Decimal():
            return f"{value:f}"
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Period():
            return str(value)
        case tuple():
            return [data(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {name: data(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"{type(value).__name__} has no place in a report")


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields."""
    return tuple(field.name for field in fields(record))


def _whole(text: str) -> str:
    """Text that UTF-8 can hold: half a character, as a broken file name may leave, becomes a replacement mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def canonical(document: ReportDocument) -> bytes:
    """The document's canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(data(document), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def content_hash(document: ReportDocument) -> str:
    """sha256 of the canonical JSON: what the report says, in whatever language or format."""
    return hashlib.sha256(canonical(document)).hexdigest()
