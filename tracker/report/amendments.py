"""Targets that were set, changed or given up while the plan was running."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from tracker.domain.bilingual import Bilingual
from tracker.domain.target import Target
from tracker.report.book import Book
from tracker.report.document import Sentence
from tracker.report.material import Material
from tracker.report.pages import goal_words, target_name, vintages_of
from tracker.report.phrases import both, sentence


def amendments(material: Material, book: Book, since: date, told: Iterable[str] = ()) -> Iterator[Sentence]:
    """What was announced after `since` and by the report's day, target by target in the order they were first set.

    `told`: codes of targets whose coming or going a move tells of already.
    """
    known = set(told)
    for code in dict.fromkeys(vintage.code for vintage in material.vintages):
        vintages = _announced(code, material)
        if vintages and since < vintages[0].published_on and code not in known:
            yield _added(vintages[0], book)
        for old, new in pairwise(vintages):
            if new.published_on > since and not (new.withdrawn and code in known):
                yield from _changed(old, new, book)


def _announced(code: str, material: Material) -> list[Target]:
    """What was announced of a target day by day; what corrects an announcement stands for it."""
    return list({vintage.published_on: vintage for vintage in vintages_of(code, material)}.values())


def _added(target: Target, book: Book) -> Sentence:
    name, goal = target_name(target, book), goal_words(target)
    return sentence("sentences.target-added", name=name, goal=goal, published=target.published_on)


def _changed(old: Target, new: Target, book: Book) -> Iterator[Sentence]:
    """The sentence on a vintage that replaced another; none where neither the goal nor the due date is another."""
    before, after = goal_words(old), goal_words(new)
    data = {"name": target_name(new, book), "published": new.published_on, "old": before, "new": after}
    data |= {"before": old.due, "due": new.due, "why": _why(new.reason)}
    if new.withdrawn:
        yield sentence("sentences.target-withdrawn", **data)
    elif before != after:
        yield sentence("sentences.target-changed", **data)
    elif old.due != new.due:
        yield sentence("sentences.target-due-changed", **data)


def _why(reason: str) -> Bilingual:
    return both("sentences.why", reason=reason.rstrip("。.")) if reason else Bilingual("", "")
