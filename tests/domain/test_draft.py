"""Reading a figure in the words of a person or a file."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.domain.cases import ENTERPRISES
from tracker.domain.bilingual import Bilingual
from tracker.domain.draft import Clerk, Draft, parse_area, parse_flag, period_for
from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher, Unit
from tracker.domain.names import find_indicator, indicator_names
from tracker.domain.observation import Observation
from tracker.domain.period import parse_period
from tracker.domain.plan import Plan
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.wording import parse_quantity
from tracker.errors import BadArea, BadFlag, BadPeriod, BadUnit, BadValue, UnknownCode

GIANTS = Indicator(
    "little-giants",
    Bilingual("专精特新“小巨人”企业数", "Little giant enterprises"),
    Kind.STOCK,
    ENTERPRISES,
    ("miit", "nbs"),
    aliases=("小巨人", "SRDI little giants"),
)
GROWTH = Indicator("industrial-value-added", Bilingual("规模以上工业增加值", ""), Kind.GROWTH, PERCENT, ("nbs", "miit"))
PLAN = Plan(
    "p",
    Bilingual("计划", "Plan"),
    2023,
    "miit",
    date(2023, 1, 11),
    publishers={
        "miit": Publisher("miit", Bilingual("工业和信息化部", "MIIT"), ("工信部",)),
        "nbs": Publisher("nbs", Bilingual("国家统计局", "NBS")),
        "caam": Publisher("caam", Bilingual("中国汽车工业协会", ""), ("中汽协",)),
    },
    indicators={one.code: one for one in (GIANTS, GROWTH)},
)
NOW = datetime(2024, 3, 1, 17, tzinfo=UTC)
CLERK = Clerk(PLAN, NOW, date(2024, 3, 2), "li")


def read(*cells: str, **more: str) -> Observation:
    figure, problems = CLERK.read(Draft(*cells, **more))
    assert problems == []
    assert figure is not None
    return figure


def wrong(*cells: str, **more: str) -> list[tuple[str, tuple[str | int, ...]]]:
    figure, problems = CLERK.read(Draft(*cells, **more))
    assert figure is None
    return [(problem.code, problem.where) for problem in problems]


# The whole -----------------------------------------------------------------------------------------------------------


def test_a_figure_as_people_write_it() -> None:
    figure = read(
        "小巨人", "2023年7月", "超过1.2万家", flag="e", publisher="工信部", published_on="2023年8月1日",
        source="新闻", note="n", area="cn-gd", reason="r",
    )  # fmt: skip
    assert figure == Observation(
        "little-giants", parse_period("2023-07-31"), Quantity(Decimal(12000), Bound.MORE_THAN), "miit",
        date(2023, 8, 1), "CN-GD", "e", "新闻", "n", "超过1.2万家", recorded_at=NOW, recorded_by="li", reason="r",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023年7月", date(2023, 7, 31)), ("2023-Q3", date(2023, 9, 30)), ("2023-07-05", date(2023, 7, 5))],
)
def test_a_month_of_publication_stands_for_its_last_day(text: str, day: date) -> None:
    assert read("little-giants", "2023-06-30", "9000", published_on=text).published_on == day


def test_what_was_left_out_has_its_default() -> None:
    figure = read("industrial-value-added", "2023-01..02", "2.4%")
    assert (figure.publisher, figure.area, figure.flag, figure.dated) == ("nbs", "CN", "", False)
    assert figure.published_on == date(2024, 3, 2)


def test_a_unit_of_its_own_is_part_of_what_was_published() -> None:
    assert read("little-giants", "2023", "1.2", unit="万家").as_published == "1.2万家"
    assert read("little-giants", "2023", "1.2万家", unit="万家").as_published == "1.2万家"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("12,000", "enterprises", "12,000 enterprises"),
        ("12000", "enterprises", "12000 enterprises"),
        ("超过1.2万家", "enterprises", "超过1.2万家"),
        ("1 enterprise", "家", "1 enterprise"),
        ("1.2万", "家", "1.2万家"),
    ],
)
def test_a_value_that_names_its_unit_takes_no_other_beside_it(value: str, unit: str, written: str) -> None:
    clerk = Clerk(PLAN, NOW, date(2024, 3, 2), "li")
    for _ in range(2):
        figure, _problems = clerk.read(Draft("little-giants", "2023", value, unit))
        assert figure is not None
        assert figure.as_published == written


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert wrong("little-giant", "2023-13", "", flag="x", publisher="工信", published_on="gestern", area="China") == [
        ("unknown-code", ("indicator",)),
        ("bad-period", ("period",)),
        ("unknown-flag", ("flag",)),
        ("bad-area", ("area",)),
        ("unknown-code", ("publisher",)),
        ("bad-date", ("published_on",)),
        ("nothing-given", ("value",)),
    ]
    assert wrong("little-giants", "2023-01..2023-05", "3.6%") == [
        ("bad-unit", ("value",)),
        ("bad-period", ("period",)),
    ]


# Names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "little-giants",
        "LITTLE-GIANTS",
        '专精特新"小巨人"企业数',
        "小巨人",
        " little giant  enterprises ",
        "ＳＲＤＩ little giants",
    ],
)
def test_an_indicator_by_any_of_its_names(name: str) -> None:
    assert find_indicator(PLAN, name) is GIANTS


@pytest.mark.parametrize(
    ("name", "near"),
    [("little-giant", ["little-giants"]), ("工业增加值", ["industrial-value-added"]), ("xyz", [])],
)
def test_an_unknown_name_brings_the_nearest(name: str, near: list[str]) -> None:
    with pytest.raises(UnknownCode) as caught:
        indicator_names(PLAN).find(name)
    assert caught.value.data == {"what": "indicator", "given": name, "near": near}


def test_a_publisher_of_the_plan_may_be_one_the_indicator_does_not_list() -> None:
    assert read("little-giants", "2023", "12000", publisher="中汽协").publisher == "caam"


# Parts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "given", "meant"),
    [
        (Kind.STOCK, "2023", "2023-12-31"),
        (Kind.STOCK, "2023-Q2", "2023-06-30"),
        (Kind.STOCK, "2023-H1", "2023-06-30"),
        (Kind.STOCK, "2023-02", "2023-02-28"),
        (Kind.STOCK, "2023-06-26", "2023-06-26"),
        (Kind.FLOW, "2023-01..2023-05", "2023-01..2023-05"),
        (Kind.GROWTH, "2022-11..2023-02", "2022-11..2023-02"),
        (Kind.SHARE, "2023-Q1", "2023-Q1"),
    ],
)
def test_what_a_period_means(kind: Kind, given: str, meant: str) -> None:
    assert str(period_for(kind, parse_period(given))) == meant


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Kind.STOCK, "2023-01..2023-05"),
        (Kind.STOCK, "2023-02..2023-04"),
        (Kind.STOCK, "2023-05-03..2023-05-09"),
        (Kind.FLOW, "2023-06-26"),
        (Kind.SHARE, "2023-05-03..2023-05-09"),
    ],
)
def test_periods_that_cannot_be(kind: Kind, given: str) -> None:
    with pytest.raises(BadPeriod):
        period_for(kind, parse_period(given))


@pytest.mark.parametrize(
    ("text", "flag"), [("e", "e"), ("de", "de"), ("ed", "de"), ("d,e", "de"), (" E 、D ", "de"), ("ee", "e")]
)
def test_flags(text: str, flag: str) -> None:
    assert parse_flag(text) == flag


@pytest.mark.parametrize(("text", "problem"), [("x", "unknown"), ("m", "missing"), ("预计", "unknown")])
def test_what_is_no_flag(text: str, problem: str) -> None:
    with pytest.raises(BadFlag) as caught:
        parse_flag(text)
    assert caught.value.data["problem"] == problem


def test_areas() -> None:
    assert [parse_area(text) for text in ("CN", " cn-gd ", "GB-ENG")] == ["CN", "CN-GD", "GB-ENG"]
    assert [parse_area(text) for text in ("CN-HK", "CN-NX")] == ["CN-HK", "CN-NX"]
    for text in ("China", "CHN", "CN-", "C1", "CN-GUANG", "CN-GG", "CN-99"):
        with pytest.raises(BadArea):
            parse_area(text)


VEHICLES_10K = Unit("万辆", "10,000 vehicles")


@pytest.mark.parametrize(
    ("value", "unit", "beside", "number"),
    [
        ("9.8", ENTERPRISES, "万家", "98000"),
        ("9.8万", ENTERPRISES, "家", "98000"),
        ("9.8万家", ENTERPRISES, "家", "98000"),
        ("9.8", ENTERPRISES, "万", "98000"),
        ("9800", ENTERPRISES, "家", "9800"),
        ("949.5", VEHICLES_10K, "万辆", "949.5"),
        ("9495000", VEHICLES_10K, "辆", "949.5"),
        ("3.6", PERCENT, "%", "3.6"),
    ],
)
def test_a_unit_beside_the_value(value: str, unit: Unit, beside: str, number: str) -> None:
    assert parse_quantity(value, unit, beside).value == Decimal(number)


def test_units_beside_the_value_that_cannot_be() -> None:
    for value, unit, beside in (("9.8万", ENTERPRISES, "万家"), ("9.8", ENTERPRISES, "近"), ("9", ENTERPRISES, "8")):
        with pytest.raises((BadValue, BadUnit)):
            parse_quantity(value, unit, beside)
    with pytest.raises(BadUnit):
        parse_quantity("0.5", PERCENT, "个百分点")
