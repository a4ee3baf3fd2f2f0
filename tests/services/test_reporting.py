"""Reports from a real database: which day they close on, what they can see, and the same bytes for ever."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.report.papers import FIGURES, PLAN, fig
from tracker.domain.observation import Observation
from tracker.domain.period import Period, parse_period
from tracker.errors import BadPeriod, UnknownCode
from tracker.report.canonical import content_hash
from tracker.report.document import Edition, ReportDocument
from tracker.report.writers import writer
from tracker.services.reporting import cut_off, make, order_report, order_review, previous_period
from tracker.store.database import Change, Database, Writer, open_database
from tracker.store.migrate import create_database

LATE = date(2024, 8, 1)
SALES_IN_MAY = [row.indicator + str(row.period) for row in FIGURES].index("sales2023-01..2023-05") + 1
"""The number that figure gets when all are recorded in their order."""


@dataclass
class Desk:
    """A database with the plan, and a clock that moves an hour with every write."""

    database: Database
    now: datetime = field(default_factory=lambda: datetime(2023, 1, 12, tzinfo=UTC))

    def record(self, *rows: Observation, at: str = "") -> None:
        self.now = datetime.fromisoformat(at).replace(tzinfo=UTC) if at else self.now + timedelta(hours=1)
        with self.database.write(Change("tester", "record")) as writer:
            for row in rows:
                writer.add_observation(row)

    def write(self, what: Callable[[Writer], int]) -> int:
        self.now += timedelta(hours=1)
        with self.database.write(Change("tester", "follow-up")) as writer:
            return what(writer)

    def report(self, period: str, today: date = LATE, known_at: str = "") -> ReportDocument:
        moment = datetime.fromisoformat(known_at) if known_at else None
        with self.database.read() as reader:
            return make(reader, order_report(reader, PLAN.code, parse_period(period), today, known_at=moment))

    def review(self, today: date = LATE) -> ReportDocument:
        with self.database.read() as reader:
            return make(reader, order_review(reader, PLAN.code, Period.year(2023), today))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "tracker.db"
    create_database(str(path))
    made: list[Desk] = []
    with open_database(str(path), clock=lambda: made[0].now) as database:
        made.append(Desk(database))
        with database.write(Change("tester", "plan-load", plan=PLAN.code)) as writer:
            writer.add_plan(PLAN)
        yield made[0]


def test_a_report_closes_on_the_cut_off_or_today(desk: Desk) -> None:
    desk.record(*FIGURES)
    assert desk.report("2023-05").as_of == date(2023, 6, 26)
    assert desk.report("2023-05", today=date(2023, 6, 3)).as_of == date(2023, 6, 3)
    assert desk.report("2023-Q2").as_of == date(2023, 7, 26)


def test_cut_off_days_beyond_a_month_s_end() -> None:
    late = PLAN.__class__(PLAN.code, PLAN.name, 2023, "miit", PLAN.published_on, cutoff_day=31)
    assert cut_off(late, Period.month(2023, 1)) == date(2023, 2, 28)
    assert cut_off(late, Period.month(2023, 12)) == date(2024, 1, 31)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2023-05", "2023-04"), ("2023-01", "2022-12"), ("2023-Q2", "2023-Q1"), ("2023-H2", "2023-H1"),
        ("2023", "2022"), ("2023-05-08..2023-05-14", "2023-05-01..2023-05-07"),
    ],
)  # fmt: skip
def test_the_period_before(period: str, before: str) -> None:
    assert previous_period(parse_period(period)) == parse_period(before)


def test_a_period_that_has_not_begun_is_refused(desk: Desk) -> None:
    with pytest.raises(BadPeriod) as caught:
        desk.report("2023-08", today=date(2023, 6, 3))
    assert caught.value.data["problem"] == "not-begun"


def test_an_unknown_plan_is_refused(desk: Desk) -> None:
    with desk.database.read() as reader, pytest.raises(UnknownCode):
        order_report(reader, "plan-2032", Period.month(2023, 5), LATE)


def test_the_known_at_is_the_last_change_and_not_the_clock(desk: Desk) -> None:
    desk.record(*FIGURES, at="2023-07-01T08:00:00")
    assert desk.report("2023-05").known_at == datetime(2023, 7, 1, 8, tzinfo=UTC)
    assert desk.report("2023-05", known_at="2023-07-05T00:00:00+00:00").known_at == datetime(2023, 7, 1, 8, tzinfo=UTC)


def test_the_same_bytes_again_after_new_figures_came(desk: Desk) -> None:
    desk.record(*FIGURES[:8], at="2023-06-27T01:00:00")
    first = desk.report("2023-05")
    assert first.known_at is not None
    desk.record(*FIGURES[8:], at="2023-09-30T01:00:00")
    assert content_hash(desk.report("2023-05")) != content_hash(first)
    again = desk.report("2023-05", today=date(2030, 1, 1), known_at=first.known_at.isoformat())
    for form in ("html", "md", "json"):
        assert writer(form)(again, "zh") == writer(form)(first, "zh")


def test_a_report_made_late_judges_its_period_by_its_own_cut_off(desk: Desk) -> None:
    desk.record(*FIGURES)
    with desk.database.read() as reader:
        order = order_report(reader, PLAN.code, Period.month(2023, 5), LATE, as_of=date(2023, 12, 20))
        late = make(reader, order)
    sales = late.targets[1]
    assert (late.as_of, sales.status) == (date(2023, 12, 20), "on-track")
    assert not [one for one in late.quality.missing if one.period.stop > date(2023, 5, 31)]


def test_the_review_is_preliminary_until_every_figure_that_decides_is_in(desk: Desk) -> None:
    desk.record(*FIGURES)
    assert (desk.review().edition, desk.review().as_of) == (Edition.PRELIMINARY, date(2024, 1, 26))
    desk.record(fig("sales", "2023", "949.5万辆", "2024-01-11"), fig("share", "2023", "26.2%", "2024-07-05"))
    final = desk.review()
    assert (final.edition, final.as_of) == (Edition.FINAL, date(2024, 7, 26))
    assert desk.review(today=date(2024, 7, 20)).edition is Edition.PRELIMINARY
    assert content_hash(desk.review(today=date(2031, 1, 1))) == content_hash(final)


def test_a_review_before_the_year_is_over(desk: Desk) -> None:
    desk.record(*FIGURES)
    early = desk.review(today=date(2023, 7, 3))
    assert (early.edition, early.as_of) == (Edition.PRELIMINARY, date(2023, 7, 3))
    assert early.review is not None
    months = [str(stone.period) for stone in early.review.ledger[0].year]
    assert months == ["2023-01", "2023-02", "2023-03", "2023-04", "2023-05", "2023-06"]


def test_questions_are_listed_while_they_are_open_and_again_in_what_was_issued_then(desk: Desk) -> None:
    desk.record(*FIGURES, at="2023-07-01T00:00:00")
    plain = desk.report("2023-05")
    asked = desk.write(lambda writer: writer.add_follow_up(SALES_IN_MAY, "含出口？"))
    open_then = desk.report("2023-05")
    [question] = open_then.quality.follow_ups
    assert (question.indicator, question.question, question.asked_by, question.in_force) == (
        "sales", "含出口？", "tester", True,
    )  # fmt: skip
    assert (question.figure.text.zh, question.asked_on) == ("294万辆", date(2023, 7, 1))
    assert open_then.known_at == desk.now
    assert content_hash(open_then) != content_hash(plain)

    desk.write(lambda writer: writer.add_follow_up(SALES_IN_MAY, "含", asked))
    assert desk.report("2023-05").quality.follow_ups == ()
    assert open_then.known_at is not None
    assert desk.report("2023-05", known_at=open_then.known_at.isoformat()) == open_then
    assert plain.known_at is not None
    assert desk.report("2023-05", known_at=plain.known_at.isoformat()) == plain


def test_a_question_about_a_figure_the_report_does_not_see_is_not_in_it(desk: Desk) -> None:
    desk.record(*FIGURES)
    desk.write(lambda writer: writer.add_follow_up(SALES_IN_MAY, "含出口？"))
    assert desk.report("2023-04").quality.follow_ups == (), "of a later period"
    assert desk.report("2023-05", today=date(2023, 6, 11)).quality.follow_ups == (), "not published yet"
    assert len(desk.report("2023-05", today=date(2023, 6, 12)).quality.follow_ups) == 1
    assert len(desk.review().quality.follow_ups) == 1


def test_a_question_outlives_its_figure(desk: Desk) -> None:
    desk.record(*FIGURES)
    desk.write(lambda writer: writer.add_follow_up(SALES_IN_MAY, "含出口？"))
    desk.record(fig("sales", "2023-01..05", "295万辆", "2023-06-20"))
    [question] = desk.report("2023-05").quality.follow_ups
    assert (question.figure.text.zh, question.in_force) == ("294万辆", False)
