"""Where delivery targets come from, whom their secrets are kept from, and the commands that use them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.scheduling.other_side import Hook, web_server
from tracker.cli.root import root
from tracker.delivery import targets
from tracker.delivery.targets import find_target
from tracker.errors import BadTarget

URL = "mailtos://me:s3cr3t@example.org"


def problem(table: dict[str, object], config: Path, **environ: str) -> str:
    with pytest.raises(BadTarget) as caught:
        find_target("office", table, str(config), environ)
    assert "s3cr3t" not in str(caught.value.data)
    return str(caught.value.data["problem"])


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.touch(0o600)
    return path


def test_the_environment_wins_over_the_files(config: Path) -> None:
    table = {"office": {"url": URL, "attach": False, "link": "https://reports.example.org"}}
    found = find_target("office", table, str(config), {})
    assert (found.url, found.attach, found.link) == (URL, False, "https://reports.example.org")
    environ = {"TRACKER_DELIVERY_OFFICE": "json://other"}
    assert find_target("office", table, str(config), environ).url == "json://other"
    assert find_target("office", {}, str(config), environ).attach
    assert find_target("head-office", {}, "", {"TRACKER_DELIVERY_HEAD_OFFICE": URL}).url == URL
    assert found.printed == "office (mailtos)"
    assert "s3cr3t" not in repr(found)


def test_an_address_in_a_file_of_its_own(config: Path) -> None:
    secret = config.parent / "office.url"
    secret.touch(0o600)
    secret.write_text(f"{URL}\n")
    assert find_target("office", {"office": {"url_file": "office.url"}}, str(config), {}).url == URL
    assert find_target("office", {"office": {"url_file": str(secret)}}, str(config), {}).url == URL


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the rights of files elsewhere")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_file_that_others_can_read_is_refused(config: Path, mode: int) -> None:
    secret = config.parent / "office.url"
    secret.write_text(URL)
    secret.chmod(mode)
    assert problem({"office": {"url_file": "office.url"}}, config) == "unsafe-file"
    config.chmod(mode)
    assert problem({"office": {"url": URL}}, config) == "unsafe-file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_somebody_else_is_refused(config: Path) -> None:
    os.chown(config, 12345, 12345)
    assert problem({"office": {"url": URL}}, config) == "unsafe-file"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({}, "unknown"),
        ({"office": {}}, "no-address"),
        ({"office": URL}, "bad-value"),
        ({"office": {"url": 5}}, "bad-value"),
        ({"office": {"url": URL, "attach": "yes"}}, "bad-value"),
        ({"office": {"password": "s3cr3t"}}, "bad-key"),
        ({"office": {"url": "nobody"}}, "bad-address"),
        ({"office": {"url_file": "nowhere"}}, "no-file"),
    ],
)
def test_mistakes(config: Path, table: dict[str, object], expected: str) -> None:
    assert problem(table, config) == expected


Run = Callable[..., Result]


@pytest.fixture
def run(location: Path, tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in [name for name in os.environ if name.startswith(("TRACKER_", "LC_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TRACKER_DB", str(location))
    monkeypatch.setenv("TRACKER_CONFIG", str(config))
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(root, ["schedule", *args], catch_exceptions=False)


def test_a_tick_delivers_and_the_history_tells(run: Run, config: Path) -> None:
    hook = Hook("500")
    with web_server(hook) as port:
        config.write_text(f'[delivery.office]\nurl = "json://u:s3cr3t@127.0.0.1:{port}/s3cr3t"\n')
        args = ["--every", "monthly", "--what", "report", "--from", "2023-01", "--format", "md", "--to", "office"]
        assert run("add", "m", *args).exit_code == 0
        assert "  delivered to office" in run("list").stdout.splitlines()
        failed = run("tick", "--now", "2023-02-26")
        assert failed.exit_code == 28
        assert failed.stdout.endswith("report-2023-01.en.md\n")
        assert failed.stderr.startswith("error not-delivered: to office: office has trouble of its own (500)")
        assert "failed 1 time(s), will be tried again" in run("history", "m").stdout
        assert "to office: failed 1 time(s)" in run("health").stdout
        [one] = json.loads(run("health", "--json").stdout)["undelivered"]
        assert (one["target"], one["state"], one["error"]["data"]["detail"]) == ("office", "waiting", "500")
        hook.behaviour = "200"
        assert "resumed" in run("resume", "m").stderr
        assert (run("tick", "--now", "2023-02-26").exit_code, run("health").exit_code) == (0, 0)
    assert "  to office: delivered " in run("history", "m").stdout
    [entry] = json.loads(run("history", "m", "--json").stdout)["runs"]
    assert [(sent["target"], sent["state"], sent["attempts"]) for sent in entry["deliveries"]] == [
        ("office", "done", 1)
    ]
    told = [run(*args).output for args in (("list", "--json"), ("history", "m", "--json"), ("health", "--json"))]
    assert "s3cr3t" not in "".join([*told, failed.output])


def test_without_the_extra_it_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "find_spec", lambda _: None)
    result = run("add", "m", "--every", "monthly", "--what", "report", "--to", "office")
    assert (result.exit_code, result.stdout) == (29, "")
    assert "[delivery]" in result.stderr


def test_an_unknown_target_is_told_before_anything_relies_on_it(run: Run) -> None:
    result = run("add", "m", "--every", "monthly", "--what", "report", "--to", "office")
    assert result.exit_code == 32
    assert "TRACKER_DELIVERY_OFFICE" in result.stderr
    assert run("list").stdout == ""
