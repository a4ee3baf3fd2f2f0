"""Taking back the last entry: as a whole, as vintages, and back again."""

import io
from collections.abc import Iterator

import pytest

from tests.services.small_plan import CODE, NOW
from tracker.domain.draft import Draft
from tracker.domain.observation import Entry as Row
from tracker.errors import NothingToUndo, Undecided
from tracker.exchange.table import rows
from tracker.services.entry import Entry, record
from tracker.services.history import vintages
from tracker.services.importing import Import, import_table
from tracker.services.retracting import Retraction, retract
from tracker.services.undoing import Undoing, Wish, undo
from tracker.store.database import Database


def enter(database: Database, value: str, published: str, by: str = "li", period: str = "2023-07-31") -> int:
    draft = Draft("giants", period, value, published_on=published, reason="r")
    return record(database, CODE, Entry(draft, by, NOW, ("all",))).examined.figure.id


def table(database: Database, *lines: str, by: str = "li") -> None:
    content = "\n".join(["indicator,period,value,published_on", *lines]).encode()
    import_table(database, CODE, Import("t.csv", rows(io.BytesIO(content), "t.csv"), by, NOW, ("all",)))


def take_back(database: Database, by: str = "li", of: str | None = None) -> Undoing:
    return undo(database, CODE, Wish(by, of or by), lambda _: True)


def current(database: Database) -> list[str]:
    with database.read() as reader:
        return [f"{row.indicator} {row.period} {row.quantity.value}" for row in reader.current()]


def test_the_last_figure_goes_and_the_one_before_is_in_force(database: Database) -> None:
    first = enter(database, "12000", "2023-08-01")
    enter(database, "12300", "2023-09-01")
    done = take_back(database)
    assert [effect.instead.id for effect in done.gone if effect.instead] == [first]
    assert current(database) == ["giants 2023-07-31 12000"]


def test_an_import_goes_as_a_whole_in_one_change(database: Database) -> None:
    table(database, "giants,2023-07-31,12000,2023-08-01", "giants,2023-08-31,12100,2023-09-01")
    done = take_back(database)
    assert (len(done.gone), done.restored, current(database)) == (2, [], [])
    with database.read() as reader:
        last = reader.changes()[-1]
        assert (last.kind, last.observations, last.by) == ("undo", 2, "li")
        assert {row.entry for row in reader.brought_by(last.id)} == {Row.RETRACTION}


def test_undo_again_and_again(database: Database) -> None:
    enter(database, "12000", "2023-08-01")
    seen = []
    for _ in range(5):
        done = take_back(database)
        seen.append((len(done.gone), len(done.restored), len(current(database))))
    assert seen == [(1, 0, 0), (0, 1, 1), (1, 0, 0), (0, 1, 1), (1, 0, 0)]


def test_a_retraction_is_taken_back(database: Database) -> None:
    number = enter(database, "12000", "2023-08-01")
    retract(database, CODE, Retraction(number, "wrong", "li", NOW))
    assert current(database) == []
    assert [effect.figure.id for effect in take_back(database).restored] == [number]
    assert current(database) == ["giants 2023-07-31 12000"]
    with database.read() as reader:
        found = vintages(reader.observations(), NOW.date())
        assert [(vintage.in_force, vintage.ended) for vintage in found] == [(True, None)]
    retract(database, CODE, Retraction(number, "wrong after all", "li", NOW))
    assert current(database) == []


def test_what_is_gone_already_stays_gone(database: Database) -> None:
    table(database, "giants,2023-07-31,12000,2023-08-01", "giants,2023-08-31,12100,2023-09-01")
    retract(database, CODE, Retraction(1, "wrong", "wang", NOW))
    done = take_back(database)
    assert ([effect.figure.id for effect in done.gone], done.kept) == ([2], 1)
    assert [effect.figure.id for effect in take_back(database).restored] == [2]
    assert current(database) == ["giants 2023-08-31 12100"]


def test_the_last_entry_that_still_counts_is_meant(database: Database) -> None:
    enter(database, "12000", "2023-08-01")
    last = enter(database, "12300", "2023-09-01")
    retract(database, CODE, Retraction(last, "wrong", "wang", NOW))
    assert [effect.figure.id for effect in take_back(database).gone] == [1]


def test_never_somebody_elses(database: Database) -> None:
    enter(database, "12000", "2023-08-01", by="wang")
    with pytest.raises(NothingToUndo) as caught:
        take_back(database)
    assert caught.value.data == {"by": "li"}
    done = take_back(database, of="wang")
    assert (done.change.by, current(database)) == ("wang", [])
    assert len(take_back(database).restored) == 1


def test_nothing_is_written_without_consent(database: Database) -> None:
    enter(database, "12000", "2023-08-01")
    with pytest.raises(Undecided):
        undo(database, CODE, Wish("li", "li"), lambda _: False)
    assert current(database) == ["giants 2023-07-31 12000"]


def test_what_changes_meanwhile_is_shown_again(database: Database) -> None:
    enter(database, "12000", "2023-08-01")
    shown: list[Undoing] = []

    def agree(found: Undoing) -> bool:
        shown.append(found)
        if len(shown) == 1:
            enter(database, "12300", "2023-09-01")
        return True

    undo(database, CODE, Wish("li", "li"), agree)
    assert [[effect.figure.id for effect in found.gone] for found in shown] == [[1], [2]]
    assert current(database) == ["giants 2023-07-31 12000"]


@pytest.fixture(autouse=True)
def views_agree(database: Database) -> Iterator[None]:
    """The current table says what the observations say."""
    yield
    from tracker.domain.observation import as_of_view

    with database.read() as reader:
        view = {row.id for row in as_of_view(reader.observations(), NOW.date())}
        assert view == {row.id for row in reader.current()}
