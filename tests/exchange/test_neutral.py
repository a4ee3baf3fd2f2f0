"""Text that a spreadsheet would take for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.neutral import neutral, restored


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=1", "-2.9个百分点", "=", "-", "--1"]
)
def test_formulas_are_neutralised(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-2.9", "-2.9%", "+3", "-1,234.5", "98000", "增长3%", "'quoted", "a=b", "", "-.5"])
def test_numbers_and_other_text_stay(text: str) -> None:
    assert neutral(text) == text


@given(st.text(st.sampled_from("'=+-@1a%.\t"), max_size=6))
def test_what_was_neutralised_comes_back(text: str) -> None:
    assert restored(neutral(text)) == text
