"""The forecasts the stored history would have had, month by month, and those that report runs made; how all fared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import groupby

from tracker.domain.facts import gather
from tracker.domain.indicator import Indicator
from tracker.domain.names import find_indicator
from tracker.domain.observation import Observation
from tracker.domain.replay import Replay, is_met, outcome, replays
from tracker.domain.score import Overall, Record, Said, Score, overall, record, score
from tracker.domain.target import Target
from tracker.services.status import targets_in_force
from tracker.store.database import Reader
from tracker.store.forecasts import Kept, kept_forecasts

Progress = Callable[[int, int], None]
"""Takes how much is done, of how much."""
PARTS = 10_000
"""A backtest, in parts of which progress is told."""


@dataclass(frozen=True, slots=True)
class Tested:
    """One indicator of one area, with the spans replayed and the score of all its forecasts."""

    indicator: Indicator
    area: str
    replays: tuple[Replay, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class Fared:
    """What report runs forecast of a target: how often, and how that fared (None while its figure is not out)."""

    target: Target
    made: int
    record: Record | None


@dataclass(frozen=True, slots=True)
class Backtest:
    """A plan's indicators with a score each, those without a single forecast (`untested`), and all together; beside
    them what report runs really forecast."""

    plan: str
    tested: tuple[Tested, ...]
    untested: tuple[Indicator, ...]
    overall: Overall
    fared: tuple[Fared, ...]


def backtest(reader: Reader, plan_code: str, given: Sequence[str] = (), progress: Progress | None = None) -> Backtest:
    """Replay the indicators of a plan, or those `given` by code, name or alias. Raises UnknownCode.

    `progress` is called as it goes on with how much is done, of how much.
    """
    plan = reader.plan(plan_code)
    indicators = [find_indicator(plan, name) for name in given] or list(plan.indicators.values())
    vintages = reader.target_vintages(plan_code)
    kept = kept_forecasts(reader, plan_code)
    tested, untested = [], []
    fared: list[Fared] = []
    for place, indicator in enumerate(indicators):
        rows = reader.observations([indicator.code])
        found = [
            _tested(indicator, area, replays(indicator, area, rows, vintages, step))
            for area, step in _steps(_areas(rows), progress, place, len(indicators))
        ]
        with_origins = [one for one in found if one.score.origins]
        tested += with_origins
        untested += [] if with_origins else [indicator]
        own = [target for target in targets_in_force(vintages, date.max) if target.indicator.code == indicator.code]
        fared += _fared(own, kept, rows)
    together = overall([one.score for one in tested])
    return Backtest(plan_code, tuple(tested), tuple(untested), together, tuple(fared))


def _steps(
    areas: Sequence[str], progress: Progress | None, place: int, indicators: int
) -> Iterator[tuple[str, Progress | None]]:
    """The areas of the indicator at `place`, each with what tells of its spans how far all has come."""
    for count, area in enumerate(areas):
        begun = Fraction(place * len(areas) + count, indicators * len(areas))
        yield area, None if progress is None else partial(_go_on, progress, begun, indicators * len(areas))


def _go_on(progress: Progress, begun: Fraction, replayed: int, done: int, spans: int) -> None:
    """Tell how far all has come when `done` of the spans of one of all that is `replayed` are."""
    progress(int(PARTS * (begun + Fraction(done, spans * replayed))), PARTS)


def _areas(rows: Iterable[Observation]) -> list[str]:
    return sorted({row.area for row in rows})


def _tested(indicator: Indicator, area: str, found: Iterable[Replay]) -> Tested:
    made = tuple(one for one in found if one.origins)
    return Tested(indicator, area, made, score(made))


def _fared(targets: Iterable[Target], kept: Iterable[Kept], rows: Sequence[Observation]) -> Iterator[Fared]:
    """The forecasts of each target against what came; said of one day twice they count once."""
    said = {code: list(ones) for code, ones in groupby(sorted(kept, key=_by_target), key=lambda one: one.target)}
    for target in targets:
        ones = {one.as_of: one for one in said.get(target.code, ()) if one.due == target.due}
        if not ones:
            continue
        facts = gather(target, rows, date.max)
        came = outcome(facts)
        if came is None:
            yield Fared(target, len(ones), None)
            continue
        met = is_met(facts, came)
        judged = [Said(one.low, one.high, one.probability, came.value, met) for one in ones.values()]
        yield Fared(target, len(ones), record(judged))


def _by_target(one: Kept) -> tuple[str, date]:
    return one.target, one.as_of
