"""`tracker completion`: the script that makes a shell complete our commands, options and codes."""

import click

from tracker.cli.base import App, command

SHELLS = ("bash", "zsh", "fish")


@command("completion", click.argument("shell", type=click.Choice(SHELLS)))
def completion(app: App, shell: str) -> None:
    """Print the script; sourced, it asks the program itself for what may follow."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(shell)
    root = app.ctx.find_root()
    app.out(kind(root.command, {}, "tracker", "_TRACKER_COMPLETE").source())
