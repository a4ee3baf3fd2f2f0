"""Holding a plan against the document it was made from: does every key phrase stand where the plan says?

Paragraphs are separated by blank lines and numbered from the title, which is 0. Line breaks and other white space
within a paragraph do not count, so a document with wrapped lines will do.
"""

import re
from collections.abc import Iterator
from typing import IO

from tracker.domain.plan import Plan
from tracker.domain.shape import Findings, Path
from tracker.domain.target import Evidence
from tracker.errors import FileTrouble
from tracker.exchange.plan_file import PlanFile, refusal
from tracker.exchange.source import opened

MOST_BYTES = 16 * 1024 * 1024
"""No document with goals comes near it."""


def read_document(where: str, stdin: IO[bytes]) -> list[str]:
    """The paragraphs of a text file in UTF-8 or GB 18030. Raises FileTrouble (missing, encoding, too-big, ...)."""
    with opened(where, stdin) as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileTrouble(path=where, problem="too-big")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return paragraphs(content.decode(encoding))
        except UnicodeDecodeError as trouble:
            line = content[: trouble.start].count(b"\n") + 1
    raise FileTrouble(path=where, problem="encoding", line=line)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each without white space; a title may be marked as one (`# `)."""
    blocks = (block for block in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n")) if block.strip())
    found = ["".join(block.split()) for block in blocks]
    return [found[0].lstrip("#"), *found[1:]] if found else []


def check_evidence(file: PlanFile, document: list[str]) -> int:
    """How many key phrases stand where the plan says. Raises PlanRefused, with lines, unless all do."""
    findings = Findings()
    checked = 0
    for path, evidence in every_evidence(file.plan):
        _check(evidence, document, path, findings)
        checked += 1
    if findings.problems:
        raise refusal(findings.problems, file.lines, file.name)
    return checked


def every_evidence(plan: Plan) -> Iterator[tuple[Path, Evidence]]:
    """Every place in the document a plan names, with its path in the plan file."""
    for place, target in enumerate(plan.targets):
        yield from _at(target.evidence, "targets", place)
    for place, task in enumerate(plan.tasks):
        yield from _at(task.evidence, "tasks", place)
        for inner, clause in enumerate(task.clauses):
            yield from _at(clause.evidence, "tasks", place, "commitments", inner)


def _at(evidence: Evidence | None, *path: str | int) -> Iterator[tuple[Path, Evidence]]:
    if evidence is not None:
        yield (*path, "evidence", "phrase"), evidence


def _check(evidence: Evidence, document: list[str], path: Path, findings: Findings) -> None:
    number, phrase = evidence.paragraph, "".join(evidence.phrase.split())
    if number >= len(document):
        findings.error((*path[:-1], "paragraph"), "no-paragraph", paragraph=number, last=len(document) - 1)
    elif phrase not in document[number]:
        found = [place for place, text in enumerate(document) if phrase in text]
        code = "phrase-elsewhere" if found else "phrase-nowhere"
        findings.error(path, code, phrase=evidence.phrase, paragraph=number, found=found)
