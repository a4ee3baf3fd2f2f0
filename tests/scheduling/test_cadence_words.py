"""Cadences put into words, and every problem of reading one."""

import re
from pathlib import Path

import pytest

import tracker.domain.cadence as package
from tracker.domain.cadence import parse_cadence
from tracker.i18n import has_text
from tracker.i18n.cadences import cadence_text

WORDS = {
    "monthly on day 26": "每月26日09:00",
    "monthly on days 10, 20 at 08:30": "每月10日、20日08:30",
    "monthly on the last day at 18:00": "每月最后一天18:00",
    "monthly on the first mon": "每月第一个周一09:00",
    "monthly on the last fri": "每月最后一个周五09:00",
    "quarterly": "每季度首月26日09:00",
    "quarterly on day 15 of month 2": "每季度第二个月15日09:00",
    "half-yearly on day 5 of month 6": "每半年第六个月5日09:00",
    "yearly on Jan 20": "每年1月20日09:00",
    "yearly on the last day of Feb": "每年2月最后一天09:00",
    "yearly on the second tue of Nov": "每年11月第二个周二09:00",
    "weekly on mon": "每周一09:00",
    "weekly on mon, thu": "每周一、周四09:00",
    "weekly on mon-fri": "每周一至周五09:00",
    "daily at 9, 15:00": "每天09:00、15:00",
}


@pytest.mark.parametrize(("text", "chinese"), WORDS.items())
def test_chinese_words_read_back_as_the_same_cadence(text: str, chinese: str) -> None:
    cadence = parse_cadence(text)
    assert cadence_text(cadence, "zh") == chinese
    assert parse_cadence(chinese) == cadence
    assert cadence_text(cadence, "en") == cadence.text


def test_a_cron_expression_is_shown_as_one() -> None:
    assert cadence_text(parse_cadence("@monthly"), "zh") == "cron 0 0 1 * *"


def test_every_problem_has_a_text() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(package.__file__).parent.glob("*.py"))
    problems = set(re.findall(r'(?:problem=|ValueError\()"([a-z-]+)"', source)) | {"form", "empty"}
    assert len(problems) >= 10
    assert {problem for problem in problems if not has_text(f"cadence.{problem}")} == set()
