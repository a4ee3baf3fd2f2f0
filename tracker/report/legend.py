"""What the marks of a chart mean, in words: the legend of those that occur, and the text of a point."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from tracker.domain.bilingual import Lang
from tracker.domain.period import label
from tracker.i18n import text
from tracker.report.document import Chart, ChartPoint, Role
from tracker.report.marks import (
    BLUE,
    EXPECTED_LINE,
    FAN_AREA,
    FAN_LINE,
    GOAL_LINE,
    add,
    arrow,
    bar,
    is_provisional,
    symbol,
)
from tracker.report.phrases import day_text, legible

Key = tuple[str, Callable[[ET.Element], object]]


def keys(chart: Chart, lang: Lang) -> list[tuple[str, str]]:
    """The legend: small SVG pictures of the marks and lines that occur, with their words."""
    return [(_picture(draw), text(f"report.legend-{code}", lang)) for code, draw in _occurring(chart)]


def _occurring(chart: Chart) -> list[Key]:
    points = chart.points
    settled = [point for point in points if point.role is Role.ACTUAL and not is_provisional(point)]
    provisional = [point for point in points if point.role is Role.ACTUAL and is_provisional(point)]
    ranged = [point for point in points if None not in (point.low, point.high) and point.low != point.high]
    lower, upper = any(point.high is None for point in points), any(point.low is None for point in points)
    every: list[tuple[bool, Key]] = [
        (bool(settled), ("actual", lambda box: symbol(box, Role.ACTUAL, 13, 8))),
        (bool(provisional), ("provisional", lambda box: symbol(box, Role.ACTUAL, 13, 8, provisional=True))),
        (_has(points, Role.BASELINE), ("baseline", lambda box: symbol(box, Role.BASELINE, 13, 8))),
        (_has(points, Role.CONFIRMATION), ("confirmation", lambda box: symbol(box, Role.CONFIRMATION, 13, 8))),
        (_has(points, Role.SUPERSEDED), ("superseded", lambda box: symbol(box, Role.SUPERSEDED, 13, 8))),
        (_has(points, Role.OUTLOOK), ("outlook", lambda box: symbol(box, Role.OUTLOOK, 13, 8))),
        (lower, ("lower", lambda box: arrow(box, 13, 15, BLUE, up=True, length=13))),
        (upper, ("upper", lambda box: arrow(box, 13, 1, BLUE, up=False, length=13))),
        (bool(ranged), ("range", lambda box: bar(box, 13, 2, 14, BLUE))),
        (len(chart.expected) > 1, ("expected", lambda box: add(box, "path", d="M0 8h26", **EXPECTED_LINE))),
        (chart.goal is not None, ("goal", lambda box: add(box, "path", d="M0 8h26", **GOAL_LINE))),
        (len(chart.fan) > 1, ("fan", _fan)),
    ]  # fmt: skip
    return [key for occurs, key in every if occurs]


def _fan(box: ET.Element) -> None:
    add(box, "path", d="M0.5 .5h25v15h-25z", **FAN_AREA)
    add(box, "path", d="M0 8h26", **FAN_LINE)


def _has(points: tuple[ChartPoint, ...], role: Role) -> bool:
    return any(point.role is role for point in points)


def _picture(draw: Callable[[ET.Element], object]) -> str:
    box = ET.Element("svg", {"viewBox": "0 0 26 16", "aria-hidden": "true"})
    draw(box)
    return ET.tostring(box, encoding="unicode")


def pin_text(point: ChartPoint, lang: Lang) -> str:
    """A point in words: its figure, period, publisher, date and vintage, and what kind of figure it is."""
    figure = point.figure
    said = text(
        "report.pin",
        lang,
        period=label(figure.period, lang),
        figure=legible(figure.text.get(lang)),
        publisher=legible(point.publisher.get(lang)),
        published=day_text(figure.published_on, lang),
    )
    remarks = [text(f"report.flag-{flag}", lang) for flag in figure.flag]
    if point.vintages > 1:
        remarks.append(text("report.vintage-of", lang, vintage=point.vintage, vintages=point.vintages))
    if point.role is not Role.ACTUAL:
        remarks.append(text(f"report.legend-{point.role.value}", lang))
    return text("report.pin-remarks", lang, said=said, remarks=remarks) if remarks else said
