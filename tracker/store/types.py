"""How values are kept: exact decimals, days and instants as text on SQLite, in their own types on PostgreSQL.

SQLAlchemy's Numeric passes through a float on SQLite and corrupts long numbers, so decimals are text there. ISO text
sorts as the days and instants do: instants are UTC with all six digits of the microseconds.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, Dialect, Numeric, Text, TypeDecorator
from sqlalchemy.types import TIMESTAMP, TypeEngine

from tracker.errors import BadValue

MAX_DIGITS = 30

_TEXT = Text()


def exact_text(value: Decimal) -> str:
    """A decimal as plain text, its trailing zeros kept and never an exponent: 3.10, 8000000.

    Raises BadValue for what is no finite number and for more than 30 digits.
    """
    if not value.is_finite():
        raise BadValue(text=str(value), problem="not-finite")
    if value == 0:
        value = value.copy_abs()
    if value.adjusted() > MAX_DIGITS or len(value.as_tuple().digits) > MAX_DIGITS:
        raise BadValue(text=str(value), problem="too-long")
    text = f"{value:f}"
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise BadValue(text=str(value), problem="too-long")
    return text


def instant_text(moment: datetime) -> str:
    """An aware instant as UTC text of fixed width: 2023-06-26T01:02:03.000004+00:00."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class _AsText(TypeDecorator[Any]):
    """A value kept as text on SQLite (`to_text`, `from_text`) and as `native` elsewhere."""

    impl = Text
    cache_ok = True
    native: TypeEngine[Any]
    to_text: Callable[[Any], str]
    from_text: Callable[[str], Any]

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_TEXT if dialect.name == "sqlite" else self.native)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Text for SQLite; for others the value itself."""
        return value if value is None or dialect.name != "sqlite" else type(self).to_text(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Straight from text to value; overridden as a whole because it runs for every cell of a million rows."""
        if dialect.name != "sqlite":
            return None
        read = type(self).from_text
        return lambda text: None if text is None else read(text)


class Exact(_AsText):
    """A decimal of at most 30 digits, published zeros kept."""

    native = Numeric()
    to_text = staticmethod(exact_text)
    from_text = staticmethod(Decimal)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The checked text, or the checked decimal without exponent where there is a type for it."""
        text = None if value is None else exact_text(value)
        return text if text is None or dialect.name == "sqlite" else Decimal(text)


class Day(_AsText):
    """A calendar day."""

    native = Date()
    to_text = staticmethod(date.isoformat)
    from_text = staticmethod(date.fromisoformat)
    cache_ok = True


class Instant(_AsText):
    """An aware instant; text in UTC on SQLite."""

    native = TIMESTAMP(timezone=True)
    to_text = staticmethod(instant_text)
    from_text = staticmethod(datetime.fromisoformat)
    cache_ok = True
