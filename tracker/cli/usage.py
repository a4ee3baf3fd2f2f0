"""Mistakes on the command line itself, each with a code and words in the user's language; exit code 2."""

import click


class Usage(click.UsageError):
    """A mistake with a `code` whose text is `cli.<code>`, filled with `data`."""

    def __init__(self, code: str, ctx: click.Context | None = None, **data: object) -> None:
        super().__init__(code, ctx)
        self.code = code
        self.data = data


def unknown(kind: str, given: str, known: list[str], ctx: click.Context) -> Usage:
    """An unknown `option` or `command`, with the nearest known ones."""
    from tracker.domain.nearest import nearest

    near = nearest(given, known)
    return Usage(f"unknown-{kind}-near" if near else f"unknown-{kind}", ctx, given=given, near=near)


def as_usage(error: click.UsageError) -> Usage:
    """click's own complaints in our terms."""
    match error:
        case Usage():
            return error
        case click.MissingParameter():
            kind = "argument" if isinstance(error.param, click.Argument) else "option"
            return Usage(f"missing-{kind}", error.ctx, name=param_name(error.param))
        case click.BadParameter(param=click.Parameter() as item):
            return _bad_value(error, item)
        case click.BadOptionUsage():
            code = "no-value-taken" if _is_flag(error) else "value-missing"
            return Usage(code, error.ctx, name=error.option_name)
        case _:
            return Usage("usage-other", error.ctx, message=error.format_message())


def _bad_value(error: click.BadParameter, item: click.Parameter) -> Usage:
    name = param_name(item)
    match item.type:
        case click.Choice(choices=choices):
            return Usage("bad-choice", error.ctx, name=name, choices=[str(choice) for choice in choices])
        case click.IntRange(min=low):
            return Usage("number-limits", error.ctx, name=name, low=low)
        case click.types.IntParamType():
            return Usage("bad-number", error.ctx, name=name)
        case _:
            return Usage("bad-argument", error.ctx, name=name, message=error.message)


def param_name(item: click.Parameter | None) -> str:
    """An option by its long name, an argument by its placeholder."""
    if item is None:
        return ""
    if isinstance(item, click.Option):
        return max(item.opts, key=len)
    return item.metavar or str(item.name).upper()


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(isinstance(item, click.Option) and item.is_flag and error.option_name in item.opts for item in params)
