"""The console of tables: what people typed cannot steer it, and a reader who has gone is the program's to deal with."""

from collections.abc import Iterable
from typing import NoReturn

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from tracker.cli.terminal import printable


class PlainConsole(Console):
    """A console that prints text as text."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(printable(segment.text), segment.style)

    def on_broken_pipe(self) -> NoReturn:
        """rich would end the process with 1; here it is a quiet end like any other command's."""
        raise BrokenPipeError
