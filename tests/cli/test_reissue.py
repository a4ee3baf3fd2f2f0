"""`tracker report --reissue`: what was issued comes out again, whatever has happened since."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.report.papers import FIGURES, PLAN, fig
from tracker.store.database import Change, open_database
from tracker.store.migrate import create_database

FORMS = "md,html,xlsx,docx,json"


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


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("re*-2023*.*")}


def add_a_figure(office: Path) -> None:
    path = str(office.parent / "office.db")
    with open_database(path) as database, database.write(Change("tester", "record", plan=PLAN.code)) as writer:
        writer.add_observation(fig("output", "2023-01..06", "3.8%", "2023-07-17"))


def test_after_new_data_the_kept_files_come_out_and_would_be_the_same(run: Run, office: Path) -> None:
    issued = run("report", "2023-06", "--format", FORMS, "--lang", "zh,en", "-o", "first")
    number = re.findall(r"run (\d+)", issued.stderr)[0]
    add_a_figure(office)
    changed = run("report", "2023-06", "--format", FORMS, "--lang", "zh,en", "-o", "second")
    again = run("report", "--reissue", number, "-o", "third")
    assert (again.exit_code, len(again.stdout.splitlines())) == (0, 10)
    assert "all 10 file(s) would be the same bytes" in again.stderr
    assert files(office / "third") == files(office / "first") != files(office / "second")
    assert changed.stderr != issued.stderr
    footer = (office / "first/plan-2023/2023/2023-06/report-2023-06.en.md").read_text("utf-8")
    known = re.findall(r"Known at: (.+\+08:00)", footer)[0]
    assert f"known at {known}" in again.stderr


def test_issuing_moves_no_known_at(run: Run, office: Path) -> None:
    for folder in ("a", "b"):
        run("report", "2023-05", "--format", "html,json", "-o", folder)
    run("review", "2023", "--format", "html", "-o", "c")
    run("report", "2023-05", "--format", "html,json", "-o", "d")
    assert files(office / "a") == files(office / "b") == files(office / "d")


def test_the_same_report_again_is_the_same_run(run: Run) -> None:
    notes = [run("report", "2023-06", "--format", "json").stderr for _ in range(2)]
    assert notes[0] == notes[1]
    assert run("report", "2023-05", "--format", "json").stderr != notes[0]


def test_a_review_and_one_of_its_formats(run: Run, office: Path) -> None:
    number = re.findall(r"run (\d+)", run("review", "2023", "--format", "html,json", "-o", "first").stderr)[0]
    again = run("report", "--reissue", number, "--format", "json", "-o", "-")
    path = "plan-2023/2023/review-2023-preliminary.en.json"
    assert again.stdout_bytes == (office / "first" / path).read_bytes()
    assert run("report", "--reissue", number, "-o", "second").stdout.splitlines()[1] == f"second/{path}"


def test_the_hash_a_report_bears_names_it(run: Run, office: Path) -> None:
    run("report", "2023-06", "--format", "json", "-o", "first")
    [content] = files(office / "first").values()
    for digits in (64, 12):
        again = run("report", "--reissue", json.loads(content)["content_hash"][:digits], "-o", "-")
        assert again.stdout_bytes == content


def test_other_versions_are_named_and_the_kept_bytes_come_out(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("report", "2023-06", "--format", "json,md", "-o", "first")
    monkeypatch.setattr("tracker.report.writers.json.__version__", "99.0")
    monkeypatch.setattr("tracker.report.writers.__version__", "99.0")
    again = run("report", "--reissue", "1", "-o", "second")
    assert again.exit_code == 0
    assert files(office / "second") == files(office / "first")
    warnings = [line for line in again.stderr.splitlines() if line.startswith("warning")]
    assert len(warnings) == 1, "Markdown says nothing that differs"
    assert warnings[0].startswith("warning reissue-version: plan-2023/2023/2023-06/report-2023-06.en.json")
    assert "tracker 99.0 (it was made with tracker " in warnings[0]


def test_content_that_differs_is_told_from_versions(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("report", "2023-06", "--format", "json,md", "--lang", "zh", "-o", "first")
    monkeypatch.setattr("tracker.report.headlines.MOST", 0)
    again = run("--lang", "zh", "report", "--reissue", "1", "-o", "second")
    assert files(office / "second") == files(office / "first")
    json_line, md_line, difference = again.stderr.splitlines()[1:]
    assert json_line.startswith("警告 reissue-content：plan-2023/2023/2023-06/report-2023-06.zh.")
    assert "数据库内容已与当时不一致" in md_line
    assert difference.startswith("提示 reissue-differs：plan-2023/2023/2023-06/report-2023-06.zh.md：首处不同，当时为“")


def test_another_program_that_says_something_else_is_named(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("report", "2023-06", "--format", "json,html", "--lang", "zh,en", "-o", "first")
    monkeypatch.setattr("tracker.report.headlines.MOST", 0)
    monkeypatch.setattr("tracker.report.writers.__version__", "99.0")
    again = run("report", "--reissue", "1", "-o", "second")
    assert files(office / "second") == files(office / "first")
    warnings = [line for line in again.stderr.splitlines() if line.startswith("warning reissue-program")]
    assert len(warnings) == 2, "one for each set of versions"
    assert "and others, 2 files in all, would say something else now" in warnings[0]
    assert "tracker 99.0" in warnings[0]


def test_a_file_that_was_not_kept_is_written_anew_and_said(run: Run, office: Path) -> None:
    run("report", "2023-06", "--format", "json", "-o", "first")
    with closing(sqlite3.connect(office.parent / "office.db")) as database, database:
        database.execute("DELETE FROM report_file")
    again = run("report", "--reissue", "1", "-o", "second")
    assert files(office / "second") == files(office / "first")
    assert "warning reissue-lost" in again.stderr


def test_a_letterhead_is_kept_with_the_report(run: Run, office: Path) -> None:
    from docx import Document

    word = Document()
    word.sections[0].header.paragraphs[0].text = "Office of the Plan"
    word.save(str(office / "letterhead.docx"))
    run("report", "2023-06", "--format", "docx", "--template", "letterhead.docx", "-o", "first")
    (office / "letterhead.docx").unlink()
    again = run("report", "--reissue", "1", "-o", "second")
    assert "would be the same bytes" in again.stderr
    assert files(office / "second") == files(office / "first")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--reissue", "7"), 21, "did you mean: 1 (2023-06)"),
        (("--reissue", "abcdef012345"), 21, "no report run “abcdef012345”"),
        (("2023-06", "--reissue", "1"), 2, "leave out the period"),
        (("--reissue", "1", "--format", "docx"), 21, "en.json"),
        ((), 2, "PERIOD is missing"),
    ],
)
def test_what_cannot_come_out_is_said(run: Run, args: tuple[str, ...], code: int, words: str) -> None:
    run("report", "2023-06", "--format", "json")
    done = run("report", *args)
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr


def test_a_database_that_cannot_be_written_still_reports(run: Run, office: Path) -> None:
    from tracker.errors import DatabaseTrouble

    def refuse(*_: object, **__: object) -> None:
        raise DatabaseTrouble(where="office.db", problem="read-only")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.store.database.Database.write", refuse)
        done = run("report", "2023-06", "--format", "json", "-o", "first")
    assert done.exit_code == 0
    assert files(office / "first")
    assert "was not kept" in done.stderr


def test_next_year_s_plan_is_drafted_and_checks(run: Run, office: Path) -> None:
    done = run("plan", "carry", "--to", "2024", "-o", "next.yaml")
    assert (done.exit_code, done.stdout) == (0, "next.yaml\n")
    assert "plan check next.yaml" in done.stderr
    assert "plan-2024 is sound" in run("plan", "check", "next.yaml").stdout
    assert run("plan", "carry", "--to", "2024").stdout_bytes == (office / "next.yaml").read_bytes()
    assert (run("plan", "carry", "--to", "2024-05").exit_code, run("plan", "carry", "--to", "2023").exit_code) == (
        22,
        22,
    )


def test_a_question_that_was_open_stays_in_what_was_issued(run: Run, office: Path) -> None:
    run("follow-up", "add", "2", "is the list final?")
    issued = run("report", "2023-06", "--format", FORMS, "--lang", "zh,en", "-o", "first")
    assert all(b"is the list final?" in content for path, content in files(office / "first").items() if "docx" in path)
    number = re.findall(r"run (\d+)", issued.stderr)[0]
    run("follow-up", "answer", "1", "yes")
    again = run("report", "--reissue", number, "-o", "second")
    assert "all 10 file(s) would be the same bytes" in again.stderr
    assert files(office / "second") == files(office / "first")
    run("report", "2023-06", "--format", "md", "-o", "third")
    assert not any(b"is the list final?" in content for content in files(office / "third").values())
