"""The terminal report fits its width, aligns Chinese, and says in words what it says in colour."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.report.ahead import august
from tests.report.papers import june, renamed, review
from tracker.domain.bilingual import Lang
from tracker.report.document import ReportDocument
from tracker.report.writers.terminal import print_report


def printed(document: ReportDocument, lang: Lang, width: int, *, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colour, no_color=not colour,
        color_system="standard" if colour else None, markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    print_report(document, lang, console)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(lang: Lang, width: int) -> None:
    for document in (june(), review(), august()):
        assert max(cell_len(line) for line in printed(document, lang, width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_nothing_is_cut_off(width: int) -> None:
    text = printed(june(), "zh", width)
    assert "…" not in text.replace("… 待发布", "")
    assert "专精特新中小企业数" in text.replace("\n", "")


def test_wide_terminals_get_the_columns_narrow_ones_find_below() -> None:
    head = next(line for line in printed(june(), "zh", 120).splitlines() if line.startswith("目标 "))
    assert "应达水平" in head
    narrow = printed(june(), "zh", 80)
    assert "应达水平" not in next(line for line in narrow.splitlines() if line.startswith("目标 "))
    assert re.search(r"^应达水平 +\S", narrow, re.MULTILINE)


@pytest.mark.parametrize("width", [80, 120])
def test_no_column_is_so_narrow_that_an_english_word_is_cut(width: int) -> None:
    lines = printed(june(), "en", width).splitlines()
    table = lines[lines.index("Targets") : lines.index("Since the last report")]
    words = {word for line in table for word in re.split(r"[ \[]", line)}
    assert "enterprises" in words
    assert words & {"enterprise", "enterpri", "s", "2]", "Specialise"} == set()


def test_numbers_stand_under_each_other() -> None:
    lines = printed(june(), "zh", 120).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("目标 "))
    row = next(line for line in lines[start:] if "超过8万家[" in line)
    end = cell_len(lines[start].split("最新数据")[0]) + cell_len("最新数据")
    assert cell_len(row.split("]")[0]) + 1 == end


def test_a_colour_is_never_alone() -> None:
    coloured = printed(june(), "zh", 120, colour=True)
    assert "\x1b[32m✓ 已完成" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(june(), "zh", 120)


def test_foreign_text_sends_nothing_to_the_terminal() -> None:
    text = printed(renamed("x\x1b[2J\x07\x9b31m[bold]red[/bold]\u202egnp.exe"), "en", 80)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "[bold]red[/bold]" in text.replace("\n", "")
