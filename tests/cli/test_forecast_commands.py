"""Forecasts on the command line: `status`, `status --methods`, `show --explain`, `backtest`, and those reports keep."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.domain.vehicle_series import SALES, SALES_TO_DATE, vehicles
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.indicator import Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import Period, parse_period
from tracker.domain.plan import Plan
from tracker.domain.quantity import Quantity
from tracker.domain.target import Condition, Op, Target
from tracker.services.backtest import backtest
from tracker.store.database import Change, open_database
from tracker.store.forecasts import kept_forecasts
from tracker.store.migrate import create_database

CARS = Indicator(
    "cars",
    Bilingual("汽车销量", "Vehicles sold"),
    Kind.FLOW,
    Unit("辆", "vehicles", whole=True),
    ("caam",),
    calendar=ReleaseCalendar(Frequency.MONTH, 10, 15),
)
GIANTS = Indicator(
    "giants",
    Bilingual("小巨人企业数", "Little giants"),
    Kind.STOCK,
    Unit("家", "firms", whole=True),
    ("caam",),
    baseline=Baseline(parse_period("2022-12-31"), Quantity(Decimal(8997)), "caam", date(2023, 1, 11)),
)


def _target(indicator: Indicator, value: str) -> Target:
    return Target(
        f"{indicator.code}-2023",
        indicator,
        Condition(Op.AT_LEAST, Decimal(value)),
        date(2023, 1, 1),
        date(2023, 12, 31),
        date(2023, 1, 11),
        baseline=indicator.baseline,
    )


PLAN = Plan(
    "cars-2023",
    Bilingual("汽车计划", "Cars"),
    2023,
    "caam",
    date(2023, 1, 11),
    publishers={"caam": Publisher("caam", Bilingual("中汽协", "CAAM"))},
    indicators={"cars": CARS, "giants": GIANTS},
    targets=(_target(CARS, "27600000"), _target(GIANTS, "10000")),
)
READING = Observation("giants", Period.day(date(2023, 6, 26)), Quantity(Decimal(9500)), "caam", date(2023, 6, 26))


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with two targets and three years of figures."""
    path = str(tmp_path / "office.db")
    create_database(path)
    with open_database(path) as database, database.write(Change("tester", "plan-load", plan=PLAN.code)) as writer:
        writer.add_plan(PLAN)
        writer.add_observations([*(replace(row, indicator="cars") for row in vehicles(SALES, SALES_TO_DATE)), READING])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DB", path)
    return path


def targets(run: Run, *args: str) -> dict[str, dict[str, Any]]:
    done = run("status", "--json", *args)
    assert (done.exit_code, done.stderr) == (0, "")
    return {target["target"]: target for target in json.loads(done.stdout)["targets"]}


def test_status_has_the_forecast_as_decimal_texts_or_none_and_the_reason(run: Run) -> None:
    found = targets(run, "--as-of", "2023-07-20")
    cars = found["cars-2023"]["forecast"]
    assert set(cars) == {"value", "low", "high", "probability"}
    value, low, high, chance = (Decimal(cars[name]) for name in ("value", "low", "high", "probability"))
    assert 13239000 < low < value < high < 40000000
    assert low < 30094000 < high  # what the year came to
    assert 0 < chance < 1
    assert len(cars["probability"]) == 6
    assert found["giants-2023"]["forecast"] is None
    assert "forecast-too-few-points" in found["giants-2023"]["reasons"]
    assert not any(code.startswith("forecast") for code in found["cars-2023"]["reasons"])


def test_a_target_that_is_finally_judged_has_no_forecast(run: Run) -> None:
    cars = targets(run, "--as-of", "2024-02-01")["cars-2023"]
    assert (cars["status"], cars["forecast"]) == ("achieved", None)
    assert not any(code.startswith("forecast") for code in cars["reasons"])


@pytest.mark.parametrize("columns", ["80", "100", "120"])
@pytest.mark.parametrize(("lang", "heading", "chance"), [("en", "Forecast", "chance"), ("zh", "预测", "概率")])
def test_the_table_has_room_for_the_forecast(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, lang: str, heading: str, chance: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("--lang", lang, "status", "--as-of", "2023-07-20").stdout.splitlines()
    assert heading in lines[2]
    assert sum(chance in line for line in lines) == 1
    assert max(len(line) for line in lines) <= int(columns)
    status = {"en": "● on track", "zh": "● 进展正常"}[lang]
    assert any(status in line for line in lines)


def test_without_a_forecast_there_is_no_column_for_it(run: Run) -> None:
    assert "Forecast" not in run("status", "--as-of", "2024-02-01").stdout


def test_forecasts_are_left_out_where_they_are_not_wanted(run: Run) -> None:
    day = ("--as-of", "2023-07-20")
    whole, lean = targets(run, *day), targets(run, *day, "--no-forecast")
    assert {code: (one["forecast"], one["reasons"]) for code, one in lean.items()} == {
        code: (None, [reason for reason in one["reasons"] if not reason.startswith("forecast-")])
        for code, one in whole.items()
    }
    assert whole["cars-2023"]["forecast"]
    assert lean["giants-2023"]["reasons"] != whole["giants-2023"]["reasons"]
    table = run("status", *day, "--no-forecast")
    assert (table.exit_code, table.stderr) == (0, "")
    assert "Forecast" not in table.stdout


def test_show_explains_what_the_forecast_is_made_of_and_what_comes_next(run: Run) -> None:
    done = run("show", "cars", "--as-of", "2023-07-20", "--explain", "--json")
    steps = json.loads(done.stdout)["targets"][0]["steps"]
    ahead = [step for step in steps if "Forecast for" in step or "weight" in step or "Probability" in step]
    assert len(ahead) == 5  # the forecast, three models, the chance
    assert (
        "13.239 million vehicles are known already, the months still to come (6) are forecast from 30 figures"
        in ahead[0]
    )
    assert any(
        step.startswith("The next figure (Jan–Jul 2023) leaves the status at least “on track”") for step in steps
    )
    few = run("show", "giants", "--as-of", "2023-07-20", "--explain").stdout
    assert "Forecast: none, 2 figures and it takes eight" in few


def test_show_says_the_next_value_and_the_weighted_need_as_data(run: Run) -> None:
    [cars] = json.loads(run("show", "cars", "--as-of", "2023-07-20", "--json").stdout)["targets"]
    assert cars["next_value"] == {
        "period": "2023-01..2023-07",
        "value": "13340001",
        "bound": "at-least",
        "alone": "101001",
        "keeps": "on-track",
    }
    assert cars["needed_weighted"] is None
    [judged] = json.loads(run("show", "cars", "--as-of", "2024-02-01", "--json").stdout)["targets"]
    assert judged["next_value"] is None


def test_methods_stand_side_by_side(run: Run) -> None:
    methods = targets(run, "--methods", "--as-of", "2023-07-20")["giants-2023"]["methods"]
    readings = {one["method"]: one for one in methods["readings"]}
    assert list(readings) == ["schedule", "ratio", "open-sdg", "eurostat", "unsd", "escap"]
    assert readings["escap"] == {
        "method": "escap",
        "value": "5.015",
        "verdict": "as-fast-as-needed",
        "class": "on-track",
        "refusal": None,
    }
    assert readings["unsd"] == {
        "method": "unsd",
        "value": None,
        "verdict": None,
        "class": None,
        "refusal": "under-a-year",
    }
    assert methods["disagree"] is False
    assert "methods" not in targets(run, "--as-of", "2023-07-20")["cars-2023"]


@pytest.mark.parametrize(("lang", "mark"), [("en", "≠ The methods disagree."), ("zh", "≠ 各方法判断不一致。")])
def test_methods_that_disagree_are_marked(run: Run, lang: str, mark: str) -> None:
    """In May 38.46 % of the way in 41.67 % of the time: on schedule by the bands, too slow by the index."""
    done = run("--lang", lang, "status", "--methods", "--as-of", "2023-06-20")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.count(mark) == 1


def test_backtest_prints_a_line_for_each_indicator_and_one_for_all(run: Run) -> None:
    done = run("backtest")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["Indicator", "Made", "Within", "Brier", "Error", "/", "last", "/", "rate", "/", "year"]
    assert lines[2].split()[:3] == ["Vehicles", "sold", "40"]
    assert any(line.startswith("All") for line in lines)
    assert "Without enough figures: Little giants." in done.stdout


def test_backtest_shows_a_bar_to_a_person_who_waits(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.cli.progress.PATIENCE", 0.0)
    monkeypatch.setattr("tracker.cli.terminal.is_terminal", lambda _stream: True)
    done = run("backtest")
    assert "replaying the forecasts" in done.stderr
    shares = [int(part) for part in re.findall(r"(\d+)%", done.stderr)]
    assert shares == [0, 12, 25, 37, 50]  # two indicators, the first with four years


def test_a_backtest_of_several_areas_never_goes_back(office: str) -> None:
    told: list[tuple[int, int]] = []
    province = [replace(row, indicator="cars", area="CN-GD") for row in vehicles(SALES, SALES_TO_DATE)]
    with open_database(office) as database:
        with database.write(Change("tester", "import", plan=PLAN.code)) as writer:
            writer.add_observations(province)
        with database.read() as reader:
            backtest(reader, PLAN.code, progress=lambda done, total: told.append((done, total)))
    shares = [100 * done // total for done, total in told]
    assert shares == [0, 6, 12, 18, 25, 31, 37, 43, 50]


def test_backtest_as_data_has_every_origin(run: Run) -> None:
    found = json.loads(run("backtest", "--indicator", "汽车销量", "--json").stdout)
    [cars] = found["indicators"]
    assert (cars["indicator"], cars["origins"], cars["judged"]) == ("cars", 40, 12)
    assert 0.5 < float(cars["coverage"]) <= 1
    assert set(cars["against"]) == {"last-value", "run-rate", "last-year"}
    spans = {span["period"]: span for span in cars["spans"]}
    assert spans["2023"]["outcome"] == "30094000"
    assert spans["2023"]["known_on"] == "2024-01-11"
    assert sum(len(span["origins"]) for span in spans.values()) == found["overall"]["origins"] == 40
    assert found["untested"] == []


def test_backtest_of_an_unknown_indicator_names_the_nearest(run: Run) -> None:
    done = run("backtest", "--indicator", "card")
    assert done.exit_code == 21
    assert "cars" in done.stderr


def test_backtest_without_figures_says_what_it_takes(run: Run) -> None:
    done = run("backtest", "--indicator", "giants")
    assert done.exit_code == 0
    assert done.stdout.startswith("Nothing to replay: it takes eight monthly or quarterly figures")


def test_reports_keep_their_forecasts_and_backtest_tells_how_they_fared(run: Run, office: str) -> None:
    for month in ("2023-05", "2023-09"):
        assert run("report", month, "--format", "json", "-o", "out").exit_code == 0
    with open_database(office) as database, database.read() as reader:
        kept = kept_forecasts(reader, PLAN.code)
    assert [(one.target, str(one.as_of)) for one in kept] == [("cars-2023", "2023-06-26"), ("cars-2023", "2023-10-26")]
    [said] = json.loads(run("backtest", "--json").stdout)["kept"]
    assert (said["target"], said["made"], said["judged"]) == ("cars-2023", 2, 2)
    assert "Vehicles sold (cars-2023): of 2 forecast(s) in reports," in run("backtest").stdout


def test_a_report_prints_the_forecast_and_the_review_how_the_year_s_own_fared(run: Run) -> None:
    report = " ".join(run("report", "2023-06").stdout.split())
    assert "chance of reaching the target" in report
    review = run("review", "2023").stdout
    assert "How forecasts fared" in review
    assert "Outcome in interval" in review
