"""`tracker doctor`: what may be wrong where it does not work."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime

from tracker.cli.base import App, command
from tracker.cli.options import json_option
from tracker.cli.surroundings import Survey, examine_terminal
from tracker.errors import TrackerError, Unwell
from tracker.services import doctor as services
from tracker.services.doctor import Result, State, guarded
from tracker.store.database import open_database
from tracker.store.schedules import in_use

Area = tuple[str, list[Result]]


@command("doctor", json_option)
def doctor(app: App, *, json: bool) -> None:
    """Look at the installation and the data, and say what to do about what is broken."""
    from tracker.cli.doctor_page import print_areas, report_json

    survey = Survey(app.session.flags, os.environ)
    color = str(survey.values.get("color", "auto"))
    areas = list(_areas(app, survey, color))
    count = sum(result.state is State.BROKEN for _, results in areas for result in results)
    if json:
        app.json(report_json(areas, app.session.lang))
    else:
        print_areas(app, areas, color)
    if count:
        raise Unwell(count=count)


def _areas(app: App, survey: Survey, color: str) -> Iterator[Area]:
    now, duties = app.now(), _Duties(survey.values.get("db"))
    looks: dict[str, Callable[[], Iterator[Result]]] = {
        "program": services.examine_program,
        "settings": lambda: iter(survey.results),
        "database": lambda: _database(survey, now),
        "time": lambda: services.examine_time(now, duties.zones),
        "reports": lambda: services.examine_papers(duties.formats),
        "schedules": lambda: duties.examine(now),
        "delivery": lambda: services.examine_delivery(survey.delivery, survey.path, os.environ, duties.targets),
        "terminal": lambda: examine_terminal(color, app.session.lang),
    }
    for name, look in looks.items():
        yield name, list(guarded(look))


def _database(survey: Survey, now: datetime) -> Iterator[Result]:
    if "db" in survey.values:  # where it is not, the settings say why
        yield from services.examine_database(survey.values["db"], survey.values.get("plan"), now)


class _Duties:
    """What plans and schedules ask of the installation; nothing where there is no database that can be read."""

    def __init__(self, location: str | None) -> None:
        self._location = location
        self.zones: list[str] = []
        self.formats: set[str] = set()
        self.targets: set[str] = set()
        try:
            self._read()
        except TrackerError:  # the database's own lines say it
            self._location = None

    def _read(self) -> None:
        if self._location is None:
            return
        with open_database(self._location) as database, database.read() as reader:
            schedules = [schedule for schedule in in_use(reader) if not schedule.paused]
            plans = [reader.plan(head.code) for head in reader.plans()]
        self.zones = sorted({plan.zone for plan in plans} | {schedule.zone for schedule in schedules})
        self.formats = {form for schedule in schedules for form in schedule.formats}
        self.targets = {name for schedule in schedules for name in schedule.to}

    def examine(self, now: datetime) -> Iterator[Result]:
        """The schedules themselves."""
        if self._location is not None:
            with open_database(self._location) as database, database.read() as reader:
                yield from services.examine_schedules(reader, now)
