"""`tracker undo` by its output and exit codes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.services.small_plan import make_database

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planned") / "tracker.db"
    make_database(path)
    return path


@pytest.fixture(autouse=True)
def entered(planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Two vintages of a figure, recorded by li."""
    monkeypatch.setenv("TRACKER_DB", str(shutil.copy(planned, tmp_path / "tracker.db")))
    monkeypatch.setenv("TRACKER_USER", "li")
    run("record", "giants", "2023-07-31", "12000", "--published", "2023-08-01")
    run("record", "giants", "2023-07-31", "12300", "--published", "2023-09-01")


@pytest.fixture
def interactive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    monkeypatch.setattr("tracker.cli.terminal.is_interactive", lambda: True)


def test_it_shows_what_it_means_asks_and_does_it(run: Run, interactive: None) -> None:
    result = run("undo", given="y\n")
    assert (result.exit_code, result.stdout) == (0, "done: 1 taken back; `tracker undo` again reverses this\n")
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Your last entry (")
    assert lines[0].endswith(", recorded a figure):")
    assert lines[1] == (
        "  goes: no. 2, giants, 31 Jul 2023: 12,300 enterprises (MIIT, published 1 Sep 2023); "
        "in force then: 12,000 enterprises, published 1 Aug 2023 (no. 1)"
    )
    assert lines[2] == "Take it back? [y/N] "


def test_in_chinese(run: Run) -> None:
    result = run("--lang", "zh", "undo", "--yes")
    assert result.stdout == "已完成：撤销1条；再次运行 tracker undo 可恢复\n"
    assert result.stderr.splitlines()[1].startswith("  撤销：编号2，小巨人，2023年7月31日：1.23万家（工业和信息化部")


def test_the_history_shows_who_took_it_back_without_a_reason(run: Run) -> None:
    run("undo", "--yes")
    for lang, words in (("en", "(no. 3)"), ("zh", "（编号3）")):
        (line,) = [line for line in run("--lang", lang, "history", "giants").stdout.splitlines() if words in line]
        assert line.endswith(words)


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_anything_but_yes_changes_nothing(run: Run, interactive: None, answer: str) -> None:
    result = run("undo", given=answer)
    assert (result.exit_code, result.stdout) == (27, "")
    assert "error undecided: nothing was changed" in result.stderr
    assert len(json.loads(run("log", "--json").stdout)["changes"]) == 3


def test_nobody_to_ask(run: Run) -> None:
    result = run("undo")
    assert (result.exit_code, result.stdout) == (27, "")
    assert "error undecided" in result.stderr


def test_as_a_document_and_back(run: Run) -> None:
    result = run("undo", "--yes", "--json", "--reason", "wrong file")
    found = json.loads(result.stdout)
    assert result.stderr == ""
    assert found["undone"]["kind"] == "record"
    assert [(row["id"], row["in_force"]) for row in found["taken_back"]] == [(2, 1)]
    again = json.loads(run("undo", "--yes", "--json").stdout)
    assert ([row["id"] for row in again["restored"]], again["taken_back"]) == ([2], [])
    assert json.loads(run("log", "--json").stdout)["changes"][3]["reason"] == "wrong file"


def test_another_persons_entry_only_by_name(run: Run) -> None:
    other = run("--user", "wang", "undo", "--yes")
    assert (other.exit_code, other.stdout) == (27, "")
    assert other.stderr == (
        "error nothing-to-undo: wang has no entry that could be taken back; `tracker log` lists all, "
        "--by takes back another's\n"
    )
    named = run("--user", "wang", "undo", "--by", "li", "--yes")
    assert named.stderr.startswith("The last entry of li, not yours (")
    assert named.exit_code == 0
