"""The year 2023 with the bundled plan and figures: where its targets stood, day by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tracker.domain.problems import Severity
from tracker.exchange.bundle import bundle
from tracker.services.importing import Import, import_table
from tracker.services.plans import load_plan
from tracker.services.status import PlanState, plan_state
from tracker.store.database import Database, open_database
from tracker.store.migrate import create_database

NOW = datetime(2024, 12, 31, tzinfo=UTC)
CODE = "miit-2023"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = str(tmp_path_factory.mktemp("year") / "tracker.db")
    create_database(path)
    with open_database(path) as opened:
        load_plan(opened, bundle().plan_file().plan, "li")
        imported = import_table(opened, CODE, Import("figures", bundle().figures(), "li", NOW))
        assert imported.rows == 110
        assert {problem.severity for problem in imported.problems} == {Severity.NOTICE}
        yield opened


def state(database: Database, day: date) -> PlanState:
    with database.read() as reader:
        return plan_state(reader, CODE, day)


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        (date(2023, 1, 31), ["undetermined", "on-track", "pending"]),
        (date(2023, 7, 1), ["achieved", "on-track", "pending"]),
        (date(2023, 12, 31), ["achieved", "achieved", "pending"]),
        (date(2024, 3, 1), ["achieved", "achieved", "no-data"]),
        (date(2024, 7, 31), ["achieved", "achieved", "missed"]),
    ],
)
def test_where_the_targets_stood(database: Database, day: date, statuses: list[str]) -> None:
    assert [assessment.status.value for assessment in state(database, day).assessments] == statuses


def test_little_giants_stand_still_until_the_batch_and_are_not_late(database: Database) -> None:
    summer = state(database, date(2023, 7, 1)).by_code["little-giants-2023"]
    assert summer.actual is not None
    assert summer.actual.quantity.value == Decimal(8997)
    assert summer.expected == Decimal(8997)
    assert summer.has("confirmed")
    assert state(database, date(2023, 8, 1)).by_code["little-giants-2023"].first_achieved == date(2023, 7, 31)


def test_the_share_is_held_against_the_revised_figure(database: Database) -> None:
    share = state(database, date(2024, 7, 31)).by_code["manufacturing-gdp-share-2023"]
    assert share.baseline is not None
    assert share.reference is not None
    assert (share.baseline.quantity.value, share.reference.quantity.value) == (Decimal(28), Decimal("27.7"))
