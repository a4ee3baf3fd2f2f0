"""The options of every command: where they stand, where else they come from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("probe")


def shown(run: Run, *args: str) -> dict[str, Any]:
    result = run(*args)
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


OPTIONS = [
    ("db", ["--db", "a.db"], "a.db"),
    ("plan", ["--plan", "other"], "other"),
    ("lang", ["--lang", "zh"], "zh"),
    ("user", ["--user=王芳"], "王芳"),
    ("color", ["--color", "never"], "never"),
    ("debug", ["--debug"], True),
    ("quiet", ["--quiet"], True),
]


@pytest.mark.parametrize(("name", "words", "value"), OPTIONS, ids=[name for name, *_ in OPTIONS])
def test_before_and_after_the_command(run: Run, name: str, words: list[str], value: object) -> None:
    assert shown(run, *words, "probe")[name] == value
    assert shown(run, "probe", *words)[name] == value
    assert shown(run, "kit", *words, "probe")[name] == value


def test_after_wins_over_before(run: Run) -> None:
    assert shown(run, "--user", "first", "probe", "--user", "second")["user"] == "second"


def test_flag_over_variable_over_file_over_default(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home / ".config" / "plan-tracker"
    assert shown(run, "probe")["db"] == str(home / ".local/share/plan-tracker/tracker.db")
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('db = "file.db"\nquiet = true\nplan = "from-file"', encoding="utf-8")
    data = shown(run, "probe")
    assert (data["db"], data["quiet"], data["plan"]) == ("file.db", True, "from-file")
    monkeypatch.setenv("TRACKER_DB", "variable.db")
    assert shown(run, "probe")["db"] == "variable.db"
    assert shown(run, "probe", "--db", "flag.db")["db"] == "flag.db"


def test_config_names_another_file(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('\ufeffuser = "刘洋"', encoding="utf-8")
    data = shown(run, "probe", "--config", str(other))
    assert (data["user"], data["config"]) == ("刘洋", str(other))
    missing = run("probe", "--config", str(tmp_path / "none.toml"))
    assert missing.exit_code == 24
    assert "none.toml" in missing.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('databse = "x"', ["config.toml", "databse", "db"]),
        ('color = "sometimes"', ["config.toml", "color", "sometimes", "never"]),
        ("user = 7", ["config.toml", "user"]),
        ("debug = 'perhaps'", ["config.toml", "debug", "perhaps"]),
        ("user = x", ["config.toml", "line 1"]),
        ("config = 'x'", ["config.toml", "config"]),
    ],
)
def test_a_wrong_configuration_names_file_and_key(run: Run, home: Path, content: str, words: list[str]) -> None:
    path = home / ".config" / "plan-tracker" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    result = run("probe")
    assert result.exit_code == 32
    assert result.stdout == ""
    assert result.stderr.startswith("error bad-setting: ")
    assert all(word in result.stderr for word in words)


def test_a_wrong_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_COLOR", "blue")
    result = run("probe")
    assert result.exit_code == 32
    assert "TRACKER_COLOR" in result.stderr


@pytest.mark.parametrize(
    "location",
    [
        "postgresql://user:secret@host/db",
        "postgresql+psycopg://:secret@host/db",
        "postgresql://host/db?password=secret",
    ],
)
def test_a_password_is_refused_on_the_command_line_only(
    run: Run, monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    result = run("probe", "--db", location)
    assert result.exit_code == 32
    assert "TRACKER_DB" in result.stderr
    assert "secret" not in result.stderr + result.stdout
    monkeypatch.setenv("TRACKER_DB", location)
    assert shown(run, "probe")["db"] == location


def test_a_url_without_password_is_no_secret(run: Run) -> None:
    assert shown(run, "probe", "--db", "postgresql://user@host:5432/db")["db"] == "postgresql://user@host:5432/db"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "TRACKER_LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "TRACKER_LANG": "en"}, "en"),
    ],
)
def test_language_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], lang: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert shown(run, "probe")["lang"] == lang


def test_a_command_may_have_a_lang_of_its_own(run: Run) -> None:
    assert shown(run, "--lang", "zh", "files", "--lang", "zh,en") == {"interface": "zh", "files": "zh,en"}
    assert shown(run, "files", "--lang", "zh") == {"interface": "en", "files": "zh"}


def test_quiet_silences_messages(run: Run) -> None:
    assert run("probe").stderr == "a message\n"
    assert run("probe", "--quiet").stderr == ""


@pytest.mark.parametrize("value", ["-2.9%", "-.5", "-6", "-1.2万"])
def test_a_negative_number_is_a_value(run: Run, value: str) -> None:
    assert shown(run, "probe", value, "--json")["value"] == value
    assert shown(run, "probe", "--on", "2023-06-26", value)["value"] == value


def test_after_two_dashes_anything_is_a_value(run: Run) -> None:
    assert shown(run, "probe", "--", "--on")["value"] == "--on"


def test_lists_are_separated_or_repeated(run: Run) -> None:
    assert shown(run, "probe", "--accept", "a,b", "--accept", "c，a")["accept"] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["db", "plan", "user", "config"])
def test_an_empty_option_is_a_mistake(run: Run, name: str) -> None:
    """A script whose variable is unset must not write into the default database."""
    result = run("probe", f"--{name}", "")
    assert (result.exit_code, result.stdout) == (32, "")
    assert f"--{name}: {name} is empty" in result.stderr


def test_a_configuration_without_end_is_not_read(run: Run) -> None:
    result = run("probe", "--config", "/dev/zero")
    assert (result.exit_code, result.stdout) == (24, "")
    assert "/dev/zero is not an ordinary file" in result.stderr


def test_a_login_that_is_no_text_is_kept_as_escapes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "li\udcff")
    assert shown(run, "probe")["user"] == "li\\udcff"
