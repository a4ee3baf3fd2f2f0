"""What a report looks like before a format is chosen: sections of paragraphs, tables and pictures in one language.

A layout is composed once (`compose`) and every text format renders the same blocks, so that no format can say
something else. Texts are plain; each writer escapes them for its format.
"""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.bilingual import Lang
from tracker.report.document import Chart

NUMBER, WORDS = "right", "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text. `refs` are numbers of sources, `status` a status code to mark it with, `note` a second line,
    `anchor` the section it leads to, `value` the number the text prints, for formats that keep numbers as such; None
    where it prints none or only a bound of one."""

    text: str
    refs: tuple[int, ...] = ()
    status: str = ""
    note: str = ""
    anchor: str = ""
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; `spare` ones may be left out where there is little width, as they stand elsewhere too; the
    cells of `whole` ones stay on one line where there is room."""

    title: str
    align: str = WORDS
    spare: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of each being its heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()
    """Names of the rows, where something refers to them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `aside` is of less weight."""

    text: Cell
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. `lead` makes it the headline list of the report."""

    items: tuple[Cell, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Names with their values."""

    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its caption; `small` ones stand side by side."""

    chart: Chart
    caption: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small pictures side by side."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A list that may be folded away under a summary. `lines` are read one by one, others run on."""

    summary: str
    items: tuple[Cell, ...]
    lines: bool = False


Block = Paragraph | Bullets | Table | Terms | Picture | Gallery | Fold


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `depth` 1 is a chapter, 2 a part of one; `status` marks the heading; `fresh`
    ones begin a page where there are pages."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    depth: int = 1
    status: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole report in one language. `title` names it where it is spoken of, `heading` stands above it, where its
    period follows in `subtitle`. `tally` are statuses with their counts, for a glance."""

    lang: Lang
    title: str
    heading: str
    subtitle: str
    basis: str
    tally: tuple[Cell, ...]
    sections: tuple[Section, ...]
    footer: Terms
