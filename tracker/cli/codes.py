"""Codes for a shell that completes an argument: read from the database in use, silently none if it cannot be read."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from tracker.cli.app import App
from tracker.cli.session import Session
from tracker.domain.plan import Plan
from tracker.errors import TrackerError

Completion = Callable[[click.Context, click.Parameter, str], list[str]]


def _completion(codes: Callable[[Plan], Iterable[str]]) -> Completion:
    def complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
        app = App(ctx.ensure_object(Session), ctx)
        try:
            with app.database().read() as reader:
                known = [code for head in reader.plans() for code in codes(reader.plan(head.code))]
        except TrackerError:  # a TAB is no place for an error
            return []
        return [code for code in dict.fromkeys(known) if code.startswith(incomplete)]

    return complete


def code_argument(name: str = "code", **more: Any) -> Callable[[Any], Any]:
    """An argument CODE: an indicator's code, completed by the shell."""
    return click.argument(name, shell_complete=_completion(lambda plan: plan.indicators), **more)


def target_argument(name: str = "code", **more: Any) -> Callable[[Any], Any]:
    """An argument that is a target's code, completed by the shell."""
    complete = _completion(lambda plan: [target.code for target in plan.targets])
    return click.argument(name, shell_complete=complete, **more)
