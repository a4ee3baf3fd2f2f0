"""Lines end where a reader of Chinese or English ends them."""

from itertools import pairwise

import pytest

from tracker.i18n.wrap import breaks, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("力争 · 2024年12月31日", 11, ["力争 ·", "2024年12月", "31日"]),
        ("共缺7项、8项", 9, ["共缺7项、", "8项"]),
        ("目标（超过8万家），未达到。", 20, ["目标（超过8万家），", "未达到。"]),
        ("run `tracker init` first", 12, ["run `tracker", "init` first"]),
        ("", 10, []),
    ],
)
def test_no_line_breaks_a_number_from_its_unit(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
    assert all(width_of(line) <= width for line in lines)


def test_nothing_is_lost_between_the_breaks() -> None:
    text = "截至2023年7月26日，文件明确提出的2项目标中，已完成1项、进展正常1项。"
    places = [0, *breaks(text, 17), len(text)]
    assert "".join(text[start:stop] for start, stop in pairwise(places)) == text
