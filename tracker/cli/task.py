"""`tracker task`: the document's commitments and their notes."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.base import App, command
from tracker.cli.options import DATE, Moment, as_of_option, json_option, known_at_option, list_option
from tracker.domain.plan import Progress
from tracker.i18n import text
from tracker.i18n.wrap import pad, width_of, wrap

if TYPE_CHECKING:
    from tracker.domain.plan import Note, Task
    from tracker.services.tasks import Standing, TaskList

SCHEMA = 1
OPEN = "open"
"""Stands for a commitment nobody has noted a status of."""
STATUSES = [progress.value for progress in Progress if progress is not Progress.NOTED]
INDENT = 4


@command(
    "task list",
    click.argument("number", type=click.IntRange(min=0), metavar="TASK", required=False),
    list_option("--status", choices=[*STATUSES, OPEN]),
    click.option("--notes", "with_notes", is_flag=True),
    as_of_option,
    known_at_option,
    json_option,
)
def list_(
    app: App,
    *,
    number: int | None,
    status: tuple[str, ...],
    with_notes: bool,
    as_of: date | None,
    known_at: Moment | None,
    json: bool,
) -> None:
    """Print the tasks and where their commitments stand."""
    from tracker.services.tasks import task_list

    with app.database().read() as reader:
        plan_code = app.plan_code(reader)
        zone = reader.plan(plan_code).zone
        day = as_of or app.today(zone)
        found = task_list(reader, plan_code, day, known_at.at(zone) if known_at else None, number)
    if json:
        app.json(_document(found, day, status))
        return
    width = max(width_of(_status(app, word)) for word in (*Progress, None))
    for task, standings in found.tasks:
        shown = [standing for standing in standings if _wanted(standing, status)]
        if shown or not status:
            app.out(f"{task.number}. {task.title.get(app.lang)}")
        for standing in shown:
            _print(app, standing, width, with_notes=with_notes)


@command(
    "task note",
    click.argument("ref", metavar="N.M"),
    click.argument("status", type=click.Choice([progress.value for progress in Progress])),
    click.option("--note", required=True, metavar="TEXT"),
    click.option("--evidence", default="", metavar="TEXT"),
    click.option("--date", "day", type=DATE, metavar="DATE"),
    json_option,
)
def note(app: App, *, ref: str, status: str, note: str, evidence: str, day: date | None, json: bool) -> None:
    """Note where a commitment stands."""
    from tracker.services.tasks import NewNote, add_note

    database = app.database()
    with database.read() as reader:
        plan_code = app.plan_code(reader)
    wanted = NewNote(ref, Progress(status), note, app.settings.user, app.now(), evidence, day)
    kept = add_note(database, plan_code, wanted)
    if json:
        app.json({"schema": SCHEMA, **_note(kept)})
        return
    app.out(text("plans.noted", app.lang, subject=ref, day=kept.noted_on, status=_status(app, kept.status)))


def _wanted(standing: "Standing", status: tuple[str, ...]) -> bool:
    return not status or (OPEN if standing.status is None else standing.status.value) in status


def _status(app: App, status: Progress | None) -> str:
    return text("plans.open", app.lang) if status is None else text(f"report.{status.value}", app.lang)


def _print(app: App, standing: "Standing", width: int, *, with_notes: bool) -> None:
    """A commitment in a line, its last note (or all) below."""
    clause, lang = standing.clause, app.lang
    head = f"  {pad(clause.ref, 6)} {pad(_status(app, standing.status), width)}  "
    indent = width_of(head)
    first, *rest = wrap(clause.title.get(lang), max(20, app.width - indent))
    app.out(head + first)
    for line in rest:
        app.out(" " * indent + line)
    for note in standing.notes if with_notes else standing.notes[-1:]:
        said = text("plans.note", lang, day=note.noted_on, status=_status(app, note.status), text=note.text)
        source = text("plans.evidence", lang, text=note.evidence) if note.evidence else ""
        for line in wrap(said + source, max(20, app.width - 2 * INDENT)):
            app.out(" " * 2 * INDENT + line)


def _document(found: "TaskList", day: date, status: tuple[str, ...]) -> dict[str, Any]:
    tasks = [_task(task, [one for one in standings if _wanted(one, status)]) for task, standings in found.tasks]
    return {"schema": SCHEMA, "plan": found.plan.code, "as_of": day.isoformat(), "tasks": tasks}


def _task(task: "Task", standings: list["Standing"]) -> dict[str, Any]:
    return {
        "number": task.number,
        "title": {"zh": task.title.zh, "en": task.title.en},
        "commitments": [
            {
                "ref": standing.clause.ref,
                "title": {"zh": standing.clause.title.zh, "en": standing.clause.title.en},
                "kind": standing.clause.kind or None,
                "targets": list(standing.clause.target_codes),
                "status": None if standing.status is None else standing.status.value,
                "notes": [_note(note) for note in standing.notes],
            }
            for standing in standings
        ],
    }


def _note(note: "Note") -> dict[str, Any]:
    return {
        "subject": note.subject,
        "status": note.status.value,
        "date": note.noted_on.isoformat(),
        "note": note.text,
        "evidence": note.evidence or None,
        "recorded_by": note.recorded_by or None,
    }
