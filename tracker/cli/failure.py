"""The one place where what went wrong becomes words on stderr and an exit code."""

import json
import sys
import traceback
from itertools import islice, zip_longest
from typing import Any

import click

from tracker.cli.help import usage_line
from tracker.cli.messages import (
    error_lines,
    error_problems,
    error_text,
    message_line,
    plain,
    problem_json,
    problem_line,
)
from tracker.cli.session import Session
from tracker.cli.terminal import is_unicode, say
from tracker.cli.usage import Usage, as_usage
from tracker.errors import FileTrouble, TrackerError
from tracker.files import reason
from tracker.i18n import text
from tracker.i18n.findings import shortened
from tracker.i18n.helps import metavar

UNEXPECTED, USAGE, INTERRUPTED = 1, 2, 130
SHOWN = 50
"""Problems that are printed; `--json` has all."""


def tell(error: BaseException, session: Session) -> int:
    """Say on stderr what went wrong, what to do, and (`--debug`) where in the program; return the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return _tell_bare(error, session)
        case click.UsageError():
            return _tell_usage(as_usage(error), session)
        case TrackerError():
            return _tell_tracker(error, session)
        case KeyboardInterrupt() | EOFError() | click.Abort():
            return _tell_plain("interrupted", INTERRUPTED, session)
        case MemoryError():
            return _tell_plain("out-of-memory", UNEXPECTED, session)
        case OSError():
            trouble = FileTrouble(path=error.filename or _unnamed(error, session), problem=reason(error))
            trouble.__cause__ = error
            return _tell_tracker(trouble, session)
        case _:
            _trace(error, session)
            kind, detail = type(error).__name__, " ".join(str(error).split())[:300]
            return _tell_plain("unexpected", UNEXPECTED, session, kind=kind, detail=detail)


def _unnamed(error: OSError, session: Session) -> str:
    """What an error without a name is about: the folder we are in, which has gone, or what is written to."""
    return "." if isinstance(error, FileNotFoundError) else text("cli.output", session.lang)


def _tell_tracker(error: TrackerError, session: Session) -> int:
    _trace(error, session)
    problems, lang = error_problems(error), session.lang
    message = error_text(error, lang)
    if session.json:
        data = {key: plain(value) for key, value in error.data.items() if key != "problems"}
        if problems:
            data["problems"] = [problem_json(item, lang) for item in problems]
        return _emit(error.code, message, data, error.exit_code)
    for item, line in islice(zip_longest(problems, error_lines(error)), SHOWN):
        say(problem_line(item, lang, line or ""))
    if len(problems) > SHOWN:
        say(text("cli.more", lang, count=len(problems) - SHOWN))
    say(message_line("error", error.code, message, lang))
    return error.exit_code


def _tell_usage(error: Usage, session: Session) -> int:
    lang = session.lang
    data = {key: shortened(value) for key, value in error.data.items()}
    if "name" in data:
        data["name"] = metavar(str(data["name"]), lang)
    message = text(f"cli.{error.code}", lang, **data)
    code = error.code.removesuffix("-near")
    if session.json:
        return _emit(code, message, plain(error.data), USAGE)
    say(message_line("error", code, message, lang))
    if error.ctx is not None:
        say(usage_line(error.ctx, lang))
        say(text("cli.see-help", lang, command=f"{error.ctx.command_path} --help"))
    return USAGE


def _tell_bare(error: click.exceptions.NoArgsIsHelpError, session: Session) -> int:
    """A group named without a command: its help, as nothing was asked of it."""
    if session.json:
        return _emit("missing-command", text("cli.missing-command", session.lang), {}, USAGE)
    say(error.ctx.get_help())
    return USAGE


def _tell_plain(code: str, exit_code: int, session: Session, **data: str) -> int:
    message = text(f"cli.{code}", session.lang, **data)
    if session.json:
        return _emit(code, message, data, exit_code)
    say(message_line("error", code, message, session.lang))
    return exit_code


def _emit(code: str, message: str, data: Any, exit_code: int) -> int:
    record = {"code": code, "message": message, "data": data, "exit_code": exit_code}
    say(json.dumps({"error": record}, ensure_ascii=not is_unicode(sys.stderr)))
    return exit_code


def _trace(error: BaseException, session: Session) -> None:
    if session.debug and not session.json:
        traceback.print_exception(error, file=sys.stderr)
