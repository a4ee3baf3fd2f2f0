"""Observations out of and into their tables, fast: rows to records, records to driver tuples.

Measured (architecture page, storage): tuples through `exec_driver_sql` insert twice as fast as Core dictionaries, and
building records from rows by position is most of the time of a long read.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection

from tracker.domain.figure import Figure, Release
from tracker.domain.observation import Entry, Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Bound, Quantity
from tracker.store.codec import codec
from tracker.store.rows import added, run, statement

BATCH = 1_000
"""Rows in one insert."""
FETCH = 5_000
"""Rows fetched at once."""

_BOUNDS = {bound.value: bound for bound in Bound}
_ENTRIES = {entry.value: entry for entry in Entry}

_ROWS = """
SELECT s.indicator, o.start, o.stop, o.value, o.bound, o.spread, s.publisher, o.published_on, s.area, o.flag, o.source,
    o.note, o.as_published, o.dated, o.id, o.kind, o.voids_id, c.at, c."by", o.reason, c.reason
FROM {table} JOIN series AS s ON s.id = o.series_id JOIN change AS c ON c.id = o.change_id {where} ORDER BY {order}"""
_EVERY = "observation AS o", "o.id"
_CURRENT = "observation_current AS n JOIN observation AS o ON o.id = n.observation_id", "n.series_id, n.start, n.stop"

_COLUMNS = (
    "id", "series_id", "start", "stop", "value", "bound", "spread", "as_published", "flag", "published_on", "dated",
    "source", "note", "reason", "kind", "voids_id", "change_id",
)  # fmt: skip


class Wanted(NamedTuple):
    """Which rows: those that meet every condition given. `upto` is the last change that counts."""

    indicators: Iterable[str] | None = None
    area: str | None = None
    upto: int | None = None
    change: int | None = None
    ids: Iterable[int] | None = None


def stream(connection: Connection, wanted: Wanted, *, current: bool = False) -> Iterator[Observation]:
    """The rows in order of recording, or those in force by series and span; a few thousand in memory at a time."""
    conditions = {
        "s.indicator IN :indicators": None if wanted.indicators is None else sorted(set(wanted.indicators)),
        "s.area = :area": wanted.area,
        "o.change_id <= :upto": wanted.upto,
        "o.change_id = :change": wanted.change,
        "o.id IN :ids": None if wanted.ids is None else list(wanted.ids),
    }
    used = {condition: value for condition, value in conditions.items() if value is not None}
    table, order = _CURRENT if current else _EVERY
    sql = _ROWS.format(table=table, where=f"WHERE {' AND '.join(used)}" if used else "", order=order)
    values = {condition.rpartition(":")[2]: value for condition, value in used.items()}
    query = statement(sql, *(name for name in values if name in ("indicators", "ids")))
    result = connection.execute(query, values, execution_options={"yield_per": FETCH})
    return records(connection, (row for rows in result.partitions() for row in rows))


def records(connection: Connection, rows: Iterable[Sequence[Any]]) -> Iterator[Observation]:
    """Observations out of rows with the columns of `_ROWS`."""
    ways = codec(connection)
    to_day, to_decimal = ways.to_day, ways.to_decimal
    to_instant = lru_cache(ways.to_instant)
    periods: dict[tuple[object, object], Period] = {}
    for (
        indicator, start, stop, value, bound, spread, publisher, published_on, area, flag, source,
        note, as_published, dated, key, kind, voids, at, by, reason, why,
    ) in rows:  # fmt: skip
        period = periods.get((start, stop))
        if period is None:
            period = periods[start, stop] = Period(to_day(start), to_day(stop))
        width = None if spread is None else to_decimal(spread)
        yield Observation(
            indicator, period, Quantity(to_decimal(value), _BOUNDS[bound], width), publisher, to_day(published_on),
            area, flag, source, note, as_published, bool(dated), key, _ENTRIES[kind], voids, to_instant(at), by,
            reason or why,
        )  # fmt: skip


class Inserter:
    """Puts observations of one change into the table, giving them their numbers."""

    def __init__(self, connection: Connection, change_id: int) -> None:
        self.connection = connection
        self.change_id = change_id
        self.ways = codec(connection)
        self.series: dict[tuple[str, str, str, bool], int] = {}
        marker = "?" if connection.dialect.name == "sqlite" else "%s"
        markers = ", ".join([marker] * len(_COLUMNS))
        self.sql = f"INSERT INTO observation ({', '.join(_COLUMNS)}) VALUES ({markers})"  # noqa: S608 - our own names

    def insert(self, rows: Sequence[Observation]) -> Sequence[int]:
        """Insert rows in order, a batch at a time; their ids."""
        keys = self._numbers(len(rows))
        self._put(self._values(key, row) for key, row in zip(keys, rows, strict=True))
        return keys

    def insert_figures(self, figures: Sequence[Figure]) -> Sequence[int]:
        """The same for the figures of a table: what many of them share is put in the driver's words once."""
        keys = self._numbers(len(figures))
        self._put(self._figure_values(keys, figures))
        return keys

    def _put(self, values: Iterator[tuple[object, ...]]) -> None:
        while batch := list(islice(values, BATCH)):
            self.connection.exec_driver_sql(self.sql, batch)

    def _values(self, key: int, row: Observation) -> tuple[object, ...]:
        day, decimal, quantity = self.ways.day, self.ways.decimal, row.quantity
        spread = None if quantity.spread is None else decimal(quantity.spread)
        return (
            key, self._series(row.series), day(row.period.start), day(row.period.stop), decimal(quantity.value),
            str(quantity.bound), spread, row.as_published, row.flag, day(row.published_on), int(row.dated),
            row.source, row.note, row.reason, str(row.entry), row.voids, self.change_id,
        )  # fmt: skip

    def _figure_values(self, keys: Iterable[int], figures: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
        """Records as `_values` makes them."""
        days, numbers = cache(self._days), cache(lambda series: self._series(series.key))
        bounds, kind = {bound: bound.value for bound in Bound}, Entry.VALUE.value
        to_value, change = self.ways.digits, self.change_id
        for key, figure in zip(keys, figures, strict=True):
            _, _, series, release, digits, bound, as_published, source, note, reason = figure
            start, stop, published, dated = days(release)
            yield (
                key, numbers(series), start, stop, to_value(digits), bounds[bound], None, as_published, series.flag,
                published, dated, source, note, reason, kind, None, change,
            )  # fmt: skip

    def _days(self, release: Release) -> tuple[object, ...]:
        """A period and its publication as the driver takes them."""
        day, period = self.ways.day, release.period
        return day(period.start), day(period.stop), day(release.published_on), int(release.dated)

    def _numbers(self, count: int) -> Sequence[int]:
        """The next ids. Writers are alone, so on SQLite they follow the last; PostgreSQL's come from its sequence."""
        if self.connection.dialect.name == "sqlite":
            last = self.connection.exec_driver_sql("SELECT max(id) FROM observation").scalar() or 0
            return range(last + 1, last + count + 1)
        numbers = "SELECT nextval(pg_get_serial_sequence('observation', 'id')) FROM generate_series(1, :count)"
        return list(run(self.connection, numbers, count=count).scalars())

    def _series(self, key: tuple[str, str, str, bool]) -> int:
        found = self.series.get(key)
        if found is None:
            found = self.series[key] = self._find_series(key)
        return found

    def _find_series(self, key: tuple[str, str, str, bool]) -> int:
        """The series, made where there is none. Where the definition differs it is another."""
        indicator, area, publisher, differs = key
        values = {
            "indicator": indicator, "area": area, "publisher": publisher, "definition": "d" if differs else "",
        }  # fmt: skip
        same = " AND ".join(f"{name} = :{name}" for name in values)
        sql = f"SELECT id FROM series WHERE {same}"  # noqa: S608 - our own names
        found = run(self.connection, sql, **values).scalar()
        return added(self.connection, "series", values) if found is None else int(found)
