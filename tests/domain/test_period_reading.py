"""Periods and dates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.period import Period, parse_date, parse_period
from tracker.errors import BadDate, BadPeriod
from tracker.i18n import LANGS, text

WAYS = {
    "2023": "2023 2023年 2023全年 2023年全年 2023年度 ２０２３年 二〇二三年 2023-01-01..2023-12-31 2023-Q1..Q4",
    "2023-H1": "2023-H1 2023H1 2023h1 2023年上半年 2023上半年 2023-上半年 2023年H1 H1|2023 2023-01..06 "
    "first|half|of|2023 20230101-20230630 2023.1.1-6.30 2023年1月1日至6月30日 2023年1月至6月底 2023年前两季度",
    "2023-H2": "2023-H2 2023年下半年 2023下半年",
    "2023-Q1": "2023Q1 2023年一季度 2023年第一季度 2023年前三个月",
    "2023-Q2": "2023-Q2 2023Q2 2023年二季度 2023年第二季度 2023年2季度 2023第2季度 2023-2季度 Q2|2023 Q2-2023 "
    "second|quarter|of|2023 2nd|quarter|2023 2023年4-6月",
    "2023-01..2023-09": "2023年前三季度 2023年前三个季度 2023年一至三季度 2023年1-3季度 2023年第一至第三季度 "
    "2023-Q1..Q3 2023Q1-Q3 2023Q1-2023Q3 2023-Q1..2023-Q3 Q1-Q3|2023 2023年1-9月 Jan–Sep|2023",
    "2023-05": "2023-05 2023-5 2023/5 2023/05 2023.05 2023.5 202305 2023年5月 2023年05月 2023年5月份 2023-5月 "
    "2023|年|5|月 2023|5月 2023年五月 二〇二三年五月 ２０２３－０５ ２０２３年５月 May|2023 may|2023 MAY|2023 "
    "May,|2023 2023-May 2023|May 05/2023 2023‐05",
    "2023-01..2023-05": "2023-01..2023-05 2023-01..05 2023-1..5 2023-01|..|2023-05 2023-01...2023-05 "
    "2023-01-2023-05 2023-01|-|05 2023-01|-|2023-05 "
    "2023年1-5月 2023年1—5月 2023年1–5月 2023年1~5月 2023年1～5月 2023年1至5月 2023年1到5月 "
    "2023年1月-5月 2023年1月至5月 2023年1月—2023年5月 2023年1——5月 2023年1－5月 2023年1-5月份 2023-1-5月 "
    "2023|1-5月 2023.1-5 2023.01-05 2023/1-5 2023/1-2023/5 202301-202305 202301-05 202301..202305 "
    "2023年前5个月 2023年前五个月 Jan-May|2023 Jan–May|2023 January|to|May|2023 Jan|2023|–|May|2023",
    "2023-01..2023-10": "2023年1-10月 2023年一至十月 January|to|October|2023",
    "2023-12": "2023年十二月 202312 2023-12",
    "2023-12-31": "2023年底 2023年末 2023年年底 2023年年末 2023年终 2023年12月底 2023年四季度末 end|of|2023 end-2023",
    "2023-06-30": "2023年6月底 2023年6月末 2023年6月30日 2023年上半年末 2023年二季度末 end|of|June|2023 end|June|2023",
    "2023-06-26": "2023-06-26 2023/6/26 2023.6.26 2023-6-26 20230626 2023年6月26日 2023年06月26号 2023年六月二十六日 "
    "２０２３－０６－２６ 26|Jun|2023 26-Jun-2023 26|June|2023 June|26,|2023 Jun|26|2023 26th|June|2023 "
    "2023/6/26|0:00 2023-06-26|00:00:00 2023-06-26T00:00:00",
    "2023-05-03..2023-05-09": "2023-05-03..2023-05-09 2023-05-03..09 2023-05-03..05-09 2023年5月3日至9日 "
    "2023年5月3-9日 2023.5.3-5.9 3–9|May|2023 3|May|–|9|May|2023",
    "2022-11..2023-02": "2022-11..2023-02 2022年11月-2023年2月 2022年11月至2023年2月"
    " Nov|2022|–|Feb|2023 Nov|2022|-|Feb|2023",
    "2021-01..2023-12": "2021-2023 2021..2023 2021—2023年 2021年至2023年 2021–2023",
    "2022-12-31..2023-06-30": "2022年底至2023年6月底 2022年底至2023年6月",
}
"""Canonical text: ways to write it, `|` standing for a space."""


@pytest.mark.parametrize(
    ("typed", "canonical"), [(way.replace("|", " "), name) for name, ways in WAYS.items() for way in ways.split()]
)
def test_a_period_is_read_however_it_is_written(typed: str, canonical: str) -> None:
    assert str(parse_period(typed)) == canonical


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "empty"),
        (" \t", "empty"),
        ("soon", "form"),
        ("2023-13", "month"),
        ("2023-00", "month"),
        ("2023年13月", "month"),
        ("2023-02-30", "day"),
        ("2023年2月29日", "day"),
        ("2023-13-01", "month"),
        ("2023-Q5", "quarter"),
        ("2023年第五季度", "quarter"),
        ("2023-H3", "half"),
        ("2023-05..2023-01", "backwards"),
        ("2023年5-1月", "backwards"),
        ("2022-11..02", "backwards"),
        ("5月", "no-year"),
        ("上半年", "no-year"),
        ("Q1", "no-year"),
        ("1-5月", "no-year"),
        ("May", "no-year"),
        ("12", "no-year"),
        ("23年5月", "short-year"),
        ("1899", "year"),
        ("2101-05", "year"),
        ("9999", "year"),
        ("05/06/2023", "form"),
        ("05-2023", "form"),
        ("2023–05", "form"),
        ("2023..05", "form"),
        ("2023 - 05", "form"),
        ("2023..5月", "form"),
        ("2023 1 2", "form"),
        ("2023-05..2023-06..2023-07", "form"),
        ("2023-", "form"),
        ("2023..", "form"),
        ("..2023", "form"),
        ("2023-05-", "form"),
        ("20235", "form"),
        ("2023_05", "form"),
        ("2023年5月累计", "form"),
        ("2023-06-26 10:00", "form"),
        ("foo 2023", "form"),
        ("底", "form"),
        ("2023年十十月", "form"),
        ("٢٠٢٣", "form"),
        ("2023²", "form"),
        ("2" * 1000, "form"),
    ],
)
def test_what_is_no_period_says_why(typed: str, problem: str) -> None:
    with pytest.raises(BadPeriod) as caught:
        parse_period(typed)
    assert caught.value.data == {"text": typed, "problem": problem}


@pytest.mark.parametrize("typed", ["2023-06", "2023-06-26..2023-06-26", "2023年底", "2023", "Q2 2023", "26 Jun", ""])
def test_a_date_is_one_day_written_as_a_day(typed: str) -> None:
    with pytest.raises(BadDate):
        parse_date(typed)


@pytest.mark.parametrize("typed", WAYS["2023-06-26"].split())
def test_a_date_is_read_however_it_is_written(typed: str) -> None:
    assert parse_date(typed.replace("|", " ")).isoformat() == "2023-06-26"


def outcome(typed: str) -> Period | BadPeriod:
    try:
        return parse_period(typed)
    except BadPeriod as refused:
        return refused


@given(st.text(st.sampled_from("2023-.0156年月日季度上半年前三底Q至H~— /MaytoJn"), max_size=14))
def test_whatever_is_typed_is_a_period_of_our_time_or_refused_in_words(typed: str) -> None:
    found = outcome(typed)
    if isinstance(found, BadPeriod):
        assert all(text(f"errors.bad-period.{found.data['problem']}", lang, **found.data) for lang in LANGS)
    else:
        assert Period.year(1900).start <= found.start <= found.stop <= Period.year(2100).stop
