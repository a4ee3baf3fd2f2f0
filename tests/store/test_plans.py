"""Plans, targets and notes with every version they had."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.domain.plan_cases import SMALL
from tests.store.clockwork import START, Clock, figure
from tracker.domain.bilingual import Bilingual
from tracker.domain.observation import BEFORE_RECORDS
from tracker.domain.plan import Note, Plan, Progress
from tracker.domain.plan_data import read_plan
from tracker.domain.target import Condition, Op, Target
from tracker.errors import PlanNotKnown, UnknownCode
from tracker.store.database import Change, Database

PLAN = read_plan(SMALL)
LOAD = Change("li", "plan-load", "first", PLAN.code)


@pytest.fixture
def loaded(database: Database) -> Database:
    with database.write(LOAD) as writer:
        assert writer.add_plan(PLAN)
    return database


def test_a_plan_is_read_as_it_was_loaded(loaded: Database, clock: Clock) -> None:
    with loaded.read() as reader:
        plan = reader.plan(PLAN.code)
        [head] = reader.plans()
    assert undated(plan) == PLAN
    assert {target.recorded_by for target in plan.targets} == {"li"}
    assert {target.reason for target in plan.targets} == {"first"}
    assert (head.code, head.name, head.year, head.publisher) == (PLAN.code, PLAN.name, PLAN.year, PLAN.publisher)
    assert (head.published_on, head.loaded_at, head.versions) == (PLAN.published_on, clock.now, 1)


def test_loading_it_again_changes_nothing(loaded: Database) -> None:
    with loaded.write(LOAD) as writer:
        assert not writer.add_plan(PLAN)
    with loaded.read() as reader:
        assert len(reader.changes()) == 1


def test_another_version_replaces_the_one_before_and_leaves_it(loaded: Database, clock: Clock) -> None:
    then = clock.now
    renamed = replace(PLAN, name=Bilingual("新名", "New name"))
    with loaded.write(LOAD) as writer:
        assert writer.add_plan(renamed)
    with loaded.read() as reader:
        assert reader.plan(PLAN.code).name == renamed.name
        assert reader.plan(PLAN.code, then).name == PLAN.name
        assert [(head.name, head.versions) for head in reader.plans()] == [(renamed.name, 2)]
        assert len(reader.target_vintages(PLAN.code)) == len(PLAN.targets)


def test_an_unknown_plan_names_the_nearest(loaded: Database) -> None:
    with loaded.read() as reader:
        with pytest.raises(UnknownCode) as raised:
            reader.plan("harbor-2024")
        with pytest.raises(PlanNotKnown):
            reader.plan(PLAN.code, START)
    assert raised.value.data == {"what": "plan", "given": "harbor-2024", "near": [PLAN.code]}


def test_targets_have_vintages(loaded: Database, clock: Clock) -> None:
    first, then = PLAN.targets[0], clock.now
    higher = replace(
        first, condition=Condition(Op.MORE_THAN, Decimal(60)), published_on=date(2024, 9, 1), reason="more"
    )
    late = replace(first, condition=Condition(Op.MORE_THAN, Decimal(55)), published_on=date(2024, 5, 1))
    add_targets(loaded, higher, late)
    with loaded.read() as reader:
        assert [vintage.condition.value for vintage in reader.target_vintages(PLAN.code)] == [50, 55, 60]
        assert [vintage.reason for vintage in reader.target_vintages(PLAN.code)] == ["first", "first", "more"]
        assert [target.condition.value for target in reader.plan(PLAN.code).targets] == [60]
        assert [target.condition.value for target in reader.plan(PLAN.code, then).targets] == [50]


def test_the_same_vintage_is_kept_once_and_a_correction_can_be_undone(loaded: Database) -> None:
    first = PLAN.targets[0]
    wrong = replace(first, condition=Condition(Op.MORE_THAN, Decimal(500)))
    assert add_targets(loaded, first) == [False]
    assert add_targets(loaded, wrong) == [True]
    assert add_targets(loaded, wrong) == [False]
    assert add_targets(loaded, first) == [True]
    with loaded.read() as reader:
        assert [vintage.condition.value for vintage in reader.target_vintages(PLAN.code)] == [50, 500, 50]


def test_a_withdrawn_target_is_no_longer_in_force(loaded: Database) -> None:
    add_targets(loaded, replace(PLAN.targets[0], withdrawn=True, published_on=date(2024, 9, 1)))
    with loaded.read() as reader:
        assert reader.plan(PLAN.code).targets == ()
        assert [vintage.withdrawn for vintage in reader.target_vintages(PLAN.code)] == [False, True]


def test_nothing_is_kept_for_a_plan_that_is_not_loaded(database: Database) -> None:
    with pytest.raises(KeyError), database.write(LOAD) as writer:
        writer.add_target("none", PLAN.targets[0])
    with pytest.raises(KeyError), database.write(LOAD) as writer:
        writer.add_note("none", Note("1.1", Progress.DONE, date(2024, 3, 1), "done"))
    with database.read() as reader:
        assert reader.changes() == []


def test_notes_are_in_the_order_of_their_dates(loaded: Database, clock: Clock) -> None:
    later = Note("1.1", Progress.DONE, date(2024, 6, 1), "完成", "https://example.org/1")
    earlier = Note("1.1", Progress.IN_PROGRESS, date(2024, 3, 1), "begun")
    for note in (later, earlier):
        with loaded.write(LOAD) as writer:
            writer.add_note(PLAN.code, note)
    with loaded.read() as reader:
        notes = reader.notes(PLAN.code)
        assert reader.notes("another") == []
        assert reader.notes(PLAN.code, clock.now) == notes
        assert [note.id for note in reader.notes(PLAN.code, notes[1].recorded_at)] == [1]
    assert [replace(note, id=0, recorded_at=None, recorded_by="") for note in notes] == [earlier, later]
    assert {note.recorded_by for note in notes} == {"li"}


def test_the_last_change_is_the_last_that_the_plan_could_see(loaded: Database, clock: Clock) -> None:
    indicator = next(iter(PLAN.indicators))
    seen = [last_change(loaded)]
    with loaded.write(LOAD) as writer:
        writer.add_observation(figure("2024-05", "1", "2024-06-10", indicator=indicator))
    seen.append(last_change(loaded))
    with loaded.write(LOAD) as writer:
        question = writer.add_follow_up(1, "is it final?")
    seen.append(last_change(loaded))
    with loaded.write(LOAD) as writer:
        writer.add_follow_up(1, "yes", question)
    seen.append(last_change(loaded))
    with loaded.write(LOAD) as writer:
        writer.add_note(PLAN.code, Note("1.1", Progress.DONE, date(2024, 3, 1), "done"))
    seen.append(last_change(loaded))
    add_targets(loaded, replace(PLAN.targets[0], published_on=date(2024, 9, 1)))
    seen.append(last_change(loaded))
    assert seen == sorted(set(seen), key=str)
    assert seen[-1] == clock.now

    with loaded.write(Change("li", "report", plan=PLAN.code)) as writer:
        writer.record()
    with loaded.write(LOAD) as writer:
        added = writer.add_observation(figure("2024-05", "1", "2024-06-10", indicator="of-another-plan"))
        writer.add_follow_up(added, "of no concern here?")
        writer.add_plan(replace(PLAN, code="another-2024", indicators={}, targets=(), tasks=()))
    assert last_change(loaded) == seen[-1]
    assert [last_change(loaded, moment) for moment in seen] == seen
    assert last_change(loaded, START) is None


def last_change(database: Database, known_at: datetime | None = None) -> datetime | None:
    with database.read() as reader:
        return reader.last_change(PLAN.code, known_at)


def add_targets(database: Database, *targets: Target) -> list[bool]:
    with database.write(LOAD) as writer:
        return [writer.add_target(PLAN.code, target) for target in targets]


def undated(plan: Plan) -> Plan:
    """The plan without what the store knows of its targets."""
    plain = [replace(target, recorded_at=BEFORE_RECORDS, recorded_by="", reason="") for target in plan.targets]
    return replace(plan, targets=tuple(plain))
