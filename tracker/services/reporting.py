"""Reports and reviews: which day they close on, what they may see, and where their files go.

A report is fixed by its plan, period, as-of day and known-at. The known-at is the time of the last change it could see
to plans, targets, observations, notes or questions about figures, never the clock of the run, so the same report is
the same bytes whenever and wherever it is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from tracker.domain.bilingual import Lang
from tracker.domain.follow_up import FollowUp
from tracker.domain.observation import Observation
from tracker.domain.period import Period, add_months
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem
from tracker.errors import BadPeriod
from tracker.files import publish
from tracker.report.archive import INDEX, found_entries, report_path
from tracker.report.book import Book
from tracker.report.build import build
from tracker.report.changes import moves
from tracker.report.document import Edition, Move, Paper, ReportDocument
from tracker.report.ledger import edition
from tracker.report.material import Material, Remark, View
from tracker.report.writers import render
from tracker.services.status import PlanReader, assess_all, targets_in_force
from tracker.store.records import Finding


class ReportReader(PlanReader, Protocol):
    """What of the store's reader is needed here."""

    def last_change(self, plan_code: str, known_at: datetime | None = None) -> datetime | None: ...

    def findings(self, ids: Iterable[int]) -> dict[int, list[Finding]]: ...

    def follow_ups(self, plan_code: str, known_at: datetime | None = None) -> list[FollowUp]: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What fixes a report: the same order gives the same bytes."""

    plan: str
    paper: Paper
    period: Period
    as_of: date
    known_at: datetime | None


def order_report(
    reader: ReportReader,
    plan_code: str,
    period: Period,
    today: date,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Order:
    """The order for a report on `period`: as of the plan's cut-off, or today if that is earlier.

    Raises `BadPeriod` for a period that has not begun by then.
    """
    plan = reader.plan(plan_code, known_at)
    day = as_of or min(cut_off(plan, period), today)
    if day < period.start:
        raise BadPeriod(text=str(period), problem="not-begun")
    return Order(plan_code, Paper.REPORT, period, day, reader.last_change(plan_code, known_at))


def order_review(
    reader: ReportReader,
    plan_code: str,
    year: Period,
    today: date,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Order:
    """The order for the review of a year: as of the first cut-off at which every target is settled, if one has passed;
    until then as of the first cut-off after the year, or today if that is earlier.

    Raises `BadPeriod` for a year that has not begun by then, or that is none of the plan's.
    """
    desk = _Desk(reader, plan_code, known_at)
    first, last = desk.plan.year, desk.plan.end.year
    if not first <= year.start.year <= last:
        years = str(first) if first == last else f"{first}–{last}"
        raise BadPeriod(text=str(year), problem="not-of-plan", plan=plan_code, years=years)
    day = as_of or _final_day(desk, year, today) or min(cut_off(desk.plan, year), today)
    if day < year.start:
        raise BadPeriod(text=str(year), problem="not-begun")
    return Order(plan_code, Paper.REVIEW, year, day, desk.known_at)


def is_final(reader: ReportReader, plan_code: str, year: Period, as_of: date, known_at: datetime | None) -> bool:
    """Whether a review as of a day would be the final edition."""
    view = _Desk(reader, plan_code, known_at).view(year, as_of)
    return edition(view.assessments) is Edition.FINAL


def make(reader: ReportReader, order: Order) -> ReportDocument:
    """The document of an order."""
    desk = _Desk(reader, order.plan, order.known_at)
    review = order.paper is Paper.REVIEW
    now = (desk.view if review else desk.report_view)(order.period, order.as_of)
    return build(
        Material(
            paper=order.paper,
            plan=desk.plan,
            known_at=order.known_at,
            now=now,
            before=None if review else desk.before(order),
            observations=desk.rows,
            vintages=desk.targets,
            notes=tuple(note for note in desk.notes if note.noted_on <= order.as_of),
            months=tuple(desk.months(order)) if review else (),
            remarks=desk.remarks(now.rows),
            follow_ups=tuple(reader.follow_ups(order.plan, desk.known_at)),
        )
    )


def moves_between(
    reader: ReportReader, plan_code: str, before: tuple[date, datetime | None], after: tuple[date, datetime | None]
) -> tuple[Move, ...]:
    """Every target whose status differs between two views, each an as-of day and a known-at, with the causes."""
    old, new = _Desk(reader, plan_code, before[1]), _Desk(reader, plan_code, after[1])
    period = Period(date(new.plan.year, 1, 1), max(new.plan.end, before[0], after[0]))
    material = Material(
        paper=Paper.REPORT,
        plan=new.plan,
        known_at=new.known_at,
        now=new.view(period, after[0]),
        before=old.view(period, before[0]),
        observations=new.rows,
        vintages=new.targets,
        notes=(),
    )
    return tuple(moves(material, Book(material.plan, material.observations, after[0])))


def cut_off(plan: Plan, period: Period) -> date:
    """The day a report on `period` closes: the plan's cut-off day of the following month, or that month's last day."""
    following = add_months(period.stop.replace(day=1), 1)
    last = add_months(following, 1) - timedelta(days=1)
    return min(following + timedelta(days=plan.cutoff_day - 1), last)


def previous_period(period: Period) -> Period:
    """The period of the same length just before."""
    if period.is_whole_months:
        return Period(add_months(period.start, -period.month_count), period.start - timedelta(days=1))
    length = period.stop - period.start
    return Period(period.start - length - timedelta(days=1), period.start - timedelta(days=1))


def write_report(
    folder: Path,
    document: ReportDocument,
    forms: Iterable[str],
    langs: Iterable[Lang],
    template: bytes | None = None,
) -> dict[Path, bytes]:
    """Write a document's files and the archive page; the files by path. `template` is for Word documents.

    Raises `FileTrouble`, and `MissingExtra` for a format whose library is not installed.
    """
    languages = tuple(langs)
    made = {
        folder / report_path(document, lang, form): render(document, form, lang, template)
        for form in forms
        for lang in languages
    }
    for path, content in made.items():
        publish(path, content)
    write_archive(folder)
    return made


def write_archive(folder: Path) -> None:
    """Write the page that lists all reports in a folder. Raises `FileTrouble`."""
    from tracker.report.writers.html import write_index  # jinja2, which only HTML needs

    publish(folder / INDEX, write_index(found_entries(folder)))


class _Desk:
    """What is known of a plan at a moment, read once."""

    def __init__(self, reader: ReportReader, plan_code: str, known_at: datetime | None) -> None:
        self._reader = reader
        self.known_at = reader.last_change(plan_code, known_at)
        self.plan = reader.plan(plan_code, self.known_at)
        self.targets = tuple(reader.target_vintages(plan_code, self.known_at))
        self.notes = tuple(reader.notes(plan_code, self.known_at))
        self.rows = tuple(reader.observations(list(self.plan.indicators), known_at=self.known_at))

    def view(self, period: Period, as_of: date) -> View:
        """What a review of `period` sees on a day: figures that refer to later stay out."""
        return self._view(period, as_of, as_of)

    def report_view(self, period: Period, as_of: date) -> View:
        """What a report on `period` sees on a day, judged on its own cut-off at the latest."""
        return self._view(period, as_of, min(as_of, cut_off(self.plan, period)))

    def _view(self, period: Period, as_of: date, on: date) -> View:
        rows = tuple(row for row in self.rows if row.period.stop <= period.stop)
        targets = targets_in_force(self.targets, as_of)
        return View(period, as_of, on, tuple(assess_all(targets, rows, as_of, on, with_forecasts=True)), rows)

    def before(self, order: Order) -> View | None:
        """What the report before this one saw; None for the first of the plan's year."""
        period = previous_period(order.period)
        if period.stop.year < self.plan.year:
            return None
        return self.report_view(period, min(cut_off(self.plan, period), order.as_of))

    def months(self, order: Order) -> Iterator[View]:
        """What each month's report of the year saw, as far as the year has gone."""
        for month in order.period.each_month():
            if month.stop <= order.as_of:
                yield self.report_view(month, min(cut_off(self.plan, month), order.as_of))

    def remarks(self, rows: Iterable[Observation]) -> dict[int, tuple[Remark, ...]]:
        """The findings kept with figures."""
        found = self._reader.findings([row.id for row in rows])
        return {
            number: tuple(Remark(Problem(one.severity, one.code, one.data), one.accepted) for one in findings)
            for number, findings in found.items()
        }


def _final_day(desk: _Desk, year: Period, today: date) -> date | None:
    """The first cut-off at which the review is final, if there is one by today."""
    month = Period.month(year.stop.year, year.stop.month)
    while (day := cut_off(desk.plan, month)) <= today:
        if edition(desk.view(year, day).assessments) is Edition.FINAL:
            return day
        month = replace(month, start=month.next_day, stop=add_months(month.next_day, 1) - timedelta(days=1))
    return None
