"""Help pages in Chinese and English, from the help texts and the parameters of a command."""

from collections.abc import Iterable

import click

from tracker.i18n import Lang, helps, text
from tracker.i18n.wrap import pad, width_of, wrap

WIDTH = 80
COLUMN = 26
"""The widest first column; a longer term has the line to itself."""
Rows = list[tuple[str, str]]


def command_path(ctx: click.Context) -> str:
    """The command's words below the program's name: `schedule add`, "" for the program itself."""
    names: list[str] = []
    while ctx.parent is not None:
        names.insert(0, str(ctx.command.name))
        ctx = ctx.parent
    return " ".join(names)


def usage_line(ctx: click.Context, lang: Lang) -> str:
    """`tracker record [OPTIONS] CODE PERIOD VALUE`, with placeholders in the user's language."""
    pieces = [ctx.command_path, text("cli.usage-options", lang)]
    for item in ctx.command.params:
        if isinstance(item, click.Argument):
            name = helps.metavar(_argument_name(item), lang)
            name += "..." if item.nargs != 1 else ""
            pieces.append(name if item.required else f"[{name}]")
    if isinstance(ctx.command, click.Group):
        pieces.append(text("cli.usage-command", lang))
    return text("cli.usage", lang, line=" ".join(pieces))


def page(ctx: click.Context, lang: Lang, shared: Iterable[click.Parameter]) -> str:
    """The whole help page. The options every command has are explained on the program's own page only."""
    path = command_path(ctx)
    common = list(shared)
    own = [item for item in ctx.command.get_params(ctx) if item not in common]
    blocks = [usage_line(ctx, lang), _paragraphs(_about(path, lang))]
    blocks += [
        _table(
            "cli.arguments", [_argument(item, path, lang) for item in own if isinstance(item, click.Argument)], lang
        ),
        _table("cli.commands", _commands(ctx, path, lang), lang),
        _table("cli.options", _options(own, path, lang), lang),
    ]
    if path:
        names = " ".join(item.opts[0] for item in common)
        blocks.append("\n".join(wrap(text("cli.shared-brief", lang, names=names), WIDTH)))
    else:
        blocks.append(_table("cli.shared", _options(common, path, lang), lang))
    blocks.append(_examples(helps.command_text(path or "root", "example", lang), lang))
    return "\n\n".join(block for block in blocks if block)


def _about(path: str, lang: Lang) -> str:
    return helps.command_text(path or "root", "help", lang) or helps.short(path, lang)


def _paragraphs(body: str) -> str:
    lines: list[str] = []
    for paragraph in body.split("\n"):
        lines += [f"  {line}" for line in wrap(paragraph, WIDTH - 2)] or [""]
    return "\n".join(lines)


def _options(items: Iterable[click.Parameter], path: str, lang: Lang) -> Rows:
    return [_option(item, path, lang) for item in items if isinstance(item, click.Option) and not item.hidden]


def _option(item: click.Option, path: str, lang: Lang) -> tuple[str, str]:
    names = sorted(item.opts, key=len)
    term = ", ".join(names) if len(names[0]) == 2 else "    " + ", ".join(names)
    about = helps.parameter(path, names[-1], lang)
    if item.is_flag:
        return term, about
    if choices := getattr(item.type, "choices", ()):
        about += text("cli.choices", lang, choices=("、" if lang == "zh" else ", ").join(map(str, choices)))
    return f"{term} {helps.metavar(_metavar(item), lang)}", about


def _metavar(item: click.Option) -> str:
    return item.metavar or item.type.name.upper()


def _argument_name(item: click.Argument) -> str:
    return item.metavar or str(item.name).upper()


def _argument(item: click.Argument, path: str, lang: Lang) -> tuple[str, str]:
    name = _argument_name(item)
    return helps.metavar(name, lang), helps.parameter(path, name, lang)


def _commands(ctx: click.Context, path: str, lang: Lang) -> Rows:
    if not isinstance(ctx.command, click.Group):
        return []
    return [(name, helps.short(f"{path} {name}".strip(), lang)) for name in ctx.command.list_commands(ctx)]


def _table(heading: str, rows: Rows, lang: Lang) -> str:
    if not rows:
        return ""
    column = min(max(width_of(term) for term, _ in rows), COLUMN) + 2
    lines = [text(heading, lang)]
    for term, about in rows:
        first, *rest = wrap(about, WIDTH - column - 2) or [""]
        if width_of(term) > column - 2:
            lines.append(f"  {term}")
            rest.insert(0, first)
        else:
            lines.append(f"  {pad(term, column)}{first}".rstrip())
        lines += [" " * (column + 2) + line for line in rest]
    return "\n".join(lines)


def _examples(body: str, lang: Lang) -> str:
    if not body:
        return ""
    return "\n".join([text("cli.examples", lang), *(f"  {line}" for line in body.split("\n"))])
