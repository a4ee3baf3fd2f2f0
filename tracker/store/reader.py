"""What can be read: plans, targets, figures, notes and the trail of changes, now or as known at a moment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from tracker.domain.figure import Figure
from tracker.domain.follow_up import FollowUp
from tracker.domain.nearest import nearest
from tracker.domain.observation import Observation
from tracker.domain.plan import Note, Plan
from tracker.domain.scope import Place, Scope
from tracker.domain.target import Target
from tracker.errors import PlanNotKnown, UnknownCode
from tracker.store import plans
from tracker.store.changes import EVER, last_until
from tracker.store.observations import Wanted, stream
from tracker.store.records import ChangeFilter, ChangeRow, Finding, PlanHead
from tracker.store.rows import run

CHUNK = 500
"""Ids asked for in one query."""


class Reader:
    """Everything read through one reader is of one moment. `known_at` None means all that is recorded.

    `connection` is for the modules of the store only.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._vintages: dict[tuple[str, int], list[Target]] = {}

    def plans(self) -> list[PlanHead]:
        """The loaded plans, in order of loading."""
        return plans.heads(self.connection)

    def plan(self, code: str, known_at: datetime | None = None) -> Plan:
        """A plan as last loaded; its targets are the last vintage of each, those withdrawn left out.

        Raises UnknownCode where it is not loaded, PlanNotKnown where it was not by then.
        """
        loaded = self._plan(code, known_at)
        return replace(loaded, targets=plans.in_force(self._targets(loaded, known_at)))

    def target_vintages(self, plan_code: str, known_at: datetime | None = None) -> list[Target]:
        """Every vintage of a plan's targets, each target's in order of precedence. Raises UnknownCode."""
        return self._targets(self._plan(plan_code, known_at), known_at)

    def observations(
        self, indicators: Iterable[str] | None = None, area: str | None = None, known_at: datetime | None = None
    ) -> list[Observation]:
        """Every row in order of recording: vintages of figures, retractions, withdrawals."""
        return list(self.each_observation(indicators, area, known_at))

    def each_observation(
        self, indicators: Iterable[str] | None = None, area: str | None = None, known_at: datetime | None = None
    ) -> Iterator[Observation]:
        """`observations`, one by one: a few thousand are in memory at a time."""
        return stream(self.connection, Wanted(indicators, area, None if known_at is None else self._upto(known_at)))

    def figures(
        self, scopes: Mapping[Place, Scope], as_of: date, known_at: datetime | None = None
    ) -> dict[Place, list[Observation]]:
        """Of each place what is needed and bears on a day: much less than `observations`, and as good for judging."""
        from tracker.store.scoped import figures  # not on the way of every command

        return figures(self.connection, scopes, as_of, self._upto(known_at))

    def current(self, indicators: Iterable[str] | None = None, area: str | None = None) -> list[Observation]:
        """The vintage in force of every series and period, all publications considered."""
        return list(stream(self.connection, Wanted(indicators, area), current=True))

    def places(self) -> set[tuple[str, str]]:
        """The indicators and areas that anything was ever recorded of."""
        return {(code, area) for code, area in run(self.connection, "SELECT indicator, area FROM series")}

    def recorded(self, figures: Sequence[Figure]) -> set[int]:
        """The places in a table of figures that are recorded already, as far as that is told at once."""
        from tracker.store.recorded import recorded  # only tables of many ask

        return recorded(self.connection, figures)

    def observation(self, id: int) -> Observation | None:  # noqa: A002 - it is the observation's id
        """One row by its id."""
        return self.numbered([id]).get(id)

    def numbered(self, ids: Iterable[int]) -> dict[int, Observation]:
        """The rows with these ids, by id; those that are not there are left out."""
        wanted = sorted(set(ids))
        parts = (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))
        return {row.id: row for part in parts for row in stream(self.connection, Wanted(ids=part))}

    def brought_by(self, change_id: int) -> list[Observation]:
        """The observations of one change."""
        return list(stream(self.connection, Wanted(change=change_id)))

    def findings(self, ids: Iterable[int]) -> dict[int, list[Finding]]:
        """The accepted warnings and the notices of observations, by id; those without any are left out."""
        from tracker.store.trail import findings  # not on the way of every command

        return findings(self.connection, ids)

    def notes(self, plan_code: str, known_at: datetime | None = None) -> list[Note]:
        """A plan's notes in order of their dates."""
        return plans.notes(self.connection, plan_code, self._upto(known_at))

    def follow_ups(self, plan_code: str, known_at: datetime | None = None) -> list[FollowUp]:
        """The questions about figures of a plan's indicators, in order of asking, answered ones too."""
        from tracker.store import follow_ups  # not on the way of every command

        plan = self._plan(plan_code, known_at)
        found = follow_ups.rows(self.connection, plan.indicators, self._upto(known_at))
        return follow_ups.assembled(self.connection, found, self.numbered(row.observation_id for row in found))

    def changes(self, wanted: ChangeFilter | None = None) -> list[ChangeRow]:
        """The audit trail in order of time, narrowed by a filter."""
        from tracker.store.trail import changes  # not on the way of every command

        return changes(self.connection, wanted or ChangeFilter())

    def last_change(self, plan_code: str, known_at: datetime | None = None) -> datetime | None:
        """When the plan, its targets, notes, figures of its indicators or questions about them last changed.

        None if they had not by then.
        """
        loaded = self._find(plan_code, known_at)
        return None if loaded is None else plans.last_touched(self.connection, loaded, self._upto(known_at))

    def _find(self, code: str, known_at: datetime | None) -> Plan | None:
        return plans.find(self.connection, code, self._upto(known_at))

    def _plan(self, code: str, known_at: datetime | None) -> Plan:
        loaded = self._find(code, known_at)
        if loaded is None:
            known = [head.code for head in self.plans()]
            if known_at is not None and code in known:
                raise PlanNotKnown(given=code, moment=known_at.astimezone(ZoneInfo(self._plan(code, None).zone)))
            raise UnknownCode(what="plan", given=code, near=nearest(code, known))
        return loaded

    def _targets(self, loaded: Plan, known_at: datetime | None) -> list[Target]:
        """Read once: a command asks for a plan and its targets more often than that."""
        wanted = loaded.code, self._upto(known_at)
        if wanted not in self._vintages:
            self._vintages[wanted] = plans.vintages(self.connection, loaded, wanted[1])
        return list(self._vintages[wanted])

    def _upto(self, known_at: datetime | None) -> int:
        """The last change that counts."""
        return EVER if known_at is None else last_until(self.connection, known_at)
