"""Worked examples that others published, through plans of our own and `status --json`: figures, progress, gap, verdict.

The sources are named where their numbers are used. They print shares rounded to a tenth of a per cent, `progress` is
cut to four digits of 1; what is compared is the number before either.
"""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

HEAD = """
plan: example
name: 例子
year: {year}
published: {year}-01-05
publishers: [{publishers}]
indicators:
"""
MONTHLY = "calendar: {frequency: month, usual-lag: 15, latest-lag: 25}"
Status = dict[str, Any]


class Office:
    """A database with one plan, and what is asked of it."""

    def __init__(
        self,
        run: Run,
        folder: Path,
        year: int,
        indicators: str,
        targets: str,
        *,
        publishers: str = "{code: office, name: 督查室}",
    ) -> None:
        self.run, self.db = run, str(folder / "example.db")
        plan = folder / "plan.yaml"
        head = HEAD.format(year=year, publishers=publishers)
        plan.write_text(head + indicators + "targets:\n" + targets, "utf-8")
        self.do("init", "--plan-file", str(plan))

    def do(self, *words: str) -> str:
        result = self.run(*words, "--db", self.db)
        assert result.exit_code == 0, result.stderr
        return str(result.stdout)

    def record(self, *words: str, published: str) -> None:
        self.do("record", *words, "--published", published, "--accept", "all")

    def status(self, day: str, *words: str) -> dict[str, Status]:
        document = json.loads(self.do("status", "--json", "--as-of", day, *words))
        return {one["target"]: one for one in document["targets"]}


def printed(share: Decimal | str, places: str = "0.1") -> str:
    """A share of 1 as a report prints it, in per cent, rounded half up."""
    return str((Decimal(share) * 100).quantize(Decimal(places), ROUND_HALF_UP))


# --- inspection reports ---

RATES = [  # growth to September, target of the year, how far below the report says it is
    ("gdp", "6.1%", "7", "-0.9"),
    ("revenue", "3.9%", "15", "-11.1"),
    ("investment", "6%", "9", "-3"),
    ("industry", "14.6%", "15", "-0.4"),
    ("retail", "6.7%", "8.5", "-1.8"),
    ("trade", "下降8%左右", "7", "-15"),
    ("income", "8.2%", "8.5", "-0.3"),
]


def test_a_city_s_inspection_of_the_third_quarter_of_2019(run: Run, tmp_path: Path) -> None:
    """A city's inspection office on the government work report, 17 October 2019: growth is held against the target of
    the year directly; foreign investment of 373 of 700 million dollars is 53.3 %, 21.7 points below the 75 % of the
    year."""
    names = [f"  - {{code: {code}, name: 指标{code}, kind: growth, unit: '%', {MONTHLY}}}" for code, *_ in RATES]
    goals = [
        f"  - {{code: {code}-2019, indicator: {code}, condition: {goal}%以上, due: 2019-12-31}}"
        for code, _, goal, _ in RATES
    ]
    foreign = f"  - {{code: foreign, name: 实际利用外资, kind: flow, unit: 亿美元, {MONTHLY}}}"
    goals.append("  - {code: foreign-2019, indicator: foreign, condition: 7亿美元以上, due: 2019-12-31}")
    office = Office(run, tmp_path, 2019, "\n".join([*names, foreign, ""]), "\n".join(goals))
    for code, value, *_ in RATES:
        office.record(code, "2019-01..2019-09", value, published="2019-10-17")
    office.record("foreign", "2019-01..2019-09", "3.73亿美元", published="2019-10-17")
    found = office.status("2019-10-17", "--methods")
    for code, _, goal, gap in RATES:
        one = found[f"{code}-2019"]
        assert (one["expected"], one["gap"], one["progress"], one["elapsed"]) == (goal, gap, None, "0.7500")
    one = found["foreign-2019"]
    assert (one["progress"], one["elapsed"], one["status"]) == ("0.5328", "0.7500", "behind")
    assert printed(Decimal("3.73") / 7) == "53.3"
    schedule = next(reading for reading in one["methods"]["readings"] if reading["method"] == "schedule")
    assert schedule["value"] == "21.7143"
    assert (one["gap"], one["needed"]) == ("-1.52", "1.09")


@pytest.mark.parametrize(
    ("year", "month", "plan", "done", "share", "ahead", "status"),
    [
        # key projects of a city, January to October: 97.2 %, 13.8 points ahead of time
        (2018, 10, "647.4", "629.0", "97.2", "13.8", "on-track"),
        # investment of a county (banner) to the end of September 2017: 87.69 % of the plan
        (2017, 9, "85.9", "75.33", "87.69", None, "on-track"),
        # new urban jobs of the nation, statistics bureau: 1,097 of 11 million by September 2019 are 99.7 %
        (2019, 9, "1100", "1097", "99.7", None, "on-track"),
        # 8.98 of 9 million by September 2020 are 99.8 %
        (2020, 9, "900", "898", "99.8", None, "on-track"),
        # labour ministry: 10.45 million by September 2021, 95 %
        (2021, 9, "1100", "1045", "95", None, "on-track"),
        # 11.07 million by September 2018: a quarter early
        (2018, 9, "1100", "1107", "100.6", None, "achieved"),
        # 9.31 of 9 million by September 2010: 103 %
        (2010, 9, "900", "931", "103", None, "achieved"),
    ],
)
def test_shares_of_a_year_s_plan(
    run: Run, tmp_path: Path, year: int, month: int, plan: str, done: str, share: str, ahead: str | None, status: str
) -> None:
    flow = f"  - {{code: x, name: 完成数, kind: flow, unit: 万, {MONTHLY}}}\n"
    goal = f"  - {{code: x-t, indicator: x, condition: '>= {plan}', due: {year}-12-31}}\n"
    office = Office(run, tmp_path, year, flow, goal)
    office.record("x", f"{year}-01..{year}-{month:02}", done, published=f"{year}-{month + 1:02}-20")
    found = office.status(f"{year}-{month + 1:02}-20", "--methods")["x-t"]
    assert found["status"] == status
    exact = Decimal(done) / Decimal(plan)
    assert found["progress"] == str(exact)[:6].ljust(6, "0")
    assert share in (printed(exact, "0.01"), printed(exact), printed(exact, "1"), str(exact * 100)[:5])
    assert found["elapsed"] == {9: "0.7500", 10: "0.8333"}[month]
    if ahead is not None:
        schedule = found["methods"]["readings"][0]
        assert printed(-Decimal(schedule["value"]) / 100) == ahead
    if status == "achieved":
        assert (found["first_achieved"], found["needed"]) == (f"{year}-0{month}-30", None)


def test_a_government_s_account_of_its_targets_for_2019(run: Run, tmp_path: Path) -> None:
    """The State Council's table on its 2019 work report, 19 May 2020: growth of 6.1 % in a range of 6 to 6.5; 13.52
    million new jobs where 11 were wanted; registered unemployment of 3.62 % under a cap of 4.5; mobile data tariffs
    41 % lower where 20 were promised; "more than 2.3" trillion of relief where "nearly 2" were."""
    indicators = """
  - {code: gdp, name: 国内生产总值增速, kind: growth, unit: "%"}
  - {code: jobs, name: 城镇新增就业, kind: flow, unit: 万人}
  - {code: unemployment, name: 城镇登记失业率, kind: share, unit: "%", direction: down}
  - {code: tariff, name: 移动网络流量平均资费, kind: growth, unit: "%", direction: down}
  - {code: relief, name: 减轻企业负担, kind: flow, unit: 亿元}
"""
    targets = """
  - {code: gdp-t, indicator: gdp, condition: {op: between, value: 6%, upper: 6.5%}, due: 2019-12-31}
  - {code: jobs-t, indicator: jobs, condition: 1100万人以上, due: 2019-12-31}
  - {code: unemployment-t, indicator: unemployment, condition: 4.5%以内, due: 2019-12-31}
  - {code: tariff-t, indicator: tariff, condition: 降低20%以上, due: 2019-12-31}
  - {code: relief-t, indicator: relief, condition: 近2万亿元, due: 2019-12-31}
"""
    office = Office(run, tmp_path, 2019, indicators, targets)
    values = {
        "gdp": "6.1%",
        "jobs": "1352万人",
        "unemployment": "3.62%",
        "tariff": "下降41%",
        "relief": "超过2.3万亿元",
    }
    for code, value in values.items():
        office.record(code, "2019", value, published="2020-05-19")
    found = office.status("2020-05-19")
    assert {one["status"] for one in found.values()} == {"achieved"}
    assert found["jobs-t"]["progress"] == "1.2290"
    assert found["relief-t"]["actual"]["bound"] == "more-than"
    assert found["tariff-t"]["condition"] == {"op": "at-most", "value": "-20", "upper": None, "tolerance": None}


def test_the_order_of_entry_does_not_matter(run: Run, tmp_path: Path) -> None:
    """A revision, an older publication entered late, another publisher's figure: whichever comes first."""
    stock = """
  - {code: firms, name: 企业数, kind: stock, unit: 家, publishers: [office, bureau],
     baseline: {period: 2022-12-31, value: 8997家}}
"""
    goal = "  - {code: firms-t, indicator: firms, condition: 超过1万家, due: 2023-12-31}\n"
    entries = [
        ("2023-06-30", "9500家", "2023-07-01", "office"),
        ("2023-06-30", "9400家", "2023-07-20", "office"),
        ("2023-06-30", "9300家", "2023-06-30", "office"),
        ("2023-07-31", "9600家", "2023-08-05", "bureau"),
        ("2023-06-30", "9900家", "2023-07-25", "bureau"),
    ]
    found = []
    for turn in range(3):
        folder = tmp_path / str(turn)
        folder.mkdir()
        office = Office(run, folder, 2023, stock, goal, publishers="{code: office, name: 甲}, {code: bureau, name: 乙}")
        for period, value, published, publisher in (*entries[turn:], *entries[:turn]):
            office.record("firms", period, value, "--publisher", publisher, published=published)
        found.append([office.status(day) for day in ("2023-07-01", "2023-07-19", "2023-07-31", "2023-08-31")])
    assert found[0] == found[1] == found[2]
    assert [one["firms-t"]["actual"]["value"] for one in found[0]] == ["9500", "9500", "9400", "9600"]
