"""Key phrases held against the document."""

import io
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import FileTrouble, PlanRefused
from tracker.exchange.document import check_evidence, paragraphs, read_document
from tracker.exchange.plan_file import parse_plan

DOCUMENT = """# 港口工作要点

去年完成吞吐量一千万吨。
泊位四十个。

今年吞吐量
超过1200万吨。
"""
PLAN = """\
plan: harbour-2024
name: 港口2024年工作
year: 2024
published: 2024-01-10
publishers: [{code: port, name: 港务局}]
indicators: [{code: cargo, name: 吞吐量, kind: flow, unit: 万吨}]
targets:
  - code: cargo-2024
    indicator: cargo
    condition: 超过1200万吨
    due: 2024-12-31
    evidence: {paragraph: 2, phrase: 吞吐量超过1200万吨}
tasks:
  - number: 1
    title: 一
    evidence: {paragraph: 0, phrase: 工作要点}
    commitments:
      - number: 1
        title: 二
        evidence: {paragraph: 1, phrase: 泊位四十}
"""


def test_paragraphs_are_numbered_from_the_title_and_lines_within_them_joined() -> None:
    assert paragraphs(DOCUMENT) == ["港口工作要点", "去年完成吞吐量一千万吨。泊位四十个。", "今年吞吐量超过1200万吨。"]
    assert paragraphs(DOCUMENT.replace("\n", "\r\n")) == paragraphs(DOCUMENT)
    assert paragraphs(DOCUMENT.replace("\n\n", "\n \t\n\n")) == paragraphs(DOCUMENT)
    assert paragraphs(" \n\n ") == []


def test_every_phrase_in_its_place_is_counted() -> None:
    assert check_evidence(parse_plan(PLAN.encode(), "p"), paragraphs(DOCUMENT)) == 3


def test_each_phrase_out_of_place_is_told_with_its_line_and_where_it_is() -> None:
    text = (
        PLAN.replace("{paragraph: 2", "{paragraph: 1")
        .replace("泊位四十", "泊位五十")
        .replace("paragraph: 0", "paragraph: 9")
    )
    with pytest.raises(PlanRefused) as refused:
        check_evidence(parse_plan(text.encode(), "p"), paragraphs(DOCUMENT))
    data: Any = refused.value.data
    assert [(line, problem.code) for line, problem in zip(data["lines"], data["problems"], strict=True)] == [
        (12, "phrase-elsewhere"),
        (16, "no-paragraph"),
        (20, "phrase-nowhere"),
    ]
    assert data["problems"][0].data["found"] == [2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_documents_in_the_encodings_people_have(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "d.txt").write_bytes(DOCUMENT.encode(encoding))
    assert read_document(str(tmp_path / "d.txt"), io.BytesIO()) == paragraphs(DOCUMENT)


def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_bytes(b"abc\n\xff\xff\n")
    with pytest.raises(FileTrouble) as trouble:
        read_document(str(tmp_path / "d.txt"), io.BytesIO())
    assert trouble.value.data == {"path": str(tmp_path / "d.txt"), "problem": "encoding", "line": 2}
