"""Everything that can go wrong for a user: one class per condition, with a code, data and an exit code.

No text lives here. `tracker.i18n` turns a code and its data into words in Chinese or English, and only the command
line prints them. Codes are stable: scripts read them from ``--json`` errors.

Exit codes: 20 value, 21 code, 22 period, 23 date, 24 file, 25 database, 26 plan file, 27 refused, 28 schedule,
29 missing extra, 30 unaccepted warnings, 31 overdue, 32 setting, 33 something broken (doctor).
"""

from typing import ClassVar

BAD_VALUE, BAD_CODE, BAD_PERIOD, BAD_DATE, BAD_FILE, BAD_DATABASE = 20, 21, 22, 23, 24, 25
BAD_PLAN, REFUSED, BAD_SCHEDULE, MISSING_EXTRA, UNACCEPTED, OVERDUE = 26, 27, 28, 29, 30, 31
BAD_SETTING, UNWELL = 32, 33


class TrackerError(Exception):
    """A condition a user can understand and mend. `data` fills the text that belongs to `code`."""

    code: ClassVar[str] = "unexpected"
    exit_code: ClassVar[int] = 1

    def __init__(self, **data: object) -> None:
        super().__init__(self.code, data)
        self.data = data


class BadValue(TrackerError):
    """`text` cannot be read as a quantity; `problem` says why (a key of the value texts)."""

    code = "bad-value"
    exit_code = BAD_VALUE


class BadUnit(TrackerError):
    """`text` names the unit `unit`, which does not belong to an indicator counted in `expected`."""

    code = "bad-unit"
    exit_code = BAD_VALUE


class UnknownCode(TrackerError):
    """`given` is no known `what` (indicator, target, plan, publisher, ...); `near` lists the closest known ones."""

    code = "unknown-code"
    exit_code = BAD_CODE


class PlanNotKnown(TrackerError):
    """The plan `given` is loaded, and was not yet at the known-at asked for, `moment` (in the plan's zone)."""

    code = "plan-not-known"
    exit_code = BAD_CODE


class BadPeriod(TrackerError):
    """`text` cannot be read as a period, or not for what it is used for; `problem` says why."""

    code = "bad-period"
    exit_code = BAD_PERIOD


class BadDate(TrackerError):
    """`text` is no date or time, or one that cannot be (`problem`: form, future, ...)."""

    code = "bad-date"
    exit_code = BAD_DATE


class FileTrouble(TrackerError):
    """A file or folder at `path` cannot be read or written; `problem` says why."""

    code = "file-trouble"
    exit_code = BAD_FILE


class DatabaseTrouble(TrackerError):
    """The database at `where` cannot be used; `problem` says why (missing, locked, read-only, foreign, old, ...)."""

    code = "database-trouble"
    exit_code = BAD_DATABASE


class BadSetting(TrackerError):
    """The setting `name`, given at `where` (a flag, a variable or a file), cannot be used; `problem` says why."""

    code = "bad-setting"
    exit_code = BAD_SETTING


class NoPlan(TrackerError):
    """No plan is loaded in the database at `where`."""

    code = "no-plan"
    exit_code = BAD_CODE


class WhichPlan(TrackerError):
    """Several plans are loaded (`known`) and nobody said which one is meant."""

    code = "which-plan"
    exit_code = BAD_CODE


class BadCadence(TrackerError):
    """`text` says no cadence; `problem` says why (a key of the schedule texts)."""

    code = "bad-cadence"
    exit_code = BAD_SCHEDULE


class BadSchedule(TrackerError):
    """The schedule `name` cannot be as asked; `problem` says why (exists, name, zone, formats, folder, ...)."""

    code = "bad-schedule"
    exit_code = BAD_SCHEDULE


class RunsFailed(TrackerError):
    """`count` scheduled runs failed; each was reported by itself and will be tried again where that makes sense."""

    code = "runs-failed"
    exit_code = BAD_SCHEDULE


class PlanRefused(TrackerError):
    """A plan, or one target, says something that cannot be: `problems` are the domain's `Problem`s, each with its path.

    `file` names the plan file and `lines` has its line for each problem, in the same order; "" and nothing for data
    from elsewhere. `count` is the number of problems.
    """

    code = "plan-refused"
    exit_code = BAD_PLAN


class MissingExtra(TrackerError):
    """The optional part `extra` is not installed; `needs` is the package it would bring."""

    code = "missing-extra"
    exit_code = MISSING_EXTRA


class BadFlag(TrackerError):
    """`text` holds something that is no observation flag; `known` are those that are, `problem` what is wrong."""

    code = "unknown-flag"
    exit_code = BAD_VALUE


class BadArea(TrackerError):
    """`text` has not the form of an ISO 3166 code."""

    code = "bad-area"
    exit_code = BAD_CODE


class NothingGiven(TrackerError):
    """A part of a figure that is always needed was left empty; the finding's place says which."""

    code = "nothing-given"
    exit_code = BAD_VALUE


class EntryRefused(TrackerError):
    """Figures that cannot be kept: `problems` is everything that is wrong, so that all of it can be mended at once.

    The exit code is that of the first problem.
    """

    code = "entry-refused"
    exit_code = REFUSED

    def __init__(self, exit_code: int, **data: object) -> None:
        super().__init__(**data)
        self.exit_code = exit_code  # type: ignore[misc]  # one class for problems of every kind


class Unaccepted(TrackerError):
    """Nothing was stored because of `problems`, warnings that nobody accepted; `codes` names their rules."""

    code = "unaccepted-warnings"
    exit_code = UNACCEPTED


class BadRetraction(TrackerError):
    """The observation `id` cannot be taken back; `problem` says why (unknown, voided, not-a-figure, too-early)."""

    code = "bad-retraction"
    exit_code = REFUSED


class RunInterrupted(TrackerError):
    """A run was interrupted each time somebody tried to make it."""

    code = "run-interrupted"
    exit_code = BAD_SCHEDULE


class PlanConflict(TrackerError):
    """The plan `plan` cannot replace the one that is loaded: `problems` says which records that would break."""

    code = "plan-conflict"
    exit_code = REFUSED


class NeedsReason(TrackerError):
    """The `what` (plan, target) `given` is there already and would change, and nobody gave a reason."""

    code = "needs-reason"
    exit_code = REFUSED


class Overdue(TrackerError):
    """`count` figures about `period` are overdue, and somebody wanted to be told by the exit code."""

    code = "overdue"
    exit_code = OVERDUE


class NothingToUndo(TrackerError):
    """`by` has no entry left that could be taken back."""

    code = "nothing-to-undo"
    exit_code = REFUSED


class Undecided(TrackerError):
    """Somebody has to agree first, and could not be asked or did not."""

    code = "undecided"
    exit_code = REFUSED


class BadFollowUp(TrackerError):
    """The figure or question `id` cannot be asked about or answered; `problem` says why (no-figure, answered, ...)."""

    code = "bad-follow-up"
    exit_code = REFUSED


class NeedsTerminal(TrackerError):
    """The command asks questions, and there is no terminal to ask them at."""

    code = "needs-terminal"
    exit_code = REFUSED


class Unhealthy(TrackerError):
    """The schedules need somebody: the last tick was `age` ago, so many runs `failed`, so much is `undelivered`."""

    code = "unhealthy"
    exit_code = BAD_SCHEDULE


class BadTarget(TrackerError):
    """The delivery target `name` cannot be used; `problem` says why (unknown, no-address, scheme, unsafe-file, ...)."""

    code = "bad-target"
    exit_code = BAD_SETTING


class NotDelivered(TrackerError):
    """The target `name` did not take a message; `problem` says how it ended, `detail` what the other side said."""

    code = "not-delivered"
    exit_code = BAD_SCHEDULE


class Unwell(TrackerError):
    """`count` things of the installation or the data are broken, each named before."""

    code = "unwell"
    exit_code = UNWELL
