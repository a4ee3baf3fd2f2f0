"""Importing a table: all of it or nothing, each row against the history and the others, in any order."""

import io
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.services.small_plan import CODE, NOW, PLAN
from tracker.domain.bilingual import Bilingual
from tracker.domain.checks import Outcome
from tracker.domain.observation import Entry
from tracker.domain.problems import Problem
from tracker.errors import BAD_CODE, EntryRefused, FileTrouble, Unaccepted
from tracker.exchange.plan_file import read_plan_file
from tracker.exchange.table import rows
from tracker.services.importing import Import, Imported, import_table, try_import
from tracker.store.database import Change, Database

SEEDS = Path(__file__).parents[2] / "seeds" / "miit-2023"
HEADER = "indicator,period,value,published_on,reason"
GROWTH = [
    "industry,2023-01..2023-02,2.4,2023-03-15,",
    "industry,2023-01..2023-03,3.0,2023-04-18,",
    "industry,2023-01..2023-04,3.6,2023-05-16,",
    "industry,2023-01..2023-05,3.6,2023-06-15,",
]


def table(*lines: str, header: str = HEADER, **more: Any) -> Import:
    content = "\n".join([header, *lines]).encode()
    return Import("figures.csv", rows(io.BytesIO(content), "figures.csv"), "li", NOW, **more)


def enter(database: Database, *lines: str, **more: Any) -> Imported:
    return import_table(database, CODE, table(*lines, **more))


def stored(database: Database) -> list[str]:
    with database.read() as reader:
        return [
            f"{row.indicator} {row.period} {row.quantity.value} {row.published_on}" for row in reader.observations()
        ]


def places(problems: Sequence[Problem]) -> list[tuple[object, ...]]:
    return [(problem.code, *problem.where) for problem in problems]


def refusal(database: Database, *lines: str, **more: Any) -> EntryRefused:
    with pytest.raises(EntryRefused) as caught:
        enter(database, *lines, **more)
    assert stored(database) == []
    return caught.value


def found(error: EntryRefused) -> list[tuple[object, ...]]:
    problems = error.data["problems"]
    assert isinstance(problems, list)
    return places(problems)


# Whole tables --------------------------------------------------------------------------------------------------------


def test_a_table_is_one_change(database: Database) -> None:
    imported = enter(database, *GROWTH)
    assert (imported.rows, imported.outcomes, imported.stored) == (4, {Outcome.STORED: 4}, True)
    with database.read() as reader:
        assert [change.kind for change in reader.changes()] == ["plan-load", "import"]
        assert {row.recorded_by for row in reader.observations()} == {"li"}
        assert len(reader.current()) == 4


def test_importing_twice_is_harmless(database: Database) -> None:
    enter(database, *GROWTH)
    again = enter(database, *GROWTH)
    assert (again.outcomes, again.stored) == ({Outcome.IDENTICAL: 4}, False)
    assert len(stored(database)) == 4
    with database.read() as reader:
        assert len(reader.changes()) == 2


AGAIN = [
    "share,2022,28,2023-01-11,",
    "share,2022,27.7,2023-01-18,",
    "share,2021,27.40,2022-01-18,",
    "giants,2022-09-08,8997,2022-09-08,",
    "giants,2023-06-26,近9000,2023-06-26,",
    *GROWTH,
]


@pytest.mark.parametrize("few", [0, 1_000])
def test_what_is_there_is_told_apart_however_it_is_looked_up(
    database: Database, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.recorded.FEW", few)
    enter(database, *AGAIN)
    enter(database, "share,2022,27.5,2023-01-18,misread", "industry,2023-01..2023-02,2.4,2023-03-15,")
    with database.read() as reader:
        wrong = next(row for row in reader.observations() if str(row.period) == "2022-09-08")
    with database.write(Change("li", "retract")) as writer:
        writer.add_observation(replace(wrong, entry=Entry.RETRACTION, voids=wrong.id))
    again = enter(
        database,
        *[line for line in AGAIN if "27.7" not in line],
        "share,2022,27.7,2023-01-18,back to what it was",
        "share,2021,27.4,2022-01-18,the same number",
        "share,2021,27.5,2022-01-18,and another",
        "industry,2023-06,4.4,2023-07-17,",
    )
    assert again.outcomes == {Outcome.IDENTICAL: 8, Outcome.CORRECTION: 2, Outcome.STORED: 2}


def test_a_row_that_is_there_twice_is_stored_once(database: Database) -> None:
    assert enter(database, GROWTH[0], GROWTH[0]).outcomes == {Outcome.STORED: 1, Outcome.IDENTICAL: 1}


def test_columns_in_chinese_in_any_order_and_only_those_that_are_needed(database: Database) -> None:
    enter(database, "1.2万家,小巨人,2023年底", header="数值,指标,期间")
    assert stored(database) == ["giants 2023-12-31 12000 2024-08-01"]


def test_the_unit_may_have_a_column(database: Database) -> None:
    enter(database, "giants,2023,1.2,万家,2024-01-05", header="indicator,period,value,unit,published_on")
    with database.read() as reader:
        (row,) = reader.observations()
    assert (str(row.quantity.value), row.as_published) == ("12000", "1.2万家")


VINTAGES = [
    "share,2022,28,2023-01-11,",
    "share,2022,27.7,2023-01-18,",
    "share,2022,27.6,2023-01-18,misread",
    "share,2022,27.7,2023-02-28,",
    "giants,2022-09-08,8997,2022-09-08,",
    "giants,2023-06-26,近9000,2023-06-26,",
    "giants,2023-07-31,超过1.2万,2023-08-01,",
    "giants,2023-12-21,1.2万,2023-12-21,",
    *GROWTH,
    "industry,2023-02,1.3,2023-03-15,",
]


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_rows_means_nothing(database: Database, seed: int) -> None:
    kept = VINTAGES[:2] + VINTAGES[3:]
    shuffled = random.Random(seed).sample(kept, len(kept))  # noqa: S311 - no secret depends on it
    imported = enter(database, *shuffled)
    assert imported.outcomes == {Outcome.STORED: len(kept) - 2, Outcome.REVISION: 2}
    assert [problem.code for problem in imported.problems] == ["adds-nothing"]
    with database.read() as reader:
        in_force = {f"{row.indicator} {row.period}": str(row.quantity.value) for row in reader.current()}
    assert in_force["share 2022"] == "27.7"
    assert in_force["giants 2023-12-21"] == "12000"


def test_a_correction_within_a_table_is_told_from_a_revision(database: Database) -> None:
    imported = enter(database, *VINTAGES)
    assert imported.outcomes[Outcome.CORRECTION] == 1
    assert imported.outcomes[Outcome.REVISION] == 2


# What is wrong -------------------------------------------------------------------------------------------------------


def test_one_wrong_row_keeps_all_out_and_everything_wrong_is_named(database: Database) -> None:
    error = refusal(
        database,
        GROWTH[0],
        "industri,2023-13,,2023-04-18,",
        "",
        "giants,2023-06-30,3.6%,2023-07-05,",
        'industry,2023-01..2023-03,"3,0",2025-01-01,',
        GROWTH[3],
    )
    assert found(error) == [
        ("unknown-code", 3, "indicator"),
        ("bad-period", 3, "period"),
        ("nothing-given", 3, "value"),
        ("bad-unit", 5, "value"),
        ("bad-value", 6, "value"),
    ]
    assert error.exit_code == BAD_CODE


def test_rows_contradict_each_other(database: Database) -> None:
    error = refusal(database, "share,2022,28,2023-01-11,", "share,2022,27,2023-01-11,")
    assert found(error) == [("correction-needs-reason", 3, "reason")]


def test_a_value_with_a_bare_comma_is_seen(database: Database) -> None:
    error = refusal(database, "giants,2023-07-31,12,000,2023-08-01,list")
    assert found(error) == [("too-many-cells", 2, "row")]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("indicator,period,zzz", [("column-unknown-far", 1, "row"), ("column-missing", 1, "value")]),
        ("indicator,period,valu", [("column-unknown", 1, "row"), ("column-missing", 1, "value")]),
        ("indicator,period,value,数值", [("column-twice", 1, "value")]),
        ("giants,2023,12000", [("column-unknown-far", 1, "row")] * 3),
    ],
)
def test_headers_that_cannot_be(database: Database, header: str, expected: list[tuple[object, ...]]) -> None:
    error = refusal(database, "giants,2023,12000", header=header)
    assert [each for each in found(error) if each in expected] == expected


def test_columns_without_a_name_may_be_empty(database: Database) -> None:
    assert enter(database, "giants,2023,12000,,", header="Indicator, Period ,VALUE,,").stored


def test_an_empty_table_is_no_table(database: Database) -> None:
    with pytest.raises(FileTrouble):
        import_table(database, CODE, Import("x", iter(()), "li", NOW))


def test_reading_ends_after_too_many_mistakes(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.services.importing.MOST_PROBLEMS", 10)
    error = refusal(database, *["nothing,2023,1,,"] * 50)
    assert found(error)[-1] == ("too-many-problems", 12, "row")
    assert error.data["count"] == 12


def test_holding_against_history_ends_after_too_many_mistakes_too(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.services.importing.MOST_PROBLEMS", 10)
    error = refusal(database, *[f"share,{1950 + year},28,2030-01-01," for year in range(50)])
    assert error.data["count"] == 12
    assert ("too-many-problems", 12, "row") in found(error)


# Warnings ------------------------------------------------------------------------------------------------------------

SLIPS = ["giants,2023-07-31,2家,2023-08-01,", "industry,2023-01..2023-05,-3.6,2023-06-15,"]


def test_warnings_keep_all_out_until_each_is_accepted(database: Database) -> None:
    for accepted in ((), ("slip",), ("sign",)):
        with pytest.raises(Unaccepted):
            enter(database, *GROWTH[:3], *SLIPS, accepted=accepted)
    assert stored(database) == []
    assert enter(database, *GROWTH[:3], *SLIPS, accepted=("slip", "sign")).stored
    with database.read() as reader:
        kept = reader.findings(row.id for row in reader.observations())
    assert sorted(one.code for each in kept.values() for one in each if one.accepted) == ["sign", "slip"]


def test_slips_within_a_table_show_against_its_other_rows_wherever_they_stand(database: Database) -> None:
    sales = [f"sales,2023-{month:02},{700_000 + month * 10_000},2023-{month + 1:02}-11," for month in range(1, 9)]
    for place in (3, 7):
        wrong = [*sales]
        wrong[place] = wrong[place].replace("0000,", ",", 1)
        with pytest.raises(Unaccepted) as caught:
            enter(database, *reversed(wrong))
        problems = caught.value.data["problems"]
        assert isinstance(problems, list)
        assert places(problems) == [("slip", len(sales) + 1 - place, "value")]


MONTHS = (40, 52, 65, 63, 71, 80)


def _sales(months: Sequence[int]) -> list[str]:
    """Each month and, from February on, the year to date, in 10,000 vehicles."""
    lines = []
    for month, value in enumerate(months, start=1):
        lines.append(f"sales,2023-{month:02},{value}万辆,2023-{month + 1:02}-11,")
        if month > 1:
            lines.append(f"sales,2023-01..2023-{month:02},{sum(MONTHS[:month])}万辆,2023-{month + 1:02}-11,")
    return lines


def _asked_about(database: Database, *lines: str, **more: Any) -> list[tuple[object, ...]]:
    with database.read() as reader:
        return places(try_import(reader, CODE, table(*lines, **more)).warnings)


def test_a_slip_is_told_once_and_not_by_every_figure_after_it(database: Database) -> None:
    assert _asked_about(database, *_sales(MONTHS)) == []
    wrong = _sales([40, 52, 650, 63, 71, 80])
    assert {where[1] for where in _asked_about(database, *wrong)} == {5}
    once_accepted = _asked_about(database, *wrong, accepted=("all",))
    assert len({where[1] for where in once_accepted}) > 2


def test_a_series_that_moved_is_told_where_it_moved(database: Database) -> None:
    values = [100, 103, 101, 104, 102, 105, 104, 700, 720, 710, 730, 715]
    moved = [f"sales,{2022}-{month:02},{value},2023-01-11," for month, value in enumerate(values, start=1)]
    assert _asked_about(database, *moved) == [("unlikely", 9, "value")]


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [("12.0", "23.5", []), ("23.5", "23.5", [("growth-differs", 2)]), ("12.0", "12.0", [("growth-differs", 3)])],
)
def test_growth_is_held_against_the_levels_of_its_own_release_wherever_they_stand(
    database: Database, year: str, month: str, expected: list[tuple[str, int]]
) -> None:
    with database.write(Change("test", "plan-load", plan=CODE)) as writer:
        growth = replace(
            PLAN.indicators["industry"],
            code="growth",
            growth_of="sales",
            aliases=(),
            baseline=None,
            name=Bilingual("增速", "growth"),
        )
        writer.add_plan(replace(PLAN, indicators={**PLAN.indicators, "growth": growth}))
    lines = [
        f"growth,2023,{year},2024-01-11,",
        f"growth,2023-12,{month},2024-01-11,",
        "growth,2023-01..2023-11,10.8,2023-12-11,",
        "sales,2023-12,315.6万辆,2024-01-11,",
        "sales,2023,3009.4万辆,2024-01-11,",
        "sales,2022-12,255.6万辆,2023-01-11,",
        "sales,2022,2686.4万辆,2023-01-11,",
    ]
    assert [where[:2] for where in _asked_about(database, *lines)] == expected


def test_a_row_in_doubt_counts_for_the_same_period_again(database: Database) -> None:
    lines = [*_sales(MONTHS)[:3], "sales,2023-03,650万辆,2023-04-11,", "sales,2023-03,65万辆,2023-05-11,"]
    with database.read() as reader:
        tried = try_import(reader, CODE, table(*lines))
    assert tried.outcomes[Outcome.REVISION] == 1


def test_a_person_is_asked_about_all_of_them_at_once(database: Database) -> None:
    asked: list[list[tuple[object, ...]]] = []

    def ask(problems: Sequence[Problem]) -> bool:
        asked.append(places(problems))
        return True

    assert import_table(database, CODE, table(*GROWTH[:3], *SLIPS), ask).stored
    assert asked == [[("slip", 5, "value"), ("sign", 6, "value")]]


def test_a_trial_counts_and_stores_nothing(database: Database) -> None:
    enter(database, *GROWTH[:2])
    lines = [
        *GROWTH[:3],
        "industry,2023-01..2023-03,3.1,2023-05-16,",
        "industry,2023-01..2023-02,2.5,2023-03-15,x",
        "?,?,?,,",
    ]
    with database.read() as reader:
        tried = try_import(reader, CODE, table(*lines))
    assert tried.outcomes == {
        Outcome.IDENTICAL: 2,
        Outcome.STORED: 1,
        Outcome.REVISION: 1,
        Outcome.CORRECTION: 1,
    }
    assert (tried.rows, tried.refused, tried.stored, len(stored(database))) == (6, 1, False, 2)


def test_what_a_figure_says_by_itself_is_noticed_about_each(database: Database) -> None:
    ways = [("2023-09-15", "caam"), ("", "")]
    rows = [f"industry,2023-{month:02},{4 + month / 10:.1f},{','.join(ways[month % 2])}" for month in range(4, 8)]
    imported = enter(database, *rows, header="indicator,period,value,published_on,publisher")
    listed, dated = ("unlisted-publisher", "publisher"), ("no-date", "published_on")
    expected = [(code, line, column) for line, (code, column) in enumerate([listed, dated] * 2, start=2)]
    assert places(imported.problems) == expected
    with database.read() as reader:
        found = reader.findings(row.id for row in reader.observations())
    assert [len(found[key]) for key in sorted(found)] == [1] * 4


def test_progress_is_told_every_thousand_rows_read_and_checked(
    database: Database,
) -> None:
    seen: list[int] = []
    enter(database, *[GROWTH[0]] * 2500, progress=seen.append)
    assert seen == [1000, 2000, 2500, 2500, 2500]


# Real figures --------------------------------------------------------------------------------------------------------


def test_the_bundled_figures_come_in_without_a_warning(database: Database) -> None:
    path = SEEDS / "observations.csv"
    with database.write(Change("test", "plan-load")) as writer:
        writer.add_plan(read_plan_file(str(SEEDS / "plan.yaml"), io.BytesIO()).plan)
    with path.open("rb") as stream:
        imported = import_table(database, "miit-2023", Import(str(path), rows(stream, str(path)), "li", NOW))
    assert imported.stored
    assert places(imported.warnings) == []
    assert imported.rows == imported.outcomes.total() > 100
