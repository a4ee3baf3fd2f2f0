"""What commands and groups have in common: the shared options, help in two languages, the lazy table of contents.

On the way of `tracker --help`, so nothing but click is imported here.
"""

import re
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.session import Session
from tracker.cli.usage import unknown
from tracker.config import SETTINGS, Setting
from tracker.i18n import LANGS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NEGATIVE = re.compile(r"-[.\d]")
"""What begins a negative number, so a value and never an option."""
Table = dict[str, Any]


class Shared:
    """The part commands and groups have in common; stands before click's class among the bases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {name for item in self.params for name in item.opts}
        self.shared = [option for option in map(_shared_option, SETTINGS) if not taken & set(option.opts)]
        self.params: list[click.Parameter] = [*self.params, *self.shared]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        opts, rest = self._glance(ctx, args)
        self._learn(ctx, opts)
        if not ctx.resilient_parsing:
            self._refuse_unknown(ctx, [*_positional(self.params, opts), *rest], args)
        ctx.ignore_unknown_options = True  # they have been refused; what is left are negative numbers
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc,no-any-return]  # click's class follows among the bases
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help(self, ctx: click.Context) -> str:
        from tracker.cli.help import page

        return page(ctx, ctx.ensure_object(Session).lang, self.shared)

    def _glance(self, ctx: click.Context, args: list[str]) -> tuple[dict[str, Any], list[str]]:
        """The options by name and the words left over, as far as they can be read; nothing is checked."""
        parser = self.make_parser(ctx)  # type: ignore[attr-defined]  # as above
        parser.ignore_unknown_options = True
        before, ctx.resilient_parsing = ctx.resilient_parsing, True
        opts, rest, _ = parser.parse_args(list(args))
        ctx.resilient_parsing = before
        return opts, rest

    def _learn(self, ctx: click.Context, opts: dict[str, Any]) -> None:
        """Know the language, JSON and --debug before anything can go wrong."""
        session = ctx.ensure_object(Session)
        names = {item.name for item in self.shared}
        if "lang" in names and opts.get("lang") in LANGS:
            session.spoken = opts["lang"]
        session.json = session.json or "json" in opts
        session.debug = session.debug or ("debug" in names and "debug" in opts)

    def _refuse_unknown(self, ctx: click.Context, words: list[str], args: list[str]) -> None:
        plain = set(args[args.index("--") + 1 :]) if "--" in args else set()
        if isinstance(self, click.Group):  # what follows its command is the command's to judge
            words = list(takewhile(lambda word: word.startswith("-"), words))
        for word in words:
            if len(word) > 1 and word[0] == "-" and not NEGATIVE.match(word) and word not in plain:
                session = ctx.ensure_object(Session)  # who asks for JSON in vain is a program still
                session.json = session.json or word == "--json"
                known = [name for item in self.get_params(ctx) for name in item.opts]  # type: ignore[attr-defined]  # as above
                raise unknown("option", word.partition("=")[0], known, ctx)


class LazyGroup(Shared, click.Group):
    """A group that knows its commands by name and loads one when it is called.

    `table` maps a name to `module:attribute`, or to the table of a group below.
    """

    def __init__(self, name: str, table: Table) -> None:
        super().__init__(name, callback=lambda: None)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(self.table)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        cmd_name: str,
    ) -> click.Command | None:
        place = self.table.get(cmd_name)
        if place is None:
            return None
        if isinstance(place, dict):
            return LazyGroup(cmd_name, place)
        module, _, attribute = place.partition(":")
        loaded: click.Command = getattr(import_module(module), attribute)
        return loaded

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The names that may follow, with their short helps; no command is loaded for it."""
        from click.shell_completion import CompletionItem

        from tracker.cli.help import command_path
        from tracker.i18n import helps

        lang, path = ctx.ensure_object(Session).lang, command_path(ctx)
        return [
            CompletionItem(name, help=helps.short(f"{path} {name}".strip(), lang))
            for name in self.table
            if name.startswith(incomplete)
        ] or click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.table and not ctx.resilient_parsing:
            self._learn(ctx, {**self._glance(ctx, args[1:])[0], **({"json": True} if "--json" in args else {})})
            raise unknown("command", args[0], list(self.table), ctx)
        return super().resolve_command(ctx, args)


def _positional(params: list[click.Parameter], opts: dict[str, Any]) -> list[str]:
    """The words that would become arguments."""
    words: list[str] = []
    for item in params:
        value = opts.get(str(item.name)) if isinstance(item, click.Argument) else None
        words += [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
    return words


def _shared_option(setting: Setting) -> click.Option:
    """The option of a setting; its value goes to the session, not to the command."""

    def keep(ctx: click.Context, _option: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:  # an empty one is a mistake, such as an unset variable of a script
            ctx.ensure_object(Session).flags[setting.name] = value

    names = [f"--{setting.name}"]
    if not setting.metavar:
        return click.Option(names, is_flag=True, expose_value=False, callback=keep)
    kind = click.Choice(setting.choices) if setting.choices else click.STRING
    return click.Option(names, type=kind, metavar=setting.metavar, expose_value=False, callback=keep)
