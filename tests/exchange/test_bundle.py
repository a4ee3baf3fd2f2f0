"""The bundled plan and its figures are what was published, and only that."""

from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tracker.domain.draft import Clerk, Draft
from tracker.domain.indicator import Direction, Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.plan import Clause, Plan, Progress, Task
from tracker.domain.quantity import Bound
from tracker.domain.target import Basis, Commitment, Op, PathKind
from tracker.errors import UnknownCode
from tracker.exchange.bundle import bundle, codes
from tracker.exchange.columns import Columns
from tracker.exchange.document import every_evidence

NOW = datetime(2024, 12, 31, tzinfo=UTC)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return bundle().plan_file().plan


@pytest.fixture(scope="module")
def figures(plan: Plan) -> list[Observation]:
    header, *rows = bundle().figures()
    clerk, columns = Clerk(plan, NOW, NOW.date(), "test"), Columns(header)
    assert not columns.problems
    read = []
    for _, draft in columns.drafts(rows):
        assert isinstance(draft, Draft)
        figure, problems = clerk.read(draft)
        assert not problems
        assert figure is not None
        read.append(figure)
    return read


def test_the_bundled_plans_have_codes() -> None:
    assert codes() == ["miit-2023"]
    with pytest.raises(UnknownCode):
        bundle("miit-2022")


def test_fourteen_indicators_with_names_definitions_and_baselines(plan: Plan) -> None:
    assert len(plan.indicators) == 14
    for indicator in plan.indicators.values():
        assert indicator.name.zh
        assert indicator.name.en
        assert indicator.definition.zh
        assert indicator.definition.en
        assert indicator.aliases
        assert indicator.baseline is not None
        assert indicator.baseline.published_on == date(2023, 1, 11)
    assert Counter(indicator.kind for indicator in plan.indicators.values()) == {
        Kind.GROWTH: 6,
        Kind.STOCK: 5,
        Kind.FLOW: 2,
        Kind.SHARE: 1,
    }
    assert [code for code, found in plan.indicators.items() if found.direction is Direction.DOWN] == [
        "sme-broadband-tariff"
    ]


@pytest.mark.parametrize(
    ("code", "period", "value", "bound", "flag"),
    [
        ("industrial-value-added", "2022", "3.6", Bound.EXACTLY, "e"),
        ("manufacturing-value-added", "2022", "3.1", Bound.ABOUT, "e"),
        ("hightech-value-added", "2022-01..2022-11", "8", Bound.EXACTLY, ""),
        ("equipment-value-added", "2022-01..2022-11", "6.2", Bound.EXACTLY, ""),
        ("telecom-volume", "2022", "8", Bound.EXACTLY, "de"),
        ("sme-broadband-tariff", "2022", "-10", Bound.LESS_THAN, ""),
        ("manufacturing-gdp-share", "2022", "28", Bound.EXACTLY, "e"),
        ("advanced-clusters", "2022-12-31", "45", Bound.EXACTLY, ""),
        ("srdi-smes", "2022-12-31", "70000", Bound.MORE_THAN, ""),
        ("little-giants", "2022-12-31", "8997", Bound.EXACTLY, ""),
        ("manufacturing-champions", "2022-12-31", "1186", Bound.EXACTLY, ""),
        ("5g-base-stations", "2022-12-31", "2300000", Bound.MORE_THAN, ""),
        ("nev-production", "2022", "6500000", Bound.MORE_THAN, ""),
        ("nev-sales", "2022", "6500000", Bound.MORE_THAN, ""),
    ],
)
def test_baselines_as_the_document_gives_them(
    plan: Plan, code: str, period: str, value: str, bound: Bound, flag: str
) -> None:
    baseline = plan.indicators[code].baseline
    assert baseline is not None
    assert (str(baseline.period), baseline.quantity.value, baseline.quantity.bound, baseline.flag) == (
        period,
        Decimal(value),
        bound,
        flag,
    )


def test_two_stated_targets_and_an_interpreted_one(plan: Plan) -> None:
    smes, giants, share = plan.targets
    assert (smes.code, smes.condition.op, smes.condition.value) == ("srdi-smes-2023", Op.MORE_THAN, Decimal(80000))
    assert (giants.code, giants.condition.op, giants.condition.value) == (
        "little-giants-2023",
        Op.MORE_THAN,
        Decimal(10000),
    )
    for target in (smes, giants):
        assert (target.basis, target.commitment, target.task) == (Basis.STATED, Commitment.STRIVE, 9)
    assert giants.path.kind is PathKind.BATCH
    assert giants.path.reason.zh
    assert giants.path.reason.en
    assert (share.code, share.basis, share.commitment, share.task) == (
        "manufacturing-gdp-share-2023",
        Basis.INTERPRETED,
        Commitment.DIRECTIONAL,
        None,
    )
    assert (share.condition.op, share.condition.tolerance) == (Op.WITHIN, Decimal("0.5"))
    assert {target.due for target in plan.targets} == {date(2023, 12, 31)}


def test_publishers_in_their_order(plan: Plan) -> None:
    assert plan.indicators["industrial-value-added"].publishers == ("nbs", "miit")
    assert plan.indicators["nev-sales"].publishers == ("caam",)
    assert "world-bank" in plan.publishers
    assert not any("world-bank" in found.publishers for found in plan.indicators.values())


def test_release_calendars(plan: Plan) -> None:
    industry = plan.indicators["industrial-value-added"].calendar
    assert industry.not_published(Period.month(2023, 1))
    assert not industry.not_published(Period.months(2023, 1, 2))
    assert industry.release(Period.month(2023, 5)).latest == date(2023, 6, 18)
    assert plan.indicators["telecom-volume"].calendar.release(Period.months(2023, 1, 4)).latest == date(2023, 5, 25)
    assert plan.indicators["manufacturing-gdp-share"].calendar.release(Period.year(2023)).latest == date(2024, 1, 31)
    assert not plan.indicators["srdi-smes"].calendar.is_regular


def test_thirteen_tasks_and_all_their_commitments_in_both_languages(plan: Plan) -> None:
    assert [task.number for task in plan.tasks] == list(range(1, 14))
    assert [len(task.clauses) for task in plan.tasks] == [17, 8, 8, 7, 4, 12, 6, 11, 14, 2, 5, 18, 5]
    for task in plan.tasks:
        parts: list[Task | Clause] = [task, *task.clauses]
        for part in parts:
            assert part.title.zh
            assert part.title.en
            assert part.evidence is not None
        assert all(clause.kind for clause in task.clauses)
        assert [clause.number for clause in task.clauses] == list(range(1, len(task.clauses) + 1))
    linked = {code: clause.ref for clause in plan.clauses.values() for code in clause.target_codes}
    assert linked == {"srdi-smes-2023": "9.11", "little-giants-2023": "9.12"}


def test_key_phrases_are_short_and_no_title_repeats_one(plan: Plan) -> None:
    evidence = [found for _, found in every_evidence(plan)]
    assert len(evidence) == 13 + 117 + 3
    assert all(len(found.phrase) <= 12 for found in evidence)


def test_figures_are_in_order_of_publication(figures: list[Observation]) -> None:
    days = [figure.published_on for figure in figures]
    assert days == sorted(days)
    assert all(figure.dated and figure.source for figure in figures)


def test_figures_are_counted(figures: list[Observation]) -> None:
    assert Counter(figure.indicator for figure in figures) == {
        "industrial-value-added": 37,
        "manufacturing-value-added": 17,
        "telecom-volume": 16,
        "5g-base-stations": 16,
        "srdi-smes": 6,
        "little-giants": 5,
        "manufacturing-champions": 2,
        "advanced-clusters": 6,
        "sme-broadband-tariff": 2,
        "manufacturing-gdp-share": 3,
    }


def test_flags_of_estimates_outlooks_and_provisional_figures(figures: list[Observation]) -> None:
    flagged = {
        (figure.indicator, str(figure.period), figure.published_on.isoformat()): figure.flag for figure in figures
    }
    assert {key: flag for key, flag in flagged.items() if flag} == {
        ("industrial-value-added", "2022", "2023-01-11"): "e",
        ("manufacturing-value-added", "2022", "2023-01-11"): "e",
        ("manufacturing-gdp-share", "2022", "2023-01-11"): "e",
        ("telecom-volume", "2022", "2023-01-11"): "de",
        ("industrial-value-added", "2023", "2023-12-21"): "f",
        ("telecom-volume", "2023", "2023-12-21"): "f",
        ("industrial-value-added", "2023", "2024-01-17"): "p",
        ("telecom-volume", "2023", "2024-01-24"): "p",
    }


@pytest.mark.parametrize(
    ("code", "period", "published", "value", "bound"),
    [
        ("srdi-smes", "2023-06-26", "2023-06-26", "80000", Bound.MORE_THAN),
        ("srdi-smes", "2023-09-21", "2023-09-21", "98000", Bound.MORE_THAN),
        ("srdi-smes", "2023-12-21", "2023-12-21", "103000", Bound.EXACTLY),
        ("little-giants", "2023-06-26", "2023-06-26", "9000", Bound.NEARLY),
        ("little-giants", "2023-07-31", "2023-08-01", "12000", Bound.MORE_THAN),
        ("5g-base-stations", "2023-03-31", "2023-04-20", "2640000", Bound.MORE_THAN),
        ("5g-base-stations", "2023-12-31", "2024-01-20", "3377000", Bound.EXACTLY),
        ("industrial-value-added", "2022-04", "2022-05-16", "-2.9", Bound.EXACTLY),
        ("industrial-value-added", "2023", "2023-12-21", "4.3", Bound.AT_LEAST),
        ("telecom-volume", "2023", "2023-12-21", "16", Bound.ABOUT),
        ("sme-broadband-tariff", "2022", "2023-01-21", "-10", Bound.LESS_THAN),
        ("advanced-clusters", "2023-12-21", "2023-12-21", "45", Bound.EXACTLY),
        ("manufacturing-gdp-share", "2023", "2024-07-05", "26.2", Bound.EXACTLY),
    ],
)
def test_figures_as_published(
    figures: list[Observation], code: str, period: str, published: str, value: str, bound: Bound
) -> None:
    [figure] = [
        one
        for one in figures
        if (one.indicator, str(one.period), one.published_on.isoformat()) == (code, period, published)
    ]
    assert (figure.quantity.value, figure.quantity.bound) == (Decimal(value), bound)


def test_published_zeros_are_kept(figures: list[Observation]) -> None:
    assert {str(one.quantity.value) for one in figures if one.indicator == "manufacturing-value-added"} >= {
        "3.0",
        "5.0",
    }


def test_what_was_said_without_a_number_is_a_note(plan: Plan) -> None:
    notes = bundle().notes()
    assert [(note.subject, note.status, note.noted_on) for note in notes] == [
        ("manufacturing-gdp-share", Progress.NOTED, date(2023, 10, 20)),
        ("manufacturing-gdp-share", Progress.NOTED, date(2023, 12, 21)),
    ]
    assert all(note.subject in plan.indicators for note in notes)


def test_the_figures_can_be_taken_by_the_days_they_came_out_on() -> None:
    header, *rows = bundle().figures()
    assert header.cells[:3] == ["indicator", "period", "value"]
    place = header.cells.index("published_on")
    days = sorted({date.fromisoformat(row.cells[place]) for row in rows})
    assert len(days) > 12
    assert [row for day in days for row in list(bundle().figures(day, day))[1:]] == rows
