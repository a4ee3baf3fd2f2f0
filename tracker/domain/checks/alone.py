"""Warnings about what a figure says by itself, where nothing that is known could say it."""

from itertools import islice

from tracker.domain.checks.peers import nearest
from tracker.domain.checks.rule import Case, Data, rule
from tracker.domain.checks.words import decimals
from tracker.domain.indicator import Kind
from tracker.domain.problems import Severity
from tracker.domain.quantity import EXACT
from tracker.domain.rhythm import YEAR

WARNING = Severity.WARNING
FRACTION_PLACES = 3
"""Decimal places that a percentage below one is hardly published with, and a fraction is: 0.277 for 27.7 %."""


@rule("below-zero", WARNING, where="value", explains=("unlikely",))
def below_zero(case: Case) -> Data | None:
    """A level or share below zero of which nothing else is known: a count never is, a balance may be."""
    value = case.figure.quantity.value
    if case.kind is Kind.GROWTH or value >= 0 or next(nearest(case), None) is not None:
        return None
    return {"value": case.words(case.figure.quantity), "meant": case.words(-value)}


@rule("fraction", WARNING, where="value", explains=("unlikely",))
def fraction(case: Case) -> Data | None:
    """A percentage below one, written with more decimal places than any is published with: 0.277 for 27.7 %."""
    value = case.figure.quantity.value
    if case.indicator.is_level or abs(value) >= 1:
        return None
    known = max((decimals(row.quantity.value) for row in islice(nearest(case), YEAR)), default=0)
    if decimals(value) < max(FRACTION_PLACES, known + FRACTION_PLACES - 1):
        return None
    return {"value": case.words(case.figure.quantity), "meant": case.words(value.scaleb(2).normalize(EXACT))}


RULES = (below_zero, fraction)
