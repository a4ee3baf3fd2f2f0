"""What tables in the terminal are made of: the marks of statuses, and figures, names and periods for narrow columns."""

from decimal import Decimal

from rich import box
from rich.table import Table
from rich.text import Text

from tracker.domain.assessment import Status
from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Unit
from tracker.domain.period import Period, label
from tracker.domain.quantity import EXACT, Bound, Quantity
from tracker.domain.rounding import rounded
from tracker.domain.target import Target
from tracker.domain.wording import number_text, quantity_text
from tracker.i18n import text

MARKS = {
    Status.ACHIEVED: ("✓", "green"),
    Status.ON_TRACK: ("●", "green"),
    Status.BEHIND: ("▲", "yellow"),
    Status.OFF_TRACK: ("▼", "red"),
    Status.MISSED: ("✗", "red"),
    Status.UNDETERMINED: ("?", "magenta"),
    Status.PENDING: ("…", "cyan"),
    Status.NO_DATA: ("○", "yellow"),
    Status.NOT_ASSESSABLE: ("–", "cyan"),
}
NOTHING = "–"
SIGNS = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "~",
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: "≥",
    Bound.LESS_THAN: "<",
    Bound.AT_MOST: "≤",
    Bound.NEARLY: "nearly",
}


def status_text(status: Status, lang: Lang) -> Text:
    """The mark and the word of a status, in its colour."""
    mark, colour = MARKS[status]
    return Text(f"{mark} {text(f'status.{status.value}', lang)}", style=colour)


def table_of(lang: Lang, *columns: tuple[str, str], area: str = "status") -> Table:
    """An empty table in the house style; `columns` are heading codes of a text area with their side.

    No column has a least width: it would have rich cut the others off where there is little room.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    for name, side in columns:
        heading = text(f"{area}.column-{name}", lang)
        table.add_column(heading, justify="right" if side == "right" else "left", overflow="fold")
    return table


def stacked(first: str | Text, second: str) -> Text:
    """A cell with another line, less loud."""
    cell = first if isinstance(first, Text) else Text(first)
    return Text.assemble(cell, "\n", (second, "dim")) if second else cell


def target_name(target: Target, lang: Lang) -> str:
    """The target's own name, else its indicator's; outside the nation with its area."""
    name = (target.name or target.indicator.name).get(lang)
    return name if target.area == "CN" else f"{name} ({target.area})"


def span_text(period: Period, lang: Lang) -> str:
    """A period for a narrow column: days in digits."""
    return str(period) if period.is_day else label(period, lang)


def compact(quantity: Quantity, unit: Unit, lang: Lang) -> str:
    """A quantity for a narrow column: Chinese words are short, English ones become signs."""
    if lang == "zh":
        return quantity_text(quantity, unit, lang)
    sign = SIGNS[quantity.bound]
    return f"{sign} {number_text(quantity.value, short_unit(unit, lang), lang)}".strip()


def computed(value: Decimal, unit: Unit, lang: Lang) -> str:
    """A computed number for a table: whole things without decimals."""
    shown = Decimal(rounded(value))
    if unit.whole:
        shown = shown.quantize(Decimal(1), context=EXACT)
    return number_text(shown, short_unit(unit, lang), lang)


def short_unit(unit: Unit, lang: Lang) -> Unit:
    """The unit for a narrow column: Chinese units are one character; English names stand in the indicator's name."""
    return unit if lang == "zh" or unit.is_percent else Unit("", "", whole=unit.whole)
