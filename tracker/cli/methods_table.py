"""The panel of `tracker status --methods`: for each target what the published methods say, and where they disagree."""

from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import NOTHING, status_text, table_of, target_name
from tracker.domain.bilingual import Lang
from tracker.domain.panel import Reading
from tracker.domain.rounding import rounded
from tracker.i18n import text
from tracker.services.panels import Panel
from tracker.services.status import PlanState


def print_panels(app: App, state: PlanState, found: list[Panel]) -> None:
    """Print a table for each target."""
    console, lang = app.console(), app.lang
    console.print(Text(text("status.title", lang, plan=state.plan.name, day=state.as_of), style="bold"))
    console.print(text("methods.title", lang))
    for panel in found:
        console.print()
        target = panel.assessment.target
        heading = Text.assemble((f"{target.code}  ", "bold"), target_name(target, lang), "  ")
        console.print(heading.append_text(status_text(panel.assessment.status, lang)))
        refusals = {reading.refusal for reading in panel.readings}
        if len(refusals) == 1 and None not in refusals:
            console.print(text("methods.none", lang, reason=text(f"methods.no-{refusals.pop()}", lang)))
            continue
        table = table_of(lang, ("method", "left"), ("value", "right"), ("says", "left"), area="methods")
        for reading in panel.readings:
            table.add_row(text(f"methods.{reading.method}", lang), _value(reading, lang), _says(reading, lang))
        console.print(table)
        console.print(_summary(panel, lang))


def _value(reading: Reading, lang: Lang) -> str:
    if reading.value is None:
        return NOTHING
    shown = rounded(reading.value)
    return text("methods.points", lang, value=shown) if reading.method == "schedule" else shown


def _says(reading: Reading, lang: Lang) -> str:
    if reading.refusal is not None:
        return text("methods.refused", lang, reason=text(f"methods.no-{reading.refusal}", lang))
    return text(f"methods.{reading.verdict}", lang)


def _summary(panel: Panel, lang: Lang) -> Text:
    if panel.disagree:
        return Text(f"≠ {text('methods.disagree', lang)}", style="yellow")
    return Text(text("methods.agree", lang))
