"""Progress is for a person who waits: on a terminal, after a second, in one line that is empty in the end."""

import io
import sys
from collections.abc import Callable
from typing import cast

import click
import pytest

from tracker.cli import progress
from tracker.cli.app import App
from tracker.cli.import_ import Ticker
from tracker.cli.progress import Bar
from tracker.cli.session import Session


class Screen(io.StringIO):
    """A terminal that keeps everything written to it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def line(self) -> str:
        """What stands in the line after all that."""
        shown = ""
        for part in self.getvalue().split("\r"):
            shown = part + shown[len(part) :]
        return shown


TurnOn = Callable[[], Screen]


@pytest.fixture
def turn_on(monkeypatch: pytest.MonkeyPatch) -> TurnOn:
    """Sit down at a terminal and have waited; called within a test, as pytest changes stderr before it."""

    def screen() -> Screen:
        monkeypatch.setattr(progress, "PATIENCE", -1.0)
        monkeypatch.setattr("sys.stderr", Screen())
        return cast("Screen", sys.stderr)

    return screen


def app(**flags: object) -> App:
    session = Session()
    session.flags = {"lang": "en", **flags}
    return App(session, click.Context(click.Command("probe")))


def test_a_bar_fills_and_goes(turn_on: TurnOn) -> None:
    screen = turn_on()
    with Bar(app(), "db.copying") as bar:
        bar.fill(10, 200)
        assert screen.line() == "copying and comparing █" + "░" * 23 + " 5%"
        bar.fill(200, 200)
        assert screen.line() == "copying and comparing " + "█" * 24 + " 100%"
    assert screen.line().strip() == ""


def test_a_shorter_line_leaves_nothing_of_the_longer(turn_on: TurnOn) -> None:
    screen = turn_on()
    with Bar(app(), "db.copying") as bar:
        bar.show("100 rows")
        bar.show("9 rows")
        assert screen.line() == "9 rows  "


def test_a_count_of_rows_is_written_over(turn_on: TurnOn) -> None:
    screen = turn_on()
    with Ticker(app()) as ticker:
        ticker.tick(5_000)
        ticker.tick(10_000)
        assert screen.line() == "10,000 rows"
        assert ticker.before(lambda _found: screen.line().strip() == "")([])
    assert screen.line().strip() == ""


def test_a_screen_without_blocks_has_another_bar(turn_on: TurnOn, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = turn_on()
    monkeypatch.setattr(Screen, "encoding", "ascii")
    with Bar(app(), "db.copying") as bar:
        bar.fill(100, 200)
        assert screen.line() == "copying and comparing " + "#" * 12 + "." * 12 + " 50%"


@pytest.mark.parametrize("quiet_because", ["quiet", "piped", "quick"])
def test_nobody_else_is_told(turn_on: TurnOn, monkeypatch: pytest.MonkeyPatch, quiet_because: str) -> None:
    screen = turn_on()
    if quiet_because == "piped":
        monkeypatch.setattr(Screen, "isatty", lambda _self: False)
    if quiet_because == "quick":
        monkeypatch.setattr(progress, "PATIENCE", 60.0)
    with Bar(app(quiet=quiet_because == "quiet"), "db.copying") as bar:
        bar.fill(10, 200)
    assert screen.getvalue() == ""
