"""What is wrong with an entry, in three strengths: errors stop, warnings ask, notices are told and kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding: a stable code with the data its text needs; `where` is a path (plan files) or a column (rows)."""

    severity: Severity
    code: str
    data: Mapping[str, object] = field(default_factory=dict)
    where: tuple[str | int, ...] = ()


def errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.WARNING]
