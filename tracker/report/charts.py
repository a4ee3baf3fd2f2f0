"""Charts as SVG: static, without fonts or scripts of their own, readable in grey and by colour-blind readers.

`pins` gives the places of the figures, so that HTML can lay its focusable points over the picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

from tracker.domain.bilingual import Lang
from tracker.i18n.wrap import width_of
from tracker.report.document import Chart, ChartPoint, Role
from tracker.report.marks import (
    ACTUAL_LINE,
    BLUE,
    EXPECTED_LINE,
    FAN_AREA,
    FAN_LINE,
    GOAL_LINE,
    GREY,
    GRID,
    INK,
    ORANGE,
    add,
    arrow,
    bar,
    is_provisional,
    short,
    symbol,
)
from tracker.report.phrases import legible
from tracker.report.scale import time_axis, value_axis

_IN_FORCE = (Role.ACTUAL, Role.BASELINE)
_ORDER = (Role.SUPERSEDED, Role.OUTLOOK, Role.CONFIRMATION, Role.BASELINE, Role.ACTUAL)
"""What is drawn first, so that figures in force lie on top."""


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's size in its own units, with the margins around the plot. Axis text is 13 high, and
    there is room for it to be half as high again on a phone."""

    width: int = 640
    height: int = 300
    left: int = 62
    right: int = 34
    top: int = 36
    bottom: int = 56


COLUMN = 7.5
"""Width of a letter; Chinese ones have two."""
LARGE = Size()
SMALL = Size(width=420, height=250)


@dataclass(frozen=True, slots=True)
class Pin:
    """The place of a figure, in per cent of the picture's width and height from its top left corner."""

    left: float
    top: float
    point: ChartPoint


class _Plot:
    """A chart laid out: where days and values go."""

    def __init__(self, chart: Chart, lang: Lang, size: Size) -> None:
        self.chart, self.lang, self.size = chart, lang, size
        self.time = time_axis(chart.first, chart.last, lang, ticks=size.width // 70)
        self.values = value_axis(list(values(chart)), legible(chart.unit.get(lang)), lang)
        self.right = size.width - size.right
        self.floor = size.height - size.bottom

    def x(self, day: date) -> float:
        return self.size.left + (self.right - self.size.left) * self.time.place(day)

    def y(self, value: Decimal) -> float:
        return self.size.top + (self.floor - self.size.top) * (1 - self.values.place(value))

    def at(self, day: date, value: Decimal) -> str:
        return f"{short(self.x(day))} {short(self.y(value))}"


def values(chart: Chart) -> Iterator[Decimal]:
    """Everything the value axis has to hold."""
    for point in chart.points:
        yield point.figure.value
        yield from (end for end in (point.low, point.high) if end is not None)
    yield from (corner.value for corner in chart.expected)
    for fan in chart.fan:
        yield from (fan.low, fan.middle, fan.high)
    if chart.goal:
        yield from (end for end in (chart.goal.low, chart.goal.high) if end is not None)


def pins(chart: Chart, lang: Lang, size: Size = LARGE) -> list[Pin]:
    """Where the figures of a chart stand, in the order of its points."""
    plot = _Plot(chart, lang, size)
    return [
        Pin(
            round(100 * plot.x(point.day) / size.width, 2),
            round(100 * plot.y(point.figure.value) / size.height, 2),
            point,
        )
        for point in chart.points
    ]


def svg(chart: Chart, lang: Lang, size: Size = LARGE) -> str:
    """The chart as an SVG element, with its text alternative as label."""
    plot = _Plot(chart, lang, size)
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {size.width} {size.height}",
            "role": "img",
            "aria-label": legible(chart.alternative.get(lang)),
            "font-family": "sans-serif",
            "font-size": "13",
            "fill": INK,
        },
    )
    for draw in (_fan, _goal_area, _axes, _expected, _goal_lines, _line, _marks, _goal_name):
        draw(root, plot)
    return ET.tostring(root, encoding="unicode")


def _axes(root: ET.Element, plot: _Plot) -> None:
    for tick in plot.values.ticks:
        y = plot.y(tick)
        add(root, "path", d=f"M{plot.size.left} {short(y)}H{plot.right}", stroke=GRID)
        add(root, "text", plot.values.label(tick), x=plot.size.left - 8, y=y + 4.5, text_anchor="end")
    add(root, "text", _fitted(plot.values.unit, plot.size.width - 8), x=4, y=18, fill=GREY)
    for place, mark in enumerate(plot.time.ticks):
        x = plot.x(mark.day)
        add(root, "path", d=f"M{short(x)} {plot.floor}v5", stroke=GREY)
        crowded = {"class": "x"} if place % 2 else {}
        add(root, "text", mark.label, x=x, y=plot.floor + 22, text_anchor="middle", **crowded)
        if mark.year:
            add(root, "text", mark.year, x=x, y=plot.floor + 44, text_anchor="middle", fill=GREY, **crowded)


def _goal_area(root: ET.Element, plot: _Plot) -> None:
    """The band of a target with two ends, hatched so that it shows in grey."""
    goal = plot.chart.goal
    if goal is None or goal.low is None or goal.high is None or goal.low == goal.high:
        return
    top, bottom = plot.y(goal.high), plot.y(goal.low)
    left, width = plot.size.left, plot.right - plot.size.left
    add(root, "rect", x=left, y=top, width=width, height=bottom - top, fill=ORANGE, fill_opacity="0.09")
    lines = "".join(f"M{left} {short(top + step)}h{width}" for step in range(5, int(bottom - top), 5))
    if lines:
        add(root, "path", d=lines, stroke=ORANGE, stroke_opacity="0.3", stroke_dasharray="1 7")


def _goal_lines(root: ET.Element, plot: _Plot) -> None:
    goal = plot.chart.goal
    for end in sorted({goal.low, goal.high} - {None}) if goal else ():  # type: ignore[type-var]  # None was taken out
        assert end is not None  # noqa: S101 - likewise
        add(root, "path", d=f"M{plot.size.left} {short(plot.y(end))}H{plot.right}", **GOAL_LINE)


def _goal_name(root: ET.Element, plot: _Plot) -> None:
    """The target's words on its line, at the left end, or at the right one where fewer figures are in their way."""
    goal = plot.chart.goal
    ends = [end for end in (goal.low, goal.high) if end is not None] if goal else []
    if goal is None or not ends:
        return
    y = plot.y(max(ends))
    above = y - 7 if y > plot.size.top + 14 else y + 18
    words = _fitted(goal.text.get(plot.lang), (plot.right - plot.size.left) - 12)
    left, right = (_crowd(plot, words, above, at_right=end) for end in (False, True))
    place: dict[str, object] = {"x": plot.size.left + 6}
    if right < left:
        place = {"x": plot.right - 6, "text_anchor": "end"}
    add(
        root, "text", words, **place, y=above, fill=ORANGE, font_weight="bold",
        stroke="#fff", stroke_width=4, stroke_linejoin="round", paint_order="stroke",
    )  # fmt: skip


def _crowd(plot: _Plot, words: str, y: float, *, at_right: bool) -> int:
    """How many figures and places of the fan would lie under words at an end of the target's line."""
    wide = width_of(words) * COLUMN + 12
    first, last = (plot.right - wide, plot.right) if at_right else (plot.size.left, plot.size.left + wide)
    marks = [(point.day, point.figure.value) for point in plot.chart.points]
    marks += [(point.day, value) for point in plot.chart.fan for value in (point.low, point.middle, point.high)]
    return sum(first <= plot.x(day) <= last and y - 20 <= plot.y(value) <= y + 10 for day, value in marks)


def _fitted(words: str, room: float) -> str:
    """Foreign words, cut where they would leave the picture; they stand in full beside it."""
    shown, most = legible(words), int(room / COLUMN)
    if width_of(shown) <= most:
        return shown
    while width_of(shown) >= most:
        shown = shown[: max(1, len(shown) * most // (width_of(shown) + 1))]
    return f"{shown}…"


def _expected(root: ET.Element, plot: _Plot) -> None:
    corners = plot.chart.expected
    if len(corners) < 2:
        return
    path = f"M{plot.at(corners[0].day, corners[0].value)}"
    for corner in corners[1:]:
        if plot.chart.stepped:
            path += f"H{short(plot.x(corner.day))}V{short(plot.y(corner.value))}"
        else:
            path += f"L{plot.at(corner.day, corner.value)}"
    add(root, "path", d=path, **EXPECTED_LINE)


def _fan(root: ET.Element, plot: _Plot) -> None:
    fan = plot.chart.fan
    if len(fan) < 2:
        return
    around = [plot.at(point.day, point.high) for point in fan] + [plot.at(point.day, point.low) for point in fan[::-1]]
    add(root, "path", d=f"M{'L'.join(around)}Z", **FAN_AREA)
    add(root, "path", d=f"M{'L'.join(plot.at(point.day, point.middle) for point in fan)}", **FAN_LINE)


def _line(root: ET.Element, plot: _Plot) -> None:
    """The figures in force, joined; the line breaks where a release is missing."""
    path = ""
    for point in plot.chart.points:
        if point.role in _IN_FORCE:
            path += f"{'L' if path and not point.after_gap else 'M'}{plot.at(point.day, point.figure.value)}"
    if "L" in path:
        add(root, "path", d=path, **ACTUAL_LINE)


def _marks(root: ET.Element, plot: _Plot) -> None:
    for point in sorted(plot.chart.points, key=lambda point: _ORDER.index(point.role)):
        x, y = plot.x(point.day), plot.y(point.figure.value)
        colour = BLUE if point.role in _IN_FORCE else GREY
        if point.low is None or point.high is None:
            arrow(root, x, y, colour, up=point.high is None)
        elif point.low != point.high:
            bar(root, x, plot.y(point.high), plot.y(point.low), colour)
        symbol(root, point.role, x, y, provisional=is_provisional(point))
