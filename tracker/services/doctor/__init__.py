"""Looking after an installation and its data for somebody who says that it does not work. Changes nothing.

Each area is looked at by itself, so that what is broken in one hides nothing in another. Nothing here goes over the
network but to the database, and no secret gets into a result.
"""

from tracker.services.doctor.database import examine_database
from tracker.services.doctor.delivery import examine_delivery
from tracker.services.doctor.papers import examine_papers
from tracker.services.doctor.program import examine_program
from tracker.services.doctor.results import Result, State, guarded
from tracker.services.doctor.schedules import examine_schedules
from tracker.services.doctor.timing import examine_time

__all__ = [
    "Result", "State", "examine_database", "examine_delivery", "examine_papers", "examine_program",
    "examine_schedules", "examine_time", "guarded",
]  # fmt: skip
