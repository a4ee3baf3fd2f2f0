"""Observations out of and into their tables, fast: Core rows to records, records to driver tuples.

Measured (architecture page, storage): tuples through `exec_driver_sql` insert twice as fast as Core dictionaries, and
building records from rows by position is most of the time of a long read.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from tracker.domain.observation import Entry, Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Bound, Quantity
from tracker.store.adding import added
from tracker.store.schema import change, observation, observation_current, series

BATCH = 1_000
"""Rows in one statement."""
SET = 20_000
"""Rows after which the current table is brought up to date."""
FETCH = 5_000
"""Rows fetched at once."""

_BOUNDS = {bound.value: bound for bound in Bound}
_ENTRIES = {entry.value: entry for entry in Entry}
_STORED = tuple(column.name for column in observation.columns)

o, s, c = observation.c, series.c, change.c
ROWS = select(
    s.indicator, o.start, o.stop, o.value, o.bound, o.spread, s.publisher, o.published_on, s.area, o.flag, o.source,
    o.note, o.as_published, o.dated, o.id, o.kind, o.voids_id, o.change_id, c.at, c.by, o.reason, c.reason.label("why"),
)  # fmt: skip


def vintages(indicators: Iterable[str] | None = None, area: str | None = None, upto: int | None = None) -> Select[Any]:
    """All rows in order of recording, of some indicators and one area where given, up to the change `upto`."""
    query = ROWS.select_from(observation.join(series).join(change, c.id == o.change_id)).order_by(o.id)
    if upto is not None:
        query = query.where(o.change_id <= upto)
    return _narrowed(query, indicators, area)


def in_force(indicators: Iterable[str] | None = None, area: str | None = None) -> Select[Any]:
    """The rows of the current table, by series and span."""
    now = observation_current
    joined = now.join(observation, o.id == now.c.observation_id).join(series, s.id == now.c.series_id)
    query = ROWS.select_from(joined.join(change, c.id == o.change_id))
    return _narrowed(query.order_by(now.c.series_id, now.c.start, now.c.stop), indicators, area)


def _narrowed(query: Select[Any], indicators: Iterable[str] | None, area: str | None) -> Select[Any]:
    if indicators is not None:
        query = query.where(s.indicator.in_(sorted(set(indicators))))
    return query if area is None else query.where(s.area == area)


def stream(connection: Connection, query: Select[Any]) -> Iterator[Observation]:
    """The observations of a query made from `ROWS`, a few thousand in memory at a time."""
    periods: dict[tuple[object, object], Period] = {}
    result = connection.execution_options(yield_per=FETCH).execute(query)
    for rows in result.partitions():
        for (
            indicator, start, stop, value, bound, spread, publisher, published_on, area, flag, source,
            note, as_published, dated, key, kind, voids, _change, at, by, reason, why,
        ) in rows:  # fmt: skip
            period = periods.get((start, stop))
            if period is None:
                period = periods[start, stop] = Period(start, stop)
            yield Observation(
                indicator, period, Quantity(value, _BOUNDS[bound], spread), publisher, published_on, area, flag,
                source, note, as_published, bool(dated), key, _ENTRIES[kind], voids, at, by, reason or why,
            )  # fmt: skip


class Inserter:
    """Puts observations of one change into the table, giving them their numbers."""

    def __init__(self, connection: Connection, change_id: int) -> None:
        self.connection = connection
        self.change_id = change_id
        self.series: dict[tuple[str, str, str, bool], int] = {}
        marker = "?" if connection.dialect.name == "sqlite" else "%s"
        names, markers = ", ".join(_STORED), ", ".join([marker] * len(_STORED))
        self.statement = f"INSERT INTO observation ({names}) VALUES ({markers})"  # noqa: S608 - our own column names
        self.day = _binder(connection, "start")
        self.decimal = _binder(connection, "value")

    def insert(self, rows: list[Observation]) -> list[int]:
        """Insert one batch, in order; their ids."""
        keys = self._numbers(len(rows))
        values = [self._values(key, row) for key, row in zip(keys, rows, strict=True)]
        self.connection.exec_driver_sql(self.statement, values)
        return keys

    def _values(self, key: int, row: Observation) -> tuple[object, ...]:
        day, decimal, quantity = self.day, self.decimal, row.quantity
        return (
            key, self._series(row), day(row.period.start), day(row.period.stop), decimal(quantity.value),
            quantity.bound.value, decimal(quantity.spread), row.as_published, row.flag, day(row.published_on),
            int(row.dated), row.source, row.note, row.reason, row.entry.value, row.voids, self.change_id,
        )  # fmt: skip

    def _numbers(self, count: int) -> list[int]:
        """The next ids. Writers are alone, so on SQLite they follow the last; PostgreSQL's come from its sequence."""
        if self.connection.dialect.name == "sqlite":
            last = self.connection.exec_driver_sql("SELECT max(id) FROM observation").scalar() or 0
            return list(range(last + 1, last + count + 1))
        numbers = "SELECT nextval(pg_get_serial_sequence('observation', 'id')) FROM generate_series(1, %s)"
        return list(self.connection.exec_driver_sql(numbers, (count,)).scalars())

    def _series(self, row: Observation) -> int:
        found = self.series.get(row.series)
        if found is None:
            found = self.series[row.series] = self._find_series(row) or self._add_series(row)
        return found

    def _find_series(self, row: Observation) -> int | None:
        """Definition `d` where it differs: another series."""
        query = select(s.id).where(
            s.indicator == row.indicator,
            s.area == row.area,
            s.publisher == row.publisher,
            s.definition == _definition(row),
        )
        return self.connection.execute(query).scalar()

    def _add_series(self, row: Observation) -> int:
        values = {
            "indicator": row.indicator,
            "area": row.area,
            "publisher": row.publisher,
            "definition": _definition(row),
        }
        return added(self.connection, series, values)


def _definition(row: Observation) -> str:
    return "d" if row.differs else ""


def _binder(connection: Connection, column: str) -> Callable[[Any], Any]:
    """How a value of a column is handed to the driver."""
    kind = observation.c[column].type
    return kind.dialect_impl(connection.dialect).bind_processor(connection.dialect) or (lambda value: value)
