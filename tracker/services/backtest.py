"""The forecasts the stored history would have had, month by month, and how they fared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.names import find_indicator
from tracker.domain.observation import Observation
from tracker.domain.replay import Replay, replays
from tracker.domain.score import Overall, Score, overall, score
from tracker.services.status import PlanReader


@dataclass(frozen=True, slots=True)
class Tested:
    """One indicator of one area, with the spans replayed and the score of all its forecasts."""

    indicator: Indicator
    area: str
    replays: tuple[Replay, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class Backtest:
    """A plan's indicators with a score each, those without a single forecast (`untested`), and all together."""

    plan: str
    tested: tuple[Tested, ...]
    untested: tuple[Indicator, ...]
    overall: Overall


def backtest(
    reader: PlanReader, plan_code: str, given: Sequence[str] = (), progress: Callable[[Indicator], None] | None = None
) -> Backtest:
    """Replay the indicators of a plan, or those `given` by code, name or alias. Raises UnknownCode.

    `progress` is called before each indicator.
    """
    plan = reader.plan(plan_code)
    indicators = [find_indicator(plan, name) for name in given] or list(plan.indicators.values())
    vintages = reader.target_vintages(plan_code)
    tested, untested = [], []
    for indicator in indicators:
        if progress is not None:
            progress(indicator)
        rows = reader.observations([indicator.code])
        found = [_tested(indicator, area, replays(indicator, area, rows, vintages)) for area in _areas(rows)]
        with_origins = [one for one in found if one.score.origins]
        tested += with_origins
        untested += [] if with_origins else [indicator]
    return Backtest(plan_code, tuple(tested), tuple(untested), overall([one.score for one in tested]))


def _areas(rows: Iterable[Observation]) -> list[str]:
    return sorted({row.area for row in rows})


def _tested(indicator: Indicator, area: str, found: Iterable[Replay]) -> Tested:
    made = tuple(one for one in found if one.origins)
    return Tested(indicator, area, made, score(made))
