"""Charts draw figures as what they are: bounds as bounds, gaps as gaps, old vintages beside new ones."""

from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from tests.report.ahead import august
from tests.report.papers import FIGURES, fig, june, material, may, renamed, view
from tracker.domain.bilingual import Bilingual
from tracker.report.build import build
from tracker.report.charts import LARGE, SMALL, pins, svg
from tracker.report.document import Chart, FanPoint, Role
from tracker.report.legend import keys, pin_text

NAME = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(svg(chart, "zh"))  # noqa: S314 - our own


def paths(chart: Chart) -> list[str]:
    return [element.get("d", "") for element in drawn(chart).iter(f"{NAME}path")]


def words(chart: Chart) -> list[str]:
    return [element.text or "" for element in drawn(chart).iter(f"{NAME}text")]


SMES = june().targets[0].chart
AHEAD = august()
GROWTH = next(row.chart for row in may().watched if row.code == "output")


def test_a_lower_bound_points_upwards_and_an_exact_figure_does_not_point() -> None:
    arrows = [path for path in paths(SMES) if "m-5 6l5 -6l5 6" in path]
    assert len(arrows) == len(SMES.points) == 3, "all three readings are “more than”"
    assert GROWTH is not None
    assert not [path for path in paths(GROWTH) if "l5" in path]


def test_a_range_is_a_bar_between_its_ends() -> None:
    rows = (*FIGURES, fig("share", "2023", "27%左右", "2024-01-20"))
    chart = build(material(view("2023", "2024-01-26", rows), rows=rows)).targets[2].chart
    point = next(point for point in chart.points if point.role is Role.ACTUAL)
    assert (point.low, point.high) == (Decimal(26), Decimal(28))
    assert [path for path in paths(chart) if path.endswith("m-5 0h10")]


def test_the_line_breaks_where_a_release_is_missing() -> None:
    assert GROWTH is not None
    (line,) = (path for path in paths(GROWTH) if path.count("L") + path.count("M") > 2 and "v5" not in path)
    assert (line.count("M"), line.count("L")) == (3, 1), "last year apart, Jan–Feb joined to Q1, May after a gap"


def test_a_revised_figure_shows_what_it_replaced() -> None:
    chart = june().targets[2].chart
    assert [(point.role, point.figure.text.zh) for point in chart.points] == [
        (Role.SUPERSEDED, "28%"),
        (Role.BASELINE, "27.7%"),
    ]
    hollow = [element for element in drawn(chart).iter(f"{NAME}circle") if element.get("fill") == "#fff"]
    assert len(hollow) == 1


def test_the_target_is_named_on_its_line_and_a_tolerance_is_a_band() -> None:
    assert "超过8万家" in words(SMES)
    share = june().targets[2].chart
    assert share.goal is not None
    assert (share.goal.low, share.goal.high) == (Decimal("27.2"), Decimal("28.2"))
    assert len([element for element in drawn(share).iter(f"{NAME}rect") if element.get("fill-opacity")]) == 1


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_everything_lies_inside_the_picture(size: object) -> None:
    for chart in (SMES, GROWTH):
        assert chart is not None
        for pin in pins(chart, "en", size):  # type: ignore[arg-type]  # a parameter
            assert 0 < pin.left < 100
            assert 0 < pin.top < 100


def test_a_forecast_is_a_fan() -> None:
    last = SMES.points[-1].day
    fan = (
        FanPoint(last, Decimal(80000), Decimal(80000), Decimal(80000)),
        FanPoint(SMES.last, Decimal(90000), Decimal(100000), Decimal(120000)),
    )
    with_fan = replace(SMES, fan=fan)
    styles = [
        (element.get("fill-opacity"), element.get("stroke-dasharray"))
        for element in drawn(with_fan).iter(f"{NAME}path")
    ]
    assert ("0.14", None) in styles
    assert (None, "2 3") in styles
    assert "预测值及80%区间" in [words for _, words in keys(with_fan, "zh")]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["flow", "growth", "stock"])
def test_a_target_with_a_forecast_has_its_fan(place: int) -> None:
    page = AHEAD.targets[place]
    assert page.actual is not None
    assert page.forecast is not None
    first, *_, last = page.chart.fan
    assert (first.day, first.low, first.high) == (page.actual.period.stop, page.actual.value, page.actual.value)
    assert (last.low, last.middle, last.high) == tuple(
        getattr(page.forecast, name).value for name in ("low", "value", "high")
    )
    assert last.day == page.due
    assert f"到期预测：{page.forecast.value.text.zh}（" in page.chart.alternative.zh
    assert "Forecast at the due date: " in page.chart.alternative.en


def test_a_target_without_a_forecast_has_none() -> None:
    assert all(page.chart.fan == () and "预测" not in page.chart.alternative.zh for page in june().targets)


def test_a_baseline_that_was_never_revised_is_drawn_once() -> None:
    roles = [point.role for point in AHEAD.targets[1].chart.points]
    assert (roles.count(Role.BASELINE), roles.count(Role.SUPERSEDED)) == (1, 0)


def test_the_legend_explains_the_marks_that_occur_and_no_others() -> None:
    assert [words for _, words in keys(SMES, "zh")] == [
        "公布值",
        "基期",
        "公布值为下限（如“超过”），实际更高",
        "序时进度",
        "目标",
    ]


def test_a_point_says_its_figure_period_source_and_vintage() -> None:
    rows = (*FIGURES, fig("sales", "2023-Q1", "158.0万辆", "2023-06-01"))
    chart = build(material(view("2023-05", "2023-06-26", rows), rows=rows)).targets[1].chart
    said = [pin_text(point, "zh") for point in chart.points]
    assert "2023年一季度：158万辆（工业和信息化部，2023年6月1日发布）；第2版（共2版）" in said
    assert "2023年一季度：158.6万辆（工业和信息化部，2023年4月11日发布）；第1版（共2版）、修订前数值" in said
    assert "2023年1—4月：222.2万辆（工业和信息化部，2023年5月11日发布）；初步核算" in said
    assert pin_text(chart.points[-1], "en").startswith(
        "Jan–May 2023: 2.94 million vehicles (Ministry of Industry, published"
    )


def test_the_text_alternative_is_the_chart_in_a_sentence() -> None:
    assert drawn(SMES).get("aria-label") == (
        "专精特新中小企业数走势图：共3个数据，由2022年12月31日的超过7万家到2023年6月26日的超过8万家。目标：超过8万家。"
    )


def test_a_chart_without_figures_is_drawn_all_the_same() -> None:
    chart = build(material(view("2023-05", "2023-06-26", ()), rows=())).targets[1].chart
    assert chart.points == ()
    assert len(paths(chart)) > 5, "axes, expected path and target"


def test_no_name_breaks_out_of_the_picture() -> None:
    chart = renamed("</svg><script>alert(1)</script>\x1b[31m").targets[0].chart
    text = svg(chart, "en")
    assert "<script" not in text
    assert "\x1b" not in text
    label = ET.fromstring(text).get("aria-label")  # noqa: S314 - our own
    assert "<script>alert(1)</script>" in (label or "")


def test_a_long_unit_or_target_is_cut_where_the_picture_ends() -> None:
    unit, goal = Bilingual("万" + "长" * 200, "W" * 300), SMES.goal
    assert goal is not None
    chart = replace(SMES, unit=unit, goal=replace(goal, text=Bilingual("超" * 200, "more than " + "W" * 300)))
    for lang, most in (("zh", 43), ("en", 85)):
        labels = [element.text or "" for element in ET.fromstring(svg(chart, lang)).iter(f"{NAME}text")]  # type: ignore[arg-type]  # noqa: S314 - a language; our own
        assert [len(label) <= most for label in labels if label.endswith("…")] == [True, True]


def test_the_target_is_named_where_the_figures_leave_room() -> None:
    level = Decimal(80000)
    low = replace(
        SMES, points=tuple(replace(point, figure=replace(point.figure, value=level)) for point in SMES.points)
    )
    assert place_of(low, "超过8万家") == "end", "all figures lie on the line, in the first half of the year"
    assert place_of(SMES, "超过8万家") == ""


def place_of(chart: Chart, words: str) -> str:
    return next(element.get("text-anchor", "") for element in drawn(chart).iter(f"{NAME}text") if element.text == words)
