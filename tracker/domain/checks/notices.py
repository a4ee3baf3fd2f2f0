"""Notices: what is worth knowing about a figure and never stops it."""

from itertools import islice

from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.problems import Severity

NOTICE = Severity.NOTICE
LOOK_BACK = 12
"""How many earlier readings of a stock are searched for an exact one."""


@rule("adds-nothing", NOTICE, where="value")
def adds_nothing(case: Case) -> Data | None:
    """An inexact figure that a sharper one, already known, lies within: 近9000 when 8,997 is known (method, 2).

    For a stock the sharper one may be of an earlier day; for other kinds it is of the same period.
    """
    figure = case.figure
    if figure.quantity.is_exact:
        return None
    known = _sharper(case)
    if known is None or not figure.quantity.interval.covers(known.quantity.interval):
        return None
    return {"other": case.words(known.quantity), "period": known.period}


def _sharper(case: Case) -> Observation | None:
    """The figure that may make this one superfluous: of the same period, or a stock's last exact one before it."""
    figure, line = case.figure, case.line
    same = [row for row in line.vintages(figure.period) if row.published_on <= figure.published_on]
    if same:
        return same[-1]
    if case.kind is not Kind.STOCK:
        return None
    earlier = [
        row
        for row in islice(line.before(figure.period), LOOK_BACK)
        if not row.is_outlook and row.published_on <= figure.published_on
    ]
    exact = (row for row in earlier if row.quantity.is_exact)
    return next(exact, earlier[0] if earlier else None)


@rule("older-value", NOTICE, where="value")
def older_value(case: Case) -> Data | None:
    """A later publication that repeats a value which had been revised since."""
    figure = case.figure
    vintages = [row for row in case.line.vintages(figure.period) if row.published_on < figure.published_on]
    if not vintages or _same(figure, vintages[-1]):
        return None
    old = next((row for row in reversed(vintages) if _same(figure, row)), None)
    if old is None:
        return None
    return {
        "value": case.words(figure.quantity),
        "old": old.published_on,
        "other": case.words(vintages[-1].quantity),
        "published": vintages[-1].published_on,
    }


def _same(figure: Observation, other: Observation) -> bool:
    return (figure.quantity.value, figure.quantity.bound) == (
        other.quantity.value,
        other.quantity.bound,
    )


@rule("unlisted-publisher", NOTICE, where="publisher")
def unlisted_publisher(case: Case) -> Data | None:
    """A publisher the indicator does not list: kept and shown, never used in an assessment (method, 1)."""
    if case.figure.publisher in case.indicator.publishers:
        return None
    return {"publisher": case.figure.publisher, "listed": ", ".join(case.indicator.publishers)}


@rule("no-date", NOTICE, where="published_on")
def no_date(case: Case) -> Data | None:
    """Nobody said when it was published, so the recording date stands in (method, 1)."""
    if case.figure.dated:
        return None
    return {"published": case.figure.published_on}


@rule("definition-differs", NOTICE, where="flag")
def definition_differs(case: Case) -> Data | None:
    """Flag d makes the figure a series of its own that is joined to no other (method, 1)."""
    return {} if case.figure.differs else None


RULES = (adds_nothing, older_value, unlisted_publisher, no_date, definition_differs)
OF_ITSELF = (unlisted_publisher, no_date, definition_differs)
"""Those that look at the series and the publication of a figure, and at nothing else."""
