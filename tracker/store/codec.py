"""How values are handed to a database and read back: as text on SQLite, in their own types on PostgreSQL.

ISO text sorts as the days and instants do: instants are UTC with all six digits of the microseconds. SQLAlchemy's own
Numeric passes through a float on SQLite and corrupts long numbers, so decimals are text there.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection

from tracker.errors import BadValue

MAX_DIGITS = 30


def exact_text(value: Decimal) -> str:
    """A decimal as plain text, its trailing zeros kept and never an exponent: 3.10, 8000000.

    Raises BadValue for what is no finite number and for more than 30 digits.
    """
    if not value.is_finite():
        raise BadValue(text=str(value), problem="not-finite")
    if not value:
        value = value.copy_abs()
    text = f"{value:f}" if abs(value.adjusted()) <= MAX_DIGITS else ""
    if not text or (len(text) > MAX_DIGITS and sum(map(str.isdigit, text)) > MAX_DIGITS):
        raise BadValue(text=str(value), problem="too-long")
    return text


def exact(value: Decimal) -> Decimal:
    """The same number without exponent, checked as `exact_text` does."""
    return Decimal(exact_text(value))


def instant_text(moment: datetime) -> str:
    """An aware instant as UTC text of fixed width: 2023-06-26T01:02:03.000004+00:00."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def same(value: Any) -> Any:
    """The value itself."""
    return value


class Codec(NamedTuple):
    """The ways to and from a driver. None is not for them."""

    day: Callable[[date], Any]
    to_day: Callable[[Any], date]
    decimal: Callable[[Decimal], Any]
    digits: Callable[[str], Any]
    """Of a decimal that is in plain digits already, at most 30 of them."""
    to_decimal: Callable[[Any], Decimal]
    instant: Callable[[datetime], Any]
    to_instant: Callable[[Any], datetime]


SQLITE = Codec(date.isoformat, date.fromisoformat, exact_text, same, Decimal, instant_text, datetime.fromisoformat)
SERVER = Codec(same, same, exact, Decimal, same, same, same)


def codec(connection: Connection) -> Codec:
    """The codec for a connection."""
    return codec_of(connection.dialect.name)


def codec_of(dialect: str) -> Codec:
    """The codec for a dialect by its name."""
    return SQLITE if dialect == "sqlite" else SERVER
