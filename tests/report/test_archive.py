"""Files never leave their folder, and the archive page lists what is there."""

import json
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.papers import PLAN, june, material, may, review, view
from tracker.report.archive import FORMATS, folder_name, found_entries, report_path
from tracker.report.build import build
from tracker.report.document import ReportDocument
from tracker.report.writers.html import write_html, write_index
from tracker.services.reporting import write_archive, write_report


@given(st.text(max_size=120))
def test_no_code_leads_out_of_the_folder(code: str) -> None:
    name = folder_name(code)
    assert name.isascii()
    assert PurePosixPath(name).parts == (name,)
    assert name not in (".", "..")
    assert not set(name) & set('\\:*?"<>| ')
    assert len(name) <= 80


@given(st.text(max_size=8), st.text(max_size=8))
def test_two_plans_never_share_a_folder(one: str, other: str) -> None:
    assert (folder_name(one).casefold() == folder_name(other).casefold()) == (one == other)


@pytest.mark.parametrize(
    ("code", "name"), [("miit-2023", "miit-2023"), ("../etc", "etc-f7f9121f"), ("con", "con-1143da2b")]
)
def test_names(code: str, name: str) -> None:
    assert folder_name(code) == name


def test_paths_are_those_of_the_contract() -> None:
    assert str(report_path(june(), "zh", "html")) == "plan-2023/2023/2023-06/report-2023-06.zh.html"
    assert str(report_path(review(), "en", "json")) == "plan-2023/2023/review-2023-preliminary.en.json"
    spans = build(material(view("2023-01..2023-05", "2023-06-26")))
    assert str(report_path(spans, "en", "md")) == "plan-2023/2023/2023-01..2023-05/report-2023-01..2023-05.en.md"


def outside(code: str) -> ReportDocument:
    return build(material(view("2023-05", "2023-06-26"), plan=replace(PLAN, code=code)))


@pytest.mark.parametrize("code", ["../../out", "/etc/passwd", "..", "a/../../b", "C:\\x", "计划"])
def test_a_report_stays_in_its_folder_whatever_its_plan_is_called(tmp_path: Path, code: str) -> None:
    folder = tmp_path / "in" / "reports"
    (path,) = write_report(folder, outside(code), ["md"], ["zh"])
    assert path.resolve().is_relative_to(folder)
    written = [found for found in tmp_path.rglob("*") if found.is_file()]
    assert all(found.is_relative_to(folder) for found in written)


def test_the_archive_lists_the_newest_first_with_a_glance_and_all_files(tmp_path: Path) -> None:
    for document in (may(), review(), june()):
        write_report(tmp_path, document, ["html", "json"], ["zh", "en"])
    entries = found_entries(tmp_path)
    assert [(entry.paper.value, str(entry.period), entry.preliminary, len(entry.files)) for entry in entries] == [
        ("review", "2023", True, 4),
        ("report", "2023-06", False, 4),
        ("report", "2023-05", False, 4),
    ]
    assert entries[1].head == {
        "as_of": "2023-07-26",
        "plan": {"zh": "2023年工作", "en": "Work of 2023"},
        "tally": [["achieved", 1], ["on-track", 1]],
    }
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'href="plan-2023/2023/2023-06/report-2023-06.zh.html"' in page
    assert "已完成" in page
    assert "<script" not in page


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_report_in_any_one_format_says_how_it_stands(tmp_path: Path, form: str) -> None:
    write_report(tmp_path, june(), [form], ["zh"])
    (entry,) = found_entries(tmp_path)
    assert entry.head is not None
    assert (entry.as_of, entry.head["tally"]) == ("2023-07-26", [["achieved", 1], ["on-track", 1]])
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<span class="tag s-achieved">' in page
    assert (">2023年工作<" in page) == (form in ("html", "json")), "the others name the plan's folder"


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("content", [b"", b"PK", b"[" * 100_000, b'{"as_of": 1, "plan": 2, "tally": [3]}', b"%PDF-1.7"])
def test_a_file_that_says_nothing_is_listed_without(tmp_path: Path, form: str, content: bytes) -> None:
    (path,) = write_report(tmp_path, may(), [form], ["zh"])
    path.write_bytes(content)
    write_archive(tmp_path)
    assert [entry.head for entry in found_entries(tmp_path)] == [None]


def test_what_somebody_typed_is_not_taken_for_what_a_file_says(tmp_path: Path) -> None:
    words = "plan-report 2001-01-01; missed 9"
    named = replace(PLAN, name=replace(PLAN.name, zh=f"<!-- {words} -->", en=words), publisher=PLAN.publisher)
    document = build(material(view("2023-05", "2023-06-26"), plan=named))
    for form in FORMATS:
        write_report(tmp_path / form, document, [form], ["zh", "en"])
        (entry,) = found_entries(tmp_path / form)
        assert entry.as_of == "2023-06-26", form


def test_an_archive_without_reports_and_with_foreign_files(tmp_path: Path) -> None:
    odd = tmp_path / "plan" / "2023" / "2023-05"
    odd.mkdir(parents=True)
    (odd / "report-2023-05.zh.html").write_text('<meta name="plan-report" content="{\'">', encoding="utf-8")
    (odd / "report-nonsense.zh.html").write_text("x", encoding="utf-8")
    (odd / "readme.txt").write_text("x", encoding="utf-8")
    (entry,) = found_entries(tmp_path)
    assert (entry.head, entry.as_of) == (None, "2023-05-31")
    assert "–" in write_index([entry]).decode()
    assert "No report" in write_index([]).decode()


def test_the_archive_is_the_same_however_often_it_is_written(tmp_path: Path) -> None:
    write_report(tmp_path, may(), ["html"], ["zh"])
    first = (tmp_path / "index.html").read_bytes()
    write_archive(tmp_path)
    assert (tmp_path / "index.html").read_bytes() == first


def test_the_head_of_a_page_can_be_read_back_whatever_the_plan_is_called(tmp_path: Path) -> None:
    document = build(material(view("2023-05", "2023-06-26"), plan=replace(PLAN, name=replace(PLAN.name, zh='"><b>&'))))
    write_report(tmp_path, document, ["html"], ["zh"])
    assert found_entries(tmp_path)[0].head is not None
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<b>" not in page
    assert "&#34;&gt;&lt;b&gt;&amp;" in page
    assert json.loads(json.dumps(found_entries(tmp_path)[0].head))["plan"]["zh"] == '"><b>&'
    assert len(write_html(document, "zh").split(b"<style>")[0]) < 4000
