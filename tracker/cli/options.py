"""Option and argument types that several commands share. What cannot be read is a `TrackerError`, never click's."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import click

from tracker.cli.usage import Usage
from tracker.domain.period import Period, parse_date, parse_period, parse_publication
from tracker.domain.period.span import FIRST_YEAR, LAST_YEAR
from tracker.errors import BadDate, TrackerError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIO = "-"
"""Stands for stdin where a file is read and for stdout where one is written."""


class Moment(NamedTuple):
    """A known-at: a time with its own offset, a time in the plan's zone, or a date, which means its end."""

    day: date | None
    stamp: datetime | None

    def at(self, zone: str) -> datetime:
        """The moment, in UTC, for a plan in `zone`."""
        if self.stamp is not None:
            local = self.stamp if self.stamp.tzinfo else self.stamp.replace(tzinfo=ZoneInfo(zone))
            return local.astimezone(UTC)
        midnight = datetime.combine((self.day or date.min) + timedelta(days=1), time(), ZoneInfo(zone))
        return midnight.astimezone(UTC) - timedelta(microseconds=1)


class Parsed(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest click
    """A type read by a function of the domain; its error learns which option it was."""

    def __init__(self, name: str, read: Callable[[str], Any]) -> None:
        self.name = name
        self.read = read

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002  # click's signature
    ) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except TrackerError as error:
            if isinstance(param, click.Option):
                error.data.setdefault("option", param.opts[0])
            raise


def _moment(value: str) -> Moment:
    try:
        return Moment(parse_date(value), None)
    except BadDate:
        pass
    try:
        stamp = datetime.fromisoformat(value.strip())
    except ValueError:
        raise BadDate(text=value, problem="time") from None
    if not FIRST_YEAR <= stamp.year <= LAST_YEAR:
        raise BadDate(text=value, problem="year")
    return Moment(None, stamp)


DATE = Parsed("date", parse_date)
PUBLISHED = Parsed("date", parse_publication)
PERIOD = Parsed("period", parse_period)
KNOWN_AT = Parsed("time", _moment)
FILE = click.Path(path_type=Path, allow_dash=True, readable=False)
"""A path as given; nothing about it is checked here, so that a missing file is an error of the usual kind."""

Decorator = Callable[[Any], Any]

json_option: Decorator = click.option("--json", is_flag=True)
as_of_option: Decorator = click.option("--as-of", type=DATE)
known_at_option: Decorator = click.option("--known-at", type=KNOWN_AT)
area_option: Decorator = click.option("--area", metavar="AREA")


class Words(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest click
    """Words of a list; help pages name the `choices` there are."""

    name = "list"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002  # click's signature
        """The choices that are not in the list yet."""
        from click.shell_completion import CompletionItem

        begun, comma, word = incomplete.rpartition(",")
        there = begun.split(",")
        left = [choice for choice in self.choices if choice.startswith(word) and choice not in there]
        return [CompletionItem(f"{begun}{comma}{choice}") for choice in left]


def list_option(*names: str, choices: Sequence[str] = (), metavar: str = "LIST") -> Decorator:
    """An option whose values are separated by commas or given by repeating it: a tuple without repetition."""

    def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        given = [word.strip() for value in values for word in value.replace("，", ",").split(",")]
        words = tuple(dict.fromkeys(filter(None, given)))
        if choices and not set(words) <= set(choices):
            raise Usage("bad-choice", ctx, name=param.opts[0], choices=list(choices))
        return words

    return click.option(*names, type=Words(choices), multiple=True, callback=split, metavar=metavar)


__all__ = [
    "DATE", "FILE", "KNOWN_AT", "PERIOD", "PUBLISHED", "STDIO", "Moment", "Period",
    "area_option", "as_of_option", "json_option", "known_at_option", "list_option",
]  # fmt: skip
