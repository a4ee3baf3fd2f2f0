"""Plan files: UTF-8 YAML to a plan, every mistake with its line; and a plan to the same text every time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO
from zoneinfo import ZoneInfo

from tracker.domain.plan import Plan
from tracker.domain.plan_data import plan_data
from tracker.domain.plan_reading import plan_from
from tracker.domain.problems import Problem
from tracker.domain.shape import Findings, Path
from tracker.errors import PlanRefused
from tracker.exchange import yaml_text
from tracker.exchange.source import opened
from tracker.exchange.yaml_text import MOST_BYTES, Lines


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan with the place of every part in its file."""

    plan: Plan
    name: str
    lines: Lines

    def line(self, path: Path) -> int:
        """The line where the part at `path` begins, or the nearest part around it that the file has."""
        return _line(self.lines, path)


def read_plan_file(where: str, stdin: IO[bytes]) -> PlanFile:
    """The plan in the file at path `where`, or in `stdin` for `-`. Raises FileTrouble, or PlanRefused."""
    with opened(where, stdin) as stream:
        content = stream.read(MOST_BYTES + 1)
    return parse_plan(content, where)


def parse_plan(content: bytes, name: str) -> PlanFile:
    """The plan in the bytes of the file called `name`. Raises PlanRefused with all problems by line."""
    findings = Findings()
    data, lines = yaml_text.load(content, findings)
    plan = None if findings.problems else plan_from(data, findings)
    if plan is not None and not _is_zone(plan.zone):
        findings.error(("timezone",), "unknown-zone", text=plan.zone)
    if plan is None or findings.problems:
        raise refusal(findings.problems, lines, name)
    return PlanFile(plan, name, lines)


def refusal(problems: Iterable[Problem], lines: Lines, name: str) -> PlanRefused:
    """The error that tells all problems of a file, in the order of its lines."""
    placed = [(int(str(problem.data.get("line") or _line(lines, problem.where))), problem) for problem in problems]
    placed.sort(key=lambda pair: pair[0])
    return PlanRefused(
        problems=tuple(problem for _, problem in placed),
        lines=tuple(line for line, _ in placed),
        count=len(placed),
        problem="one" if len(placed) == 1 else "",
        file=name,
    )


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
    except (KeyError, OSError, ValueError):
        return False
    return True
