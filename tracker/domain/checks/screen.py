"""A quick look that settles most figures: next in their series, and in step with the three before.

Of such a figure no warning has anything to say, which a test holds against the rules themselves; an import of many rows
need not ask them. Whatever is out of the ordinary goes to the rules.
"""

from collections.abc import Sequence
from datetime import date

from tracker.domain.checks.history import Rhythm, rhythms
from tracker.domain.checks.pace import YEAR, months_of, place_of, to_date
from tracker.domain.checks.rule import Case
from tracker.domain.checks.words import decimals
from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation

BEFORE = 3
FLOW_BELOW, FLOW_ABOVE, STOCK_ABOVE, GROWTH_ROOM, GROWTH_FACTOR = 1.4, 1.25, 1.1, 5.0, 30.0
"""Within the least room that each rule leaves: of `unlikely` for flows, stocks and growth, of `slip` for growth."""
GROWTH_PLACES = 1
"""Growth of more decimal places may be a fraction, or have its point in the wrong place."""
FIRST_CLEAR_MONTH = 3
"""From March on a month cannot be as large as the year to date."""


def settled(case: Case) -> bool:
    """Whether nothing at all can be found about a figure: no error, no notice, no warning. False says nothing."""
    figure = case.figure
    return (
        figure.dated
        and not figure.flag
        and figure.period.stop <= figure.published_on <= case.today
        and figure.publisher in case.indicator.publishers
        and ordinary(case)
    )


def ordinary(case: Case) -> bool:
    """Whether no warning can be due. False says nothing."""
    figure = case.figure
    if case.related is not None or not figure.quantity.is_exact or figure.is_outlook:
        return False
    before = case.line.last(figure.period, BEFORE)
    if len(before) < BEFORE or not all(row.quantity.is_exact and not row.is_outlook for row in before):
        return False
    match case.kind:
        case Kind.FLOW:
            return _flow(case, before)
        case Kind.STOCK:
            return _stock(figure, before)
        case Kind.GROWTH:
            return _growth(case, before)
        case Kind.SHARE:
            return False


def _flow(case: Case, before: Sequence[Observation]) -> bool:
    """A single month like the three before it, where no year to date is known that it might belong to."""
    period = case.figure.period
    months = months_of(period)
    if months[0] != months[1] or months[0] % YEAR + 1 < FIRST_CLEAR_MONTH or not _follow(period.start, before):
        return False
    values = [float(row.quantity.value) for row in before]
    value, least = float(case.figure.quantity.value), min(values)
    if least <= 0 or not max(values) / FLOW_BELOW <= value <= least * FLOW_ABOVE:
        return False
    line = case.line
    whole, part = line.in_force(place_of(to_date(months[0]))), line.in_force(place_of(to_date(months[0] - 1)))
    return whole is None and (part is None or float(part.quantity.value) >= value)


def _follow(start: date, before: Sequence[Observation]) -> bool:
    """Whether the three are the single months before."""
    number = start.year * YEAR + start.month - 1
    return all(months_of(row.period) == (number - back, number - back) for back, row in enumerate(before, start=1))


def _stock(figure: Observation, before: Sequence[Observation]) -> bool:
    """A little more than the last reading."""
    values = [float(row.quantity.value) for row in before]
    value = float(figure.quantity.value)
    return min(values) > 0 and max(values) < 10 * min(values) and values[0] <= value <= values[0] * STOCK_ABOVE


def _growth(case: Case, before: Sequence[Observation]) -> bool:
    """A single month near the three before, of their sign and out when it was published; none from January on."""
    figure, months = case.figure, months_of(case.figure.period)
    if case.line.in_force(place_of(to_date(months[1]))) is not None:
        return False
    if any(rhythms(row.period) != (Rhythm.SINGLE,) or row.published_on > figure.published_on for row in before):
        return False
    if rhythms(figure.period) != (Rhythm.SINGLE,) or decimals(figure.quantity.value) > GROWTH_PLACES:
        return False
    values, value = [float(row.quantity.value) for row in before], float(figure.quantity.value)
    sizes, size = [abs(one) for one in values], abs(value)
    return (
        min(values) - GROWTH_ROOM <= value <= max(values) + GROWTH_ROOM
        and max(sizes) <= GROWTH_FACTOR * size
        and size <= GROWTH_FACTOR * min(sizes)
        and any(one * value > 0 for one in values)
    )
