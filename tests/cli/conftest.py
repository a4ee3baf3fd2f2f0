"""The command line as a user has it: a home of its own, English, no settings from outside."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker.cli.root import root

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without settings, in an English locale."""
    for name in [name for name in os.environ if name.startswith(("TRACKER_", "LC_", "XDG_"))]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    return folder


@pytest.fixture
def run() -> Run:
    """Run the program in this process: `run("status", "--json").stdout`."""

    def call(*args: str, given: str | None = None) -> Result:
        return CliRunner().invoke(root, list(args), input=given, catch_exceptions=False)

    return call


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands made for these tests stand in the table of contents."""
    monkeypatch.setitem(root.table, "probe", "probe_commands:probe")
    monkeypatch.setitem(root.table, "fail", "probe_commands:fail")
    monkeypatch.setitem(root.table, "files", "probe_commands:files")
    monkeypatch.setitem(root.table, "kit", {"probe": "probe_commands:probe"})
