"""`tracker schedule`: adding, listing, previewing, pausing and removing schedules, and what they have done."""

from pathlib import Path
from typing import Any

import click

from tracker.cli.base import App, command
from tracker.cli.options import FILE, PERIOD, json_option, list_option
from tracker.cli.usage import Usage
from tracker.domain.period import Period
from tracker.i18n import LANGS, text

WHATS = ("report", "review", "reminder", "alert", "backup")
CATCH_UPS = ("all", "latest", "none")
CYCLES = ("day", "week", "month", "quarter", "half-year", "year")
SCHEMA = 1
NEXT = 5
"""How many runs a preview shows."""

name_argument = click.argument("name")


@command(
    "schedule add",
    name_argument,
    click.option("--every", required=True, metavar="TEXT"),
    click.option("--what", required=True, type=click.Choice(WHATS), metavar="WHAT"),
    click.option("--from", "start", type=PERIOD, metavar="PERIOD"),
    click.option("--catch-up", type=click.Choice(CATCH_UPS), default="all", metavar="POLICY"),
    list_option("--format", metavar="LIST"),
    list_option("--lang", choices=LANGS),
    click.option("-o", "--output", "folder", type=FILE, metavar="DIR"),
    click.option("--template", type=FILE, metavar="FILE"),
    click.option("--zone", metavar="ZONE"),
    click.option("--about", type=click.Choice(CYCLES), metavar="LENGTH"),
    list_option("--to", metavar="NAMES"),
)
def add(
    app: App,
    *,
    name: str,
    every: str,
    what: str,
    start: Period | None,
    catch_up: str,
    format: tuple[str, ...],  # noqa: A002 - the option's name
    lang: tuple[str, ...],
    folder: Path | None,
    template: Path | None,
    zone: str | None,
    about: str | None,
    to: tuple[str, ...],
) -> None:
    """Keep a schedule and show its next runs."""
    from tracker.cli.schedule_words import next_lines
    from tracker.domain.cadence import Cycle
    from tracker.domain.schedule import CatchUp, What
    from tracker.services import schedules

    _known_formats(app, format)
    with app.database().read() as reader:
        plan = app.plan_code(reader)
    new = schedules.NewSchedule(
        name=name,
        every=every,
        what=What(what),
        plan=plan,
        languages=lang or (app.lang,),
        about=Cycle(about) if about else None,
        start=start,
        catch_up=CatchUp(catch_up),
        formats=format,
        folder=folder,
        zone=zone,
        to=to,
        template=template,
    )
    _known_targets(app, to)
    made = schedules.add(app.database(), new, app.settings.user)
    _say(app, "added", name=name)
    with app.database().read() as reader:
        following = schedules.preview(reader, made, app.now(), NEXT)
        waiting = schedules.periods_due(reader, made, app.now())
    for line in next_lines(following, app.lang):
        app.out(line)
    if waiting:
        _say(app, "due-already", count=waiting)
    elif not following.following:
        _say(app, "plan-over")


@command(
    "schedule edit",
    name_argument,
    click.option("--every", metavar="TEXT"),
    click.option("--from", "start", type=PERIOD, metavar="PERIOD"),
    click.option("--catch-up", type=click.Choice(CATCH_UPS), metavar="POLICY"),
    list_option("--format", metavar="LIST"),
    list_option("--lang", choices=LANGS),
    click.option("-o", "--output", "folder", type=FILE, metavar="DIR"),
    click.option("--template", type=FILE, metavar="FILE"),
    click.option("--zone", metavar="ZONE"),
    click.option("--about", type=click.Choice(CYCLES), metavar="LENGTH"),
    list_option("--to", metavar="NAMES"),
    click.option("--to-nobody", is_flag=True),
    click.option("--no-template", is_flag=True),
)
def edit(
    app: App,
    *,
    name: str,
    format: tuple[str, ...],  # noqa: A002 - the option's name
    lang: tuple[str, ...],
    to_nobody: bool,
    no_template: bool,
    **given: Any,
) -> None:
    """Change a schedule and show its next runs."""
    from tracker.cli.schedule_words import next_lines
    from tracker.domain.cadence import Cycle
    from tracker.domain.schedule import CatchUp
    from tracker.services import schedules

    _known_formats(app, format)
    _known_targets(app, given["to"])
    asked = {**given, "formats": format, "languages": lang}
    readers = {"catch_up": CatchUp, "about": Cycle}
    changes = {key: readers.get(key, _same)(value) for key, value in asked.items() if value}
    if to_nobody:
        changes["to"] = ()
    if no_template:
        changes["template"] = None
    if not changes:
        raise Usage("nothing-to-change", app.ctx)
    made = schedules.edit(app.database(), name, changes, app.settings.user)
    _say(app, "edited", name=name)
    with app.database().read() as reader:
        following = schedules.preview(reader, made, app.now(), NEXT)
    for line in next_lines(following, app.lang):
        app.out(line)


@command("schedule list", json_option)
def list_(app: App, *, json: bool) -> None:
    """Print every schedule in use."""
    from tracker.cli.schedule_words import schedule_json, schedule_lines
    from tracker.services import schedules

    with app.database().read() as reader:
        found = schedules.listed(reader, app.now(), count=1)
    if json:
        app.json({"schema": SCHEMA, "schedules": [schedule_json(item) for item in found]})
        return
    if not found:
        _say(app, "no-schedules")
    for item in found:
        for line in schedule_lines(item, app.lang):
            app.out(line)


@command("schedule next", click.argument("name", required=False), json_option)
def next_(app: App, *, name: str | None, json: bool) -> None:
    """Print the next five runs."""
    from tracker.cli.schedule_words import next_lines, schedule_json
    from tracker.services import schedules

    with app.database().read() as reader:
        found = schedules.listed(reader, app.now(), name, count=NEXT)
    if json:
        app.json({"schema": SCHEMA, "schedules": [schedule_json(item) for item in found]})
        return
    if not found:
        _say(app, "no-schedules")
    for item in found:
        for line in next_lines(item, app.lang):
            app.out(line)


@command("schedule remove", name_argument)
def remove(app: App, *, name: str) -> None:
    """Take a schedule out of use."""
    from tracker.services import schedules

    schedules.remove(app.database(), name, app.settings.user)
    _say(app, "removed", name=name)


@command("schedule pause", name_argument)
def pause(app: App, *, name: str) -> None:
    """Make no runs for now."""
    from tracker.services import schedules

    schedules.pause(app.database(), name, app.settings.user)
    _say(app, "is-paused", name=name)


@command("schedule resume", name_argument)
def resume(app: App, *, name: str) -> None:
    """Go on."""
    from tracker.services import schedules

    schedules.resume(app.database(), name, app.settings.user)
    _say(app, "is-resumed", name=name)


@command("schedule history", name_argument, json_option)
def history(app: App, *, name: str, json: bool) -> None:
    """Print the runs of a schedule."""
    from tracker.cli.schedule_words import delivery_json, delivery_lines, history_lines, run_json
    from tracker.services import schedules

    with app.database().read() as reader:
        runs = schedules.history(reader, name)
        sent = schedules.deliveries_of(reader, name)
    if json:
        told = [{**run_json(run), "deliveries": delivery_json(sent.get(run.id, ()))} for _, run in runs]
        app.json({"schema": SCHEMA, "schedule": name, "runs": told})
        return
    if not runs:
        _say(app, "history-empty", name=name)
    for schedule, run in runs:
        for line in history_lines(run, schedule.zone, app.now(), app.lang):
            app.out(line)
        for line in delivery_lines(sent.get(run.id, ()), schedule.zone, app.lang):
            app.out(f"  {line}")


def _known_formats(app: App, given: tuple[str, ...]) -> None:
    from tracker.services.products import FILE_FORMATS

    if not set(given) <= set(FILE_FORMATS):
        raise Usage("bad-choice", app.ctx, name="--format", choices=FILE_FORMATS)


def _known_targets(app: App, given: tuple[str, ...]) -> None:
    """See that delivery is possible and every target is configured, before a schedule relies on it."""
    if not given:
        return
    from tracker.delivery.targets import require_extra

    require_extra()
    for name in given:
        app.delivery_target(name)


def _same(value: object) -> object:
    return value


def _say(app: App, code: str, **data: object) -> None:
    app.note(text(f"schedule.{code}", app.lang, **data))
