"""Which figures of a table are recorded already, told without making observations of what is stored."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from tracker.domain.figure import Figure
from tracker.store.codec import codec
from tracker.store.rows import statement

Key = tuple[Any, ...]
FEW = 1_000
"""Figures that are not worth going through what is stored for."""
FETCH = 5_000
_STANDING = """
SELECT s.indicator, s.area, s.publisher, s.definition, o.start, o.stop, o.published_on, o.value, o.bound, o.flag
FROM series AS s JOIN observation AS o ON o.series_id = s.id
WHERE s.indicator IN :indicators AND o.kind = 'value'
    AND NOT EXISTS (SELECT 1 FROM observation AS undoing WHERE undoing.voids_id = o.id)
ORDER BY o.change_id, o.id"""


def recorded(connection: Connection, figures: Sequence[Figure]) -> set[int]:
    """The places in `figures` of those that stand recorded in the same words, and of which the table says nothing else.

    Of one publication the last entry counts. Not all are found, and where there are only a few of them, none.
    """
    if len(figures) < FEW:
        return set()
    key_of, found = _keys(connection), dict[Key, tuple[object, ...]]()
    for key, said in _standing(connection, {figure.series.indicator.code for figure in figures}):
        found[key] = said
    if not found:
        return set()
    there, other = dict[Key, list[int]](), set[Key]()
    for place, figure in enumerate(figures):
        key = key_of(figure)
        if found.get(key) == (figure.digits, figure.bound.value, figure.series.flag):
            there.setdefault(key, []).append(place)
        else:
            other.add(key)
    return {place for key, places in there.items() if key not in other for place in places}


def _keys(connection: Connection) -> Callable[[Figure], Key]:
    """What makes two figures the same publication, as the driver gives it back."""
    day = codec(connection).day
    series = cache(lambda one: one.key)
    release = cache(lambda one: (day(one.period.start), day(one.period.stop), day(one.published_on)))
    return lambda figure: (series(figure.series), release(figure.release))


def _standing(connection: Connection, indicators: set[str]) -> Iterator[tuple[Key, tuple[object, ...]]]:
    """The publications of some indicators and what they say, in order of recording."""
    query = statement(_STANDING, "indicators")
    values = {"indicators": sorted(indicators)}
    series, releases = cache(lambda *one: one), cache(lambda *one: one)
    result = connection.execute(query, values, execution_options={"yield_per": FETCH})
    for rows in result.partitions():
        for indicator, area, publisher, definition, start, stop, published, value, bound, flag in rows:
            key = (series(indicator, area, publisher, definition == "d"), releases(start, stop, published))
            yield key, (value if isinstance(value, str) else f"{value:f}", bound, flag)
