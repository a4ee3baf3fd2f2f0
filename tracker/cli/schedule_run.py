"""`tracker schedule tick` and `tracker schedule run`: making what is due, once or as a service."""

import os
import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.base import App, command
from tracker.cli.options import KNOWN_AT, Moment
from tracker.cli.terminal import say
from tracker.errors import RunsFailed
from tracker.i18n import text

if TYPE_CHECKING:
    from tracker.services.runs import Outcome

SHORTEST = 0.1
"""Seconds between ticks at least."""


@command("schedule tick", click.option("--now", type=KNOWN_AT, metavar="TIME"))
def tick(app: App, *, now: Moment | None) -> None:
    """Make what is due and print the paths written."""
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
    if failed:
        raise RunsFailed(count=failed)


@command("schedule run", click.option("--interval", type=click.FloatRange(SHORTEST), metavar="SECONDS"))
def run(app: App, *, interval: float | None) -> None:
    """Serve until SIGTERM or SIGINT."""
    from tracker.scheduling.service import INTERVAL, serve

    app.note(text("schedule.serving", app.lang))
    finished = serve(app.database(), app.settings.user, Log(app), interval or INTERVAL)
    app.note(text("schedule.stopped" if finished else "schedule.stopped-midway", app.lang))
    if not finished:  # a thread is still at work on what has been given back; nothing may wait for it
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


class Log:
    """Prints what is made on stdout and what fails on stderr, as it happens."""

    def __init__(self, app: App) -> None:
        self._app = app

    def made(self, outcome: "Outcome") -> None:
        """The paths written and the lines of a reminder, or why a run failed."""
        from tracker.cli.messages import message_line
        from tracker.cli.schedule_words import digest_lines, failure_text

        lang = self._app.lang
        if outcome.error is not None:
            self._trace(outcome.error)
            say(message_line("error", "run-failed", failure_text(outcome, lang), lang))
            return
        for path in outcome.paths:
            self._app.out(path)
        if outcome.digest is not None:
            for each in outcome.schedule.languages:
                for line in digest_lines(outcome.digest, each):
                    self._app.out(line)
        sys.stdout.flush()

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
