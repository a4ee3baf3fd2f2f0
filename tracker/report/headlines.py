"""The headline sentences: where the targets stand, what changed, what is at risk, what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.assessment import Status
from tracker.domain.target import Basis
from tracker.report.document import (
    Edition,
    FigureChange,
    LedgerEntry,
    MissingRelease,
    Move,
    Sentence,
    Tally,
    TargetPage,
)
from tracker.report.material import Material
from tracker.report.phrases import both, counted, listed, sentence, when
from tracker.report.sentences import stating, status_words

MOST = 8
"""Headlines of one sort; the tables have the rest."""
_AT_RISK = (Status.OFF_TRACK, Status.BEHIND, Status.MISSED)


def tallies(pages: Iterable[TargetPage]) -> Iterator[Tally]:
    """How many targets of each basis have each status, in the order statuses are decided."""
    counts = Counter((page.basis, page.status) for page in pages)
    for basis in Basis:
        for status in Status:
            if counts[basis, status.value]:
                yield Tally(basis, status.value, counts[basis, status.value])


def headlines(
    material: Material,
    pages: tuple[TargetPage, ...],
    found_moves: tuple[Move, ...],
    changes: tuple[FigureChange, ...],
    missing: tuple[MissingRelease, ...],
) -> Iterator[Sentence]:
    """What a reader has to know who reads nothing else."""
    yield from _tally(material, pages)
    if not material.observations:
        yield sentence("sentences.no-figures")
    yield from _moves(material, found_moves)
    yield from _standings(pages, {move.target for move in found_moves})
    yield from _changes(changes)
    yield from _missing(missing)


def review_headlines(
    material: Material,
    pages: tuple[TargetPage, ...],
    ledger: tuple[LedgerEntry, ...],
    edition: Edition,
    missing: tuple[MissingRelease, ...],
) -> Iterator[Sentence]:
    """The review in brief: the count, each verdict, the edition, what is missing."""
    yield from _tally(material, pages)
    names = {page.code: page.name for page in pages}
    for entry in ledger[:MOST]:
        name, verdict = names[entry.target], entry.verdict.text
        yield Sentence(entry.verdict.code, both("sentences.review-of", name=name, verdict=verdict))
    yield from _rest(ledger)
    waiting = sum(1 for entry in ledger if entry.outcome.value == "open")
    yield counted(f"sentences.edition-{edition}", waiting)
    yield from _missing(missing)


def _tally(material: Material, pages: tuple[TargetPage, ...]) -> Iterator[Sentence]:
    """The counts; interpreted targets never stand among the stated ones."""
    codes = {Basis.STATED: "tally", Basis.INTERPRETED: "tally-interpreted"}
    counts = list(tallies(pages))
    for basis in Basis:
        own = [tally for tally in counts if tally.basis is basis]
        if own:
            parts = listed(
                both("sentences.tally-part", count=tally.count, status=status_words(tally.status)) for tally in own
            )
            count = sum(tally.count for tally in own)
            yield counted(f"sentences.{codes[basis]}", count, as_of=material.now.as_of, parts=parts)
    if not counts:
        yield sentence("sentences.no-targets")


def _rest(things: Sequence[object]) -> Iterator[Sentence]:
    """How many of them the headlines leave to the tables."""
    if len(things) > MOST:
        yield sentence("sentences.more-targets", count=len(things) - MOST)


def _moves(material: Material, found: tuple[Move, ...]) -> Iterator[Sentence]:
    if material.before is not None and not found:
        yield sentence("sentences.no-moves", period=material.before.period)
    yield from (move.sentence for move in found[:MOST])
    yield from _rest(found)


def _standings(pages: tuple[TargetPage, ...], moved: set[str]) -> Iterator[Sentence]:
    """Targets at risk that did not just move; in a small plan also how the others stand."""
    rest = [page for page in pages if page.code not in moved]
    at_risk = [page for page in rest if page.status in _AT_RISK]
    yield from map(_risk, at_risk[:MOST])
    yield from _rest(at_risk)
    if len(pages) <= MOST:
        for page in rest:
            if page not in at_risk and page.actual is not None:
                yield _standing(page)


def _risk(page: TargetPage) -> Sentence:
    words = status_words(page.status)
    if page.actual is None or page.expected is None or page.gap is None:
        return sentence("sentences.risk-plain", name=page.name, status=words)
    return sentence(
        "sentences.risk",
        name=page.name,
        status=words,
        figure=page.actual.text,
        is_figure=stating(page.actual.text),
        period=page.actual.period,
        when=when(page.actual.period),
        expected=page.expected.text,
        gap=page.gap.text,
    )


def _standing(page: TargetPage) -> Sentence:
    figure = page.actual
    assert figure is not None  # noqa: S101 - the caller chose pages with a figure
    return sentence(
        "sentences.standing",
        name=page.name,
        status=status_words(page.status),
        figure=figure.text,
        is_figure=stating(figure.text),
        period=figure.period,
        when=when(figure.period),
    )


def _changes(changes: tuple[FigureChange, ...]) -> Iterator[Sentence]:
    for change in changes[:MOST]:
        data = {"name": change.name, "period": change.old.period, "old": change.old.text}
        if change.new is None:
            yield sentence("sentences.taken-back", **data)
        else:
            code = "corrected" if change.correction else "revised"
            yield sentence(f"sentences.{code}", **data, new=change.new.text)


def _missing(missing: tuple[MissingRelease, ...]) -> Iterator[Sentence]:
    if not missing:
        return
    counts = Counter(one.name for one in missing)
    items = [both("sentences.missing-item", name=name, count=count) for name, count in counts.items()]
    code = "missing" if len(items) <= MOST else "missing-more"
    yield counted(f"sentences.{code}", len(missing), items=listed(items[:MOST]))
