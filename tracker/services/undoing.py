"""Taking back one's last entry as a whole: a figure, an import, a retraction, or the last undoing itself.

Nothing is deleted. What is taken back gets a row that retracts it, all of them in one change; where the entry itself
took figures back, these stand again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from tracker.domain.observation import Entry, Observation, as_of_view, taken_back
from tracker.domain.plan import Plan
from tracker.errors import NothingToUndo, Undecided
from tracker.store.database import Change, Database
from tracker.store.reader import Reader
from tracker.store.records import ChangeFilter, ChangeRow

KINDS = ("record", "import", "retract", "withdraw", "undo")
"""The changes that can be taken back: those that bring figures or take figures back."""
LOOK_BACK = 50
"""Changes of a person that are looked at for one that still has something to take back."""
END_OF_TIME = datetime.max.replace(tzinfo=UTC)
Confirm = Callable[["Undoing"], bool]
"""Shows a person what would happen and says whether to do it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A figure that would go (`stands` False) or stand again, and the figure in force for its period afterwards."""

    figure: Observation
    stands: bool
    instead: Observation | None


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking back the change `change` means. `rows` are the rows that do it; `kept` what of it is gone already."""

    plan: Plan
    change: ChangeRow
    rows: tuple[Observation, ...]
    effects: tuple[Effect, ...]
    kept: int
    done: datetime | None = None

    @property
    def gone(self) -> list[Effect]:
        """The figures that go."""
        return [effect for effect in self.effects if not effect.stands]

    @property
    def restored(self) -> list[Effect]:
        """The figures that stand again."""
        return [effect for effect in self.effects if effect.stands]


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose last entry to take back, by whom and why."""

    by: str
    of: str
    reason: str = ""


def undo(database: Database, plan_code: str, wish: Wish, confirm: Confirm) -> Undoing:
    """Take back the last entry of `wish.of`, once `confirm` agrees to what that means.

    Raises `NothingToUndo`, or `Undecided` where it was declined. What was shown is what is done: if somebody wrote
    meanwhile, the meaning is worked out and shown again.
    """
    with database.read() as reader:
        shown = preview(reader, plan_code, wish.of)
    while True:
        if not confirm(shown):
            raise Undecided
        with database.write(Change(wish.by, "undo", wish.reason, plan_code)) as writer:
            found = preview(writer, plan_code, wish.of)
            if found == shown:
                writer.add_observations(replace(row, reason=wish.reason) for row in found.rows)
                return replace(found, done=writer.at)
        shown = found


def preview(reader: Reader, plan_code: str, of: str) -> Undoing:
    """What `undo` would do. Raises `NothingToUndo`."""
    plan = reader.plan(plan_code)
    wanted = ChangeFilter(by=of, kinds=KINDS, plan=plan_code, limit=LOOK_BACK)
    for change in reversed(reader.changes(wanted)):
        brought = reader.brought_by(change.id)
        known = reader.observations({row.indicator for row in brought}) if brought else []
        rows = list(_undoing(brought, known))
        if rows:
            return Undoing(plan, change, tuple(rows), tuple(_effects(rows, known)), len(brought) - len(rows))
    raise NothingToUndo(by=of)


def _undoing(brought: Iterable[Observation], known: list[Observation]) -> Iterator[Observation]:
    """The rows that take back what a change brought, as far as that still counts."""
    void, by_id = taken_back(known), {row.id: row for row in known}
    for row in brought:
        before = None if row.voids is None else by_id[row.voids]
        if row.id in void:
            continue
        if before is not None and before.voids is not None:  # it made a figure stand again: that goes
            figure = by_id[before.voids]
            if figure.id not in void:
                yield _retraction(figure)
        else:
            yield _retraction(row)


def _retraction(row: Observation) -> Observation:
    return replace(row, entry=Entry.RETRACTION, voids=row.id, id=0, source="", note="", reason="")


def _effects(rows: list[Observation], known: list[Observation]) -> Iterator[Effect]:
    """What becomes of the figures behind the rows."""
    by_id = {row.id: row for row in known}
    later = [replace(row, id=-place, recorded_at=END_OF_TIME) for place, row in enumerate(rows, start=1)]
    view = {(*row.series, row.period): row for row in as_of_view([*known, *later], date.max)}
    for row in rows:
        taken = by_id[row.voids or 0]
        figure = taken if taken.voids is None else by_id[taken.voids]
        instead = view.get((*figure.series, figure.period))
        yield Effect(figure, taken.voids is not None, instead)
