"""Values of thirty digits, the most a figure may have, go through entry, tables, explanations and reports."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """
plan: large
name: 大数
year: 2023
published: 2023-01-05
publishers: [{code: office, name: 局}]
indicators:
  - {code: yuan, name: 收入, kind: flow, unit: {zh: 元, en: yuan, whole: true},
     calendar: {frequency: month, usual-lag: 10, latest-lag: 20}}
  - {code: grams, name: 重量, kind: stock, unit: 克, calendar: {frequency: month, usual-lag: 10, latest-lag: 20},
     baseline: {period: 2022-12-31, value: 0.1}}
targets:
  - {code: yuan-t, indicator: yuan, condition: '> 123456789012345678901234567890', due: 2023-12-31}
  - {code: grams-t, indicator: grams, condition: '>= 12345678901234567890123456.7891', due: 2023-12-31}
"""


@pytest.fixture
def database(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "tracker.db"))
    assert run("init", "--plan-file", str(tmp_path / "plan.yaml")).exit_code == 0
    months = ((year, month) for year in (2022, 2023) for month in range(1, 13) if (year, month) < (2023, 10))
    for number, (year, month) in enumerate(months):
        yuan = str(month * (10**28 + number * 10**26) + 7)
        day = f"{year if month < 12 else year + 1}-{month % 12 + 1:02}-11"
        grams = f"{yuan[:-4]}.{yuan[-4:]}"
        figures = (("yuan", f"{year}-01..{year}-{month:02}", yuan), ("grams", f"{year}-{month:02}", grams))
        for code, period, value in figures:
            assert run("record", code, period, value, "--published", day, "--accept", "all").exit_code == 0


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_large_numbers_are_no_fault_anywhere(run: Run, tmp_path: Path, lang: str) -> None:
    day = ("--as-of", "2023-10-12", "--lang", lang)
    for words in (
        ("status", *day),
        ("status", "--methods", *day),
        ("status", "--json", "--all", *day),
        ("show", "yuan", "--explain", *day),
        ("show", "grams", "--explain", *day),
        ("record", "yuan", "2023-01..2023-10", "0", "--published", "2023-11-11", "--dry-run", "--lang", lang),
        ("backtest", "--lang", lang),
        ("report", "2023-09", "--format", "terminal,md,html,xlsx,docx,pdf,json", "--lang", lang, "-o", str(tmp_path)),
    ):
        result = run(*words)
        assert result.exit_code in (0, 30), (words, result.stderr)
