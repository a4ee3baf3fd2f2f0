"""Errors: what a figure must not be. (What cannot even be read is refused earlier, with the errors of its parser.)"""

from tracker.domain.checks.outcome import Outcome
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.problems import Severity

ERROR = Severity.ERROR


@rule("published-in-future", ERROR, where="published_on")
def published_in_future(case: Case) -> Data | None:
    """A figure cannot have been published after today."""
    published = case.figure.published_on
    if published <= case.today:
        return None
    return {"published": published, "today": case.today}


@rule("before-end", ERROR, where="flag")
def before_end(case: Case) -> Data | None:
    """Published before its period ended, a figure is an outlook and has to say so with flag f (method, 1)."""
    figure = case.figure
    if figure.published_on >= figure.period.stop or figure.is_outlook:
        return None
    return {"published": figure.published_on, "end": figure.period.stop}


@rule("outlook-after-end", ERROR, where="flag")
def outlook_after_end(case: Case) -> Data | None:
    """After the period's end there is no outlook: an estimate then is an actual with flag e or p (method, 1).

    Without a publication date nobody knows, so the flag is believed.
    """
    figure = case.figure
    if not figure.is_outlook or not figure.dated or figure.published_on <= figure.period.stop:
        return None
    return {"published": figure.published_on, "end": figure.period.stop}


@rule("correction-needs-reason", ERROR, where="reason")
def needs_reason(case: Case) -> Data | None:
    """The same publication with another value corrects an entry error, and a correction needs a reason (method, 1)."""
    figure = case.figure
    change = case.effect
    if change.outcome is not Outcome.CORRECTION or change.other is None or figure.reason:
        return None
    return {
        "value": case.words(figure.quantity),
        "other": case.words(change.other.quantity),
        "published": figure.published_on,
    }


RULES = (published_in_future, before_end, outlook_after_end, needs_reason)
