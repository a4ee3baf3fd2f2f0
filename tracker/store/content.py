"""Findings' data as JSON text and back, with the types they had.

Plain JSON knows no days, decimals or periods; they are written as an object with one marked key, so that the text of an
old warning can be put into words again in either language.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.domain.quantity import Bound, Quantity

_READ: dict[str, Callable[[Any], object]] = {
    "$decimal": Decimal,
    "$date": date.fromisoformat,
    "$instant": datetime.fromisoformat,
    "$period": lambda ends: Period(*map(date.fromisoformat, ends)),
    "$text": lambda pair: Bilingual(*pair),
    "$quantity": lambda parts: Quantity(
        Decimal(parts[0]), Bound(parts[1]), None if parts[2] is None else Decimal(parts[2])
    ),
}


def dump(data: Mapping[str, object]) -> str:
    """JSON text of a finding's data. TypeError for a value of a kind that cannot be read back."""
    return json.dumps({key: _plain(value) for key, value in data.items()}, ensure_ascii=False)


def load(text: str) -> dict[str, object]:
    """The data `dump` was given; tuples come back as lists."""
    data: dict[str, object] = json.loads(text, object_hook=_typed)
    return data


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case None | str() | bool() | int():
            return value
        case Decimal():
            return {"$decimal": str(value)}
        case datetime():
            return {"$instant": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case Period():
            return {"$period": [value.start.isoformat(), value.stop.isoformat()]}
        case Bilingual():
            return {"$text": [value.zh, value.en]}
        case Quantity():
            spread = None if value.spread is None else str(value.spread)
            return {"$quantity": [str(value.value), value.bound.value, spread]}
        case list() | tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"{type(value).__name__} in the data of a finding")


def _typed(record: dict[str, Any]) -> object:
    if len(record) == 1:
        [(mark, value)] = record.items()
        if mark in _READ:
            return _READ[mark](value)
    return record
