"""Findings and errors as lines and as JSON: `warning CODE: ...`, `警告 CODE：...`."""

from collections.abc import Iterable, Mapping
from typing import Any

from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.problems import Problem
from tracker.errors import TrackerError
from tracker.i18n import text
from tracker.i18n.findings import error_words, finding_text, place_text


def message_line(kind: str, code: str, message: str, lang: Lang) -> str:
    """`error bad-value: ...`; `kind` is error, warning or notice."""
    return text("cli.line", lang, kind=text(f"cli.{kind}", lang), code=code, message=message)


def problem_text(problem: Problem, lang: Lang) -> str:
    """What a finding says, without its code."""
    return finding_text(problem.code, problem.data, lang)


def problem_line(problem: Problem, lang: Lang, line: object = "") -> str:
    """A finding as a line, with its place in front where it has one: its path or column, and the `line` of a file."""
    message = problem_text(problem, lang)
    places = [text("cli.file-line", lang, line=str(line))] if line else []
    places += [place_text(problem.where, lang)] if problem.where else []
    if places:
        message = text("cli.at", lang, where=" ".join(places), message=message)
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
    """What an error says, without its code."""
    return error_words(error.code, error.data, lang)


def error_problems(error: TrackerError) -> list[Problem]:
    """The findings an error carries under `problems`."""
    found = error.data.get("problems", ())
    return [item for item in found if isinstance(item, Problem)] if isinstance(found, Iterable) else []


def error_lines(error: TrackerError) -> list[object]:
    """The lines of a file its findings stand on, in the same order; empty if they stand in no file."""
    found = error.data.get("lines", ())
    return list(found)[: len(error_problems(error))] if isinstance(found, Iterable) else []


def plain(value: Any) -> Any:
    """`value` as JSON has it; whatever JSON does not know becomes its text."""
    match value:
        case None | bool() | int() | str():
            return str(value) if isinstance(value, str) else value
        case Bilingual():
            return {"zh": value.zh, "en": value.en}
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return str(value)
