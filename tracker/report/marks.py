"""The marks of a chart: what each means never hangs on its colour alone.

An exact figure is a disc, a provisional one a ring, a baseline a square, a superseded vintage a broken ring, a mere
confirmation a small grey disc, an outlook a diamond. An arrow points to where the true value lies beyond a bound, a bar
spans a range. The actual line is solid, the expected path dashed, the target dash-dotted.
"""

from xml.etree import ElementTree as ET

from tracker.report.document import ChartPoint, Role

INK, GRID, BLUE, ORANGE, GREY = "#1b1f24", "#d5d9de", "#0b5394", "#b34700", "#5c6670"
Style = dict[str, object]
ACTUAL_LINE: Style = {"fill": "none", "stroke": BLUE, "stroke_width": 2.5, "stroke_linejoin": "round"}
EXPECTED_LINE: Style = {"fill": "none", "stroke": GREY, "stroke_width": 2, "stroke_dasharray": "6 5"}
GOAL_LINE: Style = {"fill": "none", "stroke": ORANGE, "stroke_width": 2, "stroke_dasharray": "12 4 2 4"}
FAN_LINE: Style = {"fill": "none", "stroke": BLUE, "stroke_width": 1.5, "stroke_dasharray": "2 3"}
FAN_AREA: Style = {"fill": BLUE, "fill_opacity": "0.14", "stroke": BLUE, "stroke_opacity": "0.4"}


def add(parent: ET.Element, tag: str, text: str = "", /, **attributes: object) -> ET.Element:
    """A new element; underscores in names stand for hyphens, whole floats lose their point."""
    child = ET.SubElement(parent, tag, {name.replace("_", "-"): _plain(value) for name, value in attributes.items()})
    child.text = text or None
    return child


def short(number: float) -> str:
    """A coordinate to one decimal, without a trailing zero."""
    return f"{number:.1f}".removesuffix(".0")


def _plain(value: object) -> str:
    return short(value) if isinstance(value, float) else str(value)


def is_provisional(point: ChartPoint) -> bool:
    """Whether the figure may still change: an estimate or a preliminary one."""
    return not {"e", "p"}.isdisjoint(point.figure.flag)


def symbol(parent: ET.Element, role: Role, x: float, y: float, *, provisional: bool = False) -> None:
    """The mark of a figure at a place."""
    if role is Role.SUPERSEDED:
        add(parent, "circle", cx=x, cy=y, r=5, fill="#fff", stroke=GREY, stroke_width=1.5, stroke_dasharray="2 1.5")
    elif role is Role.CONFIRMATION:
        add(parent, "circle", cx=x, cy=y, r=3.5, fill=GREY, stroke="#fff", stroke_width=1)
    elif role is Role.OUTLOOK:
        add(parent, "path", d=f"M{short(x)} {short(y - 7)}l7 7-7 7-7-7z", fill="#fff", stroke=BLUE, stroke_width=2)
    elif role is Role.BASELINE:
        add(parent, "rect", x=x - 4.5, y=y - 4.5, width=9, height=9, fill=BLUE, stroke="#fff", stroke_width=1.5)
    elif provisional:
        add(parent, "circle", cx=x, cy=y, r=4.5, fill="#fff", stroke=BLUE, stroke_width=2.5)
    else:
        add(parent, "circle", cx=x, cy=y, r=5, fill=BLUE, stroke="#fff", stroke_width=1.5)


def arrow(parent: ET.Element, x: float, y: float, colour: str, *, up: bool, length: int = 24) -> None:
    """An arrow from a bound towards the side the true value is on."""
    tip, barb = (y - length, 6) if up else (y + length, -6)
    path = f"M{short(x)} {short(y)}V{short(tip)}m-5 {barb}l5 {-barb}l5 {barb}"
    add(parent, "path", d=path, fill="none", stroke=colour, stroke_width=2)


def bar(parent: ET.Element, x: float, top: float, bottom: float, colour: str) -> None:
    """A bar with caps over the range the true value is in."""
    path = f"M{short(x - 5)} {short(top)}h10m-5 0V{short(bottom)}m-5 0h10"
    add(parent, "path", d=path, fill="none", stroke=colour, stroke_width=2)
