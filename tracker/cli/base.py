"""What every command is made of: its name, options and arguments, and the `App` it is called with.

    @command("status", as_of_option, json_option)
    def status(app: App, as_of: date | None, json: bool) -> None: ...

The shared options work before and after a command. A command that declares an option of the same name (`--lang` of
`report`) keeps its own; the shared one then works before it only.
"""

import os
from collections.abc import Callable
from typing import Any

import click

from tracker.cli.app import App
from tracker.cli.frame import Shared
from tracker.cli.session import Session
from tracker.cli.usage import Usage, param_name

__all__ = ["App", "Command", "command"]


def command(path: str, *decorators: Callable[[Any], Any]) -> Callable[[Callable[..., None]], "Command"]:
    """Make a function a command. `path` names it and finds its help texts; `decorators` are options and arguments.

    The function gets an `App`, then its parameters by name.
    """

    def make(function: Callable[..., None]) -> Command:
        def callback(**given: Any) -> None:
            ctx = click.get_current_context()
            function(App(ctx.ensure_object(Session), ctx), **given)

        for decorate in reversed(decorators):
            decorate(function)
        params = list(reversed(getattr(function, "__click_params__", [])))
        return Command(path.rsplit(" ", 1)[-1], callback=callback, params=params)

    return make


class Command(Shared, click.Command):
    """A command with the shared options and two-language help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Usage("extra-arguments", ctx, given=" ".join(rest))
        for name, value in ctx.params.items():
            if isinstance(value, str | os.PathLike):
                item = next(item for item in self.get_params(ctx) if item.name == name)
                if not (_may_be_bytes(item) or _is_text(str(value))):
                    raise Usage("not-text", ctx, name=param_name(item))
        return rest


def _may_be_bytes(item: click.Parameter) -> bool:
    """A file that is named may have any name, as out of an old archive; a folder of reports is kept on record."""
    return isinstance(item, click.Argument) and isinstance(item.type, click.Path) and item.metavar != "DIR"


def _is_text(value: str) -> bool:
    """Whether a word of the command line could be decoded; bytes that could not stand in it as lone surrogates."""
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
