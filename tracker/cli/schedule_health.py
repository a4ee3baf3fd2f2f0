"""The health of the schedules as lines of text and as JSON."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tracker.cli.schedule_words import delivery_json, error_words, failed_delivery_text, history_lines, run_json
from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.services.health import Health

SCHEMA = 1
MINUTE, HOUR = 60, 3600


def age_text(age: timedelta | None, lang: Lang) -> str:
    """How long ago the last tick was; None for never."""
    if age is None:
        return text("schedule.health.never", lang)
    seconds = int(age.total_seconds())
    if seconds < MINUTE:
        return text("schedule.health.seconds", lang, count=seconds)
    if seconds < 2 * HOUR:
        return text("schedule.health.minutes", lang, count=seconds // MINUTE)
    return text("schedule.health.hours", lang, count=seconds // HOUR)


def health_lines(found: Health, lang: Lang) -> Iterator[str]:
    """The last tick, then what has failed, one a line."""
    code = "stale" if found.is_stale else "ticking" if found.active else "idle"
    yield text(f"schedule.health.{code}", lang, age=age_text(found.age, lang), count=found.active)
    for schedule, run in found.failed:
        line = next(iter(history_lines(run, schedule.zone, run.started, lang)))
        yield text("schedule.health.failed", lang, name=schedule.name, run=line)
    for schedule, trouble in found.letterheads:
        yield text("schedule.health.letterhead", lang, name=schedule.name, error=error_words(trouble, lang))
    for delivery in found.undelivered:
        yield failed_delivery_text(delivery, lang)


def health_json(found: Health) -> dict[str, Any]:
    """The same for a monitor."""
    return {
        "schema": SCHEMA,
        "healthy": found.is_well,
        "stale": found.is_stale,
        "last_tick": None if found.last_tick is None else found.last_tick.isoformat(),
        "age_seconds": None if found.age is None else int(found.age.total_seconds()),
        "max_age_seconds": int(found.max_age.total_seconds()),
        "active": found.active,
        "failed": [{"schedule": schedule.name, **run_json(run)} for schedule, run in found.failed],
        "undelivered": delivery_json(found.undelivered),
        "letterheads": [
            {"schedule": schedule.name, "template": schedule.template, "problem": trouble.data["problem"]}
            for schedule, trouble in found.letterheads
        ],
    }
