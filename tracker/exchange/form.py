"""A form to fill in with the figures of a month: what stands in it, whatever file it becomes.

Its columns are those of an import, which takes the form back as it is, and three that are only there to be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain.bilingual import Bilingual, Lang
from tracker.i18n import text

NAME, LAST, PROBLEM = "name", "last_value", "problem"
"""Columns for people: an import passes over them."""
COLUMNS = (
    NAME, "indicator", "period", LAST, "value", "unit", "flag", "publisher", "published_on", "source", "note", "reason",
)  # fmt: skip
AREA = "area"
"""Stands after the name, if a figure is about anywhere but the nation."""
ENTERED = ("value", "flag", "published_on", "source", "note", "reason")
"""What a person fills in: a row of a form without any of it was left empty."""
PREFILLED = ("unit", "publisher")
"""Filled in beforehand, and open to change."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One figure to enter: what is given of it by column, and the columns left to the person."""

    given: Mapping[str, str]
    open: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """The rows in the language of whoever fills them in.

    `day` is the one it was made for; `publishers` are all the plan has: the name to fill in, and the other name.
    """

    lang: Lang
    title: Bilingual
    day: date
    rows: tuple[FormRow, ...]
    publishers: tuple[tuple[str, str], ...]
    has_areas: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in their order."""
        return (NAME, AREA, *COLUMNS[1:]) if self.has_areas else COLUMNS

    def heading(self, column: str) -> str:
        """What a column is called."""
        return text(f"columns.{column}", self.lang)
