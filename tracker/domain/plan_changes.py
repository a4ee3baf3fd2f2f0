"""What a new version of a plan changes, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tracker.domain.plan import Plan
from tracker.domain.plan_data import Data, plan_data

SECTIONS = {
    "publishers": "publisher",
    "indicators": "indicator",
    "targets": "target",
    "tasks": "task",
    "schedules": "schedule",
}
"""The lists of a plan with what their items are."""


class Fate(StrEnum):
    """What became of a part."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part that differs: `what` it is (plan, publisher, indicator, target, task, commitment), its code or number,
    and of a changed part the keys that differ.
    """

    fate: Fate
    what: str
    code: str
    keys: tuple[str, ...] = ()


def differences(old: Plan, new: Plan) -> list[PartChange]:
    """Everything that `new` says otherwise than `old`, in the order of a plan file."""
    before, after = plan_data(old), plan_data(new)
    head = _keys(before, after, frozenset(SECTIONS))
    changes = [PartChange(Fate.CHANGED, "plan", new.code, head)] if head else []
    for section, what in SECTIONS.items():
        changes += _list(what, before.get(section, []), after.get(section, []))
    return changes


def _list(what: str, before: list[Data], after: list[Data], task: str = "") -> Iterator[PartChange]:
    """The parts of a list that differ; of a task its commitments one by one."""
    held, made = _named(before, task), _named(after, task)
    for code in held | made:
        old, new = held.get(code), made.get(code)
        if old is None or new is None:
            yield PartChange(Fate.ADDED if old is None else Fate.REMOVED, what, code)
        elif keys := _keys(old, new, frozenset({"commitments"})):
            yield PartChange(Fate.CHANGED, what, code, keys)
        if what == "task":
            held_clauses, made_clauses = ((part or {}).get("commitments", []) for part in (old, new))
            yield from _list("commitment", held_clauses, made_clauses, f"{code}.")


def _named(items: list[Data], prefix: str) -> dict[str, Data]:
    return {prefix + (item.get("code") or item.get("number") or item["name"]): item for item in items}


def _keys(before: Data, after: Data, apart: frozenset[str]) -> tuple[str, ...]:
    """The keys whose values differ."""
    known: dict[str, Any] = before | after
    return tuple(key for key in known if key not in apart and before.get(key) != after.get(key))
