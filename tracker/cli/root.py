"""The table of contents of the command line. A command is imported when it is called, not before."""

import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from tracker import __version__
from tracker.cli.frame import LazyGroup, Table
from tracker.cli.session import Session

COMMANDS: Table = {
    "init": "tracker.cli.init:init",
    "demo": "tracker.cli.demo:demo",
    "status": "tracker.cli.status:status",
    "show": "tracker.cli.show:show",
    "due": "tracker.cli.due:due",
    "template": "tracker.cli.template:template",
    "entry": "tracker.cli.entry:entry",
    "record": "tracker.cli.record:record",
    "import": "tracker.cli.import_:import_",
    "history": "tracker.cli.history:history",
    "retract": "tracker.cli.retract:retract",
    "undo": "tracker.cli.undo:undo",
    "follow-up": {
        "list": "tracker.cli.follow_up:list_",
        "add": "tracker.cli.follow_up:add",
        "answer": "tracker.cli.follow_up:answer",
    },
    "log": "tracker.cli.log:log",
    "task": {"list": "tracker.cli.task:list_", "note": "tracker.cli.task:note"},
    "target": {"list": "tracker.cli.target:list_", "set": "tracker.cli.target:set_"},
    "report": "tracker.cli.report:report",
    "review": "tracker.cli.review:review",
    "schedule": {
        "add": "tracker.cli.schedule:add",
        "edit": "tracker.cli.schedule:edit",
        "list": "tracker.cli.schedule:list_",
        "next": "tracker.cli.schedule:next_",
        "pause": "tracker.cli.schedule:pause",
        "resume": "tracker.cli.schedule:resume",
        "remove": "tracker.cli.schedule:remove",
        "history": "tracker.cli.schedule:history",
        "health": "tracker.cli.schedule_run:health",
        "tick": "tracker.cli.schedule_run:tick",
        "run": "tracker.cli.schedule_run:run",
    },
    "plan": {
        "list": "tracker.cli.plan:list_",
        "show": "tracker.cli.plan:show",
        "load": "tracker.cli.plan:load",
        "export": "tracker.cli.plan:export",
        "check": "tracker.cli.plan:check",
        "carry": "tracker.cli.plan_carry:carry",
    },
    "db": {
        "upgrade": "tracker.cli.db:upgrade",
        "check": "tracker.cli.db:check",
        "backup": "tracker.cli.db:backup",
        "restore": "tracker.cli.db:restore",
        "copy": "tracker.cli.db:copy",
        "stats": "tracker.cli.db:stats",
    },
    "backtest": "tracker.cli.backtest:backtest",
    "doctor": "tracker.cli.doctor:doctor",
    "completion": "tracker.cli.completion:completion",
}


class Root(LazyGroup):
    """The program: runs a command, turns whatever happens into output and an exit code."""

    def main(  # type: ignore[override]  # never returns: there is no other mode
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **_extra: Any
    ) -> NoReturn:
        """Run `args` (default: the process's) and leave with the exit code."""
        from tracker.cli.terminal import prepare_streams

        prepare_streams()
        self._complete(prog_name or "tracker")
        session = Session()
        try:
            code = self._run(list(sys.argv[1:] if args is None else args), session)
            sys.stdout.flush()
        except BrokenPipeError:
            code = 0
        sys.exit(_flushed(code))

    def _run(self, args: list[str], session: Session) -> int:
        try:
            with self.make_context("tracker", args, obj=session) as ctx:
                self.invoke(ctx)
        except click.exceptions.Exit as leave:
            return leave.exit_code
        except (BrokenPipeError, SystemExit):
            raise
        except BaseException as error:  # the one place where an error becomes words
            return _told(error, session)
        return 0

    def _complete(self, program: str) -> None:
        """Answer a shell that asks for completions, and leave."""
        variable = f"_{program}_COMPLETE".upper().replace("-", "_").replace(".", "_")
        if instruction := os.environ.get(variable):
            from click.shell_completion import shell_complete

            try:
                code = shell_complete(self, {}, program, variable, instruction)
            except Exception:  # a TAB is no place for an error
                code = 1
            sys.exit(code)


def _told(error: BaseException, session: Session) -> int:
    """The exit code of an error that has been told; if even telling fails, in plain words."""
    try:
        from tracker.cli.failure import tell

        return tell(error, session)
    except BrokenPipeError:
        raise
    except Exception as second:  # nothing may end in a traceback
        if session.debug:
            raise
        sys.stderr.write(f"error unexpected: {error!r}, {second!r}\n")
        return 1


def _flushed(code: int) -> int:
    """The exit code, once everything is written or its reader is gone; of messages nobody can read it is the code."""
    try:
        sys.stdout.flush()
        return _with_messages(code)
    except BrokenPipeError:
        code = 0
    except OSError:
        code = code or 1
    from tracker.cli.terminal import silence

    silence()
    return code


def _with_messages(code: int) -> int:
    try:
        sys.stderr.flush()
    except OSError:
        from tracker.cli.terminal import silence

        silence()
    return code


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # click's signature
    if wanted:
        click.echo(f"tracker {__version__}")
        ctx.exit()


root = Root("tracker", COMMANDS)
root.params.append(click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version))
