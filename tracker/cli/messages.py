"""Findings and errors as lines and as JSON: `warning CODE: ...`, `警告 CODE：...`."""

from collections.abc import Iterable, Mapping
from typing import Any

from tracker.domain.bilingual import Lang
from tracker.domain.problems import Problem
from tracker.errors import TrackerError
from tracker.i18n import has_text, text

PROBLEM_AREAS = ("problems", "plan_problems")
"""Where the texts of problems stand: those of figures, those of plan files."""


def message_line(kind: str, code: str, message: str, lang: Lang) -> str:
    """`error bad-value: ...`; `kind` is error, warning or notice."""
    return text("cli.line", lang, kind=text(f"cli.{kind}", lang), code=code, message=message)


def problem_text(problem: Problem, lang: Lang) -> str:
    """What a finding says, without its code."""
    for area in PROBLEM_AREAS:
        if has_text(f"{area}.{problem.code}"):
            return text(f"{area}.{problem.code}", lang, **problem.data)
    raise KeyError(problem.code)


def problem_line(problem: Problem, lang: Lang) -> str:
    """A finding as a line, with its place in front where it has one (`row 3, unit`)."""
    message = problem_text(problem, lang)
    if problem.where:
        message = text("cli.at", lang, where=" ".join(map(str, problem.where)), message=message)
    return message_line(problem.severity.value, problem.code, message, lang)


def problem_json(problem: Problem, lang: Lang) -> dict[str, Any]:
    """A finding for `--json`."""
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem_text(problem, lang),
        "where": list(problem.where),
        "data": plain(problem.data),
    }


def error_text(error: TrackerError, lang: Lang) -> str:
    """What an error says: the text for its `problem` where there is one, else that of its code."""
    data = dict(error.data)
    for key in (f"errors.{error.code}.{data.get('problem', '')}", f"errors.{error.code}"):
        if has_text(key):
            return text(key, lang, **data)
    raise KeyError(error.code)


def error_problems(error: TrackerError) -> list[Problem]:
    """The findings an error carries under `problems`."""
    found = error.data.get("problems", ())
    return [item for item in found if isinstance(item, Problem)] if isinstance(found, Iterable) else []


def plain(value: Any) -> Any:
    """`value` as JSON has it; whatever JSON does not know becomes its text."""
    match value:
        case None | bool() | int() | str():
            return str(value) if isinstance(value, str) else value
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return str(value)
