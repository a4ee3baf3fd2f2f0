"""Charts for paper: the chart with its legend beneath, as one picture in the fonts that come with the program."""

from xml.etree import ElementTree as ET

from tracker.domain.bilingual import Lang
from tracker.i18n.wrap import width_of
from tracker.report.charts import Size, svg
from tracker.report.document import Chart
from tracker.report.legend import keys
from tracker.report.marks import add
from tracker.report.writers.fonts import SANS, drawable, sans_file

LINE, LETTER, MARK, GAP = 22, 6.8, 26, 18
"""The height of a line of the legend, the width of a letter, of a mark, and between two entries."""
SHARPNESS = 2
"""Pixels of a PNG for one unit of the picture: about 200 dots an inch on paper."""
_NAMESPACE = "http://www.w3.org/2000/svg"


def figure_svg(chart: Chart, lang: Lang, size: Size, *, legend: bool = True) -> tuple[str, int]:
    """The picture as SVG, and its height in its own units."""
    ET.register_namespace("", _NAMESPACE)
    root = ET.fromstring(svg(chart, lang, size))  # noqa: S314 - our own
    height = size.height
    if legend:
        height += _add_legend(root, chart, lang, size)
    root.set("viewBox", f"0 0 {size.width} {height}")
    root.set("font-family", SANS)
    return drawable(ET.tostring(root, encoding="unicode")), height


def figure_png(chart: Chart, lang: Lang, size: Size, *, legend: bool = True) -> tuple[bytes, int]:
    """The picture as PNG on white, and its height in the units of `size`."""
    import resvg_py  # loads native code, which only pictures need

    drawn, height = figure_svg(chart, lang, size, legend=legend)
    png = resvg_py.svg_to_bytes(
        svg_string=drawn,
        skip_system_fonts=True,
        font_files=[str(sans_file())],
        width=size.width * SHARPNESS,
        background="#ffffff",
    )
    return png, height


def _add_legend(root: ET.Element, chart: Chart, lang: Lang, size: Size) -> int:
    """Put the entries of the legend below the chart, in lines; the height they take."""
    x, y = size.left, size.height
    for mark, words in keys(chart, lang):
        width = MARK + 8 + width_of(words) * LETTER
        if x > size.left and x + width > size.width:
            x, y = size.left, y + LINE
        picture = ET.fromstring(mark)  # noqa: S314 - our own
        for name, value in {"x": x, "y": y, "width": MARK, "height": 16, "xmlns": _NAMESPACE}.items():
            picture.set(name, str(value))
        picture.attrib.pop("aria-hidden", None)
        root.append(picture)
        add(root, "text", words, x=x + MARK + 6, y=y + 13)
        x += round(width) + GAP
    return y - size.height + LINE + 4
