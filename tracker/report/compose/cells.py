"""The cells, columns and small blocks that all chapters are made of, in one language."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.period import label
from tracker.domain.quantity import Bound
from tracker.i18n import text
from tracker.report.blocks import NUMBER, WORDS, Bullets, Cell, Column, Table
from tracker.report.document import Amount, Figure, NoteRecord, Sentence
from tracker.report.phrases import SEMICOLON, day_text, legible

Heading = str | tuple[str, str]
"""A column: the code of its title, alone (words), or with any of "number", "spare" and "if-any": no column of the table
where all its cells are empty."""


_WHOLE = {
    "announced", "cause", "chance-of", "date", "due", "first-achieved", "latest", "made-on", "period", "published",
    "reported", "status", "vintage",
}  # fmt: skip
"""Columns of days, periods and single words."""


class Words:
    """The words of one language, for whoever composes."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.none = Cell(text("report.none", lang))

    def label(self, code: str, /, **data: object) -> str:
        """A label of the report's own texts."""
        return text(f"report.{code}", self.lang, **data)

    def get(self, words: Bilingual) -> str:
        """Text from the document, made legible: names and sources may hold anything."""
        return legible(words.get(self.lang))

    def plain(self, words: Bilingual | str) -> Cell:
        shown = legible(words) if isinstance(words, str) else self.get(words)
        return Cell(shown) if shown else self.none

    def day(self, day: date | None) -> Cell:
        return self.none if day is None else Cell(day_text(day, self.lang))

    def due(self, day: date) -> str:
        """A due date, in words where it is the end of a year."""
        if (day.month, day.day) == (12, 31):
            return self.label("year-end", year=str(day.year))
        return day_text(day, self.lang)

    def amount(self, amount: Amount | None) -> Cell:
        return self.none if amount is None else Cell(self.get(amount.text), value=amount.value)

    def status(self, status: str | None) -> Cell:
        return self.none if not status else Cell(text(f"status.{status}", self.lang), status=status)

    def figure(self, figure: Figure | None, *, with_period: bool = True) -> Cell:
        """A figure with its period and flags beneath, and the number of its source."""
        if figure is None:
            return self.none
        notes = [label(figure.period, self.lang)] if with_period else []
        notes += [self.label(f"flag-{flag}") for flag in figure.flag]
        notes += [self.label("derived")] if figure.derived else []
        refs = () if figure.source is None else (figure.source,)
        exact = figure.value if figure.bound is Bound.EXACTLY else None
        return Cell(self.get(figure.text), refs, note=SEMICOLON[self.lang].join(notes), value=exact)

    def note(self, note: NoteRecord) -> tuple[Cell, Cell, Cell]:
        """A note as three cells: its date, the status it gives, what it says with its evidence."""
        said, evidence = legible(note.text), legible(note.evidence)
        words = self.label("evidence-of", text=said, evidence=evidence) if evidence else said
        return self.day(note.noted_on), Cell(self.label(note.status)), Cell(words)

    def bullets(self, sentences: Iterable[Sentence], *, lead: bool = False) -> Bullets:
        return Bullets(tuple(self.plain(sentence.text) for sentence in sentences), lead)

    def table(
        self,
        caption: str,
        headings: Sequence[Heading],
        rows: Iterable[tuple[Cell, ...]],
        anchors: Iterable[str] = (),
    ) -> Table:
        """A table; `caption` and headings are codes of labels."""
        told = list(rows)
        split = [heading if isinstance(heading, tuple) else (heading, "") for heading in headings]
        kept = [place for place, (_, how) in enumerate(split) if "if-any" not in how or self._any(told, place)]
        columns = tuple(self._column(*split[place]) for place in kept)
        return Table(self.label(caption), columns, tuple(tuple(row[at] for at in kept) for row in told), tuple(anchors))

    def _any(self, rows: Iterable[tuple[Cell, ...]], place: int) -> bool:
        return any(row[place] != self.none for row in rows)

    def _column(self, code: str, how: str) -> Column:
        whole = code in _WHOLE or (code == "goal" and self.lang == "zh")
        return Column(self.label(code), NUMBER if "number" in how else WORDS, spare="spare" in how, whole=whole)


def target_anchor(code: str) -> str:
    """The name of a target's page, safe in a link whatever the code holds."""
    return "target-" + "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in code)
