"""Plan files: UTF-8 YAML to a plan, every mistake with its line; and a plan to the same text every time."""

from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import cast
from zoneinfo import ZoneInfo

from tracker.domain.plan import Plan
from tracker.domain.plan_data import plan_data, read_plan
from tracker.domain.problems import Problem
from tracker.domain.shape import Findings, Path
from tracker.errors import FileTrouble, PlanRefused
from tracker.exchange import yaml_text
from tracker.exchange.yaml_text import MOST_BYTES, Lines
from tracker.files import reason


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan with the place of every part in its file."""

    plan: Plan
    name: str
    lines: Lines

    def line(self, path: Path) -> int:
        """The line where the part at `path` begins, or the nearest part around it that the file has."""
        return _line(self.lines, path)


def read_plan_file(path: FilePath) -> PlanFile:
    """The plan in a file. Raises FileTrouble, or PlanRefused with all problems by line."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error
    return parse_plan(content, str(path))


def parse_plan(content: bytes, name: str) -> PlanFile:
    """The plan in the bytes of the file called `name`. Raises PlanRefused with all problems by line."""
    findings = Findings()
    data, lines = yaml_text.load(content, findings)
    if data is None:
        raise refusal(findings.problems, lines, name)
    try:
        plan = read_plan(data)
    except PlanRefused as refused:
        raise refusal(
            findings.problems + list(cast("tuple[Problem, ...]", refused.data["problems"])), lines, name
        ) from None
    if not _is_zone(plan.zone):
        findings.error(("timezone",), "unknown-zone", text=plan.zone)
    if findings.problems:
        raise refusal(findings.problems, lines, name)
    return PlanFile(plan, name, lines)


def refusal(problems: list[Problem], lines: Lines, name: str) -> PlanRefused:
    """The error that tells all problems of a file, in the order of its lines."""
    placed = [replace(problem, data={"line": _line(lines, problem.where), **problem.data}) for problem in problems]
    placed.sort(key=lambda problem: int(str(problem.data["line"])))
    return PlanRefused(problems=tuple(placed), count=len(placed), file=name)


def plan_text(plan: Plan) -> str:
    """The plan as the text of a plan file; reading it gives the same plan."""
    return yaml_text.dump(plan_data(plan))


def _line(lines: Lines, path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError):
        return False
    return True
