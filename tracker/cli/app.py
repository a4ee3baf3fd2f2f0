"""What a command is given: the settings, the database, the clock, and the ways to speak to the user."""

import json as json_module
import os
import sys
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from tracker.cli import terminal
from tracker.cli.session import Session
from tracker.domain.bilingual import Lang
from tracker.domain.nearest import nearest
from tracker.domain.problems import Problem
from tracker.errors import NoPlan, UnknownCode, WhichPlan
from tracker.i18n import text
from tracker.services.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from tracker.delivery.targets import Target
    from tracker.store.database import Database, Reader


class App:
    """One run of one command. Nothing is read, opened or imported before it is asked for."""

    def __init__(self, session: Session, ctx: click.Context) -> None:
        self.session = session
        self.ctx = ctx

    @cached_property
    def settings(self) -> Settings:
        """The settings in force; raises what `tracker.config.load` raises."""
        from tracker.config import load

        return load(self.session.flags, os.environ)

    @property
    def lang(self) -> Lang:
        """The interface language."""
        return self.settings.lang

    @cached_property
    def _database(self) -> "Database":
        from tracker.store.database import open_database

        database = open_database(self.settings.db)
        self.ctx.call_on_close(database.close)
        return database

    def database(self) -> "Database":
        """The database of the settings, opened once and closed when the command ends; raises `DatabaseTrouble`."""
        return self._database

    def plan_code(self, reader: "Reader") -> str:
        """The plan meant: the one chosen, else the only one loaded.

        Raises `UnknownCode`, `NoPlan`, or `WhichPlan` if several are loaded and none was chosen.
        """
        known = [head.code for head in reader.plans()]
        chosen = self.settings.plan
        if chosen is not None:
            if chosen not in known:
                raise UnknownCode(what="plan", given=chosen, near=nearest(chosen, known))
            return chosen
        if not known:
            raise NoPlan(where=self.database().location)
        if len(known) > 1:
            raise WhichPlan(known=known)
        return known[0]

    def delivery_target(self, name: str) -> "Target":
        """The delivery target of a name, as configured; raises `BadTarget`."""
        from tracker.delivery.targets import find_target

        return find_target(name, self.settings.delivery, self.settings.config, os.environ)

    def now(self) -> datetime:
        """The current time, UTC."""
        return datetime.now(UTC)

    def today(self, zone: str) -> date:
        """Today in a plan's time zone (`plan.zone`)."""
        return self.now().astimezone(ZoneInfo(zone)).date()

    def out(self, line: str = "") -> None:
        """A line of data, on stdout."""
        sys.stdout.write(terminal.printable(line) + "\n")

    def note(self, line: str) -> None:
        """A message, on stderr; not with --quiet."""
        if not self.settings.quiet:
            terminal.say(line)

    def problem(self, problem: Problem) -> None:
        """A warning or notice as its line on stderr; --quiet silences notices only."""
        from tracker.cli.messages import problem_line

        line = problem_line(problem, self.lang)
        if problem.severity.value == "notice":
            self.note(line)
        else:
            terminal.say(line)

    def json(self, data: Any) -> None:
        """The one document of `--json`, on stdout."""
        escape = not terminal.is_unicode(sys.stdout)
        self.out(json_module.dumps(data, ensure_ascii=escape, indent=2))

    @property
    def width(self) -> int:
        """Columns of the output."""
        return terminal.output_width()

    @property
    def interactive(self) -> bool:
        """Whether a question can be asked."""
        return terminal.is_interactive()

    def console(self, color: str = "") -> "Console":
        """A rich console on stdout with this run's width and colours; `color` stands in for the setting."""
        from tracker.cli.console import PlainConsole

        coloured = terminal.in_colour(color or self.settings.color, sys.stdout)
        return PlainConsole(
            file=sys.stdout,
            width=self.width,
            force_terminal=coloured,
            color_system=("auto" if terminal.is_terminal(sys.stdout) else "standard") if coloured else None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def confirm(self, question: str) -> bool:
        """Ask on stderr; anything but yes is no. Only where `interactive`."""
        terminal.say(text("cli.confirm", self.lang, question=question), end="")
        answer = sys.stdin.readline().strip().lower()
        return answer in {"y", "yes", "是", "好"}
