"""Recording one figure: what is stored, what is refused, and what is kept beside it."""

from collections.abc import Sequence

import pytest

from tests.services.small_plan import CODE, NOW
from tracker.domain.checks import Outcome
from tracker.domain.draft import Draft
from tracker.domain.problems import Problem
from tracker.errors import BAD_DATE, BadUnit, BadValue, EntryRefused, Unaccepted, UnknownCode
from tracker.services.entry import Entered, Entry, record, try_out
from tracker.store.database import Database

GIANTS = Draft("giants", "2023-07-31", "超过1.2万家", published_on="2023-08-01", publisher="工信部")


def enter(database: Database, draft: Draft, *accepted: str) -> Entered:
    return record(database, CODE, Entry(draft, "li", NOW, accepted))


def changes(database: Database) -> list[str]:
    with database.read() as reader:
        return [change.kind for change in reader.changes()]


def test_a_figure_is_stored_with_its_change(database: Database) -> None:
    entered = enter(database, GIANTS._replace(reason="first list", source="news"))
    assert (entered.stored, entered.examined.outcome) == (True, Outcome.STORED)
    with database.read() as reader:
        (row,) = reader.observations()
        change = reader.changes()[-1]
    assert row == entered.examined.figure
    assert (str(row.quantity.value), row.quantity.bound.value) == ("12000", "more-than")
    assert row.as_published == "超过1.2万家"
    assert (row.recorded_by, row.source) == ("li", "news")
    assert (change.by, change.kind, change.plan, change.reason) == ("li", "record", CODE, "first list")


def test_the_same_figure_again_leaves_no_trace(database: Database) -> None:
    first = enter(database, GIANTS)
    again = enter(database, GIANTS._replace(value=">12000"))
    assert (again.stored, again.examined.outcome) == (False, Outcome.IDENTICAL)
    assert again.examined.effect.other == first.examined.figure
    assert changes(database) == ["plan-load", "record"]


def test_a_later_publication_revises_and_the_same_one_corrects(database: Database) -> None:
    enter(database, GIANTS)
    revised = enter(database, GIANTS._replace(value="12300", published_on="2023-09-01"))
    assert revised.examined.outcome is Outcome.REVISION
    with pytest.raises(EntryRefused) as caught:
        enter(database, GIANTS._replace(value="12300"))
    assert caught.value.data["problems"][0].code == "correction-needs-reason"  # type: ignore[index]  # the problems' list
    corrected = enter(database, GIANTS._replace(value="12300", reason="misread"))
    assert corrected.examined.outcome is Outcome.CORRECTION
    with database.read() as reader:
        assert len(reader.observations()) == 3
        assert [row.published_on.isoformat() for row in reader.current()] == ["2023-09-01"]


def test_without_a_date_today_in_the_plans_zone_stands_in(database: Database) -> None:
    late = Entry(GIANTS._replace(published_on=""), "li", NOW.replace(hour=17))
    entered = record(database, CODE, late)
    assert entered.examined.figure.published_on.isoformat() == "2024-08-02"
    assert [notice.code for notice in entered.examined.notices] == ["no-date"]
    assert enter(database, GIANTS._replace(published_on="")).examined.outcome is Outcome.IDENTICAL


def test_notices_are_kept(database: Database) -> None:
    number = enter(database, GIANTS._replace(publisher="中汽协")).examined.figure.id
    with database.read() as reader:
        (finding,) = reader.findings([number])[number]
    assert (finding.code, finding.accepted, finding.data["publisher"]) == ("unlisted-publisher", False, "caam")


SLIP = GIANTS._replace(value="2家")


def test_an_unaccepted_warning_stores_nothing(database: Database) -> None:
    with pytest.raises(Unaccepted) as caught:
        enter(database, SLIP)
    assert caught.value.exit_code == 30
    assert caught.value.data["codes"] == "slip"
    assert changes(database) == ["plan-load"]


@pytest.mark.parametrize("accepted", ["slip", "all"])
def test_an_accepted_warning_is_kept_with_the_figure(database: Database, accepted: str) -> None:
    number = enter(database, SLIP, accepted).examined.figure.id
    with database.read() as reader:
        (finding,) = reader.findings([number])[number]
    assert (finding.code, finding.accepted) == ("slip", True)


def test_accepting_another_warning_does_not_help(database: Database) -> None:
    with pytest.raises(Unaccepted):
        enter(database, SLIP, "sign", "stock-falls")


def test_a_person_is_asked_once_and_nothing_is_locked_meanwhile(database: Database) -> None:
    asked: list[list[str]] = []

    def ask(problems: Sequence[Problem]) -> bool:
        asked.append([problem.code for problem in problems])
        enter(database, GIANTS._replace(area="CN-GD"))  # another writer gets through while the person thinks
        return True

    entered = record(database, CODE, Entry(SLIP, "li", NOW), ask)
    assert asked == [["slip"]]
    assert entered.stored


def test_a_person_may_say_no(database: Database) -> None:
    with pytest.raises(Unaccepted):
        record(database, CODE, Entry(SLIP, "li", NOW), lambda _problems: False)
    assert changes(database) == ["plan-load"]


def test_a_trial_stores_nothing(database: Database) -> None:
    with database.read() as reader:
        tried = try_out(reader, CODE, Entry(SLIP, "li", NOW))
    assert (tried.stored, [warning.code for warning in tried.examined.warnings]) == (False, ["slip"])
    assert changes(database) == ["plan-load"]


def test_one_unreadable_part_raises_its_own_error(database: Database) -> None:
    with pytest.raises(UnknownCode) as unknown:
        enter(database, GIANTS._replace(indicator="giant"))
    assert unknown.value.data["near"] == ["giants"]
    with pytest.raises(BadUnit):
        enter(database, GIANTS._replace(value="1.2万辆"))
    with pytest.raises(BadValue):
        enter(database, GIANTS._replace(value="1.2"))


def test_several_problems_come_together_with_the_first_ones_exit_code(database: Database) -> None:
    draft = GIANTS._replace(published_on="2024-08-02", period="2024-12-31")
    with pytest.raises(EntryRefused) as caught:
        enter(database, draft)
    assert caught.value.exit_code == BAD_DATE
    assert [problem.code for problem in caught.value.data["problems"]] == ["published-in-future", "before-end"]  # type: ignore[attr-defined]  # the problems' list


def test_entries_do_not_know_the_baseline_as_a_vintage(database: Database) -> None:
    entered = enter(database, Draft("giants", "2022", "8997", published_on="2023-01-11"))
    assert entered.examined.outcome is Outcome.STORED
    assert entered.examined.figure.period.is_day
