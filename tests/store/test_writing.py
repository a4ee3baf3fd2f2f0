"""A write is one change, whole or nothing, in the order of time."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.store.clockwork import RECORD, Clock, figure
from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.domain.problems import Problem, Severity
from tracker.domain.quantity import Bound, Quantity
from tracker.store.changes import TICK
from tracker.store.database import Change, Database
from tracker.store.records import ChangeFilter, ChangeRow, Finding


def test_a_write_that_adds_nothing_leaves_no_trace(database: Database) -> None:
    with database.write(RECORD):
        pass
    assert trail(database) == []


def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", str(1 / (writer.change_id - 1)), "2023-06-10"))
    with database.read() as reader:
        assert (reader.observations(), reader.current(), reader.changes()) == ([], [], [])


def test_a_change_says_who_what_and_why(database: Database, clock: Clock) -> None:
    with database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", "1", "2023-06-10"))
        writer.add_observation(figure("2023-06", "1", "2023-07-10", indicator="sme"))
        assert writer.at == clock.now
    assert trail(database) == [
        ChangeRow(1, clock.now, "li", "record", "because", "small-2023", 2, ("ev", "sme")),
    ]


def test_time_never_goes_back(database: Database, clock: Clock) -> None:
    at = []
    for moment in ("2023-07-01T09:00", "2023-07-01T09:00", "1999-12-31T23:59", "2023-07-01T09:00"):
        clock.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        with database.write(RECORD) as writer:
            at.append(writer.at)
    first = datetime(2023, 7, 1, 9, 1, tzinfo=UTC)
    assert at == [first, first + TICK, first + 2 * TICK, first + 3 * TICK]
    with database.read() as reader:
        assert [row.at for row in reader.changes()] == at


def test_the_trail_is_narrowed(database: Database, clock: Clock) -> None:
    made = [
        Change("li", "record"),
        Change("wang", "import", plan="small-2023"),
        Change("li", "retract"),
        Change("li", "report"),
    ]
    for number, change in enumerate(made):
        with database.write(change) as writer:
            if number < 3:
                writer.add_observation(figure("2023-05", "1", "2023-06-10", indicator=f"i{number % 2}"))
            else:
                writer.record()
    assert kinds(database, ChangeFilter()) == ["record", "import", "retract", "report"]
    assert kinds(database, ChangeFilter(by="li")) == ["record", "retract", "report"]
    assert kinds(database, ChangeFilter(kinds=("record", "import"))) == ["record", "import"]
    assert kinds(database, ChangeFilter(plan="small-2023")) == ["import"]
    assert kinds(database, ChangeFilter(indicator="i0")) == ["record", "retract"]
    assert kinds(database, ChangeFilter(limit=2)) == ["retract", "report"]
    assert kinds(database, ChangeFilter(by="li", indicator="i0", limit=1)) == ["retract"]
    second, last = (trail(database)[number].at for number in (1, 3))
    assert kinds(database, ChangeFilter(since=second)) == ["import", "retract", "report"]
    assert kinds(database, ChangeFilter(until=second)) == ["record", "import"]
    assert kinds(database, ChangeFilter(since=last + timedelta(microseconds=1))) == []


def test_what_was_found_is_kept_with_the_types_it_had(database: Database) -> None:
    data = {
        "value": Decimal("3.10"),
        "period": Period.month(2023, 5),
        "day": date(2023, 6, 10),
        "at": datetime(2023, 6, 10, 1, 2, 3, 4, tzinfo=UTC),
        "name": Bilingual("甲", "X"),
        "quantity": Quantity(Decimal("9000"), Bound.NEARLY),
        "near": ["a", Decimal(1)],
        "count": 3,
        "none": None,
    }
    with database.write(RECORD) as writer:
        first, second, third = writer.add_observations([figure("2023-05", str(n), "2023-06-10") for n in range(3)])
        writer.add_findings(first, [Problem(Severity.WARNING, "jump", data)], accepted=True)
        writer.add_findings(first, [Problem(Severity.NOTICE, "no-date")], accepted=False)
        writer.add_findings(second, [], accepted=True)
    with database.read() as reader:
        found = reader.findings([first, second, third])
    assert found == {
        first: [Finding(Severity.WARNING, "jump", data, True), Finding(Severity.NOTICE, "no-date", {}, False)]
    }


def test_what_cannot_be_read_back_is_not_kept(database: Database) -> None:
    with pytest.raises(TypeError), database.write(RECORD) as writer:
        writer.add_findings(
            writer.add_observation(figure("2023-05", "1", "2023-06-10")),
            [Problem(Severity.NOTICE, "odd", {"what": object()})],
            accepted=False,
        )
    assert trail(database) == []


def test_a_reader_sees_one_moment(database: Database) -> None:
    with database.read() as reader:
        assert reader.observations() == []
        with database.write(RECORD) as writer:
            writer.add_observation(figure("2023-05", "1", "2023-06-10"))
        assert reader.observations() == []
    with database.read() as reader:
        assert len(reader.observations()) == 1


def trail(database: Database) -> list[ChangeRow]:
    with database.read() as reader:
        return reader.changes()


def kinds(database: Database, wanted: ChangeFilter) -> list[str]:
    with database.read() as reader:
        return [row.kind for row in reader.changes(wanted)]
