"""Alerts: what became worse, or was flipped by a revision, is told at the next tick and once."""

import pytest

from tests.scheduling.office import PLAN, Office
from tracker.domain.schedule import Schedule, State, What
from tracker.services import products, schedules
from tracker.services.products import Made, make


@pytest.fixture
def watched(office: Office) -> Office:
    office.schedule("0 9 * * *", What.ALERT, start="2023-04-20")
    return office


def said(office: Office, now: str) -> list[str]:
    return [line for one in office.tick(now) for line in one.said]


def test_nothing_is_said_while_nothing_happens(watched: Office) -> None:
    assert watched.tick("2023-04-21T09:00") == []
    assert watched.tick("2023-04-22T09:00") == []


def test_a_status_that_worsened_is_told_once(watched: Office) -> None:
    watched.record(
        ("growth", "2023-01..2023-04", "3.9", "2023-05-17"), ("growth", "2023-01..2023-05", "-9", "2023-06-17")
    )
    assert said(watched, "2023-05-18T09:00") == []  # it became better
    title, line = said(watched, "2023-06-18T09:00")
    assert title == "Small plan: 1 status change(s) to look at"
    assert line.startswith("  Growth")
    assert "from “on track” to “off track”" in line
    assert said(watched, "2023-06-18T09:30") == []
    assert said(watched, "2023-06-19T09:00") == []


def test_getting_better_is_kept_but_not_told_so_that_the_next_fall_is(watched: Office) -> None:
    told = []
    for month, growth in (("04", "3.9"), ("05", "3.0"), ("06", "3.9"), ("07", "3.0")):
        published = f"2023-{int(month) + 1:02}-17"
        watched.record(("growth", f"2023-01..2023-{month}", growth, published))
        told.append(len(said(watched, f"{published}T09:00")))
    assert told == [0, 2, 0, 2]
    with watched.database.read() as reader:
        assert len(schedules.history(reader, "s")) == 4


def test_a_revision_that_flips_a_status_is_told_even_for_the_better(watched: Office) -> None:
    watched.record(("growth", "2023-01..2023-03", "3.9", "2023-04-22"))
    [_, line] = said(watched, "2023-04-22T09:00")
    assert "because figures were revised" in line


def test_a_second_attempt_says_the_same(watched: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.record(("growth", "2023-01..2023-03", "3.9", "2023-04-22"))

    def fails(*_: object) -> Made:
        raise OSError("disk")

    monkeypatch.setattr(products, "make", fails)
    [failed] = watched.tick("2023-04-22T09:00")
    assert failed.error is not None
    monkeypatch.setattr(products, "make", make)
    watched.clock = failed.again or watched.clock
    watched.record(("growth", "2023-01..2023-03", "1.0", "2023-04-23"))
    first, second = watched.tick("2023-04-23T09:00")
    assert "to “on track”" in first.said[1].lower()
    assert "from “on track”" in second.said[1].lower()
    with watched.database.read() as reader:
        states = [run.state for _, run in schedules.history(reader, "s")]
    assert states == [State.DONE, State.DONE]
    assert watched.tick("2023-04-24T09:00") == []


def test_two_processes_do_not_tell_the_same_twice(watched: Office) -> None:
    watched.record(("growth", "2023-01..2023-03", "3.9", "2023-04-22"))
    one, other = watched.runner(), watched.runner()
    now = watched.clock.replace(year=2023, month=4, day=22, hour=9)
    slow = other._outcomes(schedules_of(watched), now)
    assert len(list(one.tick(now))) == 1
    assert list(slow) == []


def test_a_present_set_back_is_left_alone(watched: Office) -> None:
    watched.record(("growth", "2023-01..2023-03", "3.9", "2023-04-22"))
    assert len(watched.tick("2023-05-02T09:00")) == 1
    assert watched.tick("2023-04-21T09:00") == []


def schedules_of(office: Office) -> Schedule:
    with office.database.read() as reader:
        found = schedules.find(reader, "s")
    assert found.plan == PLAN
    return found
