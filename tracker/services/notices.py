"""What is said to people about a run: the summary of a report, what is missing, what has changed.

A notice has a subject and lines. It is printed, or delivered to the targets of its schedule, in its languages.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.bilingual import LANGS, Bilingual, Lang
from tracker.domain.due import DueFigure, DueState
from tracker.domain.observation import NATION
from tracker.i18n import text
from tracker.report.document import Edition, Move, Paper, ReportDocument
from tracker.services.reminders import Digest, Missing

SEPARATOR = " / "
MOST_LINES = 12
"""Lines of a summary; whoever wants more opens the report."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A subject and lines, by language."""

    subject: Bilingual
    lines: tuple[Bilingual, ...]

    def said(self, lang: Lang) -> list[str]:
        """The notice as printed: the subject, then its lines below it."""
        return [self.subject.get(lang), *(f"  {line.get(lang)}" for line in self.lines)]

    def title(self, languages: Iterable[Lang]) -> str:
        """The subject of a message, in every language."""
        return SEPARATOR.join(self.subject.get(lang) for lang in languages)

    def body(self, languages: Iterable[Lang]) -> str:
        """The lines of a message, one language after the other."""
        return "\n\n".join("\n".join(line.get(lang) for line in self.lines) for lang in languages)


def of_paper(document: ReportDocument) -> Notice:
    """The summary of a report or review: which one it is, then its headlines."""
    kind = document.paper.value
    if document.paper is Paper.REVIEW and document.edition is Edition.PRELIMINARY:
        kind = "review-preliminary"
    subject = both(f"notice.{kind}", plan=document.plan.name, period=document.period)
    as_of = both("notice.as-of", day=document.as_of)
    headlines = [sentence.text for sentence in document.headlines[:MOST_LINES]]
    return Notice(subject, (*headlines, as_of))


def of_digest(found: Digest) -> Notice | None:
    """What is missing, overdue figures first, and what comes next; None when all is in."""
    if not found.missing:
        return None
    subject = both("schedule.digest-title", plan=found.plan.name, day=found.as_of)
    return Notice(subject, tuple(_missing(item) for item in found.missing))


def of_moves(plan: Bilingual, moves: Iterable[Move]) -> Notice | None:
    """What became worse or was flipped by a revision; None for nothing."""
    lines = tuple(move.sentence.text for move in moves)
    return Notice(both("notice.alert", plan=plan, count=len(lines)), lines) if lines else None


def of_backup(plan: Bilingual, name: str) -> Notice:
    """That a backup was made."""
    return Notice(both("notice.backup", plan=plan), (Bilingual(name, name),))


def both(key: str, /, **data: object) -> Bilingual:
    """A text in both languages."""
    chinese, english = (text(key, lang, **data) for lang in LANGS)
    return Bilingual(chinese, english)


def _missing(item: Missing) -> Bilingual:
    figure = item.figure
    assert figure.release is not None  # noqa: S101 - what is due has a release
    code = {DueState.OVERDUE: "overdue", DueState.DUE: "due"}.get(figure.state, "expected")
    day = figure.release.usual if figure.state is DueState.EXPECTED else figure.release.latest
    line = both(f"schedule.digest-{code}", day=day, indicator=_name(figure), period=figure.period)
    if not item.by:
        return line
    return both("schedule.digest-by", line=line, by=item.by)


def _name(figure: DueFigure) -> Bilingual:
    """The indicator's name, outside the nation with its area."""
    name, area = figure.indicator.name, figure.area
    return name if area == NATION else Bilingual(f"{name.get('zh')}（{area}）", f"{name.get('en')} ({area})")
