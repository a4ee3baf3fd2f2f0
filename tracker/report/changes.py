"""What changed since the previous report: statuses with their causes, and figures that were replaced."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tracker.domain.assessment import Assessment, Status
from tracker.domain.bilingual import Bilingual
from tracker.domain.movement import Cause, Standing, causes
from tracker.domain.observation import Observation, as_of_view, known_at
from tracker.domain.period import Period
from tracker.report.book import Book
from tracker.report.document import FigureChange, Move, Sentence
from tracker.report.material import Material, View
from tracker.report.pages import goal_words, target_name
from tracker.report.phrases import quantity, sentence, when
from tracker.report.sentences import stating, status_words


def moves(material: Material, book: Book) -> Iterator[Move]:
    """Every target whose status is not what the previous report said, in the report's order."""
    if material.before is None:
        return
    before, after = material.before.by_code, material.now.by_code
    for code, now in after.items():
        old = before.get(code)
        if old is None:
            yield _added(now, book)
        elif old.status is not now.status:
            yield _moved(old, now, material.before, material.now, book)
    for code, old in before.items():
        if code not in after:
            yield _withdrawn(old, book)


def _added(now: Assessment, book: Book) -> Move:
    target, name = now.target, target_name(now.target, book)
    said = sentence(
        "sentences.moved-added",
        name=name,
        goal=goal_words(target),
        announced=target.published_on,
        after=now.status,
    )
    return Move(target.code, name, None, now.status.value, (Cause.ADDED,), said)


def _withdrawn(old: Assessment, book: Book) -> Move:
    name = target_name(old.target, book)
    said = sentence("sentences.moved-withdrawn", name=name, before=old.status)
    return Move(old.target.code, name, old.status.value, None, (Cause.WITHDRAWN,), said)


def _moved(old: Assessment, now: Assessment, before: View, after: View, book: Book) -> Move:
    found = causes(
        Standing(old.target, before.history_of(old.target), before.as_of, before.on),
        Standing(now.target, after.history_of(now.target), after.as_of, after.on),
    )
    name = target_name(now.target, book)
    return Move(now.target.code, name, old.status.value, now.status.value, found, _because(found[-1], old, now, name))


def _because(cause: Cause, old: Assessment, now: Assessment, name: Bilingual) -> Sentence:
    """The move in a sentence, by the cause that decided last."""
    data: dict[str, object] = {
        "name": name,
        "before": status_words(old.status.value),
        "after": status_words(now.status.value),
        "goal": goal_words(now.target),
    }
    if cause is Cause.NEW_FIGURE and now.actual is None:
        cause = Cause.REVISION
    code = "moved-time-no-data" if cause is Cause.TIME and now.status is Status.NO_DATA else f"moved-{cause}"
    if now.actual is not None:
        figure = quantity(now.actual.quantity, now.target.indicator.unit)
        data |= {
            "figure": figure,
            "is_figure": stating(figure),
            "period": now.actual.period,
            "when": when(now.actual.period),
        }
    return sentence(f"sentences.{code}", **data)


def figure_changes(material: Material, book: Book) -> Iterator[FigureChange]:
    """Figures the previous report could see that are others now, or gone.

    A correction of an entry error is found by what had been recorded by the end of the previous report's day, a
    revision by what had been published by then.
    """
    if material.before is None:
        return
    before, now = material.before, material.now
    then = end_of_day(before.as_of, material.plan.zone)
    reported = {_key(row): row for row in as_of_view(before.rows, before.as_of)}
    reported |= {_key(row): row for row in as_of_view(known_at(before.rows, then), before.as_of)}
    current = {_key(row): row for group in now.in_force.values() for row in group}
    reasons = {row.voids: row.reason for row in now.rows if row.voids}
    places = {code: place for place, code in enumerate(material.plan.indicators)}
    order = sorted(reported, key=lambda key: (places.get(key[0][0], len(places)), key[1], key[0]))
    for key in order:
        old, new = reported[key], current.get(key)
        if new is None or (figure_differs(old, new) and not old.is_outlook):
            yield _figure_change(old, new, book, reasons.get(old.id, "") if new is None else new.reason)


def _figure_change(old: Observation, new: Observation | None, book: Book, reason: str) -> FigureChange:
    return FigureChange(
        indicator=old.indicator,
        name=book.name(old.indicator, old.area),
        old=book.of_row(old),
        new=None if new is None else book.of_row(new),
        correction=new is not None and new.published_on == old.published_on,
        reason=reason,
    )


def revisions(rows: Iterable[Observation], book: Book) -> Iterator[FigureChange]:
    """For rows in force, every time one of their vintages was replaced by another figure; an outlook that came true or
    not is no revision."""
    for row in rows:
        vintages = book.vintages(row)
        for old, new in pairwise(vintages):
            if figure_differs(old, new) and not old.is_outlook:
                yield _figure_change(old, new, book, new.reason)


def figure_differs(old: Observation, new: Observation) -> bool:
    """Whether a vintage says something else than the one before, and does not only repeat it."""
    return (old.quantity.value, old.quantity.bound) != (new.quantity.value, new.quantity.bound)


def end_of_day(day: date, zone: str) -> datetime:
    """The last microsecond of a day in a time zone."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return midnight - timedelta(microseconds=1)


def _key(row: Observation) -> tuple[tuple[str, str, str, bool], Period]:
    return row.series, row.period
