"""Help pages: every command has one in both languages, with an example, and every option is explained."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

from tracker.cli.base import Command
from tracker.cli.frame import Table
from tracker.cli.root import root
from tracker.i18n import LANGS, helps
from tracker.i18n.wrap import width_of, wrap

Run = Callable[..., Result]

TOP = Path(__file__).parents[2]


def commands(table: Table, above: str = "") -> Iterator[str]:
    for name, place in table.items():
        path = f"{above} {name}".strip()
        yield path
        if isinstance(place, dict):
            yield from commands(place, path)


def loaded(path: str) -> click.Command:
    command: click.Command = root
    for name in path.split():
        assert isinstance(command, click.Group)
        below = command.get_command(click.Context(command), name)
        assert below is not None
        command = below
    return command


ALL = list(commands(root.table))


@pytest.mark.parametrize("path", ALL)
def test_every_command_has_help_and_an_example(path: str) -> None:
    for lang in LANGS:
        assert helps.short(path, lang), f"texts/help/__init__.py lacks {path!r}"
        assert helps.command_text(path, "help", lang), f"no help for {path!r}"
        example = helps.command_text(path, "example", lang)
        assert f"tracker {path}" in example, f"no example for {path!r}"


@pytest.mark.parametrize("path", ALL)
def test_every_option_and_argument_is_explained(path: str) -> None:
    for item in loaded(path).params:
        name = max(item.opts, key=len) if isinstance(item, click.Option) else item.metavar or str(item.name).upper()
        for lang in LANGS:
            assert helps.parameter(path, name, lang), f"{path}: {name} is not explained in {lang}"


@pytest.mark.parametrize("path", ALL)
def test_a_command_is_named_as_the_table_of_contents_says(path: str) -> None:
    command = loaded(path)
    assert command.name == path.split()[-1]
    if isinstance(command, Command):
        assert command.callback is not None


@pytest.mark.parametrize("path", ["", *ALL])
def test_pages_are_chinese_throughout_and_fit_a_terminal(run: Run, path: str) -> None:
    english = run(*path.split(), "--help")
    chinese = run("--lang", "zh", *path.split(), "--help")
    assert english.exit_code == chinese.exit_code == 0
    assert english.stdout.startswith("Usage: tracker")
    assert chinese.stdout.startswith("用法：tracker")
    for word in ("Usage", "Options", "Arguments", "Commands", "Examples", "show this page"):
        assert word not in chinese.stdout
    for page in (english.stdout, chinese.stdout):
        about = page.split("Examples:")[0].split("示例：")[0]
        assert max(map(width_of, about.splitlines())) <= 80


def test_language_of_a_page_may_be_asked_for_anywhere(run: Run) -> None:
    pages = {
        run("--lang", "zh", "completion", "--help").stdout,
        run("completion", "--lang", "zh", "--help").stdout,
        run("completion", "--help", "--lang", "zh").stdout,
        run("completion", "--help", "--lang=zh").stdout,
    }
    assert len(pages) == 1
    assert pages.pop().startswith("用法")


def test_language_of_a_page_may_be_a_setting(run: Run, home: Path) -> None:
    folder = home / ".config" / "plan-tracker"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('lang = "zh"', encoding="utf-8")
    assert run("completion", "--help").stdout.startswith("用法")


def test_help_needs_no_sound_settings(run: Run, home: Path) -> None:
    folder = home / ".config" / "plan-tracker"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("lang = ", encoding="utf-8")
    assert run("completion", "--help").exit_code == 0


def test_no_command_shows_help_as_a_mistake(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: tracker")


def test_version(run: Run) -> None:
    from tracker import __version__

    assert run("--version").stdout == f"tracker {__version__}\n"


def test_the_reference_pages_are_up_to_date() -> None:
    result = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("截至该日已发布", 6, ["截至该", "日已发", "布"]),
        ("截至今日，已发布", 8, ["截至今", "日，已发", "布"]),
        ("用 tracker init 命令", 10, ["用 tracker", "init 命令"]),
        ("a/very/long/path/that/has/no/space then", 10, ["a/very/long/path/that/has/no/space", "then"]),
        ("", 10, []),
    ],
)
def test_lines_are_broken_by_what_a_terminal_shows(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_program(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_TRACKER_COMPLETE" in result.stdout
