"""Delivery: whether the targets that are named, by the settings or by schedules, could be used. Nothing is sent."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tracker.delivery.targets import PREFIX, find_target, require_extra, variable_of
from tracker.errors import BadTarget
from tracker.services.doctor.results import Result, failed, ok


def examine_delivery(
    table: Mapping[str, Any], config: str, environ: Mapping[str, str], used: Collection[str]
) -> Iterator[Result]:
    """The targets of the table `[delivery]` of `config`, of the environment, and those `used` by schedules."""
    names = _names(table, environ, used)
    if not names:
        yield ok("no-targets")
        return
    require_extra()
    for name in names:
        try:
            target = find_target(name, table, config, environ)
        except BadTarget as error:
            yield failed(error)
        else:
            variable = variable_of(name)
            origin = variable if environ.get(variable) else config
            yield ok("target", target=target.printed, origin=origin)


def _names(table: Mapping[str, Any], environ: Mapping[str, str], used: Collection[str]) -> list[str]:
    """Every name once, though a variable does not tell whether a name has capitals or hyphens."""
    names = {variable_of(name): name for name in (*used, *table)}
    for variable in environ:
        if variable.startswith(PREFIX) and variable != PREFIX and environ[variable]:
            names.setdefault(variable, variable.removeprefix(PREFIX).lower().replace("_", "-"))
    return sorted(names.values())
