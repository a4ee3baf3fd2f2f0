"""`tracker schedule tick` and `tracker schedule run`: making what is due, once or as a service."""

import os
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from tracker.cli.base import App, command
from tracker.cli.options import KNOWN_AT, Moment, json_option
from tracker.cli.terminal import say
from tracker.errors import RunsFailed, Unhealthy
from tracker.i18n import text

if TYPE_CHECKING:
    from tracker.services.delivering import Delivered
    from tracker.services.runs import Outcome

SHORTEST = 0.1
"""Seconds between ticks at least."""
LOG_FORMATS = ("text", "json")


@command("schedule tick", click.option("--now", type=KNOWN_AT, metavar="TIME"))
def tick(app: App, *, now: Moment | None) -> None:
    """Make what is due and print the paths written."""
    from tracker.services.delivering import Postman
    from tracker.services.runs import Runner

    moment = app.now()
    if now is not None:
        with app.database().read() as reader:
            moment = now.at(reader.plan(app.plan_code(reader)).zone)
    runner = Runner(app.database(), app.settings.user)
    runner.tidy()
    log, failed = Log(app), 0
    for outcome in runner.tick(moment):
        log.made(outcome)
        failed += outcome.error is not None
    for done in Postman(app.database(), app.settings.user, app.delivery_target).deliver():
        log.delivered(done)
        failed += done.error is not None
    if failed:
        raise RunsFailed(count=failed)


@command(
    "schedule run",
    click.option("--interval", type=click.FloatRange(SHORTEST), metavar="SECONDS"),
    click.option("--log-format", type=click.Choice(LOG_FORMATS), metavar="FORMAT"),
)
def run(app: App, *, interval: float | None, log_format: str | None) -> None:
    """Serve until SIGTERM or SIGINT."""
    from tracker.scheduling.service import INTERVAL, serve

    log: Log = Log(app)
    if log_format:
        from tracker.cli.schedule_log import EventLog

        log = EventLog(app, as_json=log_format == "json")
    log.served("serving")
    finished = serve(app.database(), app.settings.user, log, interval or INTERVAL, app.delivery_target)
    log.served("stopped" if finished else "stopped-midway")
    if not finished:  # a thread is still at work on what has been given back; nothing may wait for it
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


@command(
    "schedule health",
    click.option("--max-age", type=click.FloatRange(0, min_open=True), metavar="MINUTES"),
    json_option,
)
def health(app: App, *, max_age: float | None, json: bool) -> None:
    """Say whether the schedules are looked after; fail if not."""
    from tracker.cli.schedule_health import age_text, health_json, health_lines
    from tracker.services.health import MAX_AGE
    from tracker.services.health import health as examine

    with app.database().read() as reader:
        found = examine(reader, app.now(), timedelta(minutes=max_age) if max_age else MAX_AGE)
    if json:
        app.json(health_json(found))
    for line in () if json else health_lines(found, app.lang):
        app.out(line)
    if not found.is_well:
        counts = {name: len(getattr(found, name)) for name in ("failed", "undelivered", "letterheads")}
        raise Unhealthy(age=age_text(found.age, app.lang), **counts)


class Log:
    """Prints what is made on stdout and what fails on stderr, as it happens."""

    def __init__(self, app: App) -> None:
        self._app = app

    def served(self, event: str) -> None:
        """The service began or ended."""
        self._app.note(text(f"schedule.{event}", self._app.lang))

    def made(self, outcome: "Outcome") -> None:
        """The paths written and the lines of a reminder, or why a run failed."""
        if outcome.error is not None:
            self._trace(outcome.error)
            self.failed(outcome)
            return
        for path in outcome.paths:
            self._app.out(path)
        for line in outcome.said:
            self._app.out(line)
        sys.stdout.flush()
        self.done(outcome)

    def failed(self, outcome: "Outcome") -> None:
        """Why a run failed."""
        from tracker.cli.messages import message_line
        from tracker.cli.schedule_words import failure_text

        say(message_line("error", "run-failed", failure_text(outcome, self._app.lang), self._app.lang))

    def done(self, outcome: "Outcome") -> None:
        """A run is done; its paths say so."""

    def delivered(self, done: "Delivered") -> None:
        """Something was delivered, which needs no words, or was not."""
        from tracker.cli.messages import message_line
        from tracker.cli.schedule_words import undelivered_text

        if done.error is not None:
            self._trace(done.error)
            lang = self._app.lang
            say(message_line("error", "not-delivered", undelivered_text(done, lang), lang))

    def trouble(self, error: Exception) -> None:
        """A tick that failed as a whole, as when the database is locked; the next one tries again."""
        from tracker.cli.messages import message_line
        from tracker.cli.schedule_words import error_words

        self._trace(error)
        say(message_line("error", "tick-failed", error_words(error, self._app.lang), self._app.lang))

    def _trace(self, error: Exception) -> None:
        """With --debug, where in the program it arose."""
        if self._app.settings.debug:
            from traceback import print_exception

            print_exception(error, file=sys.stderr)
