"""Schedules with a letterhead: looked at when it is given, used at every run, missed when it has gone."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from docx import Document

from tests.scheduling.office import PLAN, Office, small_plan
from tracker.domain.period import Period
from tracker.domain.planned import PlannedSchedule, What
from tracker.errors import FileTrouble
from tracker.exchange.plan_file import parse_plan, plan_text
from tracker.services import schedules
from tracker.services.plans import load_plan
from tracker.services.reissuing import Fate, reissue
from tracker.store import ledger

Run = Callable[..., Result]
ADD = ("add", "m", "--every", "monthly on day 26", "--what", "report", "--from", "2023-01", "--lang", "en")


def letterhead(path: Path, words: str = "某某市发展和改革委员会") -> Path:
    """An office's own template at a path."""
    word = Document()
    word.sections[0].header.paragraphs[0].text = words
    word.save(str(path))
    return path


def header(content: bytes | Path) -> str:
    word: Any = Document(io.BytesIO(content) if isinstance(content, bytes) else str(content))
    return str(word.sections[0].header.paragraphs[0].text)


def listed(run: Run) -> dict[str, Any]:
    [found] = json.loads(run("list", "--json").stdout)["schedules"]
    return dict(found)


def test_documents_are_written_in_the_letterhead_and_others_as_ever(run: Run, tmp_path: Path) -> None:
    letterhead(tmp_path / "office.docx")
    added = run(*ADD, "--format", "docx,md", "--template", "office.docx")
    assert added.exit_code == 0, added.stderr
    assert listed(run)["template"] == str(tmp_path / "office.docx")
    assert f"Word documents in the letterhead {tmp_path / 'office.docx'}" in run("list").stdout
    document, text = run("tick", "--now", "2023-02-27").stdout.splitlines()
    assert header(Path(document)) == "某某市发展和改革委员会"
    assert text.endswith(".md")


def test_word_is_the_format_where_none_is_given(run: Run, tmp_path: Path) -> None:
    letterhead(tmp_path / "office.docx")
    run(*ADD, "--template", "office.docx")
    assert listed(run)["formats"] == ["docx"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ((*ADD, "--template", "none.docx"), 24, "none.docx: there is no such file"),
        ((*ADD, "--template", "."), 24, "is a folder"),
        ((*ADD, "--template", "words.docx"), 24, "words.docx is no Word document or template"),
        ((*ADD, "--template", "office.docx", "--format", "md,html"), 28, "add docx to --format"),
        (("add", "b", "--every", "daily", "--what", "backup", "--template", "office.docx"), 28, "leave out --template"),
    ],
)
def test_what_is_no_letterhead_is_refused(
    run: Run, tmp_path: Path, args: tuple[str, ...], code: int, words: str
) -> None:
    letterhead(tmp_path / "office.docx")
    (tmp_path / "words.docx").write_text("no document")
    refused = run(*args)
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert words in refused.stderr
    assert json.loads(run("list", "--json").stdout)["schedules"] == []


def test_it_can_be_given_changed_and_taken_away_later(run: Run, tmp_path: Path) -> None:
    letterhead(tmp_path / "office.docx")
    run(*ADD, "--format", "md")
    assert "add docx to --format" in run("edit", "m", "--template", "office.docx").stderr
    assert run("edit", "m", "--template", "office.docx", "--format", "docx").exit_code == 0
    assert "or take the letterhead away" in run("edit", "m", "--format", "md").stderr
    (tmp_path / "office.docx").unlink()
    assert run("edit", "m", "--every", "monthly on day 20").exit_code == 0, "what is not changed is not looked at"
    assert run("edit", "m", "--template", "office.docx").exit_code == 24
    assert run("edit", "m", "--no-template").exit_code == 0
    assert (listed(run)["template"], listed(run)["formats"]) == (None, ["docx"])


def test_a_letterhead_that_has_gone_is_told_before_a_run_fails_and_after(run: Run, tmp_path: Path) -> None:
    path = letterhead(tmp_path / "office.docx")
    run(*ADD, "--template", "office.docx")
    run("tick", "--now", "2023-02-27")
    assert run("health").exit_code == 0
    path.unlink()
    ill = run("health")
    assert ill.exit_code == 28
    assert f"m, letterhead: {path}: there is no such file or folder" in ill.stdout
    assert "1 letterhead(s) that cannot be used" in ill.stderr
    told = json.loads(run("health", "--json").stdout)
    assert (told["healthy"], told["letterheads"]) == (
        False,
        [{"schedule": "m", "template": str(path), "problem": "missing"}],
    )
    failed = run("tick", "--now", "2023-03-27")
    assert (failed.exit_code, failed.stdout) == (28, "")
    assert f"{path}: there is no such file or folder" in failed.stderr
    assert f"{path}: there is no such file or folder" in run("history", "m").stdout
    run("pause", "m")
    assert json.loads(run("health", "--json").stdout)["letterheads"] == []


def test_the_letterhead_of_a_run_is_kept_with_it(office: Office, tmp_path: Path) -> None:
    path = letterhead(tmp_path / "office.docx")
    first = Period.month(2023, 1)
    new = schedules.NewSchedule(
        "s", "monthly", What.REPORT, PLAN, ("zh",), start=first, folder=office.folder, template=path
    )
    schedules.add(office.database, new, "li")
    [made] = office.tick("2023-02-27T00:00")
    letterhead(path, "another office")
    [later] = office.tick("2023-03-27T00:00")
    with office.database.read() as reader:
        for run, words in ((made.run, "某某市发展和改革委员会"), (later.run, "another office")):
            [file] = reissue(reader, str(run.id)).files
            assert (file.fate, header(file.content)) == (Fate.SAME, words)
        [kept] = ledger.runs_of(reader, made.run.schedule_id or 0)[0].files
        letter = ledger.kept_file(reader, kept.template)
        assert letter is not None
        assert header(letter) == "某某市发展和改革委员会"


def test_a_plan_file_may_name_one(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    planned = PlannedSchedule("月报", "monthly on day 26 at 09:00", What.REPORT, template="office.docx")
    plan = replace(small_plan(), schedules=(planned,))
    with pytest.raises(FileTrouble):
        load_plan(office.database, plan, "li", "schedules")
    letterhead(tmp_path / "office.docx")
    load_plan(office.database, plan, "li", "schedules")
    with office.database.read() as reader:
        found = schedules.find(reader, "月报")
        assert parse_plan(plan_text(reader.plan(PLAN)).encode(), "again").plan.schedules == (planned,)
    assert (found.template, found.formats) == (str(tmp_path / "office.docx"), ("docx",))
