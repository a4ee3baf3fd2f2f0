"""What goes wrong: the words, the stream, the exit code."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.year import make_year

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("probe")
HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["prob"], "unknown-command", ["prob", "probe"]),
        (["xyzzy"], "unknown-command", ["xyzzy"]),
        (["kit", "prob"], "unknown-command", ["kit"]),
        (["probe", "--acept", "x"], "unknown-option", ["--acept", "--accept"]),
        (["probe", "--langg=zh"], "unknown-option", ["--langg", "--lang"]),
        (["probe", "-x"], "unknown-option", ["-x"]),
        (["--jsn", "probe"], "unknown-option", ["--jsn"]),
        (["probe", "a", "b"], "extra-arguments", ["b"]),
        (["fail"], "missing-argument", ["HOW"]),
        (["probe", "--color", "red"], "bad-choice", ["--color", "always"]),
        (["probe", "--on"], "value-missing", ["--on"]),
        (["probe", "--json=yes"], "no-value-taken", ["--json"]),
        (["pour", "--lines", "many"], "bad-number", ["--lines"]),
    ],
)
def test_mistakes_on_the_command_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], code: str, words: list[str]
) -> None:
    from tracker.cli.root import root

    monkeypatch.setitem(root.table, "pour", "probe_commands:pour")
    for lang, mark in (("en", f"error {code}: "), ("zh", f"错误 {code}：")):
        result = run("--lang", lang, *args)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith(mark)
        assert all(word in result.stderr for word in words)


@pytest.mark.parametrize(
    ("args", "english", "chinese"),
    [
        (["record"], "CODE is missing", "缺少参数 代码"),
        (["retract", "0", "--reason", "x"], "ID has to be a whole number, 1 or more", "编号 须为不小于 1 的整数"),
        (["task", "note", "9.7", "over"], "STATUS has to be one of", "状态 只能取"),
    ],
)
def test_arguments_are_named_as_the_usage_line_names_them(
    run: Run, args: list[str], english: str, chinese: str
) -> None:
    assert english in run(*args).stderr.splitlines()[0]
    assert chinese in run("--lang", "zh", *args).stderr.splitlines()[0]


def test_the_language_is_known_though_the_command_line_is_wrong(run: Run) -> None:
    for args in (["probe", "--acept", "--lang", "zh"], ["prob", "--lang", "zh"], ["probe", "--lang", "zh", "--on"]):
        assert run(*args).stderr.startswith("错误 "), args


def test_usage_and_the_way_to_help_follow(run: Run) -> None:
    lines = run("kit", "probe", "--acept").stderr.splitlines()
    assert lines[1:] == ["Usage: tracker kit probe [OPTIONS] [VALUE]", "See `tracker kit probe --help`."]


@pytest.mark.parametrize(
    ("how", "exit_code", "code", "words"),
    [
        ("value", 20, "bad-value", ["“x”"]),
        ("code", 21, "unknown-code", ["srdi", "srdi-smes"]),
        ("stranger", 21, "unknown-code", ["zzz", "tracker plan list"]),
        ("file", 24, "file-trouble", ["/etc/shadow"]),
        ("unexpected", 1, "unexpected", ["RuntimeError", "two lines", "--debug"]),
        ("depth", 1, "unexpected", ["RecursionError"]),
        ("memory", 1, "out-of-memory", ["memory"]),
        ("interrupt", 130, "interrupted", []),
    ],
)
def test_an_error_is_one_line_on_stderr(run: Run, how: str, exit_code: int, code: str, words: list[str]) -> None:
    result = run("fail", how)
    assert result.exit_code == exit_code
    assert result.stdout == ""
    assert result.stderr.startswith(f"error {code}: ")
    assert result.stderr.count("\n") == 1
    assert all(word in result.stderr for word in words)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("how", ["value", "unexpected", "interrupt", "file"])
def test_with_json_an_error_is_one_object_on_stderr(run: Run, how: str) -> None:
    result = run("fail", how, "--json")
    assert result.stdout == ""
    error = json.loads(result.stderr)["error"]
    assert error["exit_code"] == result.exit_code
    assert set(error) == {"code", "message", "data", "exit_code"}


def test_with_json_mistakes_are_json_too(run: Run) -> None:
    unknown = json.loads(run("prob", "--json").stderr)["error"]
    assert unknown["code"] == "unknown-command"
    for args in (["probe", "--json", "--acept"], ["probe", "--acept", "--json"]):
        error = json.loads(run(*args).stderr)["error"]
        assert (error["code"], error["exit_code"]) == ("unknown-option", 2)
        assert error["data"]["given"] == "--acept"
        assert error["data"]["near"][0] == "--accept"


def test_debug_shows_where(run: Run) -> None:
    result = run("fail", "unexpected", "--debug")
    assert "Traceback" in result.stderr
    assert "probe_commands.py" in result.stderr
    assert result.exit_code == 1


def test_a_command_may_choose_its_exit_code(run: Run) -> None:
    result = run("fail", "exit")
    assert (result.exit_code, result.stderr) == (31, "")


def program(*args: str) -> Sequence[str]:
    """A whole process with the commands of these tests."""
    code = (
        "from tracker.cli.root import root\n"
        "for name in ('probe', 'wait', 'pour', 'fail'): root.table[name] = f'probe_commands:{name}'\n"
        "root.main()"
    )
    return [sys.executable, "-c", code, *args]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(HERE), **more}


def test_an_interrupt_leaves_with_130() -> None:
    process = subprocess.Popen(
        program("wait"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 130
    assert errors == "error interrupted: stopped; nothing is left half done\n"


@pytest.mark.parametrize("lines", ["10", "100000"])
def test_a_closed_pipe_ends_quietly(lines: str) -> None:
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        program("pour", "--lines", lines), stdout=write, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_table_for_a_closed_pipe_ends_quietly_too(tmp_path: Path) -> None:
    database = tmp_path / "tracker.db"
    make_year(database, figures=False)
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        program("status", "--db", str(database)), stdout=write, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_error_nobody_can_read_keeps_its_exit_code() -> None:
    read, closed = os.pipe()
    os.close(read)
    with Path("/dev/full").open("wb") as full:
        for stream in (full, closed):
            result = subprocess.run(
                program("probe", "--acept", "x"), stdout=subprocess.PIPE, stderr=stream, env=environment(), check=False
            )
            assert (result.returncode, result.stdout) == (2, b"")
    os.close(closed)


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_a_stream_may_be_closed_from_the_start(stream: str) -> None:
    command = " ".join(shlex.quote(word) for word in program("probe", "--json"))
    result = subprocess.run(
        ["bash", "-c", f"{command} {stream}"], capture_output=True, text=True, env=environment(), check=False
    )
    assert (result.returncode, "Traceback" in result.stderr) == (0, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            program("pour"), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False, text=True
        )
    assert result.returncode == 24
    assert result.stderr.startswith("error file-trouble: the output: the disk is full")
    assert result.stderr.count("\n") == 1


def test_an_ascii_terminal_gets_escapes_and_no_crash() -> None:
    result = subprocess.run(
        program("pour", "--lines", "1"),
        capture_output=True,
        env=environment(PYTHONIOENCODING="ascii"),
        check=True,
    )
    assert result.stdout == b"0 \\u5de5\\u4e1a\n"


def test_json_is_json_on_an_ascii_terminal() -> None:
    result = subprocess.run(
        program("probe", "--user", "王芳", "--json"),
        capture_output=True,
        env=environment(PYTHONIOENCODING="ascii"),
        check=True,
    )
    assert json.loads(result.stdout)["user"] == "王芳"


def test_bytes_that_are_no_text_are_refused() -> None:
    result = subprocess.run(
        [*program("probe", "--lang", "zh"), b"\xff\xfe"], capture_output=True, env=environment(), check=False
    )
    assert result.returncode == 2
    assert result.stderr.decode().startswith("错误 not-text：")


def test_a_name_that_is_no_text_is_refused() -> None:
    for words, more in ((("--user", "\udcff"), {}), ((), {"TRACKER_USER": "\udcff"})):
        result = subprocess.run(program("probe", *words), capture_output=True, env=environment(**more), check=False)
        assert (result.returncode, result.stdout) == (32, b"")
        assert b"error bad-setting: " in result.stderr
        assert b"holds bytes that are no text" in result.stderr


@pytest.mark.parametrize(
    "args", [("record", "x" * 9999, "2023", "1"), ("y" * 9999,), ("status", "--as-of", "9" * 9999)]
)
def test_what_is_quoted_is_quoted_in_part(run: Run, args: tuple[str, ...], tmp_path: Path) -> None:
    make_year(tmp_path / "tracker.db", figures=False)
    result = run("--db", str(tmp_path / "tracker.db"), *args)
    assert result.exit_code != 0
    assert "…”" in result.stderr
    assert len(result.stderr) < 400


def test_typed_controls_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    database = str(tmp_path / "tracker.db")
    make_year(Path(database), figures=False)
    sly = "\x1b[31mred\x07\u202e"
    stored = run(
        "record",
        "srdi-smes",
        "2023-06-26",
        "9.8万",
        "--db",
        database,
        "--user",
        sly,
        "--source",
        sly,
        "--accept",
        "all",
    )
    assert stored.exit_code == 0
    for command in (("history", "srdi-smes"), ("log",), ("record", sly, "2023", "1")):
        result = run(*command, "--db", database)
        assert "[31mred" in result.output
        assert not {"\x1b", "\x07", "\u202e"} & set(result.output)


def test_json_that_a_command_does_not_know_is_refused_as_json(run: Run) -> None:
    for args in (["demo", "--json"], ["--json"], ["kit", "--json", "probe"]):
        error = json.loads(run(*args).stderr)["error"]
        assert (error["code"], error["data"]["given"]) == ("unknown-option", "--json")


@pytest.mark.parametrize("args", [["report", "2023-05", "--format", "md", "-o", "\udcff"], ["demo", "\udcff"]])
def test_what_is_kept_on_record_has_to_be_text(run: Run, args: list[str], tmp_path: Path) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error not-text: ")


def test_a_file_that_is_read_may_have_any_name(run: Run, tmp_path: Path) -> None:
    result = run("plan", "check", str(tmp_path / "\udcff.yaml"))
    assert (result.exit_code, result.stdout) == (24, "")
    assert "there is no such file" in result.stderr


def test_whether_a_file_may_be_read_is_found_out_by_reading_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """click would look first, and say so in English with exit code 2."""
    (tmp_path / "plan.yaml").touch()
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    result = run("plan", "check", str(tmp_path / "plan.yaml"), "--lang", "zh")
    assert result.stderr.startswith("错误 empty-file：")


def test_what_comes_through_a_pipe_is_called_so(run: Run) -> None:
    assert "the standard input: nothing was loaded" in run("plan", "check", "-", given="").stderr
    assert "标准输入：未加载" in run("plan", "check", "-", "--lang", "zh", given="").stderr
    assert json.loads(run("plan", "check", "-", "--json", given="").stderr)["error"]["data"]["file"] == "-"
