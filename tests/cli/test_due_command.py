"""`tracker due`: what is to be entered about a month."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.year import make_year
from tracker.i18n.wrap import width_of

Run = Callable[..., Result]
JULY = ("--as-of", "2023-07-18")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("year") / "tracker.db"
    make_year(path)
    return path


@pytest.fixture(autouse=True)
def database(year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DB", str(shutil.copy(year, tmp_path / "tracker.db")))


def document(result: Result) -> Any:
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def states(result: Result) -> dict[tuple[str, str], str]:
    return {(one["indicator"], one["period"]): one["state"] for one in document(result)["figures"]}


def test_a_month_in_all_its_states(run: Run) -> None:
    found = states(run("due", "2023-06", *JULY, "--json"))
    assert found == {
        ("industrial-value-added", "2023-06"): "entered",
        ("industrial-value-added", "2023-01..2023-06"): "entered",
        ("manufacturing-value-added", "2023-06"): "due",
        ("manufacturing-value-added", "2023-01..2023-06"): "entered",
        ("hightech-value-added", "2023-06"): "due",
        ("hightech-value-added", "2023-01..2023-06"): "due",
        ("equipment-value-added", "2023-06"): "due",
        ("equipment-value-added", "2023-01..2023-06"): "due",
        ("telecom-volume", "2023-01..2023-06"): "expected",
        ("5g-base-stations", "2023-06-30"): "expected",
        ("nev-production", "2023-06"): "overdue",
        ("nev-production", "2023-01..2023-06"): "overdue",
        ("nev-sales", "2023-06"): "overdue",
        ("nev-sales", "2023-01..2023-06"): "overdue",
    }


def test_the_document(run: Run) -> None:
    found = document(run("due", "2023-06", *JULY, "--json"))
    assert {key: found[key] for key in ("schema", "plan", "period", "as_of")} == {
        "schema": 1,
        "plan": "miit-2023",
        "period": "2023-06",
        "as_of": "2023-07-18",
    }
    assert found["count"] == {
        "expected": 14,
        "entered": 3,
        "provisional": 0,
        "overdue": 4,
        "completeness": "0.2142",
        "on_time": "0.4285",
        "entered_on_time": "0.0000",
    }
    entered, _, due, *_, late = found["figures"]
    assert entered["value"]["value"] == "4.4"
    assert (entered["due_in"], entered["overdue_by"]) == (None, None)
    assert (due["usual"], due["latest"], due["due_in"], due["value"]) == ("2023-07-15", "2023-07-18", 0, None)
    assert (late["due_in"], late["overdue_by"]) == (None, 3)
    assert [one["indicator"] for one in found["no_calendar"]] == [
        "sme-broadband-tariff",
        "advanced-clusters",
        "srdi-smes",
        "little-giants",
        "manufacturing-champions",
    ]
    assert {one["period"][:4] for one in found["earlier_overdue"]} == {"2023"}


def test_january_comes_with_february(run: Run) -> None:
    found = states(run("due", "2023-01", "--as-of", "2023-03-20", "--json"))
    assert found["industrial-value-added", "2023-01"] == "not-published"
    assert found["5g-base-stations", "2023-01-31"] == "not-published"
    assert found["nev-sales", "2023-01"] == "overdue"
    assert states(run("due", "2023-02", "--as-of", "2023-03-20", "--json"))[
        "industrial-value-added", "2023-01..2023-02"
    ] == "entered"  # fmt: skip


def test_the_yearly_share_is_a_matter_of_december(run: Run) -> None:
    share = ("manufacturing-gdp-share", "2023")
    assert states(run("due", "2023-12", "--as-of", "2024-03-01", "--json"))[share] == "overdue"
    assert states(run("due", "2023-12", "--as-of", "2024-08-01", "--json"))[share] == "entered"
    assert share not in states(run("due", "2023-11", "--as-of", "2024-03-01", "--json"))


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["✓ entered", "● due today", "… expected tomorrow", "✗ overdue 3 days", "by 2023-07-15",
                "No calendar:", "Entered 3 of 14 (21.4%). On time: 42.8% published, 0.0% entered.", "Overdue: 4.",
                "`tracker due 2023-H1`"]),
        ("zh", ["✓ 已录入", "● 最迟今天发布", "… 预计明天发布", "✗ 已逾期3天", "最迟2023-07-15", "无发布日历",
                "应录14项，已录3项，录入率21.4%；按时发布率42.8%，按时录入率0.0%。", "逾期未录：4项。"]),
    ],
)  # fmt: skip
def test_the_table(run: Run, lang: str, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = run("due", "2023-06", *JULY, "--lang", lang)
    assert (result.exit_code, result.stderr) == (0, "")
    for line in lines:
        assert line in result.stdout
    assert max(map(width_of, result.stdout.splitlines())) <= 80


def test_several_months_are_counted_and_what_is_missing_is_listed(run: Run) -> None:
    result = run("due", "2023-Q1", "--as-of", "2023-05-18")
    assert "Jan 2023         2        0        2      0.0%" in result.stdout
    assert "✓" not in result.stdout
    assert "✗ overdue 92 days" in result.stdout
    found = document(run("due", "2023", "--as-of", "2024-03-20", "--json"))
    assert [one["month"] for one in found["months"]] == [f"2023-{month:02}" for month in range(1, 13)]
    assert found["count"]["expected"] == sum(one["expected"] for one in found["months"])


def test_strict_leaves_with_31_if_anything_is_overdue(run: Run) -> None:
    result = run("due", "2023-06", *JULY, "--strict")
    assert result.exit_code == 31
    assert "NEV sales" in result.stdout
    assert result.stderr == "error overdue: overdue and not entered: 4 (Jun 2023)\n"
    assert run("due", "2023-06", "--as-of", "2023-07-15", "--strict").exit_code == 0
    as_json = run("due", "2023-06", *JULY, "--strict", "--json")
    assert json.loads(as_json.stdout)["count"]["overdue"] == 4
    assert json.loads(as_json.stderr)["error"]["exit_code"] == 31


def test_the_last_complete_month_is_the_default(run: Run) -> None:
    assert document(run("due", "--as-of", "2023-07-01", "--json"))["period"] == "2023-06"
    assert document(run("due", "--as-of", "2023-01-31", "--json"))["period"] == "2022-12"


def test_days_are_no_months(run: Run) -> None:
    result = run("due", "2023-06-03..2023-06-09")
    assert (result.exit_code, result.stdout) == (22, "")
    assert "whole months" in result.stderr
