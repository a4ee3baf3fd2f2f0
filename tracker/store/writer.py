"""What can be written, in one transaction, with the change that says by whom and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cached_property
from itertools import islice

from sqlalchemy import Connection

from tracker.domain.figure import Figure
from tracker.domain.observation import Entry, Observation
from tracker.domain.plan import Note, Plan
from tracker.domain.problems import Problem
from tracker.domain.target import Target
from tracker.store import changes, current, plans
from tracker.store.observations import Inserter
from tracker.store.reader import Reader
from tracker.store.records import Change

SET = 20_000
"""Rows after which the current table is brought up to date."""


class Writer(Reader):
    """A reader that can write. Its change is recorded with the first thing written, so a write that turns out to have
    nothing to say leaves no trace; reading `change_id` or `at` counts as writing.
    """

    def __init__(self, connection: Connection, made: Change, clock: Callable[[], datetime]) -> None:
        super().__init__(connection)
        self._made = made
        self._clock = clock
        self._recorded: tuple[int, datetime] | None = None

    @property
    def change_id(self) -> int:
        """The change everything written here belongs to."""
        return self._change()[0]

    @property
    def at(self) -> datetime:
        """When it is recorded, UTC; later than every change before, even where the clock went back."""
        return self._change()[1]

    def record(self) -> None:
        """Record the change now, for a write that adds nothing else."""
        self._change()

    def add_observation(self, row: Observation) -> int:
        """Add one observation; its id."""
        return self.add_observations([row])[0]

    def add_observations(self, rows: Iterable[Observation]) -> Sequence[int]:
        """Add observations in order and bring the current table up to date; their ids.

        Their own ids, recording times and recorders are not looked at. Raises BadValue for a number that cannot be
        kept, and ValueError where a row takes back what cannot be: not there, of another series or period, or itself
        the taking back of a retraction (then the figure is simply retracted again).
        """
        ids: list[int] = []
        source = iter(rows)
        while batch := list(islice(source, SET)):
            self._check_voids([row for row in batch if row.entry is not Entry.VALUE])
            fresh = self.inserter.insert(batch)
            current.advance(self.connection, fresh[0], fresh[-1])
            if any(row.entry is not Entry.VALUE for row in batch):
                current.reconsider(self.connection, fresh[0], fresh[-1])
            ids += fresh
        return ids

    def add_figures(self, figures: Sequence[Figure]) -> Sequence[int]:
        """Add the figures of a table in order and bring the current table up to date; their ids."""
        if not figures:
            return []
        ids = self.inserter.insert_figures(figures)
        current.advance(self.connection, ids[0], ids[-1])
        return ids

    def add_findings(self, id: int, problems: Iterable[Problem], *, accepted: bool) -> None:  # noqa: A002 - as in Reader
        """Keep the accepted warnings, or the notices, of an observation."""
        from tracker.store.trail import add_findings  # most figures have none

        add_findings(self.connection, id, problems, self.change_id, accepted=accepted)

    def add_all_findings(self, found: Iterable[tuple[int, Iterable[Problem]]]) -> None:
        """Keep the accepted warnings and the notices of many observations."""
        from tracker.store.trail import add_all_findings  # most figures have none

        add_all_findings(self.connection, found, self.change_id)

    def add_follow_up(self, observation_id: int, text: str, answers: int | None = None) -> int:
        """Keep a question about a figure, or the answer to the question numbered `answers`; its id."""
        from tracker.store import follow_ups  # most writes have none

        return follow_ups.add(self.connection, observation_id, text, answers, self.change_id)

    def add_plan(self, plan: Plan) -> bool:
        """Keep a plan and its targets as far as they differ from what is kept; whether anything did."""
        differs = not plans.same_version(self.connection, plan)
        if differs:
            plans.add_version(self.connection, plan, self.change_id)
            self._vintages.clear()
        added = [self.add_target(plan.code, target) for target in plan.targets]
        return differs or any(added)

    def add_target(self, plan_code: str, target: Target) -> bool:
        """Keep a vintage of a target, unless the last of its publication date says the same; whether it was new."""
        if plans.same_vintage(self.connection, plan_code, target):
            return False
        plans.add_vintage(self.connection, plan_code, target, self.change_id)
        self._vintages.clear()
        return True

    def add_note(self, plan_code: str, note: Note) -> int:
        """Keep a note on a commitment, a target or an indicator; its id."""
        return plans.add_note(self.connection, plan_code, note, self.change_id)

    def _change(self) -> tuple[int, datetime]:
        if self._recorded is None:
            self._recorded = changes.add(self.connection, self._made, self._clock())
        return self._recorded

    @cached_property
    def inserter(self) -> Inserter:
        return Inserter(self.connection, self.change_id)

    def _check_voids(self, rows: list[Observation]) -> None:
        """See that every row that takes something back names a figure, or a taking back, of its own period."""
        taken = self.numbered(row.voids for row in rows if row.voids is not None)
        before = self.numbered(row.voids for row in taken.values() if row.voids is not None)
        for row in rows:
            named = taken.get(row.voids or 0)
            if named is None or (named.series, named.period) != (row.series, row.period):
                raise ValueError(f"{row.voids} is no observation of the same series and period")
            is_second = named.voids in before and before[named.voids].entry is not Entry.VALUE
            if named.entry is not Entry.VALUE and (is_second or row.entry is Entry.WITHDRAWAL):
                raise ValueError(f"{row.voids} cannot be taken back")
