"""Which plan is meant: the one chosen, else the only one; and questions that only a terminal is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tracker.store.migrate import create_database

Run = Callable[..., Result]


def test_without_a_plan_it_says_how_to_get_one(run: Run, tmp_path: Path) -> None:
    create_database(str(tmp_path / "empty.db"))
    result = run("status", "--db", str(tmp_path / "empty.db"))
    assert (result.exit_code, result.stdout) == (21, "")
    assert result.stderr.startswith("error no-plan: ")
    assert "tracker init" in result.stderr


@pytest.fixture
def two_plans(run: Run, tmp_path: Path) -> None:
    """The bundled plan, and the same under another code."""
    assert run("init").exit_code == 0
    exported = run("plan", "export", "miit-2023")
    other = tmp_path / "other.yaml"
    other.write_text(exported.stdout.replace("miit-2023", "other-2023", 1), encoding="utf-8")
    assert run("plan", "load", str(other)).exit_code == 0


@pytest.mark.usefixtures("two_plans")
def test_of_several_plans_one_has_to_be_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("status", "--json")
    assert (result.exit_code, result.stdout) == (21, "")
    assert '"which-plan"' in result.stderr
    assert "--plan" in result.stderr
    assert run("status", "--plan", "other-2023", "--as-of", "2023-02-01").exit_code == 0
    assert run("status", "--plan", "other").exit_code == 21
    monkeypatch.setenv("TRACKER_PLAN", "miit-2023")
    assert '"plan": "miit-2023"' in run("status", "--as-of", "2023-02-01", "--json").stdout
