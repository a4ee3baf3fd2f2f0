"""The commands of the README and the tutorial do what the text around them says: they run, in order."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
TOP = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+) ?([\w.-]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def replay(run: Run, text: str) -> list[tuple[str, Result]]:
    """Write the files a text shows and run its commands; each exits with 0 or what a comment says."""
    results = []
    for kind, name, body in BLOCK.findall(text):
        if name:
            Path(name).write_text(body, encoding="utf-8")
        for line in body.splitlines() if kind == "sh" else []:
            result = run(*shlex.split(line, comments=True)[1:])
            expected = re.search(r"# exits with (\d+)", line)
            assert result.exit_code == int(expected[1] if expected else 0), f"{line}\n{result.stderr}"
            results.append((line, result))
    return results


@pytest.mark.parametrize(("page", "lang", "word"), [("README.md", "en", "achieved"), ("README.zh.md", "zh", "已完成")])
def test_the_year_in_ten_commands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, lang: str, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_LANG", lang)
    text = (TOP / page).read_text(encoding="utf-8").partition("<!-- year -->")[2]
    results = replay(run, text)
    assert len(results) == 10
    assert word in results[4][1].stdout
    assert len(list(Path("reports").rglob("report-2023-06.*"))) == 4


def test_the_tutorial(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = dict(replay(run, (TOP / "docs" / "tutorial.md").read_text(encoding="utf-8")))
    assert "nev-sales" not in shown["tracker status --as-of 2023-08-31"].stdout
    assert "no data" in shown["tracker status --as-of 2024-03-31"].stdout.lower()
    assert "missed" in shown["tracker status --as-of 2024-07-26"].stdout
    assert Path("backup.db").exists()


def test_the_chinese_tutorial(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_LANG", "zh")
    shown = dict(replay(run, (TOP / "docs" / "tutorial.zh.md").read_text(encoding="utf-8")))
    assert "新能源汽车" not in shown["tracker status --as-of 2023-08-31"].stdout
    assert "新能源汽车" in shown["tracker status --as-of 2023-09-01"].stdout
    assert "缺数" in shown["tracker status --as-of 2024-03-31"].stdout
    assert "未完成" in shown["tracker status --as-of 2024-07-26"].stdout
    assert Path("backup.db").exists()


def test_both_readmes_install_and_test_alike() -> None:
    english, chinese = ((TOP / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
    for mark in ("demo", "tests"):
        block = re.compile(rf"<!-- {mark} -->\n```sh\n(.*?)```", re.DOTALL)
        assert block.findall(english) == block.findall(chinese) != []
