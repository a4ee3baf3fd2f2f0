"""The derived table always holds what the rules of vintages say, whatever was entered in whatever order."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.store.clockwork import RECORD, figure, taken_back
from tracker.domain.observation import Entry, Observation, as_of_view
from tracker.domain.quantity import Quantity
from tracker.store import current, writer
from tracker.store.database import Database, open_database

LAST_DAY = date.max


@st.composite
def entry(draw: DrawFn) -> tuple[str, int, str]:
    """What is entered next: a figure, or the end of one of the rows before, and its publication day."""
    kind = draw(st.sampled_from(["value", "value", "value", "retraction", "withdrawal"]))
    day = draw(st.sampled_from(["2023-06-10", "2023-07-10", "2023-08-10"]))
    return kind, draw(st.integers(0, 20)), day


@settings(max_examples=60, deadline=None)
@given(sets=st.lists(st.lists(entry(), min_size=1, max_size=5), min_size=1, max_size=6))
def test_it_agrees_with_the_rules_after_every_write(template: Path, sets: list[list[tuple[str, int, str]]]) -> None:
    with copy_of(template) as database, pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "SET", 2)
        for entries in sets:
            before = every_row(database)
            with database.write(RECORD) as writing:
                writing.add_observations([row for one in entries for row in meant(one, before)])
            assert_right(database)


def test_an_older_publication_entered_late_changes_nothing(database: Database) -> None:
    _, newer = enter(database, figure("2023-05", "1", "2023-06-10"), figure("2023-05", "2", "2023-08-10"))
    enter(database, figure("2023-05", "3", "2023-07-10"))
    assert in_force(database) == [newer]


def test_of_one_publication_day_the_later_entry_counts(database: Database) -> None:
    enter(database, figure("2023-05", "1", "2023-06-10"))
    [corrected] = enter(database, figure("2023-05", "2", "2023-06-10"))
    assert in_force(database) == [corrected]


def test_a_mistake_does_not_come_back_when_its_correction_is_withdrawn(database: Database) -> None:
    enter(database, figure("2023-05", "1", "2023-06-10"))
    [corrected] = enter(database, figure("2023-05", "2", "2023-06-10"))
    enter(database, replace(taken_back(corrected), entry=Entry.WITHDRAWAL, published_on=date(2023, 8, 10)))
    assert in_force(database) == []
    assert_right(database)


def test_the_next_best_vintage_comes_back(database: Database) -> None:
    first, second = enter(database, figure("2023-05", "1", "2023-06-10"), figure("2023-05", "2", "2023-07-10"))
    enter(database, taken_back(second))
    assert in_force(database) == [first]
    enter(database, taken_back(first, Entry.WITHDRAWAL, "2023-09-01"))
    assert in_force(database) == []


def test_a_retracted_retraction_lets_the_figure_stand_again(database: Database) -> None:
    [first] = enter(database, figure("2023-05", "1", "2023-06-10"))
    [retraction] = enter(database, taken_back(first))
    assert in_force(database) == []
    enter(database, taken_back(retraction))
    assert in_force(database) == [first]
    assert as_of_view(every_row(database), LAST_DAY) == [first]


def test_it_can_be_made_anew(database: Database) -> None:
    first, second = enter(database, figure("2023-05", "1", "2023-06-10"), figure("2023-06", "2", "2023-07-10"))
    with database.write(RECORD) as writing:
        writing.connection.exec_driver_sql("DELETE FROM observation_current")
    assert in_force(database) == []
    with database.write(RECORD) as writing:
        current.rebuild(writing.connection)
    assert in_force(database) == [first, second]


def meant(one: tuple[str, int, str], before: list[Observation]) -> Iterator[Observation]:
    """The row an entry stands for; nothing where it would end what cannot be ended."""
    kind, number, day = one
    if kind == "value":
        yield figure(f"2023-0{1 + number % 3}", str(number), day, flag="d" if number % 5 == 0 else "")
        return
    row = before[number % len(before)] if before else None
    if row is None or (row.entry is not Entry.VALUE and (kind == "withdrawal" or ends_an_end(row, before))):
        return
    yield replace(taken_back(row, Entry(kind), day), quantity=Quantity(row.quantity.value))


def ends_an_end(row: Observation, before: list[Observation]) -> bool:
    return any(other.id == row.voids and other.entry is not Entry.VALUE for other in before)


def assert_right(database: Database) -> None:
    by_place = {key(row): row for row in in_force(database)}
    assert by_place == {key(row): row for row in as_of_view(every_row(database), LAST_DAY)}


def key(row: Observation) -> tuple[object, ...]:
    return (*row.series, row.period)


def every_row(database: Database) -> list[Observation]:
    with database.read() as reader:
        return reader.observations()


def in_force(database: Database) -> list[Observation]:
    with database.read() as reader:
        return reader.current()


def enter(database: Database, *rows: Observation) -> list[Observation]:
    """Record rows in one write; the rows as read back."""
    with database.write(RECORD) as writing:
        writing.add_observations(rows)
        return writing.brought_by(writing.change_id)


@contextmanager
def copy_of(template: Path) -> Iterator[Database]:
    with TemporaryDirectory() as folder, open_database(shutil.copy(str(template), f"{folder}/tracker.db")) as database:
        yield database
