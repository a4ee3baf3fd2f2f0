"""A bare lazy click root: as many commands as ours, each known by its name and one line."""

import click

COMMANDS = {f"command-{number}": f"what command {number} does" for number in range(25)}


class Lazy(click.Group):
    """Knows its commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        return click.Command(cmd_name, short_help=COMMANDS[cmd_name])


@click.group(cls=Lazy)
def main() -> None:
    """A toy."""
