"""The findings of `tracker doctor` as lines by area and as JSON."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tracker.cli import terminal
from tracker.cli.messages import error_text, plain
from tracker.cli.schedule_health import age_text
from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.i18n.wrap import pad, width_of, wrap
from tracker.services.doctor import Result, State

if TYPE_CHECKING:
    from tracker.cli.app import App

SCHEMA = 1
STYLES = {State.OK: "green", State.ATTENTION: "yellow", State.BROKEN: "bold red"}
STEP = 1000
SECRETIVE = ("problems",)
"""Data of errors that lines and documents have no place for."""


def print_areas(app: "App", areas: Sequence[tuple[str, Sequence[Result]]], color: str) -> None:
    """Every area under its heading, one finding a line, folded where a terminal is too narrow; then the sum."""
    from rich.text import Text

    console, lang = app.console(color), app.session.lang
    words = {state: text(f"doctor.state.{state.value}", lang) for state in State}
    indent = max(map(width_of, words.values())) + 4
    for name, results in areas:
        if results:
            console.print(Text(text(f"doctor.area.{name}", lang), style="bold"))
        for result in results:
            first, *rest = _folded(message(result, lang), app.width - indent)
            state = (pad(f"  {words[result.state]}", indent), STYLES[result.state])
            console.print(Text.assemble(state, first), soft_wrap=True)
            for line in rest:
                console.print(" " * indent + line, soft_wrap=True)
    console.print(text("doctor.sum", lang, **{key: str(count) for key, count in counts(areas).items()}))


def _folded(line: str, width: int) -> list[str]:
    return wrap(line, max(width, 20)) if terminal.is_terminal(sys.stdout) else [line]


def counts(areas: Sequence[tuple[str, Sequence[Result]]]) -> dict[str, int]:
    """How many findings are how."""
    states = [result.state for _, results in areas for result in results]
    return {state.value: states.count(state) for state in State}


def message(result: Result, lang: Lang) -> str:
    """What was found, and what to do about it."""
    if result.error is not None:
        return error_text(result.error, lang)
    if result.code.startswith("defect-"):
        return text(f"db.{result.code}", lang, **result.data)
    return text(f"doctor.{result.code}", lang, **dict(_in_words(result.data, lang)))


def _in_words(data: Mapping[str, object], lang: Lang) -> Iterator[tuple[str, object]]:
    for name, value in data.items():
        if name in ("size", "free", "log") and isinstance(value, int):
            yield name, size_text(value)
        elif name == "age" and (value is None or isinstance(value, timedelta)):
            yield name, age_text(value, lang)
        else:
            yield name, value


def size_text(size: float) -> str:
    """Bytes as people read them: 6.7 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < STEP:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= STEP
    return f"{size:.1f} TB"


def report_json(areas: Sequence[tuple[str, Sequence[Result]]], lang: Lang) -> dict[str, Any]:
    """The same for a program: codes and data are stable, messages are for people."""
    found = counts(areas)
    worst = next((state for state in reversed(State) if found[state.value]), State.OK)
    checks = [{"area": name, **_document(result, lang)} for name, results in areas for result in results]
    return {"schema": SCHEMA, "outcome": worst.value, **found, "checks": checks}


def _document(result: Result, lang: Lang) -> dict[str, Any]:
    data = {name: _plain(value) for name, value in result.data.items() if name not in SECRETIVE}
    return {"code": result.code, "state": result.state.value, "message": message(result, lang), "data": data}


def _plain(value: object) -> Any:
    return int(value.total_seconds()) if isinstance(value, timedelta) else plain(value)
