"""Columns that are there to be read, and rows of a form that were left empty."""

import pytest

from tracker.domain.draft import Draft
from tracker.domain.problems import Problem
from tracker.exchange.columns import Columns, problem_place
from tracker.exchange.form import COLUMNS, LAST, NAME, PROBLEM
from tracker.exchange.table import Row
from tracker.i18n import LANGS, text

HEADER = ["名称", "指标", "期间", "上期数值", "数值", "单位", "发布机构", "来源"]


def drafts(header: list[str], *rows: list[str]) -> tuple[Columns, list[tuple[int, Draft | Problem]]]:
    columns = Columns(Row(1, header))
    assert columns.problems == []
    return columns, list(columns.drafts(Row(number, cells) for number, cells in enumerate(rows, 2)))


@pytest.mark.parametrize("lang", LANGS)
def test_every_heading_of_a_form_is_understood(lang: str) -> None:
    headings = [text(f"columns.{column}", "zh" if lang == "zh" else "en") for column in (*COLUMNS, "area", PROBLEM)]
    assert Columns(Row(1, headings)).problems == []


def test_columns_for_people_are_passed_over() -> None:
    _, [(line, draft)] = drafts(HEADER, ["产量", "nev", "2023-05", "5（2023年4月）", "7", "辆", "caam", "x"])
    assert line == 2
    assert draft == Draft("nev", "2023-05", "7", "辆", publisher="caam", source="x")


def test_rows_of_a_form_without_anything_filled_in_are_passed_over() -> None:
    columns, found = drafts(
        HEADER,
        ["产量", "nev", "2023-05", "5", "", "辆", "caam", ""],
        ["产量", "nev", "2023-05", "5", "", "辆", "caam"],
        ["产量", "nev", "2023-05", "5", "7", "辆", "caam", ""],
    )
    assert [line for line, _ in found] == [4]
    assert columns.left_empty == 2


def test_a_row_with_a_source_and_no_value_was_not_left_empty() -> None:
    columns, found = drafts(HEADER, ["产量", "nev", "2023-05", "5", "", "辆", "caam", "a page"])
    assert (len(found), columns.left_empty) == (1, 0)


def test_an_ordinary_table_has_no_empty_rows() -> None:
    columns, found = drafts(["指标", "期间", "数值"], ["nev", "2023-05", ""])
    assert (len(found), columns.left_empty) == (1, 0)


def test_apostrophes_are_taken_off_in_files_of_ours_only() -> None:
    _, [(_, draft)] = drafts([*HEADER, "problem"], ["", "nev", "2023", "", "'-2.9个百分点", "", "", "'=x", "wrong"])
    assert isinstance(draft, Draft)
    assert (draft.value, draft.source) == ("-2.9个百分点", "=x")
    _, [(_, draft)] = drafts(["指标", "期间", "数值"], ["nev", "2023", "'-5"])
    assert isinstance(draft, Draft)
    assert draft.value == "'-5"


@pytest.mark.parametrize("name", ["问题", "Problem", "问题：缺少此列", "problem: the column “x” means nothing"])
def test_the_column_of_problems_is_found(name: str) -> None:
    assert problem_place(Row(1, ["指标", name])) == 1
    assert problem_place(Row(1, ["指标", LAST, NAME])) is None
