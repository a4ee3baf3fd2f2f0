"""Following figures up: asking about one, answering, and what is still open."""

from dataclasses import dataclass

from tracker.domain.follow_up import FollowUp
from tracker.domain.observation import Entry
from tracker.domain.plan import Plan
from tracker.errors import BadFollowUp, NothingGiven
from tracker.store.database import Change, Database
from tracker.store.reader import Reader

KIND = "follow-up"


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Questions about figures of a plan, in order of asking."""

    plan: Plan
    questions: tuple[FollowUp, ...]


def follow_ups(reader: Reader, plan_code: str, *, answered: bool = False) -> FollowUps:
    """The open questions of a plan, and those `answered` where wanted."""
    found = reader.follow_ups(plan_code)
    return FollowUps(reader.plan(plan_code), tuple(one for one in found if one.is_open or answered))


def ask(database: Database, plan_code: str, by: str, figure: int, question: str) -> FollowUps:
    """Mark a recorded figure for follow-up. Raises `BadFollowUp` (no-figure), `NothingGiven`."""
    _require_text(question)
    with database.write(Change(by, KIND, plan=plan_code)) as writer:
        row = writer.observation(figure)
        if row is None or row.entry is not Entry.VALUE or row.indicator not in writer.plan(plan_code).indicators:
            raise BadFollowUp(id=figure, problem="no-figure")
        number = writer.add_follow_up(figure, question)
        return _one(writer, plan_code, number)


def answer(database: Database, plan_code: str, by: str, number: int, words: str) -> FollowUps:
    """Answer a question, which closes it. Raises `BadFollowUp` (unknown, answered), `NothingGiven`."""
    _require_text(words)
    with database.write(Change(by, KIND, plan=plan_code)) as writer:
        found = next((one for one in writer.follow_ups(plan_code) if one.id == number), None)
        if found is None:
            raise BadFollowUp(id=number, problem="unknown")
        if found.answer is not None:
            raise BadFollowUp(id=number, problem="answered", by=found.answer.by, text=found.answer.text)
        writer.add_follow_up(found.figure.id, words, number)
        return _one(writer, plan_code, number)


def _one(reader: Reader, plan_code: str, number: int) -> FollowUps:
    found = [one for one in reader.follow_ups(plan_code) if one.id == number]
    return FollowUps(reader.plan(plan_code), tuple(found))


def _require_text(text: str) -> None:
    if not text.strip():
        raise NothingGiven
