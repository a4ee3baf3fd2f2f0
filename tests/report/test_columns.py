"""The columns of a page are as wide as what may not be broken in them, in the sizes it is set in."""

from collections.abc import Callable
from itertools import chain, pairwise

import pytest

from tests.report.papers import june, review
from tracker.domain.bilingual import Lang
from tracker.i18n.wrap import is_wide
from tracker.report.blocks import Table
from tracker.report.compose import compose
from tracker.report.document import ReportDocument
from tracker.report.writers.columns import kept, shares

PAGE, SIDES = 453, 9
"""Points: the width of a page of Word between its margins, and the space left and right in a cell."""
SIZE, LETTER, BOLD = 8.5, 0.56, 0.65
"""Points of the letters of a table, and how wide a Latin one is at most, plain and bold, as a part of that."""


def points(words: str, letter: float = LETTER) -> float:
    """How long words are on paper, with the gap between Chinese characters and digits."""
    edges = sum(is_wide(one) != is_wide(other) for one, other in pairwise(words))
    return SIZE * (sum(1 if is_wide(one) else letter for one in words) + edges / 5)


@pytest.mark.parametrize("paper", [june, review])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_day_no_status_and_no_heading_is_broken(paper: Callable[[], ReportDocument], lang: Lang) -> None:
    blocks = chain.from_iterable(section.blocks for section in compose(paper(), lang).sections)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) > 5
    for table in tables:
        places = kept(table)
        for place, share in zip(places, shares(table, places), strict=True):
            column, room = table.columns[place], share * PAGE - SIDES
            assert max(points(word, BOLD) for word in column.title.split()) <= room, column.title
            for row in table.rows if column.whole and place else ():
                assert points(row[place].text) <= room, row[place].text
