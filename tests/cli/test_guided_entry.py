"""`tracker entry` at a real terminal, in both languages: accepted is kept, whatever happens afterwards."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.dialogue import COLUMNS, Dialogue
from tracker.i18n.wrap import width_of
from tracker.store.database import open_database

ROOT = Path(__file__).parents[2]
CTRL_C, CTRL_D = b"\x03", b"\x04"
Open = Callable[..., Dialogue]


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the bundled plan and no figures."""
    path = tmp_path_factory.mktemp("guided") / "tracker.db"
    init = [sys.executable, "-m", "tracker", "--db", str(path), "init"]
    subprocess.run(init, cwd=ROOT, check=True, capture_output=True)
    return path


@pytest.fixture
def path(planned: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(planned, tmp_path / "tracker.db"))


@pytest.fixture
def at_terminal(path: Path, home: Path) -> Iterator[Open]:
    """Open a dialogue with guided entry: `at_terminal("en", "2023-06")`."""
    opened: list[Dialogue] = []
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "PYTHONPATH")}
    env |= {"TRACKER_DB": str(path), "TRACKER_USER": "li", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}

    def start(lang: str, *args: str) -> Dialogue:
        opened.append(Dialogue(["--lang", lang, "entry", *args], env))
        return opened[-1]

    yield start
    for one in opened:
        with one:
            pass


def stored(path: Path) -> list[str]:
    with open_database(str(path)) as database, database.read() as reader:
        return [
            f"{row.indicator} {row.period} {row.quantity.value} {row.publisher} {row.published_on} {row.note}".strip()
            for row in reader.observations()
        ]


def changes(path: Path) -> int:
    with open_database(str(path)) as database, database.read() as reader:
        return sum(change.kind == "record" for change in reader.changes())


def test_figure_after_figure_in_english(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("en", "2023-06")
    shown = screen.expect("Value: ")
    assert re.search(r"\[1/\d+\] Industrial value added growth, Jun 2023, in %", shown)
    screen.type("4.4%")
    screen.expect("Publisher [National Bureau of Statistics]: ")
    screen.type("")
    screen.expect("Published on (such as 2023-06-15, Enter if unknown): ")
    screen.type("2023-07-17")
    assert "no target depends on it" in screen.expect("Keep it? [Y/n] ")
    screen.type("")
    screen.expect("kept as no. 1\n")
    assert stored(path) == ["industrial-value-added 2023-06 4.4 nbs 2023-07-17"]
    screen.expect("Value: ")
    screen.type("c")
    screen.expect("Comment: ")
    screen.type("first half")
    screen.expect("Value: ")
    screen.type("3.8%")
    screen.expect("Statistics]: ")
    screen.type("")
    screen.expect("Published on [2023-07-17]: ")
    screen.type("")
    screen.expect("[Y/n] ")
    screen.type("y")
    screen.expect("[3/")
    screen.expect("Value: ")
    screen.type("q")
    screen.expect("2 figures kept, ")
    assert screen.close() == 0
    assert stored(path)[1] == "industrial-value-added 2023-H1 3.8 nbs 2023-07-17 first half"
    assert changes(path) == 2


def test_the_effect_on_a_target_is_shown_in_chinese(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("zh", "2023-12")
    while "制造业增加值占" not in screen.expect("数值："):
        screen.type("s")
    screen.type("26.2%")
    screen.expect("发布机构［")
    screen.expect("］：")
    screen.type("")
    screen.expect("发布日期（如2023-06-15，不详可直接回车）：")
    screen.type("2024-07-05")
    shown = screen.expect("[Y/n] ")
    assert "manufacturing-gdp-share-2023：" in shown
    assert "→ ✗ 未完成" in shown
    screen.type("n")
    screen.expect("数值：")
    screen.press(CTRL_D)
    screen.expect("已保存0项")
    assert (screen.close(), stored(path)) == (0, [])


def test_the_date_of_a_declined_figure_is_remembered_and_q_quits_anywhere(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("en", "2023-06")
    for words, typed in (("Value: ", "4.4%"), ("]: ", ""), ("unknown): ", "2023-07-17"), ("[Y/n] ", "n")):
        screen.expect(words)
        screen.type(typed)
    for words, typed in (("Value: ", "4.5%"), ("Statistics]: ", ""), ("Published on [2023-07-17]: ", "q")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("0 figures kept, ")
    assert (screen.close(), stored(path)) == (0, [])


def enter_one(screen: Dialogue, value: str = "4.4%") -> None:
    for words, typed in (("Value: ", value), ("]: ", ""), ("unknown): ", "2023-07-17"), ("[Y/n] ", "")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("kept as no. 1\n")


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0)])
def test_leaving_in_the_middle_of_a_figure_loses_nothing_accepted(
    at_terminal: Open, path: Path, key: bytes, code: int
) -> None:
    screen = at_terminal("en", "2023-06")
    enter_one(screen)
    screen.expect("Value: ")
    screen.type("3.8%")
    screen.expect("Statistics]: ")
    screen.press(key)
    screen.expect("1 figures kept, ")
    assert screen.close() == code
    assert len(stored(path)) == 1


def test_a_kill_loses_nothing_accepted(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("en", "2023-06")
    enter_one(screen)
    screen.kill()
    screen.close()
    assert len(stored(path)) == 1


def test_back_to_put_a_figure_right(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("en", "2023-06")
    enter_one(screen)
    screen.expect("[2/")
    screen.expect("Value: ")
    screen.type("b")
    assert "recorded" in screen.expect("4.4% (published 17 Jul 2023)")
    for words, typed in (("Value: ", "4.5%"), ("]: ", ""), ("[2023-07-17]: ", "")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("error correction-needs-reason")
    screen.expect("Reason for the correction (Enter to leave it): ")
    screen.type("misread")
    screen.expect("a correction: 4.4% was recorded for the same")
    screen.expect("[Y/n] ")
    screen.type("")
    screen.expect("kept as no. 2\n")
    screen.expect("Value: ")
    screen.type("q")
    screen.expect("1 figures kept, ")
    assert screen.close() == 0
    assert stored(path)[1] == "industrial-value-added 2023-06 4.5 nbs 2023-07-17"


def test_mistakes_and_warnings_are_told_and_asked_about(at_terminal: Open, path: Path) -> None:
    screen = at_terminal("en", "2023-06")
    screen.expect("Value: ")
    screen.type("about a lot")
    screen.expect("error bad-value: ")
    for words, typed in (("Value: ", "4.4%"), ("]: ", ""), ("unknown): ", "next week")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("error bad-date: ")
    screen.expect("unknown): ")
    screen.type("2023-06-01")
    screen.expect("error before-end: ")
    for words, typed in (("Value: ", "0.0361"), ("]: ", "人民日报")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("error unknown-code: ")
    for words, typed in (("]: ", ""), ("unknown): ", "2023-07-17")):
        screen.expect(words)
        screen.type(typed)
    screen.expect("warning slip: ")
    screen.expect("Is it right all the same, and to be kept? [y/N] ")
    screen.type("")
    screen.expect("Value: ")
    screen.type("q")
    assert (screen.close(), stored(path)) == (0, [])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_pleasant_at_80_columns(at_terminal: Open, lang: str) -> None:
    screen = at_terminal(lang, "2023-12")
    for _ in range(12):
        screen.expect("Value: " if lang == "en" else "数值：")
        screen.type("s")
    screen.press(CTRL_D)
    screen.close()
    assert [line for line in screen.seen.splitlines() if width_of(line) > COLUMNS] == []


def test_without_a_terminal_it_names_import(
    run: Callable[..., Result], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DB", str(path))
    result = run("entry", "2023-06")
    assert (result.exit_code, result.stdout) == (27, "")
    assert result.stderr.startswith("error needs-terminal: ")
    assert "tracker import" in result.stderr


def test_nothing_to_enter_about_a_month_to_come(at_terminal: Open) -> None:
    screen = at_terminal("en", "2099-01")
    screen.expect("Nothing is left to enter about Jan 2099.")
    assert screen.close() == 0
