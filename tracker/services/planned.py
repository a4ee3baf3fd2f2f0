"""The schedules of a plan file: added with the plan, changed when their entry in the file is, never doubled."""

from pathlib import Path
from typing import Any

from tracker.domain.cadence import Cycle
from tracker.domain.plan import Plan
from tracker.domain.plan_changes import Fate, PartChange
from tracker.domain.planned import PlannedSchedule
from tracker.errors import BadSchedule
from tracker.services import schedules
from tracker.store.database import Writer


def follow(writer: Writer, plan: Plan, changes: tuple[PartChange, ...], *, first: bool) -> None:
    """Bring schedules to what a plan that was just loaded says: all of a new plan, else those that have changed.

    One that is in use already is changed; one that was removed by hand comes back only where the file has it anew.
    Raises BadSchedule (`exists` for a name that another plan uses) and whatever else adding a schedule raises.
    """
    fates = {part.code: part.fate for part in changes if part.what == "schedule"}
    for planned in plan.schedules:
        fate = Fate.ADDED if first else fates.get(planned.name)
        if fate is None:
            continue
        found = schedules.in_use(writer, planned.name)
        if found is not None and (found.plan != plan.code or found.what is not planned.what):
            raise BadSchedule(name=planned.name, problem="exists")
        if found is not None:
            schedules.edit_in(writer, found, _asked(planned))
        elif fate is Fate.ADDED:
            new = schedules.NewSchedule(name=planned.name, what=planned.what, plan=plan.code, **_asked(planned))
            schedules.add_to(writer, new)


def _asked(planned: PlannedSchedule) -> dict[str, Any]:
    """All that can be changed of a schedule."""
    return {
        "every": planned.every,
        "languages": planned.languages,
        "about": Cycle(planned.about) if planned.about else None,
        "start": planned.start,
        "catch_up": planned.catch_up,
        "formats": planned.formats,
        "folder": Path(planned.folder) if planned.folder else None,
        "template": Path(planned.template) if planned.template else None,
        "zone": planned.zone or None,
        "to": planned.to,
    }
