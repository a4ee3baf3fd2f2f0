"""Vintages told apart, figures taken back, and the trail of changes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.services.small_plan import CODE, NOW
from tracker.domain.draft import Draft
from tracker.domain.period import parse_period
from tracker.errors import BadRetraction, UnknownCode
from tracker.services.entry import Entry, record
from tracker.services.history import indicator_history
from tracker.services.log import Wanted, trail
from tracker.services.retracting import Retracted, Retraction, retract
from tracker.store.database import Database

TODAY = date(2024, 8, 1)


def enter(database: Database, period: str, value: str, published: str, **more: str) -> int:
    draft = Draft("share", period, value, published_on=published, **more)
    return record(database, CODE, Entry(draft, "li", NOW, ("all",))).examined.figure.id


def kinds(database: Database, period: str = "", **more: object) -> list[tuple[str, str, bool]]:
    with database.read() as reader:
        found = indicator_history(
            reader,
            CODE,
            "比重",
            more.get("as_of", TODAY),  # type: ignore[arg-type]  # a date
            more.get("known_at"),  # type: ignore[arg-type]  # a moment
            period=parse_period(period) if period else None,
        )
    return [(str(one.row.quantity.value), one.kind.value, one.in_force) for one in found.vintages]


def take_back(database: Database, number: int, published: str = "") -> Retracted:
    day = date.fromisoformat(published) if published else None
    return retract(database, CODE, Retraction(number, "mistake", "wang", NOW, day))


@pytest.fixture
def entered(database: Database) -> list[int]:
    return [
        enter(database, "2022", "28", "2023-01-11", flag="e"),
        enter(database, "2022", "27.7", "2023-01-18"),
        enter(database, "2022", "27.6", "2023-01-18", reason="misread"),
        enter(database, "2023", "26.2", "2024-07-05"),
        enter(database, "2022", "25.98", "2023-06-01", publisher="nbs"),
    ]


FIRST, REVISED, CORRECTED = ("28", "first", False), ("27.7", "revision", False), ("27.6", "correction", True)


def test_first_revision_and_correction(database: Database, entered: list[int]) -> None:
    assert kinds(database, "2022") == [FIRST, REVISED, CORRECTED, ("25.98", "first", True)]
    assert kinds(database)[-1] == ("26.2", "first", True)


def test_as_of_and_known_at(database: Database, entered: list[int]) -> None:
    assert kinds(database, "2022", as_of=date(2023, 1, 12)) == [("28", "first", True)]
    with database.read() as reader:
        third = reader.changes()[3].at
    before = third - timedelta(microseconds=1)
    assert kinds(database, "2022", known_at=before) == [FIRST, ("27.7", "revision", True)]


def test_a_period_without_figures_stands_for_those_within_it(database: Database) -> None:
    draft = Draft("giants", "2023-06-26", "近9000", published_on="2023-06-26")
    record(database, CODE, Entry(draft, "li", NOW))
    with database.read() as reader:
        for period, count in (("2023-06-26", 1), ("2023-06", 1), ("2023", 1), ("2023-05", 0)):
            found = indicator_history(reader, CODE, "小巨人", TODAY, period=parse_period(period))
            assert len(found.vintages) == count


def test_accepted_warnings_show(database: Database) -> None:
    record(database, CODE, Entry(Draft("giants", "2023-07-31", "2家", published_on="2023-08-01"), "li", NOW, ("slip",)))
    with database.read() as reader:
        (vintage,) = indicator_history(reader, CODE, "giants", TODAY).vintages
    assert [finding.code for finding in vintage.accepted] == ["slip"]


# Taking back ---------------------------------------------------------------------------------------------------------


def test_an_entry_error_vanishes_and_what_was_before_comes_back(database: Database, entered: list[int]) -> None:
    with database.read() as reader:
        known_at = reader.changes()[-1].at
    done = take_back(database, entered[2])
    assert done.instead is not None
    assert done.instead.id == entered[1]
    assert kinds(database, "2022")[:3] == [FIRST, ("27.7", "revision", True), ("27.6", "retracted", False)]
    assert kinds(database, "2022", known_at=known_at)[:3] == [FIRST, REVISED, CORRECTED]


def test_a_retracted_first_makes_its_successor_the_first(database: Database, entered: list[int]) -> None:
    take_back(database, entered[0])
    assert kinds(database, "2022")[:2] == [("28", "retracted", False), ("27.7", "first", False)]


def test_a_withdrawal_counts_from_its_day(database: Database, entered: list[int]) -> None:
    done = take_back(database, entered[3], "2024-07-20")
    assert done.instead is None
    assert kinds(database, "2023") == [("26.2", "withdrawn", False)]
    assert kinds(database, "2023", as_of=date(2024, 7, 19)) == [("26.2", "first", True)]


@pytest.mark.parametrize(("published", "problem"), [("2024-07-04", "too-early"), ("2024-08-02", "future")])
def test_withdrawals_that_cannot_be(database: Database, entered: list[int], published: str, problem: str) -> None:
    with pytest.raises(BadRetraction) as caught:
        take_back(database, entered[3], published)
    assert caught.value.data["problem"] == problem
    assert kinds(database, "2023") == [("26.2", "first", True)]


def test_what_cannot_be_taken_back(database: Database, entered: list[int]) -> None:
    row = take_back(database, entered[2]).row
    for number, problem in ((999, "unknown"), (row.id, "not-a-figure"), (entered[2], "voided")):
        with pytest.raises(BadRetraction) as caught:
            take_back(database, number)
        assert (caught.value.data["problem"], caught.value.data["id"]) == (problem, number)
    with database.read() as reader:
        assert len(reader.observations()) == 6


# The trail -----------------------------------------------------------------------------------------------------------


def test_the_trail_and_its_filters(database: Database, entered: list[int]) -> None:
    take_back(database, entered[2], "2024-01-01")
    record(database, CODE, Entry(Draft("giants", "2022", "8997", published_on="2023-01-11"), "wang", NOW))

    def found(**wanted: object) -> list[str]:
        with database.read() as reader:
            return [f"{one.change.by} {one.change.kind}" for one in trail(reader, Wanted(**wanted))]  # type: ignore[arg-type]  # filters of several types

    assert found() == ["test plan-load", *["li record"] * 5, "wang withdraw", "wang record"]
    assert found(by="wang") == ["wang withdraw", "wang record"]
    assert found(kinds=["withdraw", "plan-load"]) == ["test plan-load", "wang withdraw"]
    assert found(indicator="小巨人") == ["wang record"]
    assert found(limit=1) == ["wang record"]
    assert found(until=datetime(2000, 1, 1, tzinfo=UTC)) == []
    with pytest.raises(UnknownCode):
        found(indicator="nothing")


def test_the_trail_names_the_figure_that_was_taken_back(database: Database, entered: list[int]) -> None:
    take_back(database, entered[3], "2024-07-20")
    with database.read() as reader:
        last = trail(reader, Wanted())[-1]
    assert last.figure is not None
    assert (last.figure.id, last.withdrawn_on, last.change.reason) == (entered[3], date(2024, 7, 20), "mistake")
