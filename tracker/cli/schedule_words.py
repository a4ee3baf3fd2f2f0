"""Schedules, runs and digests as lines of text and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tracker.cli.messages import error_text
from tracker.domain.bilingual import Lang
from tracker.domain.period import parse_period
from tracker.domain.schedule import Occasion, Run, Schedule, State, What
from tracker.errors import TrackerError
from tracker.i18n import text
from tracker.i18n.cadences import cadence_text
from tracker.services.delivering import Delivered
from tracker.services.runs import Outcome
from tracker.services.schedules import Preview
from tracker.store.deliveries import Delivery, Stage


def moment_text(instant: datetime, zone: str, lang: Lang) -> str:
    """Fri 26 Jan 2024 09:00 in the schedule's time zone."""
    local = instant.astimezone(ZoneInfo(zone))
    weekday = text(f"schedule.weekday.{local.weekday()}", lang)
    return text("schedule.moment", lang, weekday=weekday, day=local.date(), clock=f"{local:%H:%M}")


def schedule_lines(found: Preview, lang: Lang) -> Iterator[str]:
    """A schedule as `list` shows it: its name, then what it does, when next, and where to."""
    schedule = found.schedule
    yield schedule.name
    yield f"  {summary(schedule, lang)}"
    if schedule.paused:
        yield f"  {text('schedule.paused', lang, name=schedule.name)}"
    for occasion in found.following:
        yield f"  {text('schedule.next', lang, run=run_text(schedule, occasion, lang))}"
    if schedule.what.is_about_a_period:
        policy = text(f"schedule.catch-up.{schedule.catch_up.value}", lang)
        yield f"  {text('schedule.catching-up', lang, period=schedule.first, catch_up=policy)}"
    if schedule.what not in (What.REMINDER, What.ALERT):
        yield f"  {_where(schedule, lang)}"
    if schedule.template:
        yield f"  {text('schedule.template', lang, template=schedule.template)}"
    if schedule.to:
        yield f"  {text('schedule.to', lang, targets=schedule.to)}"


def summary(schedule: Schedule, lang: Lang) -> str:
    """What it makes, how often and in which time zone."""
    what = text(f"schedule.what.{schedule.what.value}", lang)
    return text("schedule.line", lang, what=what, cadence=cadence_text(schedule.cadence, lang), zone=schedule.zone)


def next_lines(found: Preview, lang: Lang) -> Iterator[str]:
    """The runs to come under a heading."""
    schedule = found.schedule
    cadence = cadence_text(schedule.cadence, lang)
    yield text("schedule.next-of", lang, name=schedule.name, cadence=cadence, zone=schedule.zone)
    if schedule.paused:
        yield f"  {text('schedule.paused', lang, name=schedule.name)}"
    elif not found.following:
        yield f"  {text('schedule.no-runs', lang, name=schedule.name)}"
    for occasion in found.following:
        yield f"  {run_text(schedule, occasion, lang)}"
    if found.following and schedule.what is What.REVIEW:
        yield f"  {text('schedule.editions', lang)}"


def run_text(schedule: Schedule, occasion: Occasion, lang: Lang) -> str:
    """A run to come: when, what, and for which period."""
    what, moment = text(f"schedule.what.{schedule.what.value}", lang), moment_text(occasion.at, schedule.zone, lang)
    if schedule.what.is_about_a_period:
        return text("schedule.run", lang, moment=moment, what=what, period=occasion.period)
    return text("schedule.run-moment", lang, moment=moment, what=what)


def history_lines(run: Run, zone: str, now: datetime, lang: Lang) -> Iterator[str]:
    """A run of the ledger, and its files below it."""
    state = _state(run, zone, now, lang)
    yield text("schedule.history-run", lang, period=_period(run, lang), as_of=run.as_of, state=state)
    for file in run.files:
        yield f"  {file.path}"


def failure_text(outcome: Outcome, lang: Lang) -> str:
    """What went wrong with a run, and whether it is tried again."""
    assert outcome.error is not None  # noqa: S101 - only asked of a failure
    name, period = outcome.schedule.name, _period(outcome.run, lang)
    told = error_words(outcome.error, lang)
    if outcome.again is None:
        return text("schedule.failed-last", lang, name=name, period=period, error=told)
    when = moment_text(outcome.again, outcome.schedule.zone, lang)
    return text("schedule.failed-again", lang, name=name, period=period, error=told, when=when)


def undelivered_text(done: Delivered, lang: Lang) -> str:
    """What went wrong with a delivery, and whether it is tried again."""
    assert done.error is not None  # noqa: S101 - only asked of a failure
    target, told = done.delivery.message.target, error_words(done.error, lang)
    if done.again is None:
        return text("schedule.undelivered-last", lang, target=target, error=told)
    return text(
        "schedule.undelivered-again", lang, target=target, error=told, when=moment_text(done.again, "UTC", lang)
    )


def delivery_lines(found: Sequence[Delivery], zone: str, lang: Lang) -> Iterator[str]:
    """The deliveries of a run, one a line."""
    for one in found:
        when = moment_text(one.finished or one.created, zone, lang)
        told = stored_error(one.error, lang) if one.error else ""
        code = "retrying" if one.stage is Stage.WAITING and told else one.stage.value
        data = {"target": one.message.target, "when": when, "count": one.attempts, "error": told}
        yield text(f"schedule.delivery.{code}", lang, **data)


def delivery_json(found: Sequence[Delivery]) -> list[dict[str, Any]]:
    """The deliveries of a run."""
    return [
        {
            "target": one.message.target,
            "message_id": one.message.id,
            "state": one.stage.value,
            "attempts": one.attempts,
            "finished": _iso(one.finished),
            "not_before": _iso(one.not_before),
            "error": one.error or None,
        }
        for one in found
    ]


def failed_delivery_text(one: Delivery, lang: Lang) -> str:
    """A delivery that has gone wrong so far."""
    [line] = delivery_lines([one], "UTC", lang)
    return line


def schedule_json(found: Preview) -> dict[str, Any]:
    """A schedule with its next runs."""
    schedule = found.schedule
    return {
        "name": schedule.name,
        "plan": schedule.plan,
        "every": schedule.cadence.text,
        "zone": schedule.zone,
        "what": schedule.what.value,
        "about": schedule.about.value,
        "from": str(schedule.first),
        "catch_up": schedule.catch_up.value,
        "formats": list(schedule.formats),
        "languages": list(schedule.languages),
        "folder": schedule.folder,
        "template": schedule.template or None,
        "to": list(schedule.to),
        "paused": schedule.paused,
        "created": schedule.created.isoformat(),
        "next": [_occasion_json(schedule, occasion) for occasion in found.following],
    }


def run_json(run: Run) -> dict[str, Any]:
    """A run of the ledger."""
    return {
        "run": run.id,
        "what": run.what.value,
        "period": run.period,
        "edition": run.edition or None,
        "due": _iso(run.due),
        "as_of": run.as_of.isoformat(),
        "known_at": _iso(run.known_at),
        "state": run.state.value,
        "attempts": run.attempts,
        "started": _iso(run.started),
        "finished": _iso(run.finished),
        "not_before": _iso(run.not_before),
        "content_hash": run.content_hash or None,
        "files": [{"path": file.path, "sha256": file.sha256, "size": file.size} for file in run.files],
        "error": dict(run.error) or None,
    }


def _occasion_json(schedule: Schedule, occasion: Occasion) -> dict[str, Any]:
    local = occasion.at.astimezone(ZoneInfo(schedule.zone)).isoformat()
    period = str(occasion.period) if schedule.what.is_about_a_period else None
    return {"at": local, "as_of": occasion.as_of.isoformat(), "period": period}


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _where(schedule: Schedule, lang: Lang) -> str:
    if not schedule.formats:
        return text("schedule.folder", lang, folder=schedule.folder)
    languages = [text(f"schedule.language.{code}", lang) for code in schedule.languages]
    return text("schedule.files", lang, formats=schedule.formats, languages=languages, folder=schedule.folder)


def _period(run: Run, lang: Lang) -> str:
    period = parse_period(run.period)
    if run.what is What.REVIEW:
        edition = text(f"schedule.edition.{run.edition}", lang)
        return text("schedule.history-edition", lang, period=period, edition=edition)
    if not run.what.is_about_a_period:
        return text("schedule.history-slot", lang, period=period, slot=run.edition[:5])
    return text("schedule.history-period", lang, period=period)


def _state(run: Run, zone: str, now: datetime, lang: Lang) -> str:
    if run.state is State.DONE:
        return text("schedule.state.done", lang, when=moment_text(run.finished or run.started, zone, lang))
    if run.state is State.RUNNING:
        alive = run.not_before is not None and run.not_before > now
        code = "schedule.state.running" if alive else "schedule.state.interrupted"
        return text(code, lang, when=moment_text(run.started, zone, lang))
    told = stored_error(run.error, lang)
    if run.not_before is None:
        return text("schedule.state.failed", lang, count=run.attempts, error=told)
    when = moment_text(run.not_before, zone, lang)
    return text("schedule.state.waiting", lang, count=run.attempts, when=when, error=told)


def error_words(error: Exception, lang: Lang) -> str:
    """What an error says, whether it is one of ours or not."""
    if isinstance(error, TrackerError):
        return error_text(error, lang)
    return text("cli.unexpected", lang, kind=type(error).__name__, detail=" ".join(str(error).split())[:300])


def stored_error(error: Mapping[str, object], lang: Lang) -> str:
    """An error of a ledger in words, by its code."""
    code, data = error.get("code"), error.get("data")
    given = {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}
    for kind in _kinds(TrackerError):
        if kind.code == code:
            return error_text(kind(**given), lang)
    return text("cli.unexpected", lang, kind=given.get("kind", ""), detail=given.get("detail", ""))


def _kinds(kind: type[TrackerError]) -> Iterator[type[TrackerError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
