"""Markdown lines up as plain text and never takes foreign text for markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from tests.report.papers import june, renamed, review
from tracker.domain.bilingual import Lang
from tracker.report.phrases import legible
from tracker.report.writers.markdown import escape, write_markdown


def tables(text: str) -> list[list[str]]:
    blocks = re.split(r"\n(?!\|)", text)
    found = [[line for line in block.split("\n") if line.startswith("|")] for block in blocks]
    return [lines for lines in found if lines]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_columns_of_every_table_line_up(lang: Lang) -> None:
    for document in (june(), review()):
        found = tables(write_markdown(document, lang).decode())
        assert len(found) > 5
        for lines in found:
            assert len({cell_len(line) for line in lines}) == 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_escaped_text_shows_as_it_is(words: str) -> None:
    seen = legible(words)
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(f"x {escape(seen)}")
    shown = re.sub(r"<(?!/?p>)[^>]*>", "MARKUP", html)
    assert "MARKUP" not in shown
    plain = re.sub(r"</?p>\n?", "", shown)
    for code, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(code, letter)
    assert plain == f"x {seen}".rstrip()


@pytest.mark.parametrize("start", ["- a", "+ a", "1. a", "2) a", "= a", "# a", "> a", "* a", "---", "==="])
def test_no_text_begins_a_list_or_a_heading(start: str) -> None:
    assert MarkdownIt("commonmark").render(escape(start)) == f"<p>{start.replace('>', '&gt;')}</p>\n"


def test_hostile_names_stay_in_their_cell() -> None:
    text = write_markdown(renamed("a|b\n# x <script>alert(1)</script> [l](javascript:x)"), "en").decode()
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in html
    assert "<a " not in html
    assert "<h1>a|b # x" in html
    for lines in tables(text):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1


def test_it_reads_like_a_report() -> None:
    text = write_markdown(june(), "zh").decode()
    assert text.startswith(
        "# 2023年工作进展情况月报\n\n2023年6月 · 数据截至2023年7月26日\n\n依据：2023年会议（工业和信息化部"
    )
    assert "- 截至2023年7月26日，文件明确提出的2项目标中，" in text
    assert re.search(r"^\| +1 \| 专精特新中小企业数 +\| 2023年6月26日 +\| +超过8万家 \|", text, re.MULTILINE)
    assert "已完成" in text.split("### 专精特新中小企业数")[1].split("\n")[0]
