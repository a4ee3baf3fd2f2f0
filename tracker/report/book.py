"""The book of sources: figures as a report prints them, each numbered by where it comes from.

Sources get their numbers in the order in which the report first uses them, so the same report has the same numbers.
"""

from collections.abc import Iterable
from datetime import date

from tracker.domain.actual import Actual
from tracker.domain.bilingual import Bilingual
from tracker.domain.indicator import Unit
from tracker.domain.observation import NATION, Baseline, Observation, standing
from tracker.domain.period import Period
from tracker.domain.plan import Plan
from tracker.i18n import has_text
from tracker.report.document import Figure, NamedFigure, Source
from tracker.report.phrases import both, quantity

_SeriesPeriod = tuple[tuple[str, str, str, bool], Period]


class Book:
    """Makes figures and keeps count of their sources. `rows` are all vintages the report may see."""

    def __init__(self, plan: Plan, rows: Iterable[Observation], as_of: date) -> None:
        self._plan = plan
        self._vintages: dict[_SeriesPeriod, list[Observation]] = {}
        self._numbers: dict[Observation, int] = {}
        for row in sorted(standing(rows, as_of), key=lambda row: row.rank):
            self._vintages.setdefault((row.series, row.period), []).append(row)

    def name(self, indicator: str, area: str = NATION) -> Bilingual:
        """The indicator's name, outside the nation with its area."""
        known = self._plan.indicators.get(indicator)
        name = known.name if known else Bilingual(indicator, indicator)
        if area == NATION:
            return name
        where = both(f"areas.{area}") if has_text(f"areas.{area}") else Bilingual(area, area)
        return Bilingual(f"{name.get('zh')}（{where.zh}）", f"{name.get('en')} ({where.en})")

    def publisher(self, code: str) -> Bilingual:
        known = self._plan.publishers.get(code)
        return known.name if known else Bilingual(code, code)

    def unit(self, indicator: str) -> Unit:
        return self._plan.indicators[indicator].unit

    def vintages(self, row: Observation) -> list[Observation]:
        """All vintages of the row's period and series that stand, the oldest first; none for a plan's own baseline."""
        return self._vintages.get((row.series, row.period), [])

    def place(self, row: Observation) -> tuple[int, int]:
        """Which vintage of how many the row is."""
        vintages = self.vintages(row)
        return (vintages.index(row) + 1, len(vintages)) if row in vintages else (1, 1)

    def figure(self, found: Observation | Baseline | Actual | None, unit: Unit) -> Figure | None:
        """A figure to print; a plan's own baseline has no source but the plan."""
        return None if found is None else self.printed(found, unit)

    def printed(self, found: Observation | Baseline | Actual, unit: Unit) -> Figure:
        """As `figure`, for one that is there."""
        row = found.parts[-1] if isinstance(found, Actual) else found
        return Figure(
            value=found.quantity.value,
            bound=found.quantity.bound,
            text=quantity(found.quantity, unit),
            period=found.period,
            published_on=found.published_on,
            publisher=found.publisher,
            flag=found.flag,
            derived=isinstance(found, Actual) and found.is_derived,
            source=self._number(row) if isinstance(row, Observation) else None,
        )

    def of_row(self, row: Observation) -> Figure:
        """A row in its own indicator's unit."""
        return self.printed(row, self.unit(row.indicator))

    def named(self, row: Observation) -> NamedFigure:
        """A row with the names a list needs."""
        return NamedFigure(
            row.indicator, self.name(row.indicator, row.area), self.of_row(row), self.publisher(row.publisher)
        )

    def sources(self) -> tuple[Source, ...]:
        """All sources used so far, by number."""
        return tuple(self._source(row, number) for row, number in self._numbers.items())

    def _number(self, row: Observation) -> int | None:
        if row not in self.vintages(row):
            return None
        return self._numbers.setdefault(row, len(self._numbers) + 1)

    def _source(self, row: Observation, number: int) -> Source:
        vintage, vintages = self.place(row)
        return Source(
            number=number,
            indicator=row.indicator,
            name=self.name(row.indicator, row.area),
            figure=self.of_row(row),
            publisher=self.publisher(row.publisher),
            vintage=vintage,
            vintages=vintages,
            kept=vintage == vintages,
            dated=row.dated,
            source=row.source,
            note=row.note,
        )
