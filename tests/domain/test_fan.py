"""The fan of a forecast: it opens from the last figure and ends as the forecast does."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.cases import indicator, target
from tests.domain.official_series import SERIES, published
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.facts import Facts, gather
from tracker.domain.fan import MOST, fan
from tracker.domain.forecast import Forecast, forecast
from tracker.domain.indicator import Kind

MONTHLY = ReleaseCalendar(Frequency.MONTH, 16, 25)
OF = {Kind.FLOW: ("new-energy vehicles", "1150"), Kind.GROWTH: ("consumer prices", "3"), Kind.STOCK: ("m2", "310")}


def seen(kind: Kind, day: str) -> Facts:
    """A target of 2024 on a published series, as of a day. Growth to date as months of equal weight."""
    name, value = OF[kind]
    rows = published(kind, SERIES[kind][name])
    if kind is Kind.GROWTH:
        year = [row for row in rows if row.period.start.year == 2024]
        for count in range(1, len(year) + 1):
            mean = sum((row.quantity.value for row in year[:count]), start=year[0].quantity.value * 0) / count
            span = replace(year[0].period, stop=year[count - 1].period.stop)
            value_of = replace(year[0].quantity, value=round(mean, 1))
            rows.append(replace(year[count - 1], period=span, quantity=value_of))
    made = indicator(kind, MONTHLY, publishers=("p",))
    subject = replace(
        target(made, "at-least", value, due="2024-12-31", start="2024-01-01"), published_on=date(2024, 1, 1)
    )
    return gather(subject, [replace(row, id=number) for number, row in enumerate(rows, 1)], date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2024-02-20", "2024-06-20", "2024-11-20"])
@pytest.mark.parametrize("kind", list(OF))
def test_it_ends_as_the_forecast_does(kind: Kind, day: str) -> None:
    facts = seen(kind, day)
    made = forecast(facts, final=False)
    assert isinstance(made, Forecast)
    last = fan(facts)[-1]
    assert (last.day, last.low, last.value, last.high) == (date(2024, 12, 31), made.low, made.value, made.high)


@pytest.mark.parametrize("kind", list(OF))
def test_it_opens_the_further_it_goes_and_lies_ahead(kind: Kind) -> None:
    facts = seen(kind, "2024-06-20")
    steps = fan(facts)
    assert facts.actual is not None
    assert [step.day for step in steps] == sorted({step.day for step in steps})
    assert steps[0].day > facts.actual.period.stop
    assert all(step.low <= step.value <= step.high for step in steps)
    widths = [step.high - step.low for step in steps]
    assert widths == sorted(widths)


def test_a_step_on_the_way_is_what_would_be_forecast_for_that_day() -> None:
    """A year's growth forecast as if the year ended in September is the growth to date expected for September."""
    for kind in OF:
        facts = seen(kind, "2024-06-20")
        on_the_way = next(
            step for step in fan(facts) if step.day == date(2024, 10, 31) or step.day == date(2024, 9, 30)
        )
        sooner = forecast(replace(facts, target=replace(facts.target, due=on_the_way.day)), final=False)
        assert isinstance(sooner, Forecast)
        assert (sooner.low, sooner.value, sooner.high) == (on_the_way.low, on_the_way.value, on_the_way.high)


def test_a_year_ahead_has_few_places_and_a_year_over_none() -> None:
    assert len(fan(seen(Kind.FLOW, "2024-01-10"))) == MOST
    assert fan(seen(Kind.FLOW, "2025-02-20")) == ()
