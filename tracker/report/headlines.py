"""The headline sentences: where the targets stand, what changed, what is at risk, what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tracker.domain.assessment import Status
from tracker.domain.bilingual import Bilingual
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
from tracker.report.phrases import both, counted, listed, sentence
from tracker.report.sentences import chance, figure_data, forecast_data, gap_code, gap_data, status_words

MOST = 8
"""Headlines of one sort; the tables have the rest."""
EVEN = Decimal("0.5")
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
    amended: tuple[Sentence, ...],
    changes: tuple[FigureChange, ...],
    missing: tuple[MissingRelease, ...],
) -> Iterator[Sentence]:
    """What a reader has to know who reads nothing else."""
    yield from _tally(material, pages)
    if not material.observations:
        yield sentence("sentences.no-figures")
    yield from _moves(material, found_moves)
    yield from amended
    yield from _standings(material, pages, {move.target for move in found_moves})
    yield from _changes(changes)
    yield from _missing(missing)


def review_headlines(
    material: Material,
    pages: tuple[TargetPage, ...],
    ledger: tuple[LedgerEntry, ...],
    amended: tuple[Sentence, ...],
    edition: Edition,
    missing: tuple[MissingRelease, ...],
) -> Iterator[Sentence]:
    """The review in brief: the count, each verdict, the edition, what is missing."""
    yield from _tally(material, pages)
    names = {page.code: page.name for page in pages}
    for entry in ledger[:MOST]:
        name, verdict = names[entry.target], _lowered(entry.verdict.text)
        yield Sentence(entry.verdict.code, both("sentences.review-of", name=name, verdict=verdict))
    yield from _rest(ledger)
    yield from amended
    waiting = sum(1 for entry in ledger if entry.outcome.value == "open")
    yield counted(f"sentences.edition-{edition}", waiting)
    yield from _missing(missing)


def _lowered(words: Bilingual) -> Bilingual:
    """A sentence as what follows a colon."""
    return Bilingual(words.zh, words.en[:1].lower() + words.en[1:])


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
            data = {"as_of": material.now.as_of, "parts": parts, "status": status_words(own[0].status)}
            same = "-same" if len(own) == 1 and count > 1 and basis is Basis.STATED else ""
            yield counted(f"sentences.{codes[basis]}{same}", count, **data, added=_added(pages))
    if not counts:
        yield sentence("sentences.no-targets")


def _added(pages: tuple[TargetPage, ...]) -> Bilingual:
    """How many of the stated targets were announced after the plan."""
    count = sum(1 for page in pages if page.basis is Basis.STATED and page.added)
    if not count:
        return Bilingual("", "")
    return both("sentences.tally-added" if count == 1 else "sentences.tally-added-more", added=count)


def _rest(things: Sequence[object]) -> Iterator[Sentence]:
    """How many of them the headlines leave to the tables."""
    if len(things) > MOST:
        yield sentence("sentences.more-targets", count=len(things) - MOST)


def _moves(material: Material, found: tuple[Move, ...]) -> Iterator[Sentence]:
    if material.before is not None and not found:
        yield sentence("sentences.no-moves", period=material.before.period)
    yield from (move.sentence for move in found[:MOST])
    yield from _rest(found)


def _standings(material: Material, pages: tuple[TargetPage, ...], moved: set[str]) -> Iterator[Sentence]:
    """Targets at risk that did not just move, those that are heading for a miss, and in a small plan the others."""
    rest = [page for page in pages if page.code not in moved]
    at_risk = [page for page in rest if page.status in _AT_RISK]
    yield from (_risk(page, material) for page in at_risk[:MOST])
    yield from _rest(at_risk)
    heading = [page for page in pages if page not in at_risk and _is_heading_for_a_miss(page)]
    yield from map(_ahead, heading[:MOST])
    if len(pages) <= MOST:
        for page in rest:
            if page not in at_risk and page not in heading and page.actual is not None:
                yield _standing(page)


def _is_heading_for_a_miss(page: TargetPage) -> bool:
    """Whether a target that is on its way is more likely to be missed than not."""
    return page.status == Status.ON_TRACK and page.forecast is not None and page.forecast.probability < EVEN


def _ahead(page: TargetPage) -> Sentence:
    assert page.forecast is not None  # noqa: S101 - the caller chose pages with a forecast
    data = forecast_data(page.forecast)
    return sentence(
        "sentences.risk-ahead", name=page.name, status=status_words(page.status), goal=page.condition.text, **data
    )


def _risk(page: TargetPage, material: Material) -> Sentence:
    words = status_words(page.status)
    if page.actual is None or page.expected is None or page.gap is None:
        return sentence("sentences.risk-plain", name=page.name, status=words)
    assessment = material.now.by_code[page.code]
    where = both(f"sentences.gap-{gap_code(assessment, page)}", **gap_data(assessment, page))
    outcome = Bilingual("", "")
    if page.forecast is not None:
        outcome = both("sentences.chance-too", chance=chance(page.forecast.probability))
    return sentence("sentences.risk", name=page.name, status=words, where=where, outcome=outcome, **figure_data(page))


def _standing(page: TargetPage) -> Sentence:
    data: dict[str, object] = {"name": page.name, "status": status_words(page.status), **figure_data(page)}
    if page.progress is None or page.elapsed is None:
        return sentence("sentences.standing", **data)
    return Sentence(
        "standing",
        both(f"sentences.standing-{page.kind}", **data, progress=page.progress.text, elapsed=page.elapsed.text),
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
