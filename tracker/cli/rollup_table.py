"""The roll-up under `tracker status --all`: targets by basis and status for the plan and each task, commitments beside
them. Stated and interpreted targets are never added up."""

from collections import Counter
from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import NOTHING, table_of
from tracker.domain.bilingual import Lang
from tracker.domain.plan import Progress
from tracker.domain.rollup import Counts, Rollup, roll_up
from tracker.domain.target import Basis
from tracker.i18n import text
from tracker.services.status import PlanState


def print_rollup(app: App, state: PlanState) -> None:
    """Print the table under its heading."""
    console, lang = app.console(), app.lang
    console.print()
    console.print(Text(text("status.rollup", lang), style="bold"))
    console.print(_table(roll_up(state.plan, state.assessments, state.notes), lang))


def _table(rolled: Rollup, lang: Lang) -> Table:
    """A row for the plan and one for each task."""
    found = table_of(lang, ("task", "left"), ("stated", "left"), ("interpreted", "left"), ("commitments", "left"))
    noted = sum((Counter(tally.commitments) for tally in rolled.tasks), Counter[Progress]())
    open_ = sum(tally.open for tally in rolled.tasks)
    found.add_row(text("status.whole-plan", lang), *_targets(rolled.targets, lang), _commitments(noted, open_, lang))
    found.add_section()
    for tally in rolled.tasks:
        name = f"{tally.task.number}. {tally.task.title.get(lang)}"
        found.add_row(name, *_targets(tally.targets, lang), _commitments(tally.commitments, tally.open, lang))
    return found


def _targets(counts: Counts, lang: Lang) -> list[str]:
    """How many targets of each basis have which status."""
    return [
        _listed({text(f"status.{status.value}", lang): count for status, count in counts.get(basis, {}).items()}, lang)
        for basis in Basis
    ]


def _commitments(noted: Mapping[Progress, int], open_: int, lang: Lang) -> str:
    """How many commitments without a number stand where, those without a note last."""
    words = {text(f"report.{progress.value}", lang): noted[progress] for progress in Progress if noted.get(progress)}
    return _listed(words | ({text("plans.open", lang): open_} if open_ else {}), lang)


def _listed(counts: Mapping[str, int], lang: Lang) -> str:
    if lang == "zh":
        return "、".join(f"{name}{count}" for name, count in counts.items()) or NOTHING
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or NOTHING
