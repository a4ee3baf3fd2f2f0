"""What is printed of a figure: sentences, amounts, published figures and where they come from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.bilingual import Bilingual
from tracker.domain.period import Period
from tracker.domain.plan import Progress
from tracker.domain.quantity import Bound


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the stable code of what it says."""

    code: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Amount:
    """A number the tool worked out, in the unit its words name."""

    value: Decimal
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure. `source` is its number in the list of sources; a plan's own baseline has none.

    `derived`: added up from published parts.
    """

    value: Decimal
    bound: Bound
    text: Bilingual
    period: Period
    published_on: date
    publisher: str
    flag: str = ""
    derived: bool = False
    source: int | None = None


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure with its indicator, and why it is listed."""

    indicator: str
    name: Bilingual
    figure: Figure
    publisher: Bilingual
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure published again with another value, or corrected in the books (`correction`), since the previous report.

    `new` is None for a figure taken back.
    """

    indicator: str
    name: Bilingual
    old: Figure
    new: Figure | None
    correction: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from. `number` is what figures refer to. `dated` is False where the recording date stands
    in for an unknown publication date; `kept` is False for a vintage replaced since."""

    number: int
    indicator: str
    name: Bilingual
    figure: Figure
    publisher: Bilingual
    vintage: int
    vintages: int
    kept: bool
    dated: bool
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A dated status note with its evidence."""

    noted_on: date
    status: Progress
    text: str
    evidence: str = ""
