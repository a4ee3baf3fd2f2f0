"""`tracker follow-up`: questions about figures, asked, answered and listed."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import click

from tracker.cli.base import App, command
from tracker.cli.entering import figure_line
from tracker.cli.options import json_option
from tracker.domain.follow_up import FollowUp, Said
from tracker.domain.plan import Plan
from tracker.i18n import text
from tracker.i18n.wrap import wrap
from tracker.services import following

SCHEMA = 1
INDENT = "    "


@command("follow-up list", click.option("--all", "answered", is_flag=True), json_option)
def list_(app: App, *, answered: bool, json: bool) -> None:
    """Print the open questions."""
    with app.database().read() as reader:
        found = following.follow_ups(reader, app.plan_code(reader), answered=answered)
    _tell(app, found, json=json)
    if not found.questions and not json:
        app.out(text("follow_up.none", app.lang))


@command(
    "follow-up add",
    click.argument("number", type=click.IntRange(min=1), metavar="ID"),
    click.argument("question", metavar="QUESTION"),
    json_option,
)
def add(app: App, *, number: int, question: str, json: bool) -> None:
    """Ask about a figure."""
    _tell(app, following.ask(app.database(), _plan_code(app), app.settings.user, number, question), json=json)


@command(
    "follow-up answer",
    click.argument("number", type=click.IntRange(min=1), metavar="NUMBER"),
    click.argument("words", metavar="ANSWER"),
    json_option,
)
def answer(app: App, *, number: int, words: str, json: bool) -> None:
    """Answer a question."""
    _tell(app, following.answer(app.database(), _plan_code(app), app.settings.user, number, words), json=json)


def _plan_code(app: App) -> str:
    with app.database().read() as reader:
        return app.plan_code(reader)


def _tell(app: App, found: following.FollowUps, *, json: bool) -> None:
    if json:
        questions = [follow_up_document(one) for one in found.questions]
        app.json({"schema": SCHEMA, "plan": found.plan.code, "follow_ups": questions})
        return
    for one in found.questions:
        for line in follow_up_lines(app, found.plan, one):
            app.out(line)


def follow_up_lines(app: App, plan: Plan, one: FollowUp) -> Iterator[str]:
    """A question with its number, the figure it is about below it, and the answer."""
    zone, lang = ZoneInfo(plan.zone), app.lang

    def said(words: Said, key: str, **data: object) -> str:
        day = words.at.astimezone(zone).date()
        return text(f"follow_up.{key}", lang, text=words.text, by=words.by, day=day, **data)

    yield from wrap(said(one.question, "question", number=one.id), app.width)
    figure = text("entry.numbered", lang, number=one.figure.id, figure=figure_line(app, plan, one.figure))
    details = [figure] if one.answer is None else [figure, said(one.answer, "answer")]
    for detail in details:
        yield from (INDENT + line for line in wrap(detail, max(20, app.width - len(INDENT))))


def follow_up_document(one: FollowUp) -> dict[str, Any]:
    """A question in a document."""
    from tracker.services.figure_json import figure_document

    return {
        "number": one.id,
        "figure": figure_document(one.figure),
        "question": _said(one.question),
        "answer": None if one.answer is None else _said(one.answer),
    }


def _said(words: Said) -> dict[str, str]:
    return {"text": words.text, "by": words.by, "at": words.at.isoformat()}
