"""Next year's plan file, drafted: baselines from what is known, targets left to the next document."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.report.papers import FIGURES, PLAN, fig
from tracker.domain.carry import next_code
from tracker.domain.period import parse_period
from tracker.domain.plan import Plan
from tracker.domain.quantity import Bound
from tracker.errors import BadPeriod, PlanRefused
from tracker.exchange.plan_file import parse_plan
from tracker.services.carrying import Draft, draft_plan
from tracker.store.database import Change, Reader, open_database
from tracker.store.migrate import create_database

ENDED = (
    fig("smes", "2023-12-21", "10.3万家", "2023-12-21"),
    fig("output", "2023", "4.6%", "2024-01-17", flag="p"),
    fig("sales", "2023-01..11", "830.4万辆", "2023-12-11"),
    fig("share", "2023", "26.2%", "2024-07-05"),
    fig("sales", "2024-01", "72.9万辆", "2024-02-10"),
)
TODAY = date(2024, 7, 10)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    path = str(tmp_path / "year.db")
    create_database(path)
    with open_database(path) as database:
        with database.write(Change("tester", "plan-load", plan=PLAN.code)) as writer:
            writer.add_plan(PLAN)
            for row in (*FIGURES, *ENDED):
                writer.add_observation(row)
        with database.read() as found:
            yield found


@pytest.fixture
def draft(reader: Reader) -> Draft:
    return draft_plan(reader, PLAN.code, 2024, TODAY, "en")


def read(text: str) -> Plan:
    return parse_plan(text.encode(), "draft.yaml").plan


def with_targets(text: str) -> str:
    """The draft with its commented targets taken in."""
    head, _, tail = text.partition("# targets:\n")
    return f"{head}targets:\n" + re.sub(r"^# ?", "", tail, flags=re.MULTILINE)


def test_the_draft_is_a_sound_plan_file_of_the_next_year(draft: Draft) -> None:
    plan = read(draft.text)
    assert (plan.code, plan.year, plan.name.zh, plan.published_on) == (
        "plan-2024", 2024, "2024年工作", date(2024, 1, 1),
    )  # fmt: skip
    assert list(plan.indicators) == list(PLAN.indicators)
    assert [indicator.calendar for indicator in plan.indicators.values()] == [
        indicator.calendar for indicator in PLAN.indicators.values()
    ]
    assert (plan.targets, plan.clauses) == ((), {})
    assert [task.title for task in plan.tasks] == [task.title for task in PLAN.tasks]


def test_baselines_are_the_latest_of_the_year_with_all_that_makes_them(draft: Draft) -> None:
    found = {code: indicator.baseline for code, indicator in read(draft.text).indicators.items()}
    smes, output, sales = found["smes"], found["output"], found["sales"]
    assert smes is not None
    assert (smes.period, smes.quantity.value) == (parse_period("2023-12-21"), Decimal(103000))
    assert output is not None
    assert (output.period, output.flag, output.published_on, output.publisher) == (
        parse_period("2023"), "p", date(2024, 1, 17), "miit",
    )  # fmt: skip
    assert sales is not None
    assert sales.period == parse_period("2023-01..11"), "the longest part of the year, not next year's first month"
    assert "No figure" not in draft.text


def test_a_bound_stays_a_bound_and_what_has_no_figure_is_named(reader: Reader) -> None:
    text = draft_plan(reader, PLAN.code, 2024, date(2023, 10, 1), "en").text
    assert text.splitlines()[2] == "# No figure of 2023, so no baseline: share"
    assert read(text).indicators["share"].baseline is None
    early = read(text).indicators["smes"].baseline
    assert early is not None
    assert (early.quantity.value, early.quantity.bound) == (Decimal(98000), Bound.MORE_THAN)


def test_targets_stand_as_comments_with_their_outcome_for_the_document_to_decide(draft: Draft) -> None:
    assert "#   # smes-2023: more than 80,000 enterprises; achieved, 103,000 enterprises (21 Dec 2023)" in draft.text
    with pytest.raises(PlanRefused) as caught:
        read(with_targets(draft.text))
    places = {".".join(map(str, problem.where)) for problem in caught.value.data["problems"]}  # type: ignore[attr-defined]  # a tuple of problems
    assert places == {f"targets.{place}.evidence.paragraph" for place in range(3)}


def test_filled_in_it_is_next_year_s_plan(draft: Draft) -> None:
    text = re.sub(r"(value|tolerance): to be set", r"\1: 5", with_targets(draft.text))
    plan = read(text.replace("paragraph: to be set, phrase: to be set", "paragraph: 3, phrase: 五个"))
    assert [target.code for target in plan.targets] == ["smes-2024", "sales-2024", "share-2024"]
    assert {(target.start, target.due) for target in plan.targets} == {(date(2024, 1, 1), date(2024, 12, 31))}
    assert [target.baseline for target in plan.targets] == [
        plan.indicators[target.indicator.code].baseline for target in plan.targets
    ]


def test_in_chinese_and_only_forward(reader: Reader) -> None:
    text = draft_plan(reader, PLAN.code, 2024, TODAY, "zh").text
    assert "value: 待定" in text
    assert read(text).year == 2024
    for year in (2023, 1999):
        with pytest.raises(BadPeriod):
            draft_plan(reader, PLAN.code, year, TODAY, "en")


def test_codes_follow_the_year() -> None:
    assert next_code("miit-2023", 2023, 2025) == "miit-2025"
    assert next_code("harbour", 2023, 2024) == "harbour-2024"
