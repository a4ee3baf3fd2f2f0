"""What is measured: an indicator with its unit, its kind, its publishers and its release calendar."""

from dataclasses import dataclass, field
from enum import StrEnum

from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import ReleaseCalendar
from tracker.domain.observation import NATION, Baseline
from tracker.domain.quantity import Quantity


class Kind(StrEnum):
    """What an indicator's numbers are, and so what may be done with them."""

    STOCK = "stock"
    """A level at an instant: 8,997 enterprises on 2022-12-31."""
    FLOW = "flow"
    """Accumulates over its period: 6.9 million vehicles from January to December."""
    GROWTH = "growth"
    """Per cent on the same span a year earlier. Never prorated, summed or differenced."""
    SHARE = "share"
    """Per cent of something. A change is in percentage points."""


class Direction(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"

    @property
    def opposite(self) -> "Direction":
        return Direction.DOWN if self is Direction.UP else Direction.UP


@dataclass(frozen=True, slots=True)
class Unit:
    """The base unit values are kept in: `zh` and `en` are printed, `aliases` are accepted too.

    A scale word in the name belongs to the unit (亿元 is 10^8 元). `whole`: only whole numbers make sense (家, 辆).
    """

    zh: str
    en: str
    aliases: tuple[str, ...] = ()
    whole: bool = False

    @property
    def is_percent(self) -> bool:
        return self.zh == "%"

    def get(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with the unit it is counted in: what a sentence needs to print it."""

    quantity: Quantity
    unit: Unit


PERCENT = Unit("%", "%", ("per cent", "percent", "百分之"))
POINTS = Unit("个百分点", "pp", ("百分点", "percentage points", "percentage point"))


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes figures."""

    code: str
    name: Bilingual
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as a plan defines it.

    `publishers` are codes in order of precedence: the first that has a period gives the figure; figures of others
    are kept and shown and never used in an assessment. `baseline` is what the plan says it starts from. `growth_of` is
    the code of the level this is the growth of, "" where the plan does not say, `growth_from` the publishers of that
    level, in order of precedence.
    """

    code: str
    name: Bilingual
    kind: Kind
    unit: Unit
    publishers: tuple[str, ...]
    direction: Direction = Direction.UP
    aliases: tuple[str, ...] = ()
    definition: Bilingual = field(default_factory=Bilingual)
    calendar: ReleaseCalendar = field(default_factory=ReleaseCalendar)
    baseline: Baseline | None = None
    growth_of: str = ""
    growth_from: tuple[str, ...] = ()

    def baseline_in(self, area: str) -> Baseline | None:
        """The stated baseline, which is the nation's: what a province starts from only its own targets can say."""
        return self.baseline if area == NATION else None

    @property
    def is_level(self) -> bool:
        """Whether growth of it can be worked out."""
        return self.kind in (Kind.FLOW, Kind.STOCK)
