"""The console of tables, which leaves a reader who has gone to the program as a whole."""

from typing import NoReturn

from rich.console import Console


class PipeConsole(Console):
    """rich ends the process with 1 when a pipe is closed early; here that is a quiet end like any other command's."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError
