"""Axes hold every value, at round marks that a reader can read."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.report.scale import time_axis, value_axis

VALUES = st.lists(st.decimals(Decimal("-1e12"), Decimal("1e12"), places=6, allow_nan=False), min_size=1, max_size=20)


@given(VALUES)
def test_every_value_lies_between_the_ends(values: list[Decimal]) -> None:
    axis = value_axis(values, "家", "zh")
    assert all(-1e-9 <= axis.place(value) <= 1 + 1e-9 for value in values)
    assert (axis.place(axis.low), axis.place(axis.high)) == (0, 1)


@given(VALUES)
def test_marks_are_few_even_and_told_apart(values: list[Decimal]) -> None:
    axis = value_axis(values, "辆", "en")
    assert 2 <= len(axis.ticks) <= 8
    assert len({after - before for before, after in zip(axis.ticks, axis.ticks[1:], strict=False)}) == 1
    labels = [axis.label(tick) for tick in axis.ticks]
    assert len(set(labels)) == len(labels)
    assert not any("E" in label for label in labels)


@pytest.mark.parametrize(
    ("values", "unit", "lang", "labels", "name"),
    [
        (("70000", "103000"), "家", "zh", ["7", "8", "9", "10", "11"], "万家"),
        (("70000", "103000"), "enterprises", "en", ["70", "80", "90", "100", "110"], "thousand enterprises"),
        (("2300000", "3377000"), "base stations", "en", ["2", "2.5", "3", "3.5"], "million base stations"),
        (("-6.9", "3.6"), "%", "zh", ["-10", "-5", "0", "5"], "%"),
        (("1149237", "1260582"), "亿元", "zh", ["110", "115", "120", "125", "130"], "万亿元"),
        (("0", "1150"), "10,000 vehicles", "en", ["0", "5", "10", "15"], "million vehicles"),
        (("0", "0.04"), "10,000 vehicles", "en", ["0", "100", "200", "300", "400"], "vehicles"),
        (("0", "1150"), "万辆", "zh", ["0", "500", "1000", "1500"], "万辆"),
        (("5", "5"), "个", "zh", ["4.5", "4.75", "5", "5.25", "5.5"], "个"),
        (("0.000001", "0.000004"), "吨", "zh", ["0.000001", "0.000002", "0.000003", "0.000004"], "吨"),
    ],
)
def test_labels_are_in_the_unit_that_fits(
    values: tuple[str, ...], unit: str, lang: str, labels: list[str], name: str
) -> None:
    axis = value_axis([Decimal(value) for value in values], unit, lang)  # type: ignore[arg-type]  # a parameter
    assert ([axis.label(tick) for tick in axis.ticks], axis.unit) == (labels, name)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 12000), st.integers(4, 9))
def test_months_never_crowd_each_other(first: date, days: int, most: int) -> None:
    axis = time_axis(first, first + timedelta(days=days), "zh", most)
    assert len(axis.ticks) <= most + 1
    assert all(tick.day + timedelta(days=1) == (tick.day + timedelta(days=1)).replace(day=1) for tick in axis.ticks)
    assert all(0 <= axis.place(tick.day) <= 1 for tick in axis.ticks)


def test_the_year_stands_under_the_first_mark_and_every_december() -> None:
    ticks = time_axis(date(2022, 12, 31), date(2023, 12, 31), "en", 9).ticks
    assert [(tick.label, tick.year) for tick in ticks] == [
        ("Dec", "2022"), ("Feb", ""), ("Apr", ""), ("Jun", ""), ("Aug", ""), ("Oct", ""), ("Dec", "2023"),
    ]  # fmt: skip
