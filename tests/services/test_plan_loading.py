"""Loading plans into a real database: first, again, changed, and against what is recorded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.domain.plan_cases import SMALL, small, without
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.plan import Note, Plan, Progress
from tracker.domain.plan_changes import Fate, PartChange
from tracker.domain.plan_data import read_plan
from tracker.domain.quantity import Quantity
from tracker.errors import REFUSED, NeedsReason, PlanConflict
from tracker.services.plans import load_plan, preview
from tracker.store.database import Change, Database, open_database
from tracker.store.migrate import create_database

PLAN = read_plan(SMALL)
FIGURE = Observation(
    "berths", Period.day(date(2024, 3, 31)), Quantity(Decimal(44)), "port", date(2024, 4, 5), as_published="44个"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "tracker.db")
    create_database(path)
    with open_database(path) as opened:
        yield opened


@pytest.fixture
def loaded(database: Database) -> Database:
    load_plan(database, PLAN, "li")
    return database


def kept(database: Database) -> Plan:
    with database.read() as reader:
        return reader.plan("harbour-2024")


def changes_recorded(database: Database) -> int:
    with database.read() as reader:
        return len(reader.changes())


def conflicts(database: Database, data: dict[str, Any]) -> set[str]:
    before = changes_recorded(database)
    with pytest.raises(PlanConflict) as conflict:
        load_plan(database, read_plan(data), "li", "why")
    assert conflict.value.exit_code == REFUSED
    assert changes_recorded(database) == before
    found: Any = conflict.value.data["problems"]
    return {problem.code for problem in found}


def test_a_plan_is_loaded_as_it_is(database: Database) -> None:
    found = load_plan(database, PLAN, "li")
    assert found.first
    assert kept(database).indicators == PLAN.indicators
    assert [target.condition for target in kept(database).targets] == [target.condition for target in PLAN.targets]
    with database.read() as reader:
        [change] = reader.changes()
    assert (change.kind, change.by, change.plan) == ("plan-load", "li", "harbour-2024")


def test_loading_it_again_leaves_no_trace(loaded: Database) -> None:
    found = load_plan(loaded, PLAN, "li")
    assert not found.says_something
    assert changes_recorded(loaded) == 1


def test_a_change_needs_a_reason_and_is_told(loaded: Database) -> None:
    changed = read_plan(small("indicators", 0, "baseline", "value", value="41个"))
    with pytest.raises(NeedsReason) as refused:
        load_plan(loaded, changed, "li", "  ")
    assert refused.value.exit_code == REFUSED
    assert kept(loaded).indicators == PLAN.indicators
    found = load_plan(loaded, changed, "wang", "misread")
    assert found.changes == (PartChange(Fate.CHANGED, "indicator", "berths", ("baseline",)),)
    assert kept(loaded).indicators == changed.indicators
    with loaded.read() as reader:
        assert reader.changes()[-1].reason == "misread"


def test_a_changed_target_becomes_a_vintage(loaded: Database) -> None:
    data = small("targets", 0, "condition", value="超过60个")
    data["targets"][0]["published"] = "2024-06-01"
    load_plan(loaded, read_plan(data), "li", "raised")
    with loaded.read() as reader:
        vintages = reader.target_vintages("harbour-2024")
    assert [(one.condition.value, one.published_on, one.reason) for one in vintages] == [
        (Decimal(50), date(2024, 1, 10), ""),
        (Decimal(60), date(2024, 6, 1), "raised"),
    ]


def test_a_file_without_a_target_keeps_it_and_an_older_file_does_not_undo_a_change(loaded: Database) -> None:
    set_later = replace(PLAN.targets[0], published_on=date(2024, 9, 1), due=date(2024, 11, 30))
    set_new = replace(PLAN.targets[0], code="berths-late", published_on=date(2024, 9, 1))
    with loaded.write(Change("li", "target-set", "autumn")) as writer:
        writer.add_target("harbour-2024", set_later)
        writer.add_target("harbour-2024", set_new)
    found = load_plan(loaded, PLAN, "li")
    assert not found.says_something
    assert found.kept == ("berths-late",)
    assert {target.code: target.due for target in kept(loaded).targets} == {
        "berths-2024": date(2024, 11, 30),
        "berths-late": date(2024, 12, 31),
    }


@pytest.mark.parametrize(
    "data",
    [
        small("indicators", 0, "unit", value="家"),
        small("indicators", 0, "kind", value="flow"),
    ],
)
def test_an_indicator_with_figures_keeps_its_meaning(loaded: Database, data: dict[str, Any]) -> None:
    data["indicators"][0]["baseline"] = {"period": "2023", "value": "40"}
    data["targets"][0]["condition"] = {"op": "more-than", "value": "50"}
    with loaded.write(Change("li", "record")) as writer:
        writer.add_observation(FIGURE)
    assert conflicts(loaded, data) == {"figures-orphaned"}


def test_without_figures_an_indicator_may_change_and_go(loaded: Database) -> None:
    load_plan(loaded, read_plan(small("indicators", 1, "unit", value="万吨")), "li", "counted otherwise")
    load_plan(loaded, read_plan(without("indicators", 1)), "li", "not needed")
    assert "cargo" not in kept(loaded).indicators


def test_an_indicator_with_a_target_cannot_go(loaded: Database) -> None:
    data = without("indicators", 0)
    data["targets"] = []
    data["tasks"] = []
    assert "target-broken" in conflicts(loaded, data)


def test_a_publisher_with_figures_cannot_go(loaded: Database) -> None:
    with loaded.write(Change("li", "record")) as writer:
        writer.add_observation(replace(FIGURE, publisher="nbs"))
    assert conflicts(loaded, without("publishers", 1)) == {"publisher-orphaned"}


def test_a_commitment_with_notes_cannot_go(loaded: Database) -> None:
    with loaded.write(Change("li", "task-note")) as writer:
        writer.add_note("harbour-2024", Note("1.1", Progress.DONE, date(2024, 5, 1), "opened"))
    assert conflicts(loaded, without("tasks", 0, "commitments")) == {"notes-orphaned"}


def test_two_plans_cannot_mean_different_things_by_a_code(loaded: Database) -> None:
    data = small("plan", value="harbour-2025")
    data["indicators"][1]["unit"] = "万吨"
    assert conflicts(loaded, data) == {"defined-elsewhere"}
    load_plan(loaded, read_plan(small("plan", value="harbour-2025")), "li")


def test_a_preview_writes_nothing(loaded: Database) -> None:
    with loaded.read() as reader:
        found = preview(reader, read_plan(small("cutoff-day", value="20")))
    assert found.changes == (PartChange(Fate.CHANGED, "plan", "harbour-2024", ("cutoff-day",)),)
    assert kept(loaded).cutoff_day == 26
