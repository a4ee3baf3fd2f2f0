"""Recording one figure: read it, check it, and keep it in one transaction with what was found about it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from tracker.domain.checks import Outcome
from tracker.domain.draft import Clerk, Draft
from tracker.domain.plan import Plan
from tracker.services.examining import Ask, Examined, Examiner, decided, require_accepted, require_sound
from tracker.store.database import Change, Database
from tracker.store.reader import Reader
from tracker.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure to record: its words, by whom, at what time (UTC), and the codes of warnings accepted beforehand."""

    draft: Draft
    by: str
    now: datetime
    accepted: Collection[str] = ()
    follow_up: str = ""
    """A question to mark the figure with."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of an entry. Without an id its figure was not stored: it was tried only, or is there already.

    `question` is the number of the question the figure was marked with.
    """

    plan: Plan
    examined: Examined
    stored: bool
    question: int | None = None


def record(database: Database, plan_code: str, entry: Entry, ask: Ask | None = None) -> Entered:
    """Record a figure, asking about warnings where somebody can be asked (no transaction is open meanwhile).

    Raises the parsers' errors, `EntryRefused`, or `Unaccepted`; then nothing is stored.
    """

    def attempt(accepted: Collection[str]) -> Entered:
        return _record(database, plan_code, replace(entry, accepted=accepted))

    return decided(attempt, entry.accepted, ask)


def try_out(reader: Reader, plan_code: str, entry: Entry) -> Entered:
    """What `record` would do. Raises the parsers' errors and `EntryRefused`; warnings are in what is returned."""
    plan = reader.plan(plan_code)
    today = entry.now.astimezone(ZoneInfo(plan.zone)).date()
    figure, problems = Clerk(plan, entry.now, today, entry.by).read(entry.draft)
    require_sound(problems)
    if figure is None:
        raise AssertionError("a draft without problems has a figure")
    examined = Examiner(reader, plan, today).examine(figure)
    require_sound(examined.problems)
    return Entered(plan, examined, stored=False)


def _record(database: Database, plan_code: str, entry: Entry) -> Entered:
    change = Change(entry.by, "record", entry.draft.reason, plan_code)
    with database.write(change) as writer:
        tried = try_out(writer, plan_code, entry)
        found = tried.examined
        require_accepted(found.problems, entry.accepted)
        if found.outcome is Outcome.IDENTICAL:
            there = found.effect.other.id if found.effect.other else 0
            return replace(tried, question=_marked(writer, there, entry.follow_up))
        key = writer.add_observation(found.figure)
        writer.add_findings(key, found.warnings, accepted=True)
        writer.add_findings(key, found.notices, accepted=False)
        kept = replace(found.figure, id=key, recorded_at=writer.at)
        question = _marked(writer, key, entry.follow_up)
        return Entered(tried.plan, replace(found, figure=kept), stored=True, question=question)


def _marked(writer: Writer, figure: int, question: str) -> int | None:
    """Mark a recorded figure with a question, where there are both."""
    return writer.add_follow_up(figure, question) if figure and question.strip() else None
