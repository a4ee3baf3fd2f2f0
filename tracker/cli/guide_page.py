"""What guided entry shows of a figure: what is known before it is typed, and what it would change."""

from collections.abc import Iterable, Iterator

from tracker.cli.app import App
from tracker.cli.cells import MARKS
from tracker.domain.assessment import Assessment
from tracker.domain.bilingual import Lang
from tracker.domain.indicator import Unit
from tracker.domain.observation import NATION, Observation
from tracker.domain.rounding import percent
from tracker.domain.wording import quantity_text
from tracker.i18n import text
from tracker.i18n.wrap import width_of, wrap
from tracker.services.guiding import Known, Shift, Work

INDENT = "  "


def head_lines(app: App, work: Work, place: int, found: Known, state: str) -> Iterator[str]:
    """The figure asked for, and in two columns what is known around it."""
    wanted, lang = work.figures[place], app.lang
    unit = wanted.indicator.unit
    yield from wrap(
        text(
            "guide.figure",
            lang,
            number=place + 1,
            count=len(work.figures),
            indicator=wanted.indicator.name,
            area="" if wanted.area == NATION else f" ({wanted.area})",
            period=wanted.period,
            unit=unit.get(lang),
        ),
        app.width,
    )
    rows = {"recorded": found.recorded, "last": found.last, "year-ago": found.year_ago}
    pairs = [(key, _reading(row, unit, lang)) for key, row in rows.items() if row is not None]
    if found.likely is not None:
        low, high = found.likely
        pairs.append(("likely", text("guide.range", lang, low=low, high=high)))
    pairs.append(("state", state))
    yield from _columns([(text(f"guide.label-{key}", lang), value) for key, value in pairs], app.width)


def _reading(row: Observation, unit: Unit, lang: Lang) -> str:
    value = quantity_text(row.quantity, unit, lang) + (f" [{row.flag}]" if row.flag else "")
    return text("guide.reading", lang, period=row.period, value=value, published=row.published_on)


def _columns(pairs: list[tuple[str, str]], width: int) -> Iterator[str]:
    """Labels and values side by side; long values go on under their beginning."""
    room = max(width_of(label) for label, _ in pairs) + 2
    for label, value in pairs:
        lead = INDENT + label + " " * (room - width_of(label))
        for part in wrap(value, max(20, width - width_of(lead))):
            yield lead + part
            lead = " " * width_of(lead)


def shift_lines(lang: Lang, shifts: Iterable[Shift]) -> Iterator[str]:
    """What becomes of each target the figure is about; one line where there is none."""
    told = False
    for shift in shifts:
        told = True
        before, after = _standing(shift.before, lang), _standing(shift.after, lang)
        key = "guide.stays" if before == after else "guide.moves"
        yield text(key, lang, target=shift.after.target.code, before=before, after=after)
    if not told:
        yield text("guide.no-target", lang)


def _standing(assessment: Assessment, lang: Lang) -> str:
    """A status with its mark, and the progress where there is one."""
    status = assessment.status
    words = f"{MARKS[status][0]} {text(f'status.{status.value}', lang)}"
    progress = assessment.progress
    return words if progress is None else text("guide.progress", lang, status=words, progress=percent(progress))
