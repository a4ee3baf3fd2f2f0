"""Marking figures for follow-up: asked, listed, answered."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.services.small_plan import CODE, make_database
from tracker.store.database import open_database

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planned") / "tracker.db"
    make_database(path)
    return path


@pytest.fixture(autouse=True)
def path(planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with the small plan, used by li."""
    path = Path(shutil.copy(planned, tmp_path / "tracker.db"))
    monkeypatch.setenv("TRACKER_DB", str(path))
    monkeypatch.setenv("TRACKER_USER", "li")
    return path


RECORD = ("record", "giants", "2023-07-31", "12000", "--published", "2023-08-01")


def listed(run: Run, *more: str) -> Any:
    return json.loads(run("follow-up", "list", "--json", *more).stdout)["follow_ups"]


def test_a_figure_is_marked_while_it_is_recorded(run: Run) -> None:
    result = run(*RECORD, "--follow-up", "is the list final?")
    assert result.stdout.splitlines()[1] == "marked for follow-up, question no. 1"
    (one,) = listed(run)
    assert (one["number"], one["figure"]["id"], one["question"]["text"], one["question"]["by"], one["answer"]) == (
        1,
        1,
        "is the list final?",
        "li",
        None,
    )
    again = json.loads(run(*RECORD, "--follow-up", "and this?", "--json").stdout)
    assert (again["outcome"], again["follow_up"]) == ("identical", 2)


def test_asked_and_answered(run: Run) -> None:
    run(*RECORD)
    assert run("follow-up", "add", "1", "is it final?").exit_code == 0
    answered = run("--user", "wang", "follow-up", "answer", "1", "yes, by telephone")
    lines = answered.stdout.splitlines()
    assert lines[0].startswith("no. 1: is it final? (li, ")
    assert lines[1].startswith("    no. 1: giants, 31 Jul 2023: 12,000 enterprises (MIIT")
    assert lines[-1].startswith("    answered by wang on ")
    assert (listed(run), len(listed(run, "--all"))) == ([], 1)
    assert run("follow-up", "list").stdout == "nothing to follow up\n"


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("add", "7", "why?"), 27, "error bad-follow-up: there is no figure no. 7"),
        (("answer", "7", "so"), 27, "error bad-follow-up: there is no question no. 7"),
        (("answer", "1", "again"), 27, "error bad-follow-up: question no. 1 was answered by li already: so\n"),
        (("add", "1", " "), 20, "error nothing-given"),
    ],
)
def test_what_cannot_be_asked_or_answered(run: Run, args: tuple[str, ...], code: int, message: str) -> None:
    run(*RECORD, "--follow-up", "why?")
    run("follow-up", "answer", "1", "so")
    result = run("follow-up", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(message)


def test_due_lists_what_is_open(run: Run) -> None:
    run(*RECORD, "--follow-up", "名单是否为最终版？")
    shown = run("--lang", "zh", "due", "2023-07").stdout
    assert "待核事项" in shown
    assert "第1项：名单是否为最终版？（li，" in shown
    assert json.loads(run("due", "2023-07", "--json").stdout)["follow_ups"] == [
        {"number": 1, "figure": 1, "question": "名单是否为最终版？"}
    ]
    run("follow-up", "answer", "1", "是")
    assert "待核事项" not in run("--lang", "zh", "due", "2023-07").stdout


def test_known_at_a_moment(run: Run, path: Path) -> None:
    run(*RECORD, "--follow-up", "why?")
    with open_database(str(path)) as database, database.read() as reader:
        before = reader.follow_ups(CODE)[0].question.at
    run("follow-up", "answer", "1", "so")
    with open_database(str(path)) as database, database.read() as reader:
        assert [one.is_open for one in reader.follow_ups(CODE, before)] == [True]
        assert [one.is_open for one in reader.follow_ups(CODE)] == [False]
