"""Forecasts made again as the figures came out, and their score."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.cases import MONTHLY, base, fig, indicator, retracted, target
from tests.domain.vehicle_series import SALES, SALES_TO_DATE, vehicles
from tracker.domain.facts import gather
from tracker.domain.forecast import Forecast
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity
from tracker.domain.replay import Naive, Origin, Outcome, Replay, outcome, replays
from tracker.domain.score import Said, overall, record, score
from tracker.domain.target import Target

CARS = indicator(Kind.FLOW, publishers=("caam",))
ROWS = vehicles(SALES, SALES_TO_DATE)
GOAL = replace(
    target(CARS, "at-least", "27000000", due="2022-12-31", start="2022-01-01"), published_on=date(2022, 6, 1)
)


def replayed(rows: list[Observation] = ROWS, targets: tuple[Target, ...] = ()) -> dict[str, Replay]:
    return {str(one.span): one for one in replays(CARS, "CN", rows, targets)}


def said(value: str, low: str, high: str, chance: str = "0.5") -> Forecast:
    return Forecast(
        Decimal(value), Decimal(low), Decimal(high), Decimal(chance), 12, 3, Decimal(0), None, None, models=()
    )


def test_a_year_is_replayed_from_january_until_its_figure_is_out() -> None:
    found = replayed()["2022"]
    assert found.outcome == Outcome(Decimal(26864000), date(2023, 1, 11))
    assert [origin.as_of for origin in found.origins][:2] == [date(2022, 1, 31), date(2022, 2, 28)]
    assert found.origins[-1].as_of == date(2022, 12, 31)
    assert len(found.origins) == 12


def test_the_first_year_begins_when_eight_figures_are_known() -> None:
    assert [origin.as_of.month for origin in replayed()["2021"].origins] == [9, 10, 11, 12]


def test_origins_go_by_publication_and_not_by_recording() -> None:
    late = [replace(row, recorded_at=row.recorded_at.replace(year=2030)) for row in ROWS]
    assert replayed(late) == replayed()


def test_a_month_without_news_is_no_origin() -> None:
    """The figures of March and April come together in May."""
    delayed = [replace(row, published_on=date(2022, 5, 11)) if row.period.stop == date(2022, 3, 31) else row
               for row in ROWS]  # fmt: skip
    assert date(2022, 4, 30) not in [origin.as_of for origin in replayed(delayed)["2022"].origins]


def test_what_the_rules_of_thumb_say() -> None:
    """By the end of June 2022 9.555 million had been sold by May, 1.862 in May; 26.275 in 2021."""
    june = next(origin for origin in replayed()["2022"].origins if origin.as_of == date(2022, 6, 30))
    assert june.naive == {
        Naive.LAST_VALUE: 9555000 + 7 * 1862000,
        Naive.RUN_RATE: Decimal("22932000"),
        Naive.LAST_YEAR: 26275000,
    }


def test_a_target_is_judged_only_while_it_is_announced_and_open() -> None:
    origins = replayed(targets=(GOAL,))["2022"].origins
    assert [origin.met for origin in origins] == [None] * 5 + [False] * 7
    easy = replace(GOAL, condition=replace(GOAL.condition, value=Decimal(20000000)))
    reached = replayed(targets=(easy,))["2022"].origins  # 21.975 million by October
    assert [origin.met for origin in reached] == [None] * 5 + [True] * 5 + [None] * 2


def test_a_target_s_own_span_is_replayed_beside_the_years() -> None:
    spring = replace(GOAL, start=date(2023, 1, 1), due=date(2024, 6, 30), published_on=date(2023, 1, 1))
    assert set(replayed(targets=(spring,))) == {"2021", "2022", "2023", "2024", "2023-01..2024-06"}


def test_a_figure_taken_back_was_never_known() -> None:
    wrong = fig("2022-01..2022-05", "99990000", "2022-06-11", "caam")
    assert replayed([*ROWS, wrong, retracted(wrong)])["2022"] == replayed()["2022"]


def test_nothing_published_later_reaches_an_origin() -> None:
    """Whatever comes out after a month's end (revisions, corrections of what was, another target) changes no forecast
    made on it."""
    late = [
        replace(row, quantity=Quantity(row.quantity.value * 3), published_on=date(2024, 1, 5))
        for row in ROWS
        if row.period.stop < date(2022, 7, 1)
    ]
    raised = replace(GOAL, condition=replace(GOAL.condition, value=Decimal(1)), published_on=date(2024, 1, 5))
    before, after = replayed(targets=(GOAL,))["2022"], replayed([*ROWS, *late], (GOAL, raised))["2022"]
    assert after.origins == before.origins


def test_a_year_is_over_when_its_figure_is_first_out_and_judged_by_what_it_is_now() -> None:
    """The year's figure is revised a year and a half later; the forecasts end where they did."""
    revised = fig("2022", "30000000", "2024-06-30", "caam")
    found = replayed([*ROWS, revised])["2022"]
    assert found.outcome == Outcome(Decimal(30000000), date(2023, 1, 11))
    assert found.origins == replayed()["2022"].origins


def test_a_stock_s_year_is_over_when_its_closing_reading_is_first_out() -> None:
    stock = indicator(Kind.STOCK, MONTHLY)
    ends = [Period.month(year, month).stop for year in (2021, 2022) for month in range(1, 13)]
    rows = [fig(str(end), str(100 + 5 * n), str(end)) for n, end in enumerate(ends)]
    revised = [fig("2021-12-31", "160", "2022-06-30"), fig("2022-12-31", "210", "2024-06-30")]
    found = {str(one.span): one for one in replays(stock, "CN", [*rows, *revised], ())}
    assert found["2021"].outcome == Outcome(Decimal(160), date(2021, 12, 31))
    assert found["2022"].outcome == Outcome(Decimal(210), date(2022, 12, 31))
    assert [origin.as_of.month for origin in found["2022"].origins] == list(range(1, 12))


def test_progress_is_told_before_each_span() -> None:
    told: list[tuple[int, int]] = []
    list(replays(CARS, "CN", ROWS, (), lambda done, total: told.append((done, total))))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_months_alone_make_a_year_s_outcome() -> None:
    months = [row for row in ROWS if row.period.month_count == 1]
    facts = gather(replace(GOAL, published_on=date.min), months, date.max)
    assert outcome(facts) == Outcome(Decimal(26849000), date(2023, 1, 11))  # the months sum to a little less


def test_a_stock_s_outcome_is_its_closing_reading() -> None:
    stock = target(indicator(Kind.STOCK), "more-than", "10000")

    def came(*rows: Observation) -> Outcome | None:
        return outcome(gather(stock, rows, date.max))

    early, late = fig("2023-11-20", "9000", "2023-11-25"), fig("2023-12-21", "12000", "2023-12-22")
    assert came(early, late) == Outcome(Decimal(12000), date(2023, 12, 22))
    assert came(early) is None


def test_a_baseline_beyond_a_year_is_no_start_for_it() -> None:
    """The plan's baseline is of the end of 2022; 2021 is replayed all the same."""
    stock = indicator(Kind.STOCK, MONTHLY, baseline=base("2022-12-31", "230"))
    ends = [Period.month(year, month).stop for year in (2021, 2022) for month in range(1, 13)]
    rows = [fig(str(end), str(100 + 5 * n), str(end)) for n, end in enumerate(ends)]
    assert [str(one.span) for one in replays(stock, "CN", rows, ())] == ["2021", "2022"]


def test_shares_are_not_replayed() -> None:
    share = indicator(Kind.SHARE)
    assert list(replays(share, "CN", [fig("2022", "27.7", "2023-01-18")], ())) == []


def test_a_share_has_its_own_figure_or_no_outcome() -> None:
    year = target(indicator(Kind.SHARE), "within", None, tolerance="0.5")
    quarters = [fig("2023-Q1", "27", "2023-04-18"), fig("2023-Q4", "26", "2024-01-18")]
    whole = fig("2023", "26.5", "2024-01-31")
    assert outcome(gather(year, quarters, date(2024, 2, 1))) is None
    assert outcome(gather(year, [*quarters, whole], date(2024, 2, 1))) == Outcome(Decimal("26.5"), date(2024, 1, 31))


# --- the score ---

ORIGINS = (
    Origin(date(2023, 1, 31), said("90", "80", "110", "0.8"), {Naive.LAST_VALUE: Decimal(80)}, met=True),
    Origin(date(2023, 2, 28), said("106", "104", "112", "0.6"), {Naive.LAST_VALUE: Decimal(110)}, met=True),
    Origin(date(2023, 3, 31), said("102", "95", "105", "0.1"), {}, met=None),
)
YEAR = Replay(CARS, "CN", Period.year(2023), Outcome(Decimal(100), date(2024, 1, 11)), ORIGINS)


def test_the_score_of_three_forecasts_by_hand() -> None:
    found = score([YEAR])
    assert (found.origins, found.judged) == (3, 2)
    assert found.coverage is not None
    assert round(found.coverage, 4) == Decimal("0.6667")
    assert found.brier == Decimal("0.10")  # (0.2^2 + 0.4^2) / 2
    assert found.error == 6  # (10 + 6 + 2) / 3
    against = found.against[Naive.LAST_VALUE]
    assert (against.origins, against.forecast, against.naive) == (2, Decimal(8), Decimal(15))
    assert set(found.against) == {Naive.LAST_VALUE}


def test_all_together_origins_count_and_units_do_not() -> None:
    one = score([YEAR])
    thousandfold = score([_scaled(YEAR, 1000)])
    together = overall([one, thousandfold])
    assert (together.origins, together.coverage, together.brier) == (6, one.coverage, one.brier)
    assert {naive: round(ratio, 9) for naive, ratio in together.ratios.items()} == {
        Naive.LAST_VALUE: round(Decimal(8) / 15, 9)
    }


def _scaled(replay: Replay, by: int) -> Replay:
    origins = tuple(
        replace(
            origin,
            forecast=replace(
                origin.forecast,
                value=origin.forecast.value * by,
                low=origin.forecast.low * by,
                high=origin.forecast.high * by,
            ),
            naive={name: value * by for name, value in origin.naive.items()},
        )
        for origin in replay.origins
    )
    return replace(replay, origins=origins, outcome=replace(replay.outcome, value=replay.outcome.value * by))


def test_nothing_has_no_score() -> None:
    found = score([])
    assert (found.origins, found.coverage, found.brier, found.error) == (0, None, None, None)
    assert overall([found]).coverage is None


def test_a_rule_that_was_never_off_has_no_ratio() -> None:
    exact = replace(YEAR, origins=(replace(ORIGINS[0], naive={Naive.LAST_VALUE: Decimal(100)}),))
    assert score([exact]).against[Naive.LAST_VALUE].ratio is None
    assert overall([score([exact])]).ratios == {}


@pytest.mark.parametrize(("came", "within"), [("80", 1), ("110", 1), ("79", 0), ("111", 0)])
def test_the_ends_belong_to_the_interval(came: str, within: int) -> None:
    found = record([Said(Decimal(80), Decimal(110), Decimal("0.8"), Decimal(came), met=False)])
    assert (found.made, found.within, found.brier) == (1, within, Decimal("0.64"))
