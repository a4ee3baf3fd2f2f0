"""Reading what assessments need and no more: the figures that bear on a day, as known by a change.

A figure in force now was so on every day since it came out, unless something published or recorded later took another
one back. So figures are read through `observation_current`, and every vintage only of the spans where that may be.
Whatever is read beside what is needed changes nothing: the database is asked in few strokes, and the rest is left out
here, before records are made.

A plus before a column keeps SQLite from walking its index, which would be the long way round.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, groupby
from operator import ge, gt, itemgetter, le, lt
from typing import Any, NamedTuple

from sqlalchemy import Connection

from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Interval
from tracker.domain.scope import Place, Scope
from tracker.store.codec import codec
from tracker.store.observations import FETCH, records
from tracker.store.rows import run, statement

Row = Sequence[Any]
Span = tuple[Any, ...]
"""Start and stop, as the driver gives days."""

CHUNK = 5_000
"""Series, indicators or figures asked for in one query."""

_SERIES = "SELECT id, indicator, area, publisher FROM series WHERE indicator IN :indicators"
_CURRENT = "FROM observation_current AS n JOIN observation AS o ON o.id = n.observation_id"
_KNOWN = "n.published_on <= :day AND +o.change_id <= :upto ORDER BY n.series_id, n.start, n.stop"
_PARTS = """o.series_id, o.start, o.stop, o.value, o.bound, o.spread, o.published_on, o.flag, o.source, o.note,
    o.as_published, o.dated, o.id, o.kind, o.voids_id, c.at, c."by", o.reason, c.reason"""
_CHANGE = "JOIN change AS c ON c.id = o.change_id"
_IN_FORCE = f"SELECT {_PARTS} {_CURRENT} {_CHANGE} WHERE n.series_id IN :ids AND n.stop >= :since AND {_KNOWN}"
_READINGS = f"""
SELECT o.series_id, o.start, o.stop, o.value, o.bound = 'exactly' AND o.flag = '' AND o.start = o.stop, o.id
{_CURRENT} WHERE n.series_id IN :ids AND {_KNOWN}"""
_NUMBERED = f"SELECT {_PARTS} FROM observation AS o {_CHANGE} WHERE o.id IN :ids"  # noqa: S608 - our own names
_OF_LATE = f"""
SELECT {_PARTS} FROM (
    SELECT series_id, start, stop FROM observation_current WHERE published_on > :day
    UNION SELECT series_id, start, stop FROM observation WHERE voids_id IS NOT NULL AND published_on > :day
    UNION SELECT series_id, start, stop FROM observation WHERE change_id > :upto
) AS late JOIN observation AS o ON o.series_id = late.series_id AND o.start = late.start AND o.stop = late.stop
{_CHANGE}
WHERE +o.change_id <= :upto AND (o.published_on <= :day OR o.voids_id IS NOT NULL)"""  # noqa: S608 - our own names
_TRACED = f"""
SELECT {_PARTS} FROM observation AS o {_CHANGE}
WHERE o.series_id IN :ids AND o.stop BETWEEN :first AND :last AND +o.change_id <= :upto"""  # noqa: S608 - our own names

_series_of = itemgetter(0)


class Series(NamedTuple):
    """A series with what is needed of it, in days as the driver takes them.

    `accepts` only where no other series has figures of the same indicator and area.
    """

    indicator: str
    area: str
    publisher: str
    since: Any
    until: Any
    spans: frozenset[Span]
    traced: frozenset[Span]
    accepts: Interval | None
    starts: tuple[Any, ...]


def figures(
    connection: Connection, scopes: Mapping[Place, Scope], day: date, upto: int
) -> dict[Place, list[Observation]]:
    """The figures of each place that bear on `day`, as far as they are needed."""
    reading = _Reading(connection, scopes, day, upto)
    found: dict[Place, list[Observation]] = defaultdict(list)
    for row in records(connection, reading.rows()):
        found[row.indicator, row.area].append(row)
    return found


class _Reading:
    """One reading: the series there are, and the vintages that are read beside the figures in force."""

    def __init__(self, connection: Connection, scopes: Mapping[Place, Scope], day: date, upto: int) -> None:
        self.connection = connection
        self.to_decimal = codec(connection).to_decimal
        self.moment = {"day": codec(connection).day(day), "upto": upto}
        self.series = dict(_series(connection, scopes))
        self.vintages = self._vintages()

    def rows(self) -> Iterator[Row]:
        """All that is needed, as `records` takes it."""
        for row in chain(self.vintages.values(), self._in_force(), self._readings()):
            one = self.series[row[0]]
            yield (one.indicator, *row[1:6], one.publisher, row[6], one.area, *row[7:])

    def _vintages(self) -> dict[int, Row]:
        """Every vintage known at the moment of the spans that the figure in force now does not speak for, by number."""
        rows: list[Row] = [row for row in run(self.connection, _OF_LATE, **self.moment) if self._wants(row)]
        traced = {number: one.traced for number, one in self.series.items() if one.traced}
        stops = [stop for spans in traced.values() for _, stop in spans]
        bounds = {"first": min(stops), "last": max(stops), "upto": self.moment["upto"]} if stops else {}
        rows += [row for row in self._asked(_TRACED, traced, **bounds) if row[1:3] in traced[row[0]]]
        return {row[12]: row for row in rows}

    def _in_force(self) -> Iterator[Row]:
        """The figures in force now that were known at the moment, as far as they are needed."""
        whole = self._spans_known()
        for since, numbers in _by_reach(self.series).items():
            for row in self._asked(_IN_FORCE, numbers, **self.moment, since=since):
                if self._wants(row) and (not whole or row[:3] not in whole):
                    yield row

    def _readings(self) -> Iterator[Row]:
        """The same of the series of which only some readings are needed."""
        whole, kept = self._spans_known(), []
        numbers = [number for number, one in self.series.items() if one.accepts is not None]
        for number, rows in groupby(self._asked(_READINGS, numbers, **self.moment), _series_of):
            one = self.series[number]
            own = [row for row in rows if row[2] <= one.until or row[1:3] in one.spans]
            rest = [row for row in own if row[:3] not in whole] if whole else own
            kept += thinned(rest, one.accepts, self.to_decimal, one.starts) if one.accepts is not None else rest
        return self._asked(_NUMBERED, [row[5] for row in kept])

    def _spans_known(self) -> set[Row]:
        """The spans whose every vintage is read anyway."""
        return {row[:3] for row in self.vintages.values()}

    def _wants(self, row: Row) -> bool:
        one = self.series.get(row[0])
        return one is not None and (one.since <= row[2] <= one.until or row[1:3] in one.spans)

    def _asked(self, sql: str, ids: Iterable[int], **values: Any) -> Iterator[Row]:
        """The rows of a query for some numbers, in their order.

        Straight from the driver: SQLAlchemy's own rows take half as long again, and nothing here wants their names.
        """
        wanted, query = sorted(ids), statement(sql, "ids")
        for start in range(0, len(wanted), CHUNK):
            values["ids"] = wanted[start : start + CHUNK]
            with self.connection.execute(query, values) as result:
                while rows := result.cursor.fetchmany(FETCH) if result.cursor else None:
                    yield from rows


def _series(connection: Connection, scopes: Mapping[Place, Scope]) -> Iterator[tuple[int, Series]]:
    """The series there are of the places, by their numbers."""
    codes = sorted({scope.indicator for scope in scopes.values()})
    parts = (codes[start : start + CHUNK] for start in range(0, len(codes), CHUNK))
    found = [row for part in parts for row in run(connection, _SERIES, "indicators", indicators=part)]
    rows = [row for row in found if row[1:3] in scopes]
    counts = Counter(row[1:3] for row in rows)
    day = codec(connection).day
    for number, indicator, area, publisher in rows:
        scope = scopes[indicator, area]
        accepts = scope.accepts if counts[indicator, area] == 1 else None
        spans, traced = _spans(scope.spans, day), _spans(scope.traced, day)
        since, until, starts = day(scope.since), day(scope.until), tuple(map(day, scope.starts))
        yield number, Series(indicator, area, publisher, since, until, spans, traced, accepts, starts)


def _spans(periods: Iterable[Period], day: Callable[[date], Any]) -> frozenset[Span]:
    return frozenset((day(period.start), day(period.stop)) for period in periods)


def _by_reach(series: Mapping[int, Series]) -> dict[Any, list[int]]:
    """The series read whole, by the first end that is needed of them: one for all of a year."""
    years: dict[str, list[tuple[Any, int]]] = defaultdict(list)
    for number, one in series.items():
        if one.accepts is None:
            first = min([one.since, *(stop for _, stop in one.spans)])
            years[str(first)[:4]].append((first, number))
    return {min(found)[0]: [number for _, number in found] for found in years.values()}


def thinned(
    rows: Sequence[Row], accepts: Interval, to_decimal: Callable[[Any], Decimal], starts: Sequence[Any] = ()
) -> list[Row]:
    """Of each run of exact readings that all satisfy a condition, or all do not, the first and the last; no run goes
    across one of the `starts`, and a reading of such a day is kept.

    The rows are those of one series in order: its number, the span, the value, and whether it is such a reading.
    """
    low, high = accepts.low.value, accepts.high.value
    above, below = (gt if accepts.low.tilt > 0 else ge), (lt if accepts.high.tilt < 0 else le)
    numbers = (to_decimal(row[3]) if row[4] and row[2] not in starts else None for row in rows)
    answers = [None, *(None if it is None else above(it, low) and below(it, high) for it in numbers), None]
    firsts = {bisect_left(rows, start, key=itemgetter(2)) for start in starts}
    edges = firsts | {first - 1 for first in firsts}
    return [
        row
        for place, (row, before, answer, after) in enumerate(zip(rows, answers, answers[1:], answers[2:], strict=False))
        if answer is None or not before is answer is after or place in edges
    ]
