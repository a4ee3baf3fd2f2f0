"""A figure marked for follow-up: a question about it that stays open until somebody answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.observation import Observation
from tracker.domain.period import Period


@dataclass(frozen=True, slots=True)
class Said:
    """A question or an answer: the words, by whom and when (UTC)."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The question numbered `id` about a figure; `answer` is None while it is open."""

    id: int
    figure: Observation
    question: Said
    answer: Said | None = None

    @property
    def is_open(self) -> bool:
        return self.answer is None


def open_about(questions: Iterable[FollowUp], period: Period, as_of: date) -> Iterator[FollowUp]:
    """The open ones about figures that a report on `period` may see on a day, in order of asking.

    A question is no publication, so the day it was asked on does not matter: what was not known yet is not given. A
    figure that was replaced or taken back meanwhile leaves its question open.
    """
    for one in questions:
        if one.is_open and one.figure.period.stop <= period.stop and one.figure.published_on <= as_of:
            yield one
