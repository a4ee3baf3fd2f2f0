"""A figure marked for follow-up: a question about it that stays open until somebody answers it."""

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.observation import Observation


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
