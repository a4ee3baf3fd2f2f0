"""What a schedule does, and a schedule as a plan file asks for it: words, checked one by one when the plan is read.

Apart from `schedule`, because every command reads plans and few need cadences.
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.period import Period


class What(StrEnum):
    """What a schedule does."""

    REPORT = "report"
    REVIEW = "review"
    REMINDER = "reminder"
    ALERT = "alert"
    BACKUP = "backup"

    @property
    def is_about_a_period(self) -> bool:
        """Whether it is done once for each period; the others are about the moment they are made."""
        return self in (What.REPORT, What.REVIEW)


class CatchUp(StrEnum):
    """Which of several missed runs are made."""

    ALL = "all"
    LATEST = "latest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PlannedSchedule:
    """A schedule that comes with a plan. `every` is a canonical cadence; empty and None for what was left out."""

    name: str
    every: str
    what: What
    start: Period | None = None
    catch_up: CatchUp = CatchUp.ALL
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("zh",)
    folder: str = ""
    zone: str = ""
    about: str = ""
    to: tuple[str, ...] = ()
    template: str = ""
