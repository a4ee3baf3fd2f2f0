"""Commands that show what the frame around a command does."""

import sys
import time
from dataclasses import asdict
from datetime import date

import click

from tracker.cli.base import App, command
from tracker.cli.options import DATE, json_option, list_option
from tracker.domain.problems import Problem, Severity
from tracker.errors import BadValue, PlanRefused, UnknownCode


@command(
    "probe",
    click.argument("value", required=False),
    click.option("--on", type=DATE),
    list_option("--accept"),
    json_option,
)
def probe(app: App, value: str | None, on: date | None, accept: tuple[str, ...], json: bool) -> None:
    """Print all it was given as JSON."""
    app.note("a message")
    given = {"value": value, "on": str(on), "accept": accept, "json": json}
    app.json({**asdict(app.settings), **given})


FAILURES = {
    "value": BadValue(text="x", problem=""),
    "code": UnknownCode(what="indicator", given="srdi", near=["srdi-smes"]),
    "stranger": UnknownCode(what="plan", given="zzz", near=[]),
    "unexpected": RuntimeError("two\nlines"),
    "memory": MemoryError(),
    "depth": RecursionError("maximum recursion depth exceeded"),
    "interrupt": KeyboardInterrupt(),
    "pipe": BrokenPipeError(),
    "file": PermissionError(13, "denied", "/etc/shadow"),
    "plan": PlanRefused(problems=[Problem(Severity.ERROR, "no-such-code", {}, ("targets", 0))], file="", lines=()),
}


@command("fail", click.argument("how"), json_option)
def fail(app: App, how: str, json: bool) -> None:
    """Raise what `how` names, after some output."""
    if how == "exit":
        app.ctx.exit(31)
    raise FAILURES[how]


@command("files", click.option("--lang", "langs"), json_option)
def files(app: App, langs: str | None, json: bool) -> None:
    """A command with a --lang of its own."""
    app.json({"interface": app.lang, "files": langs})


@command("wait")
def wait(app: App) -> None:
    """Say so, then wait."""
    app.out("waiting")
    sys.stdout.flush()
    time.sleep(30)


@command("pour", click.option("--lines", type=int, default=100_000))
def pour(app: App, lines: int) -> None:
    """Print more than a pipe holds."""
    for number in range(lines):
        app.out(f"{number} 工业")
