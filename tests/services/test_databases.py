"""Making a database ready can be repeated, changes no loaded plan, and leaves nothing behind when it cannot be done."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.small_plan import make_database
from tracker.domain.bilingual import Bilingual
from tracker.domain.observation import BEFORE_RECORDS
from tracker.domain.plan import Plan
from tracker.errors import DatabaseTrouble, UnknownCode
from tracker.exchange.bundle import FIRST, bundle
from tracker.services.databases import Wish, check, init, restore, stats
from tracker.services.databases import backup as copy
from tracker.store.database import open_database
from tracker.store.version import SCHEMA
from tracker.store.writer import Writer

NOW = datetime(2024, 8, 1, 2, tzinfo=UTC)
WISH = Wish("li", NOW)


def test_a_new_database_has_the_bundled_plan_and_no_figures(tmp_path: Path) -> None:
    path = tmp_path / "data" / "tracker.db"
    done = init(str(path), WISH)
    assert (done.database.before, done.database.after, done.loaded) == ("", SCHEMA, True)
    assert (done.figures, done.notes) == (None, None)
    assert undated(done.plan) == bundle().plan_file().plan
    with open_database(str(path)) as database, database.read() as reader:
        assert reader.observations() == []
        assert [(change.by, change.kind) for change in reader.changes()] == [("li", "plan-load")]


def test_the_second_time_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    wish = replace(WISH, figures=True)
    assert init(str(path), wish).figures
    before = stats(str(path))
    again = init(str(path), wish)
    assert (again.database.changed, again.loaded, again.differs, again.figures, again.notes) == (
        False,
        False,
        False,
        0,
        0,
    )
    assert stats(str(path)) == before


def test_figures_are_added_later_and_once(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    init(str(path), WISH)
    done = init(str(path), replace(WISH, figures=True))
    rows = sum(1 for _ in bundle().figures()) - 1
    assert (done.loaded, done.figures, done.notes) == (False, rows, len(bundle().notes()))
    with open_database(str(path)) as database, database.read() as reader:
        assert len(reader.observations()) == rows
        assert [(change.kind, change.observations) for change in reader.changes()] == [
            ("plan-load", 0),
            ("import", rows),
        ]


def test_figures_and_notes_come_together_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Writer, "add_note", interrupted)
    path = tmp_path / "tracker.db"
    with pytest.raises(KeyboardInterrupt):
        init(str(path), replace(WISH, figures=True))
    assert stats(str(path)).rows["observation"] == 0
    monkeypatch.undo()
    assert init(str(path), replace(WISH, figures=True)).figures


def test_a_loaded_plan_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    renamed = replace(bundle().plan_file().plan, name=Bilingual("改", "Changed"))
    init(str(path), WISH)
    done = init(str(path), replace(WISH, plan=renamed))
    assert (done.loaded, done.differs) == (False, True)
    assert done.plan.name != renamed.name


def test_who_keeps_a_plan_of_his_own_gets_no_other_unasked(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    make_database(path)
    assert not init(str(path), WISH).loaded
    assert len(plans(path)) == 1
    assert init(str(path), replace(WISH, code=FIRST)).loaded
    assert len(plans(path)) == 2


def test_a_plan_that_is_nowhere_makes_no_database(tmp_path: Path) -> None:
    for wish in (
        replace(WISH, code="none"),
        replace(WISH, plan=replace(bundle().plan_file().plan, code="x"), figures=True),
    ):
        with pytest.raises(UnknownCode):
            init(str(tmp_path / "tracker.db"), wish)
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
    before = path.read_bytes()
    with pytest.raises(DatabaseTrouble) as raised:
        init(str(path), WISH)
    assert raised.value.data["problem"] == "foreign"
    assert path.read_bytes() == before


def test_a_backup_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    init(str(path), WISH)
    kept = copy(str(path), None, NOW)
    init(str(path), replace(WISH, figures=True))
    done = restore(kept, str(path), NOW)
    assert done.kept is not None
    assert stats(str(path)).rows["observation"] == 0
    assert stats(str(done.kept)).rows["observation"] > 0
    assert check(str(path)).defects == []


def test_what_is_derived_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    init(str(path), replace(WISH, figures=True))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM observation_current WHERE series_id = 1")
    assert [defect.code for defect in check(str(path)).defects] == ["stale-current"]
    assert check(str(path), rebuild_by="wang").defects == []


def plans(path: Path) -> list[str]:
    with open_database(str(path)) as database, database.read() as reader:
        return [head.code for head in reader.plans()]


def undated(plan: Plan) -> Plan:
    plain = [replace(target, recorded_at=BEFORE_RECORDS, recorded_by="", reason="") for target in plan.targets]
    return replace(plan, targets=tuple(plain))
