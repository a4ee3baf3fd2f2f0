"""The pages about scheduling are true: the example year comes out day by day, and the cadences are understood."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.scheduling.office import Office, local
from tracker.cli.root import root
from tracker.domain.cadence import parse_cadence
from tracker.services import runs

DOCS = Path(__file__).parents[2] / "docs"
ENGLISH, CHINESE = (DOCS / name for name in ("scheduling.md", "scheduling.zh.md"))
EDITIONS = {"初步": "preliminary", "最终": "final"}
START, END = date(2023, 2, 1), date(2024, 8, 1)
DOWN = (date(2023, 7, 24), date(2023, 7, 31))


def table_under(page: Path, heading: str) -> Iterator[list[str]]:
    """The rows of the first table under a heading, as cells."""
    section = page.read_text("utf-8").split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    for row in rows[2:]:
        yield [cell.strip() for cell in row.strip("|").split("|")]


@pytest.mark.parametrize(("page", "heading"), [(ENGLISH, "An example year"), (CHINESE, "全年示例")], ids=["en", "zh"])
def test_the_example_year_comes_out_run_by_run(
    page: Path, heading: str, office: Office, location: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in re.findall(r"^tracker (schedule add .*)$", page.read_text("utf-8"), re.MULTILINE)[:3]:
        args = ["--db", str(location), "--lang", "en", *shlex.split(command)]
        assert CliRunner().invoke(root, args).exit_code == 0
    monkeypatch.setattr(runs, "REST", 0.0)  # each tick is a day later
    runner = office.runner()
    days = [START + timedelta(days=number) for number in range((END - START).days + 1)]
    made = [
        [str(day), one.schedule.name, one.run.period, str(one.run.as_of), one.run.edition]
        for day in days
        if not DOWN[0] <= day <= DOWN[1]
        for one in runner.tick(local(f"{day}T09:30"))
    ]
    assert made == [[*cells, EDITIONS.get(word, word)] for *cells, word in table_under(page, heading)]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd")
@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_unit_is_one(page: Path, tmp_path: Path) -> None:
    unit = re.findall(r"```ini\n(.*?)```", page.read_text("utf-8"), re.DOTALL)[0]
    program = re.search(r"^ExecStart=(\S+)", unit, re.MULTILINE)
    assert program is not None
    path = tmp_path / "tracker.service"
    path.write_text(unit.replace(program[1], shutil.which("true") or "/bin/true"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(path)], capture_output=True, text=True, check=False
    )
    told = [line for line in done.stderr.splitlines() if "tracker.service" in line]
    assert (done.returncode, told) == (0, [])


def test_the_cadences_of_the_english_page_are_understood() -> None:
    for english, chinese, _ in table_under(ENGLISH, "How often: cadences"):
        words = re.findall(r"`([^`]+)`", english)
        assert words
        cadences = [parse_cadence(text.replace("… ", "monthly on ")) for text in words]
        translated = [parse_cadence(text) for text in re.findall(r"`([^`]+)`", chinese)]
        assert not translated or translated == cadences


def test_the_cadences_of_the_chinese_page_are_understood() -> None:
    for row in table_under(CHINESE, "周期写法"):
        chinese, english, also = ([parse_cadence(text) for text in re.findall(r"`([^`]+)`", cell)] for cell in row)
        assert chinese == english
        assert len(chinese) > 0
        assert all(cadence.text for cadence in also)
