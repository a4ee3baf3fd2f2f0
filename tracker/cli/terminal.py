"""What the streams are: terminals or pipes, how wide, in colour or not, and able to print what."""

import contextlib
import os
import sys
from typing import Any, TextIO

PIPED_WIDTH = 100
_STEERING = (range(0x09), range(0x0B, 0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
_UNSEEN = {sign: None for signs in _STEERING for sign in signs}


def is_terminal(stream: TextIO) -> bool:
    """Whether a person reads or writes at the other end; a closed or missing stream is none."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def is_interactive() -> bool:
    """Whether a question can be asked: it is read from stdin and shown on stderr."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def output_width() -> int:
    """Columns of the output: COLUMNS, else the terminal's, else 100."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    if not is_terminal(sys.stdout):
        return PIPED_WIDTH
    from shutil import get_terminal_size

    return get_terminal_size((PIPED_WIDTH, 24)).columns


def in_colour(setting: str, stream: TextIO) -> bool:
    """Whether to colour: as set, or with `auto` on a terminal unless NO_COLOR is set."""
    if setting != "auto":
        return setting == "always"
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def prepare_streams() -> None:
    """Let no character end the program: what a stream's encoding lacks is written, or read, as an escape.

    A stream that was closed before the program began is nothing from then on.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open till the end
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def printable(text: str) -> str:
    """A text without the controls that would steer a terminal or turn the reading direction; whoever typed them in."""
    return text.translate(_UNSEEN)


def say(line: str, end: str = "\n", start: str = "") -> None:
    """A line on stderr, after what stdout already has. Where nobody can read it, the exit code has to say it all."""
    sys.stdout.flush()
    with contextlib.suppress(OSError):
        sys.stderr.write(start + printable(line) + end)
        sys.stderr.flush()


def say_over(line: str) -> None:
    """What stands in the last line of stderr from its beginning on, until something else does."""
    say(line, end="", start="\r")


def ask(question: str) -> str | None:
    """The answer to a question on stderr; None where the input has ended (Ctrl-D)."""
    say(question, end="")
    line = sys.stdin.readline()
    return line.strip() if line else None


def is_unicode(stream: TextIO) -> bool:
    """Whether every character can be written as itself."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def silence() -> None:
    """Point the output streams at nothing after their reader left, so that leaving raises no second error."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
            continue
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
