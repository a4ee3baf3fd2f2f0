"""The migration that gives schedules a letterhead: every row as it was, and none with one."""

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import text

from tests.store.clockwork import START
from tracker.store import migrate
from tracker.store.checkup import check
from tracker.store.database import open_database
from tracker.store.engine import make_engine, writing
from tracker.store.place import locate
from tracker.store.schedules import in_use

ROWS = (
    "INSERT INTO change (at, \"by\", kind) VALUES (:now, 'li', 'schedule-add')",
    "INSERT INTO schedule (name, plan, cadence, zone, what, formats, languages, folder, deliver_to, about, "
    "start_period, catch_up, paused, created, removed, change_id) VALUES ('月报', 'p', 'monthly on day 26 at 09:00', "
    "'Asia/Shanghai', 'report', 'docx,html', 'zh,en', '/srv/reports', 'office', 'month', '2023-05', "
    "'latest', 1, :now, :now, 1)",
    "INSERT INTO schedule (name, plan, cadence, zone, what, formats, languages, folder, about, start_period, catch_up, "
    "paused, created, change_id) VALUES ('月报', 'p', 'daily at 09:00', 'UTC', 'backup', '', 'zh', '.', 'day', "
    "'2023-05-01', 'all', 0, :now, 1)",
    "INSERT INTO report_run (schedule_id, plan, kind, period, as_of, state, attempts, started, files) "
    "VALUES (1, 'p', 'report', '2023-05', '2023-06-26', 'done', 1, :now, '[]')",
)
BEFORE = "SELECT id, name, plan, cadence, zone, what, formats, languages, folder, deliver_to, about, start_period, "
BEFORE += "catch_up, paused, created, removed, change_id FROM schedule ORDER BY id"


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of the schema before, with schedules in it."""
    server = request.param == "postgresql"
    location = str(request.getfixturevalue("bare_server")) if server else str(tmp_path / "tracker.db")
    if not server:
        Path(location).touch()
    settings, engine = migrate.config(), make_engine(locate(location))
    with writing(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        for row in ROWS:
            connection.execute(text(row), {"now": START.isoformat(timespec="microseconds")})
    engine.dispose()
    return location


def test_schedules_stay_as_they_were_and_have_no_letterhead(older: str) -> None:
    before = kept(older)
    assert migrate.upgrade(older).before == "0001"
    assert kept(older) == before
    assert check(older) == []
    with open_database(older) as database, database.read() as reader:
        [schedule] = in_use(reader)
        assert (schedule.name, schedule.what.value, schedule.template) == ("月报", "backup", "")


def kept(location: str) -> list[Any]:
    engine = make_engine(locate(location))
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(sql).all() for sql in (BEFORE, "SELECT * FROM report_run")]
    engine.dispose()
    return found
