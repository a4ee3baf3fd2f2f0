"""The log of the running service: one line an event on stderr, as text or as JSON, for a journal or a collector."""

import json
import sys
from datetime import UTC, datetime
from typing import Any

from tracker.cli.app import App
from tracker.cli.schedule_run import Log
from tracker.cli.schedule_words import error_words, failure_text
from tracker.cli.terminal import is_unicode, say
from tracker.errors import TrackerError
from tracker.i18n import text
from tracker.services.delivering import Delivered
from tracker.services.runs import Outcome


class EventLog(Log):
    """Prints what is made on stdout as always, and a line for every event on stderr.

    As text: time, level, event, then what is known about it as key=value, then the message in the user's language.
    """

    def __init__(self, app: App, *, as_json: bool) -> None:
        super().__init__(app)
        self._as_json = as_json

    def served(self, event: str) -> None:
        self._event("info", f"service-{event}", text(f"schedule.{event}", self._app.lang))

    def failed(self, outcome: Outcome) -> None:
        assert outcome.error is not None  # noqa: S101 - only called for a failure
        again = None if outcome.again is None else outcome.again.isoformat()
        told = failure_text(outcome, self._app.lang)
        self._event("error", "run-failed", told, **_run(outcome), error=_code(outcome.error), again=again)

    def done(self, outcome: Outcome) -> None:
        self._event("info", "run-done", "", **_run(outcome), paths=list(outcome.paths))

    def delivered(self, done: Delivered) -> None:
        about: dict[str, Any] = {"target": done.delivery.message.target, "run": done.delivery.run_id}
        about["attempts"] = done.delivery.attempts
        if done.error is None:
            self._event("info", "delivered", "", **about)
            return
        again = None if done.again is None else done.again.isoformat()
        about |= {"error": _code(done.error), "again": again}
        self._event("error", "not-delivered", error_words(done.error, self._app.lang), **about)

    def trouble(self, error: Exception) -> None:
        self._trace(error)
        self._event("error", "tick-failed", error_words(error, self._app.lang), error=_code(error))

    def _event(self, level: str, event: str, message: str, **data: Any) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._as_json:
            record = {"at": at, "level": level, "event": event, **data, "message": message}
            say(json.dumps(record, ensure_ascii=not is_unicode(sys.stderr)))
            return
        known = (f"{key}={_word(value)}" for key, value in data.items() if value not in (None, "", []))
        say(" ".join(filter(None, (at, level, event, *known, message))))


def _run(outcome: Outcome) -> dict[str, Any]:
    run = outcome.run
    return {
        "schedule": outcome.schedule.name,
        "period": run.period,
        "edition": run.edition or None,
        "as_of": run.as_of.isoformat(),
        "attempts": run.attempts,
    }


def _code(error: Exception) -> str:
    return error.code if isinstance(error, TrackerError) else type(error).__name__


def _word(value: object) -> str:
    """A value without a space that would be taken for the next one."""
    shown = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return json.dumps(shown, ensure_ascii=False) if any(sign.isspace() for sign in shown) else shown
