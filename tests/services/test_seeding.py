"""The bundled plan and its figures go into a database once, however often they are put there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tracker.exchange.bundle import bundle
from tracker.services.plans import load_plan
from tracker.services.seeding import Figures, add_figures, load_new
from tracker.services.status import plan_state
from tracker.store.database import Database, open_database
from tracker.store.migrate import create_database

NOW = datetime(2024, 12, 31, tzinfo=UTC)
PLAN = bundle().plan_file().plan


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "tracker.db")
    create_database(path)
    with open_database(path) as opened:
        yield opened


def test_a_plan_is_loaded_once_and_never_changed(database: Database) -> None:
    assert load_new(database, PLAN, "li")
    load_plan(database, replace(PLAN, cutoff_day=20), "li", "our own day")
    assert not load_new(database, PLAN, "li")
    with database.read() as reader:
        assert reader.plan(PLAN.code).cutoff_day == 20


def test_figures_and_statements_are_recorded_once(database: Database) -> None:
    load_new(database, PLAN, "li")
    assert add_figures(database, PLAN.code, bundle(), "li", NOW) == Figures(figures=110, notes=2)
    with database.read() as reader:
        changes = len(reader.changes())
    assert add_figures(database, PLAN.code, bundle(), "li", NOW) == Figures(figures=0, notes=0)
    with database.read() as reader:
        assert len(reader.changes()) == changes


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        (date(2023, 1, 31), ["undetermined", "on-track", "pending"]),
        (date(2023, 7, 1), ["achieved", "on-track", "pending"]),
        (date(2023, 12, 31), ["achieved", "achieved", "pending"]),
        (date(2024, 3, 1), ["achieved", "achieved", "no-data"]),
        (date(2024, 7, 31), ["achieved", "achieved", "missed"]),
    ],
)
def test_the_year_2023_as_it_went(database: Database, day: date, statuses: list[str]) -> None:
    load_new(database, PLAN, "li")
    add_figures(database, PLAN.code, bundle(), "li", NOW)
    with database.read() as reader:
        state = plan_state(reader, PLAN.code, day)
    assert [assessment.status.value for assessment in state.assessments] == statuses
