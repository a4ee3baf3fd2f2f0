"""What `record` and `import` share: showing findings, asking about warnings, and saying what became of a figure."""

from collections.abc import Sequence
from typing import Any

import click

from tracker.cli.app import App
from tracker.cli.messages import problem_json
from tracker.cli.options import list_option
from tracker.domain.checks import RULES, Effect, Outcome
from tracker.domain.observation import Observation
from tracker.domain.plan import Plan
from tracker.domain.problems import Problem, Severity
from tracker.domain.wording import quantity_text
from tracker.i18n import text
from tracker.services.examining import ALL, Ask

SHOWN = 20
"""Findings of one strength that are printed; a document has all."""
WARNINGS = [rule.code for rule in RULES if rule.severity is Severity.WARNING]

accept_option = list_option("--accept", choices=[*WARNINGS, ALL], metavar="LIST")
dry_run_option = click.option("--dry-run", is_flag=True)


def told_already(_problems: Sequence[Problem]) -> bool:
    """The answer to the warnings of a trial, which were printed with its outcome: nobody has accepted them."""
    return False


class Findings:
    """Findings on their way to the user, none of them twice."""

    def __init__(self, app: App, *, json: bool) -> None:
        self._app, self._json = app, json
        self._asked = False

    @property
    def ask(self) -> Ask | None:
        """How to ask about warnings; None where nobody can answer."""
        return self._confirm if self._app.interactive and not self._json else None

    def show(self, problems: Sequence[Problem]) -> None:
        """Print warnings, unless they were asked about, and notices; nothing beside a document."""
        if self._json:
            return
        for severity in (Severity.WARNING, Severity.NOTICE):
            found = [problem for problem in problems if problem.severity is severity]
            if severity is not Severity.WARNING or not self._asked:
                self._print(found)

    def _print(self, problems: Sequence[Problem]) -> None:
        for problem in problems[:SHOWN]:
            self._app.problem(problem)
        if len(problems) > SHOWN:
            self._app.note(text("cli.more", self._app.lang, count=len(problems) - SHOWN))

    def _confirm(self, problems: Sequence[Problem]) -> bool:
        self._print(problems)
        self._asked = True
        key = "entry.accept-one" if len(problems) == 1 else "entry.accept-many"
        return self._app.confirm(text(key, self._app.lang, count=len(problems)))

    def documents(self, problems: Sequence[Problem]) -> list[dict[str, Any]]:
        """Findings for a document."""
        return [problem_json(problem, self._app.lang) for problem in problems]


def figure_line(app: App, plan: Plan, row: Observation) -> str:
    """A figure in a line: what it measures, when, the value, who published it and when."""
    lang, indicator = app.lang, plan.indicators[row.indicator]
    publisher = plan.publishers.get(row.publisher)
    return text(
        "entry.figure" if row.dated else "entry.figure-undated",
        lang,
        indicator=indicator.name,
        area="" if row.area == "CN" else f" ({row.area})",
        period=row.period,
        value=quantity_text(row.quantity, indicator.unit, lang) + (f" [{row.flag}]" if row.flag else ""),
        publisher=publisher.name if publisher else row.publisher,
        published=row.published_on,
    )


def effect_lines(app: App, plan: Plan, row: Observation, effect: Effect) -> list[str]:
    """What a figure does to those before it: one line for each thing worth saying."""
    lang, unit = app.lang, plan.indicators[row.indicator].unit
    lines = []
    if effect.outcome in (Outcome.REVISION, Outcome.CORRECTION) and effect.other is not None:
        before = quantity_text(effect.other.quantity, unit, lang)
        data = {"value": before, "published": effect.other.published_on, "number": effect.other.id}
        lines.append(text(f"entry.is-{effect.outcome.value}", lang, **data))
    if effect.superseded is not None:
        later = quantity_text(effect.superseded.quantity, unit, lang)
        lines.append(text("entry.superseded", lang, value=later, published=effect.superseded.published_on))
    if row.is_outlook:
        lines.append(text("entry.outlook", lang))
    return lines
