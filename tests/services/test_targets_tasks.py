"""Targets that are set and changed, and commitments with their notes, in a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.domain.plan_cases import SMALL
from tracker.domain.plan import Progress
from tracker.domain.plan_data import read_plan
from tracker.domain.target import Condition, Op, Target
from tracker.errors import BadDate, NeedsReason, PlanRefused, UnknownCode
from tracker.services.plans import load_plan
from tracker.services.targets import TargetChange, TargetSet, set_target, vintages
from tracker.services.tasks import NewNote, add_note, task_list
from tracker.store.database import Database, open_database
from tracker.store.migrate import create_database

NOW = datetime(2024, 9, 1, 17, 0, tzinfo=UTC)
"""Already the second of September in the plan's time zone."""
PLAN = "harbour-2024"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "tracker.db")
    create_database(path)
    with open_database(path) as opened:
        load_plan(opened, read_plan(SMALL), "li")
        yield opened


def put(database: Database, code: str = "berths-2024", **wanted: Any) -> TargetSet:
    return set_target(database, PLAN, TargetChange(code, "li", NOW, **wanted))


def history(database: Database, code: str = "berths-2024") -> list[Target]:
    with database.read() as reader:
        return vintages(reader, PLAN, code)


def test_a_change_is_a_new_vintage_announced_today_in_the_plans_zone(database: Database) -> None:
    done = put(database, value="超过60个", reason="raised")
    assert done.stored
    assert done.before is not None
    first, second = history(database)
    assert (first.condition.value, second.condition.value) == (Decimal(50), Decimal(60))
    assert (second.published_on, second.reason, second.recorded_by) == (date(2024, 9, 2), "raised", "li")
    assert second.due == first.due


def test_a_change_needs_a_reason(database: Database) -> None:
    with pytest.raises(NeedsReason):
        put(database, value="超过60个")
    assert len(history(database)) == 1


def test_saying_the_same_again_stores_nothing(database: Database) -> None:
    assert not put(database, value="超过50个").stored
    assert not put(database, value="超过50个", published=date(2024, 1, 10)).stored
    assert len(history(database)) == 1


def test_announcing_the_same_again_on_a_later_day_is_a_vintage(database: Database) -> None:
    assert put(database, value="超过50个", published=date(2024, 5, 1), reason="repeated in May").stored
    assert [one.published_on for one in history(database)] == [date(2024, 1, 10), date(2024, 5, 1)]


def test_a_correction_keeps_the_day_and_builds_on_what_was_in_force_then(database: Database) -> None:
    put(database, fields={"due": "2024-11-30"}, published=date(2024, 6, 1), reason="earlier")
    put(database, value="超过55个", published=date(2024, 1, 10), reason="misread")
    last = history(database)
    assert [(one.published_on, one.condition.value, one.due) for one in last] == [
        (date(2024, 1, 10), Decimal(50), date(2024, 12, 31)),
        (date(2024, 1, 10), Decimal(55), date(2024, 12, 31)),
        (date(2024, 6, 1), Decimal(50), date(2024, 11, 30)),
    ]


def test_a_new_target_in_mid_year(database: Database) -> None:
    done = put(
        database,
        "cargo-2024",
        indicator="吞吐量",
        value="2700万吨左右",
        tolerance="10万吨",
        published=date(2024, 9, 1),
        fields={"due": "2024-12-31", "commitment": "strive"},
    )
    assert done.before is None
    [target] = history(database, "cargo-2024")
    assert target.condition == Condition(Op.ABOUT, Decimal(27000000), None, Decimal(100000))
    assert target.start == date(2024, 1, 1)


def test_a_range_and_a_tolerance(database: Database) -> None:
    put(database, "cargo-range", indicator="cargo", value="10", upper="20", fields={"due": "2024-12-31"})
    put(database, "share-2024", indicator="share", tolerance="0.5", fields={"due": "2024-12-31"})
    assert history(database, "cargo-range")[0].condition == Condition(Op.BETWEEN, Decimal(10), Decimal(20))
    assert history(database, "share-2024")[0].condition == Condition(Op.WITHIN, tolerance=Decimal("0.5"))


def test_a_target_given_up_leaves_the_plan_and_can_come_back(database: Database) -> None:
    put(database, withdrawn=True, reason="dropped", published=date(2024, 8, 1))
    with database.read() as reader:
        assert reader.plan(PLAN).targets == ()
    put(database, value="超过52个", reason="taken up again")
    with database.read() as reader:
        assert [target.condition.value for target in reader.plan(PLAN).targets] == [Decimal(52)]


@pytest.mark.parametrize(
    ("wanted", "problems"),
    [
        ({"code": "new", "indicator": "cargo"}, {("missing-key", ())}),
        (
            {"code": "Neu!", "indicator": "cargo", "value": "超过1吨", "fields": {"due": "2024-12-31"}},
            {("bad-code", ("code",))},
        ),
        ({"value": "60个", "reason": "r"}, {("no-comparator", ("condition",))}),
        ({"value": "超过60吨", "reason": "r"}, {("bad-unit", ("condition",))}),
        ({"indicator": "cargo", "reason": "r"}, {("other-indicator", ("indicator",))}),
        ({"tolerance": "5", "reason": "r"}, {("op-for-kind", ("condition", "op"))}),
        (
            {"fields": {"due": "2020-12-31"}, "reason": "r"},
            {("due-before-baseline", ("due",)), ("published-after-due", ("published",))},
        ),
    ],
)
def test_what_cannot_be_is_refused_whole(
    database: Database, wanted: dict[str, Any], problems: set[tuple[str, tuple[str, ...]]]
) -> None:
    with pytest.raises(PlanRefused) as refused:
        put(database, **wanted)
    found: Any = refused.value.data["problems"]
    assert {(problem.code, problem.where) for problem in found} == problems
    assert len(history(database, "")) == 1


def test_a_day_to_come_and_an_unknown_name(database: Database) -> None:
    with pytest.raises(BadDate):
        put(database, value="超过60个", reason="r", published=date(2024, 9, 3))
    with pytest.raises(UnknownCode):
        put(database, "new", indicator="nothing")
    with pytest.raises(UnknownCode) as unknown:
        history(database, "berth-2024")
    assert unknown.value.data["near"] == ["berths-2024"]


def note(subject: str = "1.1", status: Progress = Progress.IN_PROGRESS, **wanted: Any) -> NewNote:
    return replace(NewNote(subject, status, "begun", "li", NOW), **wanted)


def statuses(database: Database, as_of: date, **wanted: Any) -> list[Progress | None]:
    with database.read() as reader:
        found = task_list(reader, PLAN, as_of, **wanted)
    return [standing.status for _, standings in found.tasks for standing in standings]


def test_a_commitment_stands_where_its_last_note_says(database: Database) -> None:
    assert statuses(database, date(2024, 12, 31)) == [None]
    add_note(database, PLAN, note(noted_on=date(2024, 3, 1)))
    add_note(database, PLAN, note(status=Progress.DONE, noted_on=date(2024, 6, 1), evidence="https://example.org"))
    add_note(database, PLAN, note(status=Progress.NOTED, noted_on=date(2024, 7, 1)))
    assert statuses(database, date(2024, 2, 29)) == [None]
    assert statuses(database, date(2024, 5, 31)) == [Progress.IN_PROGRESS]
    assert statuses(database, date(2024, 12, 31), number=1) == [Progress.DONE]


def test_a_note_is_of_today_and_kept_with_its_evidence(database: Database) -> None:
    add_note(database, PLAN, note(evidence="annual report"))
    with database.read() as reader:
        [kept] = reader.notes(PLAN)
        [change] = reader.changes()[-1:]
    assert (kept.noted_on, kept.text, kept.evidence, kept.recorded_by) == (
        date(2024, 9, 2),
        "begun",
        "annual report",
        "li",
    )
    assert change.kind == "task-note"


@pytest.mark.parametrize("subject", ["berths-2024", "berths"])
def test_targets_and_indicators_take_notes_too(database: Database, subject: str) -> None:
    assert add_note(database, PLAN, note(subject)).subject == subject


def test_notes_that_cannot_be(database: Database) -> None:
    with pytest.raises(UnknownCode):
        add_note(database, PLAN, note("9.9"))
    with pytest.raises(BadDate):
        add_note(database, PLAN, note(noted_on=date(2024, 9, 3)))
    with database.read() as reader:
        assert reader.notes(PLAN) == []
        with pytest.raises(UnknownCode):
            task_list(reader, PLAN, date(2024, 9, 1), number=7)
