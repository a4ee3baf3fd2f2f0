"""Column types for the tables' definition: values as `codec` has them on each dialect."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Date, Dialect, Numeric, Text, TypeDecorator
from sqlalchemy.types import TIMESTAMP, TypeEngine

from tracker.store.codec import codec_of


class _AsText(TypeDecorator[Any]):
    """A value kept as text on SQLite and as `native` elsewhere; `field` names its functions in the codec."""

    impl = Text
    cache_ok = True
    native: TypeEngine[Any]
    field: str

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else self.native)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """What the driver is given."""
        return None if value is None else self._way(self.field, dialect)(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """What the driver's answer means."""
        return None if value is None else self._way(f"to_{self.field}", dialect)(value)

    @staticmethod
    def _way(name: str, dialect: Dialect) -> Callable[[Any], Any]:
        way: Callable[[Any], Any] = getattr(codec_of(dialect.name), name)
        return way


class Exact(_AsText):
    """A decimal of at most 30 digits, published zeros kept."""

    native = Numeric()
    field = "decimal"
    cache_ok = True


class Day(_AsText):
    """A calendar day."""

    native = Date()
    field = "day"
    cache_ok = True


class Instant(_AsText):
    """An aware instant, kept in UTC."""

    native = TIMESTAMP(timezone=True)
    field = "instant"
    cache_ok = True
