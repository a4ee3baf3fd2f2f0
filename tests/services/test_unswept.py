"""The search for cycles is paused for a while and never left off."""

import gc
from collections.abc import Iterator
from datetime import date

import pytest

from tracker.errors import UnknownCode
from tracker.services.status import plan_state
from tracker.services.unswept import unswept
from tracker.store.database import Database


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    yield
    gc.enable()


def test_it_is_paused_within_and_on_again_after_an_error() -> None:
    seen = []

    @unswept()
    def fails() -> None:
        with unswept():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fails()
    assert seen == [False, False]
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with unswept():
        pass
    assert not gc.isenabled()


def test_a_state_that_cannot_be_had_leaves_it_on(database: Database) -> None:
    with database.read() as reader, pytest.raises(UnknownCode):
        plan_state(reader, "no-such-plan", date(2023, 7, 1))
    assert gc.isenabled()
