"""Filling a new database: a plan that is not there yet, and the figures and statements that come with the bundled one.

Safe to repeat: a plan that is loaded stays as it is, figures and statements that are recorded are not recorded again.
"""

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.checks import Outcome
from tracker.domain.plan import Plan
from tracker.exchange.bundle import Bundle
from tracker.services.examining import ALL
from tracker.services.importing import Import, import_table
from tracker.services.plans import load_plan
from tracker.store.database import Change, Database


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of the bundled figures and statements were recorded now; the rest was there already."""

    figures: int
    notes: int


def load_new(database: Database, plan: Plan, by: str) -> bool:
    """Load a plan unless one of its code is there; whether it was loaded. Raises PlanConflict."""
    with database.read() as reader:
        if plan.code in {head.code for head in reader.plans()}:
            return False
    load_plan(database, plan, by)
    return True


def add_figures(database: Database, plan_code: str, bundle: Bundle, by: str, now: datetime) -> Figures:
    """Record the bundled figures, whose warnings are known and accepted, and the statements without a number."""
    table = Import(str(bundle.folder), bundle.figures(), by, now, (ALL,))
    outcomes = import_table(database, plan_code, table).outcomes
    with database.write(Change(by, "task-note", plan=plan_code)) as writer:
        known = {(note.subject, note.noted_on, note.text) for note in writer.notes(plan_code)}
        new = [note for note in bundle.notes() if (note.subject, note.noted_on, note.text) not in known]
        for note in new:
            writer.add_note(plan_code, note)
    return Figures(outcomes.total() - outcomes[Outcome.IDENTICAL], len(new))
