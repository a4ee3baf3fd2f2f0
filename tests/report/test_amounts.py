"""Worked-out numbers keep their digits in the data and lose those nobody reads in words."""

from decimal import Decimal

import pytest

from tracker.domain.indicator import PERCENT, POINTS, Unit
from tracker.domain.quantity import Bound
from tracker.report.amounts import bounded, worked_out

FIRMS = Unit("家", "enterprises", whole=True)
YUAN = Unit("亿元", "100 million yuan")
VEHICLES = Unit("万辆", "10,000 vehicles")
TONNES = Unit("吨", "tonnes")


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("168.4", FIRMS, "168家", "168 enterprises"),
        ("4329", FIRMS, "4,329家", "4,329 enterprises"),
        ("75671.23", FIRMS, "7.57万家", "75,700 enterprises"),
        ("733137", FIRMS, "73.31万家", "733,100 enterprises"),
        ("11458333.3333", FIRMS, "1145.8万家", "11.458 million enterprises"),
        ("333333333333", FIRMS, "3333.33亿家", "333.333 billion enterprises"),
        ("-14137", FIRMS, "-1.41万家", "-14,100 enterprises"),
        ("12345.678", YUAN, "12345.7亿元", "1,234.57 billion yuan"),
        ("766.6667", VEHICLES, "766.7万辆", "7.667 million vehicles"),
        ("63.2667", VEHICLES, "63.27万辆", "632,700 vehicles"),
        ("0.000001234", TONNES, "0.0000012吨", "0.0000012 tonnes"),
        ("0", TONNES, "0吨", "0 tonnes"),
        ("5.3", PERCENT, "5.3%", "5.3%"),
        ("5", PERCENT, "5%", "5%"),
        ("1", POINTS, "1.0个百分点", "1.0 pp"),
        ("-0.004", POINTS, "-0.004个百分点", "-0.004 pp"),
        ("0", POINTS, "0.0个百分点", "0.0 pp"),
    ],
)
def test_words_are_as_fine_as_a_reader_needs(value: str, unit: Unit, zh: str, en: str) -> None:
    found = worked_out(Decimal(value), unit)
    assert (found.text.zh, found.text.en) == (zh, en)
    assert abs(found.value - Decimal(value)) <= Decimal("0.00005")


@pytest.mark.parametrize(
    ("value", "words"), [("3143666.67", "314.4万家"), ("1003.01", "1,004家"), ("100001", "10.01万家")]
)
def test_what_it_takes_is_never_rounded_down(value: str, words: str) -> None:
    assert worked_out(Decimal(value), FIRMS, enough=True).text.zh == words


def test_a_forecast_of_a_rate_has_one_decimal() -> None:
    assert worked_out(Decimal("4.95"), PERCENT, rough=True).text.zh == "5.0%"
    assert worked_out(Decimal("776804"), FIRMS, rough=True).text.zh == "77.68万家"


def test_a_bound_is_said() -> None:
    gap = worked_out(Decimal(4329), FIRMS, signed=True)
    assert bounded(gap, Bound.EXACTLY) == gap
    more = bounded(gap, Bound.MORE_THAN).text
    assert (more.zh, more.en) == ("超过4,329家", "more than 4,329 enterprises")
    assert bounded(worked_out(Decimal(-500), FIRMS, signed=True), Bound.LESS_THAN).text.zh == "低于-500家"
