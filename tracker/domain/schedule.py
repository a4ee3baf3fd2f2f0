"""Schedules, the occasions they give, and the runs that the ledger keeps of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.bilingual import Lang
from tracker.domain.cadence import Cadence, Cycle
from tracker.domain.period import Period
from tracker.domain.planned import CatchUp, What

__all__ = ["CatchUp", "Edition", "Issued", "Occasion", "Run", "Schedule", "State", "What"]


class Edition(StrEnum):
    """Of a yearly review; everything else has one edition, which has no name."""

    ONLY = ""
    PRELIMINARY = "preliminary"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule as kept. `zone` is an IANA name; `first` is the first period it reports; `folder` is absolute.

    `about` is the length of the periods; `to` names where the results are delivered; `template` is the absolute path of
    the letterhead its Word documents are written in, "" for none. `created` and `removed` are UTC.
    """

    name: str
    plan: str
    cadence: Cadence
    zone: str
    what: What
    about: Cycle
    first: Period
    created: datetime
    folder: str
    catch_up: CatchUp = CatchUp.ALL
    formats: tuple[str, ...] = ()
    languages: tuple[Lang, ...] = ()
    to: tuple[str, ...] = ()
    template: str = ""
    paused: bool = False
    removed: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """A time to run: the period it is about, the instant (UTC) and the local date it was scheduled for.

    `slot` tells reminders and backups of one day apart by their time, 09:00+0800; "" for what is about a period.
    """

    period: Period
    at: datetime
    as_of: date
    slot: str = ""


class State(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Issued:
    """A file of a run: where it was put, the sha256 of its bytes, and how many they are.

    `made_with` names the program and the libraries that made it, with their versions; `template` is the sha256 of the
    letterhead it was written in. Both are "" where none is known.
    """

    path: str
    sha256: str
    size: int
    made_with: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A row of the ledger. `not_before` is the end of the lease of a running one, and the time of the next attempt of a
    failed one; None when there will be none. `owner` is the token of the process that has claimed it.
    """

    id: int
    schedule_id: int | None
    plan: str
    what: What
    period: str
    edition: str
    due: datetime | None
    as_of: date
    known_at: datetime | None
    state: State
    owner: str
    not_before: datetime | None
    attempts: int
    started: datetime
    finished: datetime | None
    content_hash: str
    files: tuple[Issued, ...]
    error: Mapping[str, object]
