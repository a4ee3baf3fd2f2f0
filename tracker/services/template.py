"""The form of a month: a row for each figure that is due, ready to be filled in and imported."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.domain.bilingual import LANGS, Bilingual, Lang
from tracker.domain.due import DueFigure
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION, Observation
from tracker.domain.period import Period, label
from tracker.domain.plan import Plan
from tracker.domain.wording import quantity_text
from tracker.errors import FileTrouble
from tracker.exchange.form import ENTERED, LAST, NAME, PREFILLED, Form, FormRow
from tracker.files import publish
from tracker.i18n import text
from tracker.services.due import DueList, due_list
from tracker.services.status import PlanReader, Watched

OPEN = frozenset((*ENTERED, *PREFILLED))


@dataclass(frozen=True, slots=True)
class Template:
    """A form, how many due figures are in it, and how many it leaves out because they are entered."""

    form: Form
    due: int
    left_out: int


def template(
    reader: PlanReader, plan_code: str, span: Period, as_of: date, lang: Lang, *, everything: bool = False
) -> Template:
    """The form of what is due about the months of `span`; `everything`: with what is entered already.

    Raises `BadPeriod`.
    """
    due = due_list(reader, plan_code, span, as_of)
    promised = [figure for figure in due.figures if figure.release is not None]
    wanted = [figure for figure in promised if everything or figure.is_open]
    rows = [
        *(_due_row(due.plan, figure, lang) for figure in wanted),
        *(_occasional_row(due.plan, one, lang) for one in due.occasional),
    ]
    form = Form(
        lang,
        _title(due),
        as_of,
        tuple(rows),
        tuple((one.name.get(lang), one.name.get(_other(lang))) for one in due.plan.publishers.values()),
        has_areas=any("area" in row.given for row in rows),
    )
    return Template(form, len(wanted), len(promised) - len(wanted))


def write_form(form: Form, path: Path, *, replace: bool = False) -> None:
    """Write the form to `path`, as a workbook or as CSV by the name's ending.

    Raises `FileTrouble`: form-ending; form-exists for a file that is there and is not this very form.
    """
    content = form_bytes(form, path.suffix, path)
    if not replace and _differs(path, content):
        raise FileTrouble(path=str(path), problem="form-exists")
    publish(path, content)


def form_bytes(form: Form, ending: str = ".csv", path: Path = Path("-")) -> bytes:
    """The form as the kind of file `ending` names; `path` is where it goes. Raises `FileTrouble` (form-ending)."""
    match ending.lower():
        case ".xlsx":
            from tracker.exchange.form_xlsx import xlsx_form

            return xlsx_form(form)
        case ".csv":
            from tracker.exchange.form_csv import csv_form

            return csv_form(form)
        case _:
            raise FileTrouble(path=str(path), problem="form-ending")


def _differs(path: Path, content: bytes) -> bool:
    """Whether something else stands there: a form that somebody may have begun to fill in."""
    try:
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except FileNotFoundError:
        return False


def _title(due: DueList) -> Bilingual:
    zh, en = (text("form.about", lang, plan=due.plan.name, period=due.span) for lang in LANGS)
    return Bilingual(zh, en)


def _other(lang: Lang) -> Lang:
    return "en" if lang == "zh" else "zh"


def _due_row(plan: Plan, figure: DueFigure, lang: Lang) -> FormRow:
    given = _given(plan, figure.indicator, figure.area, lang) | {"period": label(figure.period, lang)}
    known = figure.figure or figure.last
    if known is not None:
        given[LAST] = _known(known, figure, lang)
    return FormRow(given, OPEN)


def _known(known: Observation, figure: DueFigure, lang: Lang) -> str:
    """The figure before this one, or this one itself where it is entered already."""
    value = quantity_text(known.quantity, figure.indicator.unit, lang)
    if known is figure.figure:
        return text("form.held", lang, value=value, published=known.published_on.isoformat())
    return text("form.last", lang, value=value, period=known.period)


def _occasional_row(plan: Plan, one: Watched, lang: Lang) -> FormRow:
    """An indicator without a calendar: its period is for the person to say."""
    given = _given(plan, one.indicator, one.area, lang)
    if one.actual is not None:
        value = quantity_text(one.actual.quantity, one.indicator.unit, lang)
        given[LAST] = text("form.last", lang, value=value, period=one.actual.period)
    return FormRow(given, OPEN | {"period"})


def _given(plan: Plan, indicator: Indicator, area: str, lang: Lang) -> dict[str, str]:
    first = indicator.publishers[0]
    known = plan.publishers.get(first)
    given = {
        NAME: indicator.name.get(lang),
        "indicator": indicator.code,
        "unit": indicator.unit.get(lang),
        "publisher": known.name.get(lang) if known else first,
    }
    return given if area == NATION else given | {"area": area}
