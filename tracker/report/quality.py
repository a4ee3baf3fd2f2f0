"""What to know before relying on the figures, and what was published about later than the period."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from tracker.domain.bilingual import LANGS, Bilingual
from tracker.domain.follow_up import open_about
from tracker.domain.indicator import Indicator
from tracker.domain.observation import NATION, Observation, as_of_view
from tracker.domain.period import Period
from tracker.domain.problems import Problem
from tracker.domain.releases import missing_releases
from tracker.i18n.findings import finding_text
from tracker.report.book import Book
from tracker.report.document import Conflict, Finding, MissingRelease, NamedFigure, OpenQuestion, Quality
from tracker.report.material import Material
from tracker.report.phrases import both, quantity
from tracker.report.sentences import stating


def quality(material: Material, book: Book) -> Quality:
    """Overdue releases, figures to take with care, accepted warnings, conflicts of definition, open questions."""
    view = [row for group in material.now.in_force.values() for row in group]
    used = [row for row in view if _is_used(row, material) and not row.differs and not row.is_outlook]
    recent = [row for row in used if row.period.stop.year >= material.plan.year]
    others = [row for row in view if not _is_used(row, material) and row.period.stop.year >= material.plan.year - 1]
    return Quality(
        missing=tuple(_missing(material, book)),
        provisional=_listed(recent, lambda row: row.is_provisional, book),
        bounded=_listed(recent, lambda row: not row.quantity.is_exact, book),
        findings=tuple(_findings(recent, material, book)),
        conflicts=tuple(_conflicts(view, material, book)),
        others=_listed(others, lambda _: True, book),
        follow_ups=tuple(_questions(material, book)),
    )


def _is_used(row: Observation, material: Material) -> bool:
    """Whether the row's publisher is one its indicator uses."""
    return row.publisher in material.plan.indicators[row.indicator].publishers


def _listed(rows: list[Observation], wanted: Callable[[Observation], bool], book: Book) -> tuple[NamedFigure, ...]:
    return tuple(book.named(row) for row in _in_order(rows) if wanted(row))


def _in_order(rows: list[Observation]) -> list[Observation]:
    """By indicator, area and period."""
    return sorted(rows, key=lambda row: (row.indicator, row.area, row.period.stop, row.period.start, row.rank))


def _missing(material: Material, book: Book) -> Iterator[MissingRelease]:
    """Overdue releases of the plan's year up to the report's period, nation and every area that has a target."""
    year = Period.year(material.plan.year)
    stop = min(material.now.period.stop, year.stop)
    if stop < year.start:
        return
    span = Period(year.start, stop)
    for indicator, area in _measured(material):
        entered = material.now.in_force.get((indicator.code, area), ())
        for release in missing_releases(indicator, entered, area, span, material.now.on):
            yield MissingRelease(indicator.code, book.name(indicator.code, area), release.period, release.latest)


def _measured(material: Material) -> Iterator[tuple[Indicator, str]]:
    """The indicators with the areas they are followed in."""
    areas: dict[str, list[str]] = {}
    for one in material.now.assessments:
        areas.setdefault(one.target.indicator.code, []).append(one.target.area)
    for indicator in material.plan.indicators.values():
        for area in sorted({NATION, *areas.get(indicator.code, ())}, key=lambda area: (area != NATION, area)):
            yield indicator, area


def _findings(rows: list[Observation], material: Material, book: Book) -> Iterator[Finding]:
    for row in _in_order(rows):
        for remark in material.remarks.get(row.id, ()):
            code = remark.problem.code
            yield Finding(
                indicator=row.indicator,
                name=book.name(row.indicator, row.area),
                figure=book.of_row(row),
                code=code,
                accepted=remark.accepted,
                text=_remark(remark.problem),
            )


def _remark(problem: Problem) -> Bilingual:
    """A finding in words."""
    zh, en = (finding_text(problem.code, problem.data, lang) for lang in LANGS)
    return Bilingual(zh, en)


def _conflicts(view: list[Observation], material: Material, book: Book) -> Iterator[Conflict]:
    """Figures and baselines of another definition than the rest of their indicator."""
    differing: dict[str, list[Observation]] = {}
    for row in view:
        if row.differs:
            differing.setdefault(row.indicator, []).append(row)
    for indicator in material.plan.indicators.values():
        stated = indicator.baseline
        if stated is not None and "d" in stated.flag and stated.published_on <= material.now.as_of:
            words = quantity(stated.quantity, indicator.unit)
            yield Conflict(indicator.code, indicator.name, _conflict(words, stated.period))
        for row in differing.get(indicator.code, ()):
            repeats = stated is not None and row.period == stated.period
            if not repeats:
                words = book.of_row(row).text
                yield Conflict(indicator.code, indicator.name, _conflict(words, row.period))


def _conflict(figure: Bilingual, period: Period) -> Bilingual:
    return both("sentences.conflict-differs", figure=figure, is_figure=stating(figure), period=period)


def _questions(material: Material, book: Book) -> Iterator[OpenQuestion]:
    """What was asked about figures and nobody has answered, in order of asking."""
    zone = ZoneInfo(material.plan.zone)
    for one in open_about(material.follow_ups, material.now.period, material.now.as_of):
        row, asked = one.figure, one.question
        yield OpenQuestion(
            indicator=row.indicator,
            name=book.name(row.indicator, row.area),
            figure=book.of_row(row),
            in_force=row in book.vintages(row)[-1:],
            question=asked.text,
            asked_by=asked.by,
            asked_on=asked.at.astimezone(zone).date(),
        )


def later_news(material: Material, book: Book) -> Iterator[NamedFigure]:
    """Figures published in time that refer to later than the period."""
    view = as_of_view(material.observations, material.now.as_of)
    later = [row for row in view if row.period.stop > material.now.period.stop]
    yield from (book.named(row) for row in _in_order(later))
