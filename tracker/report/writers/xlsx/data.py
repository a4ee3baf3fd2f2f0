"""The sheet of data: every figure the report uses, in numbers, with who published it when and where it is from."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.bilingual import Lang
from tracker.domain.period import label
from tracker.i18n import text
from tracker.i18n.wrap import width_of
from tracker.report.document import Figure, ReportDocument
from tracker.report.phrases import legible
from tracker.report.writers.xlsx.numbers import as_number, plain_format
from tracker.report.writers.xlsx.styles import Styles, fitting, for_print

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Value = str | int | Decimal | date
HEADS = (
    "number", "indicator", "code", "period", "first-day", "last-day", "value-number", "bound", "unit", "as-printed",
    "flags", "publisher", "published", "vintage", "vintages", "source", "note",
)  # fmt: skip
WIDEST, _ROOM = 40, 2


def write_data(sheet: "Worksheet", document: ReportDocument, styles: Styles, lang: Lang) -> None:
    """A row a figure, numbered as the report refers to them; the plan's own baselines below, without a number."""
    heads = [text(f"report.{code}", lang) for code in HEADS]
    rows = [*_sources(document, lang), *_baselines(document, lang)]
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    for_print(sheet, text("report.data", lang))
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, styles.head("left"))
        texts = (str(row[place]) for row in rows)
        width = max([width_of(head), *(width_of(words[:WIDEST]) for words in texts)])
        sheet.set_column(place, place, min(WIDEST, width) + _ROOM)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            write_value(sheet, number, place, value, styles)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)


def write_value(sheet: "Worksheet", row: int, place: int, value: Value, styles: Styles) -> None:
    """A number, a day or words; a number with more digits than a spreadsheet holds stays words."""
    match value:
        case Decimal():
            number = as_number(value)
            if number is None:
                sheet.write_string(row, place, f"{value:f}", styles.row(align="right"))
            else:
                sheet.write_number(row, place, number, styles.row(num_format=plain_format(value)))
        case int():
            sheet.write_number(row, place, value, styles.row(num_format="0"))
        case date() if value.year >= 1900:
            sheet.write_datetime(row, place, datetime.combine(value, time()), styles.row(num_format="yyyy-mm-dd"))
        case "":
            sheet.write_blank(row, place, None, styles.row())
        case _:
            sheet.write_string(row, place, fitting(str(value)), styles.row(text_wrap=False))


def _sources(document: ReportDocument, lang: Lang) -> Iterator[tuple[Value, ...]]:
    units = {page.indicator: page.unit for page in document.targets} | {row.code: row.unit for row in document.watched}
    for source in document.sources:
        unit = units.get(source.indicator)
        where = (source.vintage, source.vintages, legible(source.source), legible(source.note))
        yield (
            source.number,
            legible(source.name.get(lang)),
            legible(source.indicator),
            *_figure(source.figure, legible(unit.get(lang)) if unit else "", legible(source.publisher.get(lang)), lang),
            *where,
        )


def _baselines(document: ReportDocument, lang: Lang) -> Iterator[tuple[Value, ...]]:
    """Baselines as the plan's document states them, each once."""
    stated = {(page.indicator, page.area): (page.indicator_name, page.unit, page.baseline) for page in document.targets}
    stated |= {(row.code, ""): (row.name, row.unit, row.baseline) for row in document.watched}
    title = legible((document.plan.title or document.plan.name).get(lang))
    for (code, _), (name, unit, figure) in stated.items():
        if figure is not None and figure.source is None:
            told = _figure(figure, legible(unit.get(lang)), legible(figure.publisher), lang)
            yield ("", legible(name.get(lang)), legible(code), *told, 1, 1, title, text("report.baseline", lang))


def _figure(figure: Figure, unit: str, publisher: str, lang: Lang) -> tuple[Value, ...]:
    flags = "；".join(text(f"report.flag-{flag}", lang) for flag in figure.flag)
    return (
        label(figure.period, lang),
        figure.period.start,
        figure.period.stop,
        figure.value,
        text(f"report.bound-word-{figure.bound}", lang),
        unit,
        legible(figure.text.get(lang)),
        flags if lang == "zh" else flags.replace("；", "; "),
        publisher,
        figure.published_on,
    )
