"""How forecasts fared: how often the interval held the outcome, how good the chances were, how far off the value
was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.quantity import EXACT
from tracker.domain.replay import Naive, Origin, Replay


@dataclass(frozen=True, slots=True)
class Against:
    """Mean absolute errors on the origins where a naive rule says something: ours and its own."""

    origins: int
    forecast: Decimal
    naive: Decimal

    @property
    def ratio(self) -> Decimal | None:
        """Ours as a part of its own: below 1 is better; None where the rule was never off."""
        return EXACT.divide(self.forecast, self.naive) if self.naive else None


@dataclass(frozen=True, slots=True)
class Score:
    """The record of forecasts of one indicator, in its unit.

    `coverage` is the part of outcomes within the interval (0.8 is meant); `brier` the mean of (p - outcome)^2 where a
    target was set (0 is perfect, 0.25 a coin), over `judged` origins.
    """

    origins: int
    coverage: Decimal | None
    judged: int
    brier: Decimal | None
    error: Decimal | None
    against: dict[Naive, Against]


@dataclass(frozen=True, slots=True)
class Said:
    """A forecast that was made, with what became of it: `came` is the figure, `met` whether the target was."""

    low: Decimal
    high: Decimal
    probability: Decimal
    came: Decimal
    met: bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """How the forecasts that were really made fared."""

    made: int
    within: int
    judged: int
    brier: Decimal | None


@dataclass(frozen=True, slots=True)
class Overall:
    """All indicators together. `ratios` are the averages of the indicators' error ratios, weighed by their origins:
    errors in different units cannot be added."""

    origins: int
    coverage: Decimal | None
    judged: int
    brier: Decimal | None
    ratios: dict[Naive, Decimal]


def score(replays: Iterable[Replay]) -> Score:
    """The score of one indicator's forecasts."""
    pairs = [(origin, one.outcome.value) for one in replays for origin in one.origins]
    briers = _briers(pairs)
    return Score(
        origins=len(pairs),
        coverage=_mean([Decimal(covers(origin, came)) for origin, came in pairs]),
        judged=len(briers),
        brier=_mean(briers),
        error=_mean([abs(origin.forecast.value - came) for origin, came in pairs]),
        against={naive: found for naive in Naive if (found := _against(pairs, naive)) is not None},
    )


def overall(scores: Sequence[Score]) -> Overall:
    """The scores of several indicators together."""
    origins, judged = sum(one.origins for one in scores), sum(one.judged for one in scores)
    ratios = {naive: [(one.against[naive]) for one in scores if naive in one.against] for naive in Naive}
    return Overall(
        origins=origins,
        coverage=_weighed((one.coverage, one.origins) for one in scores),
        judged=judged,
        brier=_weighed((one.brier, one.judged) for one in scores),
        ratios={
            naive: ratio
            for naive, found in ratios.items()
            if (ratio := _weighed((one.ratio, one.origins) for one in found)) is not None
        },
    )


def record(said: Sequence[Said]) -> Record:
    """The record of forecasts as they were made."""
    briers = [(one.probability - one.met) ** 2 for one in said if one.met is not None]
    within = sum(one.low <= one.came <= one.high for one in said)
    return Record(len(said), within, len(briers), _mean(briers))


def covers(origin: Origin, came: Decimal) -> bool:
    """Whether the outcome lay within the interval."""
    return origin.forecast.low <= came <= origin.forecast.high


def _briers(pairs: Iterable[tuple[Origin, Decimal]]) -> list[Decimal]:
    return [(origin.forecast.probability - origin.met) ** 2 for origin, _ in pairs if origin.met is not None]


def _against(pairs: Iterable[tuple[Origin, Decimal]], naive: Naive) -> Against | None:
    both = [(origin, came) for origin, came in pairs if naive in origin.naive]
    ours = _mean([abs(origin.forecast.value - came) for origin, came in both])
    theirs = _mean([abs(origin.naive[naive] - came) for origin, came in both])
    return None if ours is None or theirs is None else Against(len(both), ours, theirs)


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return EXACT.divide(sum(values, Decimal(0)), Decimal(len(values))) if values else None


def _weighed(values: Iterable[tuple[Decimal | None, int]]) -> Decimal | None:
    found = [(value, weight) for value, weight in values if value is not None]
    total = sum(weight for _, weight in found)
    return EXACT.divide(sum((value * weight for value, weight in found), Decimal(0)), Decimal(total)) if total else None
