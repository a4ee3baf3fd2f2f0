"""Reading cadences: plain words in both languages mean the same thing, and the canonical text reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.cadence import Cycle, parse_cadence
from tracker.errors import BadCadence

SAME = {
    "monthly on day 26 at 09:00": [
        "monthly",
        "Monthly on the 26th",
        "every month on day 26 at 9am",
        "on the 26th of every month",
        "monthly on day 26 9:00",
        "每月",
        "每月26日",
        "每月26日上午9点",
        "每月二十六号九时",
        "每个月26日 9:00",
        "每月２６日９：００",
    ],
    "monthly on the last day at 18:00": [
        "monthly on last day at 6pm",
        "the last day of each month at 18:00",
        "每月最后一天18:00",
        "每月底下午6点",
        "每月末18时",
    ],
    "monthly on days 10, 20 at 09:00": ["monthly on the 20th and 10th", "每月10日、20日"],
    "monthly on the first mon at 15:30": [
        "monthly on the first Monday at 3:30 pm",
        "每月第一个星期一下午3点半",
    ],
    "quarterly on day 26 of month 1 at 09:00": ["quarterly", "every quarter", "每季度", "每季度首月26日"],
    "quarterly on day 15 of month 2 at 09:00": [
        "quarterly on the 15th of the second month",
        "每季度第二个月15日",
    ],
    "half-yearly on day 26 of month 1 at 09:00": ["half-yearly", "every six months", "每半年"],
    "yearly on Jan 20 at 09:00": [
        "yearly on Jan 20",
        "annually on January 20th",
        "every year on 20 Jan",
        "yearly on 01-20",
        "每年1月20日",
        "每年一月二十日9点整",
    ],
    "yearly on the last day of Feb at 09:00": ["yearly on the last day of February", "每年2月最后一天", "每年2月底"],
    "yearly on the first mon of May at 09:00": ["yearly on first Monday of May", "每年5月第一个周一"],
    "weekly on mon at 09:00": ["weekly", "weekly on mon", "every Monday", "每周", "每周一", "每星期一9点"],
    "weekly on mon, tue, wed, thu, fri at 08:30": ["every weekday at 8:30", "on mon-fri at 8:30", "每周一至周五8:30"],
    "weekly on mon, sat, sun at 09:00": ["weekly on sat-mon", "每周六、周日、周一"],
    "daily at 00:00": ["daily at midnight", "every day at 0", "每天凌晨0点"],
    "daily at 09:00, 21:00": ["daily at 9 and 9pm"],
    "daily at 12:00": ["daily at noon", "每天中午12点"],
    "0 * * * *": ["hourly", "every hour", "@hourly", "每小时"],
    "*/15 * * * *": ["every 15 minutes", "每15分钟"],
    "0 */6 * * *": ["every 6 hours", "每6小时"],
    "0 0 1 * *": ["@monthly"],
}  # fmt: skip


@pytest.mark.parametrize(("canonical", "text"), [(key, text) for key, texts in SAME.items() for text in [key, *texts]])
def test_ways_to_write_a_cadence(canonical: str, text: str) -> None:
    assert parse_cadence(text) == parse_cadence(canonical)
    assert str(parse_cadence(text)) == canonical


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 200, "form"),
        ("now and then", "form"),
        ("fortnightly", "form"),
        ("daily on mon", "form"),
        ("每个工作日", "form"),
        ("monthly on day 0", "day"),
        ("monthly on day 32", "day"),
        ("monthly on", "form"),
        ("monthly on ,", "day"),
        ("每月32日", "day"),
        ("每月几号", "form"),
        ("quarterly on day 1 of month 4", "month"),
        ("weekly on mo", "weekday"),
        ("weekly on ,", "weekday"),
        ("yearly on Feb 30", "date"),
        ("yearly on 13-01", "date"),
        ("yearly on 20", "date"),
        ("每年13月1日", "day"),
        ("monthly at 25:00", "time"),
        ("monthly at 13pm", "time"),
        ("every 7 minutes", "uneven"),
        ("every 24 hours", "uneven"),
        ("every 0 minutes", "uneven"),
        ("@reboot", "macro"),
        ("0 9 * *", "fields"),
        ("0 0 9 * * *", "fields"),
        ("60 * * * *", "cron-field"),
        ("* 24 * * *", "cron-field"),
        ("0 9 0 * *", "cron-field"),
        ("0 9 * 13 *", "cron-field"),
        ("0 9 * * 8", "cron-field"),
        ("0 9 * * fri-mon", "cron-field"),
        ("0 9 l * *", "cron-field"),
        ("0 9 ? * mon", "cron-field"),
        ("0/15 * * * *", "cron-field"),
        ("*/0 * * * *", "cron-field"),
        ("0 9 30 2 *", "never"),
        ("0 9 31 4,6,9,11 *", "never"),
    ],
)
def test_what_is_no_cadence(text: str, problem: str) -> None:
    with pytest.raises(BadCadence) as caught:
        parse_cadence(text)
    assert caught.value.data["problem"] == problem
    assert caught.value.exit_code == 28


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("0 9 26 * *", Cycle.MONTH),
        ("0 9 1-7 * mon", Cycle.MONTH),
        ("0 9 26 1,4,7,10 *", Cycle.QUARTER),
        ("0 9 26 */3 *", Cycle.MONTH),
        ("0 9 26 1,7 *", Cycle.HALF_YEAR),
        ("0 9 20 1 *", Cycle.YEAR),
        ("0 9 * * 1", Cycle.WEEK),
        ("0 9 * * *", Cycle.DAY),
    ],
)
def test_what_a_cron_expression_is_about(text: str, cycle: Cycle) -> None:
    assert parse_cadence(text).cycle is cycle


PIECES = [
    *("every ", "on ", "monthly", "weekly", "first ", "last ", "day ", "mon", "at ", "of ", "jan "),
    *("每月", "每周", "每季度", "每年", "第", "日", "一", "、", "点", "半"),
    *("26", "9", "0", "2", ":30", ",", " ", "*", "/", "-", "@"),
]
anything = st.text(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(anything)
def test_any_text_is_a_cadence_or_an_error(text: str) -> None:
    try:
        cadence = parse_cadence(text)
    except BadCadence:
        return
    assert parse_cadence(cadence.text) == cadence
