"""The light figures of a table are kept as their observations would be, and found again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.domain.cases import VEHICLES
from tests.store.clockwork import RECORD
from tracker.domain.bilingual import Bilingual
from tracker.domain.figure import Figure, Release, Series
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.observation import Entry
from tracker.domain.period import Period
from tracker.domain.quantity import Bound
from tracker.store.database import Database

TODAY, NOW = date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC)
SALES = Indicator("ev", Bilingual("销量", "Sales"), Kind.FLOW, VEHICLES, ("caam",))
ONES = [Series(SALES, "CN", "caam", ""), Series(SALES, "CN-GD", "nbs", "dp")]
SAID = [
    (0, Period.month(2023, 1), "408000", Bound.EXACTLY, date(2023, 2, 10), True),
    (0, Period.month(2023, 1), "408000", Bound.EXACTLY, date(2023, 3, 10), True),
    (0, Period.month(2023, 2), "3.10", Bound.NEARLY, date(2023, 3, 10), True),
    (1, Period.months(2023, 1, 5), "-0.50", Bound.MORE_THAN, TODAY, False),
]


@pytest.fixture(autouse=True)
def every_table_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.recorded.FEW", 1)


def figures() -> list[Figure]:
    releases = {said: Release(said[1], said[4], TODAY, dated=said[5]) for said in SAID}
    return [
        Figure(release.order, 7, ONES[one], release, digits, bound, f"{digits}辆", "page", "note", "why")
        for (one, _, digits, bound, _, _), release in releases.items()
    ]


def test_they_come_back_as_the_observations_they_mean(database: Database) -> None:
    with database.write(RECORD) as writer:
        ids, at = writer.add_figures(figures()), writer.at
    with database.read() as reader:
        found, current = reader.observations(), reader.current()
    meant = [figure.observation(at, RECORD.by) for figure in figures()]
    assert found == [replace(row, id=key) for row, key in zip(meant, ids, strict=True)]
    assert [f"{row.quantity.value:f}" for row in found] == [said[2] for said in SAID]
    assert sorted(row.id for row in current) == sorted(ids)[1:]


def test_those_that_stand_in_the_same_words_are_found(database: Database) -> None:
    assert not recorded(database, figures())
    with database.write(RECORD) as writer:
        writer.add_figures(figures())
    assert recorded(database, figures()) == {0, 1, 2, 3}
    other = figures()[0]._replace(digits="408001")
    assert recorded(database, [*figures(), other]) == {1, 2, 3}
    with database.read() as reader:
        second = reader.observations()[1]
    with database.write(RECORD) as writer:
        writer.add_observation(replace(second, entry=Entry.RETRACTION, voids=second.id))
        writer.add_figures([figures()[2]._replace(digits="3.2")])
    assert recorded(database, figures()) == {0, 3}


def recorded(database: Database, table: list[Figure]) -> set[int]:
    with database.read() as reader:
        return reader.recorded(table)
