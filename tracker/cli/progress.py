"""Signs of progress: on stderr, for a person, once something takes over a second. They leave their line empty."""

import sys
import time
from typing import Self

from tracker.cli import terminal
from tracker.cli.app import App
from tracker.i18n import text
from tracker.i18n.wrap import width_of

PATIENCE = 1.0
"""Seconds after which a person is shown that something happens."""
CELLS = 24
"""Width of a bar."""


class Progress:
    """A line that is written over and over."""

    def __init__(self, app: App) -> None:
        self.lang, self._start, self._shown = app.lang, time.monotonic(), 0
        self._on = terminal.is_terminal(sys.stderr) and not app.settings.quiet

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.clear()

    @property
    def is_due(self) -> bool:
        """Whether somebody is there and has waited long enough."""
        return self._on and time.monotonic() - self._start > PATIENCE

    def show(self, line: str) -> None:
        """Write the line in the place of the one before."""
        width = width_of(line)
        terminal.say_over(line + " " * (self._shown - width))
        self._shown = width

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            terminal.say_over(" " * self._shown)
            terminal.say_over("")
            self._shown = 0


class Bar(Progress):
    """A bar that fills."""

    def __init__(self, app: App, key: str) -> None:
        super().__init__(app)
        self._key = key
        self._signs = ("█", "░") if terminal.is_unicode(sys.stderr) else ("#", ".")

    def fill(self, done: int, total: int) -> None:
        """So much of all is done."""
        if self.is_due:
            full, empty = self._signs
            cells = CELLS * done // total
            bar = full * cells + empty * (CELLS - cells)
            self.show(text(self._key, self.lang, bar=bar, percent=100 * done // total))
