"""HTML: one file that works offline, without scripts, on a phone, on a screen reader and on paper.

Everything but our own SVG goes through jinja2's escaping; the content policy in the page forbids anything from
outside.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tracker.domain.bilingual import LANGS, Lang
from tracker.i18n import text
from tracker.report.archive import FORMATS, Entry
from tracker.report.blocks import Picture
from tracker.report.charts import LARGE, SMALL, Pin, pins, svg
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.glance import META, head
from tracker.report.legend import keys, pin_text
from tracker.report.phrases import legible

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class _Pin:
    """A focusable point; `where` are classes that keep its tooltip inside the picture."""

    left: float
    top: float
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture ready for the template."""

    svg: Any
    pins: list[_Pin]
    keys: list[dict[str, Any]]


def write_html(document: ReportDocument, lang: Lang) -> bytes:
    """The report as an HTML page."""
    layout = compose(document, lang)
    page = (
        _environment()
        .get_template("report.html")
        .render(
            layout=layout,
            heading=_heading_parts(layout.heading, legible(document.plan.name.get(lang)), lang),
            meta={
                "description": f"{layout.title} · {layout.subtitle}",
                META: json.dumps(head(document), sort_keys=True),
            },
            style=_safe((TEMPLATES / "style.css").read_text(encoding="utf-8")),
            draw=lambda picture: _draw(picture, lang),
            label=lambda code: text(f"report.{code}", lang),
            status=lambda code: text(f"status.{code}", lang),
        )
    )
    return (page + "\n").encode()


def _heading_parts(heading: str, name: str, lang: Lang) -> list[str]:
    """The heading in pieces between which a narrow screen may break it: in Chinese the plan's name and what follows."""
    first, found, rest = heading.partition(name)
    return [part for part in (first + found, rest) if part] if lang == "zh" and name else [heading]


def write_index(entries: list[Entry]) -> bytes:
    """The archive page, in both languages: every report with its status at a glance and all its files."""
    page = (
        _environment()
        .get_template("index.html")
        .render(
            entries=entries,
            style=_style(),
            both=lambda code: [(lang, text(f"report.{code}", lang)) for lang in LANGS],
            status=lambda code: [(lang, text(f"status.{code}", lang)) for lang in LANGS],
            formats=FORMATS,
            link=lambda path: quote(path),
        )
    )
    return (page + "\n").encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=False
    )


def _style() -> Any:
    return _safe((TEMPLATES / "style.css").read_text(encoding="utf-8"))


def _safe(markup: str) -> Any:
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - our own style sheet and SVG, whose texts ElementTree has escaped


def _draw(picture: Picture, lang: Lang) -> _Drawn:
    chart, size = picture.chart, SMALL if picture.small else LARGE
    points = [_Pin(pin.left, pin.top, _where(pin), pin_text(pin.point, lang)) for pin in pins(chart, lang, size)]
    legend = [] if picture.small else [{"svg": _safe(mark), "text": words} for mark, words in keys(chart, lang)]
    return _Drawn(_safe(svg(chart, lang, size)), points, legend)


def _where(pin: Pin) -> str:
    """The classes of a point: its tooltip opens towards the middle of the picture."""
    across = " end" if pin.left > 66 else " mid" if pin.left > 33 else ""
    return across + (" under" if pin.top < 45 else "")
