"""Charts that the spreadsheet draws itself, from rows that anybody can check on the sheet of chart data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.report.charts import Size, values
from tracker.report.document import Chart, ChartPoint, PathPoint, Role
from tracker.report.legend import pin_text
from tracker.report.marks import BLUE, GREY, GRID, ORANGE, is_provisional
from tracker.report.phrases import legible
from tracker.report.scale import value_axis
from tracker.report.writers.xlsx.data import Value, write_value
from tracker.report.writers.xlsx.sheets import Put
from tracker.report.writers.xlsx.styles import INK, Styles, for_print

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.worksheet import Worksheet

_IN_FORCE = (Role.ACTUAL, Role.BASELINE)
_ARROW = Decimal("0.08")
"""How far, in shares of the axis, a bar reaches towards the side that a bound leaves open."""
COLUMNS = (("chart", 36), ("series", 30), ("date", 12), ("value-number", 18), ("unit", 14), ("remark", 70))
"""The columns of the chart data with their widths."""
GAP, WIDER, HIGHER = 8, 40, 30
"""Pixels between charts, and how much larger they are than drawn ones, for their legends."""
_PALE = {"color": "#BDD3EA"}
"""The inside of a mark that is not settled; white ones vanish where a program draws no outlines."""
MARKS: dict[str, dict[str, Any]] = {
    "actual": {"type": "circle", "size": 7, "fill": {"color": BLUE}, "border": {"color": "#FFFFFF"}},
    "provisional": {"type": "circle", "size": 7, "fill": _PALE, "border": {"color": BLUE, "width": 1.75}},
    "baseline": {"type": "square", "size": 7, "fill": {"color": BLUE}, "border": {"color": "#FFFFFF"}},
    "confirmation": {"type": "circle", "size": 5, "fill": {"color": GREY}, "border": {"color": GREY}},
    "superseded": {"type": "x", "size": 7, "fill": {"color": GREY}, "border": {"color": GREY}},
    "outlook": {"type": "diamond", "size": 9, "fill": _PALE, "border": {"color": BLUE, "width": 1.75}},
    "lower": {"type": "triangle", "size": 8, "fill": {"color": BLUE}, "border": {"color": "#FFFFFF"}},
    "upper": {"type": "diamond", "size": 8, "fill": {"color": BLUE}, "border": {"color": "#FFFFFF"}},
    "range": {"type": "circle", "size": 7, "fill": {"color": BLUE}, "border": {"color": "#FFFFFF"}},
}
LINES: dict[str, dict[str, Any]] = {
    "line": {"color": BLUE, "width": 2},
    "expected": {"color": GREY, "width": 1.5, "dash_type": "dash"},
    "goal": {"color": ORANGE, "width": 1.75, "dash_type": "long_dash_dot"},
    "fan": {"color": BLUE, "width": 1, "dash_type": "square_dot"},
}


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: days with values, None for a break in the line. `bars` reach up and down from each."""

    kind: str
    days: tuple[date | None, ...]
    values: tuple[Decimal | None, ...]
    remarks: tuple[str, ...] = ()
    bars: tuple[tuple[Decimal, Decimal], ...] = ()
    named: bool = True


@dataclass
class Plots:
    """The charts of one workbook and the rows they are drawn from."""

    book: "Workbook"
    styles: Styles
    lang: Lang
    rows: list[tuple[Value, ...]] = field(default_factory=list)

    @property
    def sheet_name(self) -> str:
        return text("report.chart-data", self.lang)

    def drawn(self, charts: Sequence[tuple[Chart, str]], size: Size) -> Put:
        """Native charts with their captions, to be put side by side."""
        natives = [(self._native(chart, caption, size), self._placed(chart, size, n)) for n, (chart, caption) in
                   enumerate(charts)]  # fmt: skip

        def put(sheet: "Worksheet", row: int, place: int) -> None:
            for native, options in natives:
                sheet.insert_chart(row, place, native, options)

        return put

    def _placed(self, chart: Chart, size: Size, number: int) -> dict[str, Any]:
        across = GAP + number * (size.width + WIDER + GAP)
        return {"description": legible(chart.alternative.get(self.lang)), "x_offset": across, "y_offset": 6}

    def write_rows(self, sheet: "Worksheet") -> None:
        """The sheet of chart data."""
        for_print(sheet, self.sheet_name)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for place, (code, width) in enumerate(COLUMNS):
            sheet.write_string(0, place, text(f"report.{code}", self.lang), self.styles.head("left"))
            sheet.set_column(place, place, width)
        for number, row in enumerate(self.rows, 1):
            for place, value in enumerate(row):
                write_value(sheet, number, place, value, self.styles)

    def _native(self, chart: Chart, caption: str, size: Size) -> "NativeChart":
        native = self.book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
        unnamed = []
        for place, series in enumerate(_series(chart, self.lang)):
            native.add_series(self._series(chart, series))
            if not series.named:
                unnamed.append(place)
        letters = {"name": self.styles.font, "size": 9, "color": INK}
        native.set_title({"name": caption, "name_font": letters | {"size": 11, "bold": True}, "overlay": False})
        native.set_legend({"position": "bottom", "font": letters, "delete_series": unnamed})
        axis = value_axis(list(values(chart)), legible(chart.unit.get(self.lang)), self.lang)
        native.set_x_axis(_days(chart, letters))
        native.set_y_axis(
            {
                "min": float(axis.low),
                "max": float(axis.high),
                "major_unit": float(axis.ticks[1] - axis.ticks[0]),
                "name": legible(chart.unit.get(self.lang)),
                "name_font": letters | {"bold": False},
                "num_font": letters,
                "num_format": "#,##0.######"
                if any(tick != tick.to_integral_value() for tick in axis.ticks[:2])
                else "#,##0",
                "major_gridlines": {"visible": True, "line": {"color": GRID}},
                "crossing": "min",
            }
        )
        native.set_size({"width": size.width + WIDER, "height": size.height + HIGHER})
        native.show_blanks_as("gap")
        return native

    def _series(self, chart: Chart, series: Series) -> dict[str, Any]:
        first = len(self.rows) + 1
        name, title = text(f"report.legend-{series.kind}", self.lang), legible(chart.title.get(self.lang))
        unit = legible(chart.unit.get(self.lang))
        remarks = series.remarks or ("",) * len(series.days)
        for day, value, remark in zip(series.days, series.values, remarks, strict=True):
            self.rows.append((title, name, day or "", "" if value is None else value, unit, remark))
        last = len(self.rows)
        drawn: dict[str, Any] = {
            "name": name,
            "categories": [self.sheet_name, first, 2, last, 2],
            "values": [self.sheet_name, first, 3, last, 3],
            "marker": MARKS.get(series.kind, {"type": "none"}),
            "line": LINES.get(series.kind, {"none": True}),
        }
        if any(up or down for up, down in series.bars):
            drawn["y_error_bars"] = {
                "type": "custom",
                "plus_values": [float(up) for up, _ in series.bars],
                "minus_values": [float(down) for _, down in series.bars],
                "end_style": int(series.kind == "range"),
                "line": {"color": BLUE, "width": 1.5},
            }
        return drawn


def _days(chart: Chart, letters: dict[str, Any]) -> dict[str, Any]:
    first, last = _serial(chart.first), _serial(chart.last)
    return {
        "min": first,
        "max": max(last, first + 1),
        "major_unit": max(1, round((last - first) / 6)),
        "num_format": "yyyy-mm",
        "num_font": letters,
        "major_gridlines": {"visible": False},
        "crossing": "min",
    }


def _serial(day: date) -> int:
    """The number a spreadsheet has for a day."""
    return day.toordinal() - date(1899, 12, 30).toordinal()


def _series(chart: Chart, lang: Lang) -> Iterator[Series]:
    """What is drawn, lines below marks."""
    if len(chart.fan) > 1:
        days = tuple(point.day for point in chart.fan)
        for place, end in enumerate(("low", "middle", "high")):
            yield Series("fan", days, tuple(getattr(point, end) for point in chart.fan), named=place == 1)
    if len(chart.expected) > 1:
        corners = _corners(chart.expected) if chart.stepped else chart.expected
        yield Series("expected", tuple(point.day for point in corners), tuple(point.value for point in corners))
    ends = sorted({end for end in (chart.goal.low, chart.goal.high) if end is not None}) if chart.goal else []
    for place, level in enumerate(ends):
        yield Series("goal", (chart.first, chart.last), (level, level), named=place == 0)
    yield from _line(chart)
    yield from _marks(chart, lang)


def _corners(expected: Sequence[PathPoint]) -> list[PathPoint]:
    """The corners of a path that jumps."""
    steps = [step for old, new in pairwise(expected) for step in (PathPoint(new.day, old.value), new)]
    return [expected[0], *steps]


def _line(chart: Chart) -> Iterator[Series]:
    """The figures in force, joined; a row left empty breaks the line where a release is missing."""
    days: list[date | None] = []
    found: list[Decimal | None] = []
    for point in chart.points:
        if point.role in _IN_FORCE:
            if point.after_gap and days:
                days.append(None)
                found.append(None)
            days.append(point.day)
            found.append(point.figure.value)
    if len(days) > 1:
        yield Series("line", tuple(days), tuple(found), named=False)


def _marks(chart: Chart, lang: Lang) -> Iterator[Series]:
    axis = value_axis(list(values(chart)), "", lang)
    reach = (axis.high - axis.low) * _ARROW
    groups: dict[str, list[ChartPoint]] = {}
    for point in chart.points:
        groups.setdefault(_kind(point), []).append(point)
    for kind in MARKS:
        points = groups.get(kind, [])
        if points:
            yield Series(
                kind,
                tuple(point.day for point in points),
                tuple(point.figure.value for point in points),
                tuple(pin_text(point, lang) for point in points),
                tuple(_bar(point, reach) for point in points),
            )


def _kind(point: ChartPoint) -> str:
    if point.role is not Role.ACTUAL:
        return point.role.value
    if point.high is None or point.low is None:
        return "lower" if point.high is None else "upper"
    if point.low != point.high:
        return "range"
    return "provisional" if is_provisional(point) else "actual"


def _bar(point: ChartPoint, reach: Decimal) -> tuple[Decimal, Decimal]:
    """How far a point's bar reaches up and down: to the end of what its bound leaves open, or a little that way."""
    value = point.figure.value
    up = reach if point.high is None else point.high - value
    down = reach if point.low is None else value - point.low
    return max(up, Decimal(0)), max(down, Decimal(0))
