"""`tracker report` and `tracker review`: what goes to the terminal, to files, to stdout and to stderr."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.report.papers import FIGURES, PLAN
from tracker.store.database import Change, open_database
from tracker.store.migrate import create_database


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a plan and figures, and a folder to work in."""
    path = tmp_path / "office.db"
    create_database(str(path))
    with open_database(str(path)) as database, database.write(Change("tester", "plan-load", plan=PLAN.code)) as writer:
        writer.add_plan(PLAN)
        for row in FIGURES:
            writer.add_observation(row)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TRACKER_DB", str(path))
    return folder


def test_without_a_format_the_report_is_printed(run: Run, office: Path) -> None:
    done = run("report", "2023-06")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Work of 2023: monthly report\nJun 2023 · Figures as published by 26 Jul 2023\n")
    assert "✓ achieved" in done.stdout
    assert "\x1b" not in done.stdout
    assert list(office.iterdir()) == []


def test_the_interface_s_language_is_the_report_s_unless_it_is_chosen(run: Run) -> None:
    assert run("--lang", "zh", "report", "2023-06").stdout.startswith("2023年工作进展情况月报\n2023年6月 · ")
    assert run("report", "2023年6月", "--lang", "zh").stdout.startswith("2023年工作进展情况月报\n2023年6月 · ")
    both = run("report", "2023-06", "--lang", "zh,en").stdout
    assert both.index("进展情况月报") < both.index("Work of 2023: monthly report")


def test_files_are_named_on_stdout_one_a_line(run: Run, office: Path) -> None:
    done = run("report", "2023-06", "--format", "md,html,json", "--lang", "zh,en")
    assert done.exit_code == 0
    assert done.stderr == "issued as run 1; `tracker report --reissue 1` brings these files out again\n"
    lines = done.stdout.splitlines()
    assert lines[0] == "reports/plan-2023/2023/2023-06/report-2023-06.zh.md"
    assert sorted(lines) == sorted(str(path.relative_to(office)) for path in office.rglob("report-*"))
    assert len(lines) == 6
    assert (office / "reports" / "index.html").is_file()


def test_a_folder_without_a_format_gets_html(run: Run, office: Path) -> None:
    assert run("report", "2023-06", "-o", "out").stdout == "out/plan-2023/2023/2023-06/report-2023-06.en.html\n"
    assert (office / "out" / "plan-2023" / "2023" / "2023-06" / "report-2023-06.en.html").is_file()


def test_one_file_goes_to_stdout_alone(run: Run, office: Path) -> None:
    done = run("report", "2023-06", "--format", "json", "-o", "-")
    assert json.loads(done.stdout)["period"] == "2023-06"
    assert list(office.iterdir()) == []


def test_two_files_do_not_fit_on_stdout(run: Run) -> None:
    done = run("report", "2023-06", "--format", "json,md", "-o", "-")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "takes one format and one language" in done.stderr


@pytest.mark.parametrize("year", ["2022", "2024"])
def test_a_review_is_of_a_year_of_the_plan(run: Run, year: str) -> None:
    refused = run("review", year)
    assert (refused.exit_code, refused.stdout) == (22, "")
    assert f"“{year}” is no year of the plan plan-2023 (2023)" in refused.stderr


def test_the_review_of_a_year(run: Run) -> None:
    done = run("review", "2023", "--format", "md")
    assert done.stdout == "reports/plan-2023/2023/review-2023-preliminary.en.md\n"
    printed = run("review", "2023").stdout
    assert "preliminary edition" in printed
    assert re.search(r"Specialised SMEs: achieved, with more than 98,000 enterprises on 21 Sep 2023", printed)


def test_dates_choose_what_is_seen(run: Run) -> None:
    early = run("report", "2023-06", "--as-of", "2023-06-25").stdout
    assert "Figures as published by 25 Jun 2023" in early
    assert "✓ achieved" not in early
    unknown = run("report", "2023-06", "--known-at", "2020-01-01")
    assert unknown.exit_code == 21, "the plan was not known then"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("report", "2099-01"), 22, "has not begun"),
        (("report", "nonsense"), 22, "nonsense"),
        (("report",), 2, "PERIOD is missing"),
        (("report", "2023-06", "--format", "docm"), 2, "has to be one of"),
        (("review", "2023-06"), 22, "is not a year"),
        (("report", "2023-06", "--plan", "plan-2032"), 21, "plan-2023"),
    ],
)
def test_what_cannot_be_done_is_said_on_stderr(run: Run, args: tuple[str, ...], code: int, words: str) -> None:
    done = run(*args)
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_said(run: Run, office: Path) -> None:
    (office / "taken").write_text("a file", encoding="utf-8")
    done = run("report", "2023-06", "--format", "md", "-o", "taken")
    assert (done.exit_code, done.stdout) == (24, "")
    assert "taken" in done.stderr


def test_a_word_report_takes_the_office_s_letterhead(run: Run, office: Path) -> None:
    from docx import Document

    word = Document()
    word.sections[0].header.paragraphs[0].text = "Office of the Plan"
    word.save(str(office / "letterhead.docx"))
    done = run("report", "2023-06", "--format", "docx", "--template", "letterhead.docx", "-o", "out")
    assert done.exit_code == 0
    written = Document(str(office / done.stdout.strip()))
    assert written.sections[0].header.paragraphs[0].text == "Office of the Plan"


@pytest.mark.parametrize(("name", "words"), [("none.docx", "no such file"), ("taken.docx", "no Word document")])
def test_a_letterhead_that_is_none_is_refused(run: Run, office: Path, name: str, words: str) -> None:
    (office / "taken.docx").write_text("not a zip", encoding="utf-8")
    done = run("report", "2023-06", "--format", "docx", "--template", name)
    assert (done.exit_code, done.stdout) == (24, "")
    assert words in done.stderr
    assert not (office / "reports" / "plan-2023").exists()


def test_without_the_typesetter_no_file_is_written(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("report", "2023-06", "--format", "html,pdf")
    assert (done.exit_code, done.stdout) == (29, "")
    assert "pip install 'plan-tracker[pdf]'" in done.stderr
    assert not (office / "reports").exists()
