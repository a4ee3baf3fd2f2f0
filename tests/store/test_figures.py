"""Figures go in and come back as they were, and a view of the past is what was known then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.clockwork import RECORD, START, Clock, figure, stored, taken_back
from tracker.domain.observation import FLAGS, Entry, Observation, as_of_view, known_at
from tracker.domain.period import Period
from tracker.domain.quantity import Bound, Quantity
from tracker.errors import BadValue
from tracker.store.database import Change, Database

DAYS = st.dates(date(1949, 10, 1), date(2100, 12, 31))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
DIGITS = st.text("0123456789", min_size=1, max_size=15)
NUMBERS = st.builds(
    lambda sign, whole, part: Decimal(f"{sign}{whole}.{part}" if part else f"{sign}{whole}"),
    st.sampled_from(["", "-"]),
    DIGITS,
    st.one_of(st.just(""), DIGITS),
)
FIGURES = st.builds(
    Observation,
    indicator=st.sampled_from(["ev", "sme"]),
    period=st.tuples(DAYS, DAYS).map(lambda pair: Period(*sorted(pair))),
    quantity=st.builds(Quantity, NUMBERS, st.sampled_from(Bound), st.one_of(st.none(), NUMBERS)),
    publisher=st.sampled_from(["caam", "nbs"]),
    published_on=DAYS,
    area=st.sampled_from(["CN", "CN-GD"]),
    flag=st.sets(st.sampled_from(FLAGS)).map(lambda flags: "".join(sorted(flags))),
    source=TEXTS,
    note=TEXTS,
    as_published=TEXTS,
    dated=st.booleans(),
    reason=TEXTS,
)


def written(number: Decimal | None) -> str | None:
    """What of a number has to be kept: its digits, its trailing zeros; no sign on a zero."""
    return None if number is None else f"{number.copy_abs() if number == 0 else number:f}"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rows=st.lists(FIGURES, min_size=1, max_size=6))
def test_what_is_recorded_is_read_back_with_every_digit(database: Database, rows: list[Observation]) -> None:
    with database.write(RECORD) as writer:
        ids, at = writer.add_observations(rows), writer.at
        change = writer.change_id
    with database.read() as reader:
        found = reader.brought_by(change)
    assert found == [stored(row, id=key, recorded_at=at) for row, key in zip(rows, ids, strict=True)]
    for row, kept in zip(rows, found, strict=True):
        assert written(kept.quantity.value) == written(row.quantity.value)
        assert written(kept.quantity.spread) == written(row.quantity.spread)


@pytest.mark.parametrize("number", ["3.10", "0.00", "12345678901234.56", "1E+3", "0.1E-20", "9" * 30, "-0.5"])
def test_numbers_keep_their_digits_and_lose_their_exponent(database: Database, number: str) -> None:
    with database.write(RECORD) as writer:
        key = writer.add_observation(figure("2023-05", number, "2023-06-10"))
    with database.read() as reader:
        kept = reader.observation(key)
    assert kept is not None
    assert f"{kept.quantity.value:f}" == f"{Decimal(number):f}"
    assert int(kept.quantity.value.as_tuple().exponent) <= 0


def test_a_zero_has_no_sign(database: Database) -> None:
    kept = record(database, figure("2023-05", "-0.00", "2023-06-10"))
    assert str(kept.quantity.value) == "0.00"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+30", "9" * 31, "0." + "1" * 31, "1E-1000000", "1E+1000000"])
def test_numbers_that_cannot_be_kept_are_refused(database: Database, number: str) -> None:
    with pytest.raises(BadValue), database.write(RECORD) as writer:
        writer.add_observation(figure("2023-05", number, "2023-06-10"))
    with database.read() as reader:
        assert reader.observations() == []
        assert reader.changes() == []


def test_a_reader_in_the_past_sees_what_was_known_then(database: Database, clock: Clock) -> None:
    first = record(database, figure("2023-05", "71.7", "2023-06-10"))
    mistaken = record(database, figure("2023-06", "7.84", "2023-07-10"))
    then = clock.now
    revised = record(database, figure("2023-05", "71.6", "2023-08-10"))
    with database.write(RECORD) as writer:
        writer.add_observation(taken_back(mistaken))
    with database.read() as reader:
        assert reader.observations(known_at=then) == [first, mistaken]
        assert reader.observations(known_at=then - timedelta(microseconds=1)) == [first]
        assert reader.observations(known_at=START) == []
        rows = reader.observations()
    assert as_of_view(rows, date(2023, 8, 9)) == [first]
    assert as_of_view(rows, date(2023, 8, 10)) == [revised]
    assert as_of_view(known_at(rows, then), date(2023, 7, 31)) == [first, mistaken]


def test_reading_is_narrowed_by_indicator_and_area(database: Database) -> None:
    here = record(database, figure("2023-05", "71.7", "2023-06-10"))
    there = record(database, figure("2023-05", "8.1", "2023-06-10", area="CN-GD"))
    other = record(database, figure("2023-05", "5", "2023-06-10", indicator="sme"))
    with database.read() as reader:
        assert reader.observations(["ev"]) == [here, there]
        assert reader.observations(["ev", "sme"], "CN") == [here, other]
        assert reader.observations([]) == []
        assert reader.current(["ev"], "CN-GD") == [there]
        assert reader.observation(other.id) == other
        assert reader.observation(10_000) is None


def test_flag_d_makes_a_series_of_its_own(database: Database) -> None:
    plain = record(database, figure("2023-05", "16.4", "2023-06-20"))
    differing = record(database, figure("2023-05", "8", "2023-06-21", flag="d"))
    with database.read() as reader:
        assert reader.current() == [plain, differing]


def test_a_row_has_its_own_reason_or_that_of_its_change(database: Database) -> None:
    own = record(database, figure("2023-05", "71.7", "2023-06-10", reason="misread"))
    shared = record(database, figure("2023-06", "78.4", "2023-07-10"))
    assert (own.reason, shared.reason) == ("misread", "because")


@pytest.mark.parametrize(
    "wrong",
    [
        {"voids": 10_000},
        {"period": Period.month(2023, 6)},
        {"publisher": "nbs"},
        {"flag": "d"},
        {"area": "CN-GD"},
        {"voids": None},
    ],
)
def test_only_a_row_of_the_same_series_and_period_can_be_taken_back(database: Database, wrong: dict[str, Any]) -> None:
    first = record(database, figure("2023-05", "71.7", "2023-06-10"))
    taking = replace(taken_back(first), **wrong)
    with pytest.raises(ValueError, match="no observation"), database.write(RECORD) as writer:
        writer.add_observation(taking)
    with database.read() as reader:
        assert reader.observations() == reader.current() == [first]


def test_the_taking_back_of_a_retraction_is_not_taken_back(database: Database) -> None:
    first = record(database, figure("2023-05", "71.7", "2023-06-10"))
    retraction = record(database, taken_back(first))
    undone = record(database, taken_back(retraction))
    with pytest.raises(ValueError, match="cannot be taken back"):
        record(database, taken_back(undone))
    with pytest.raises(ValueError, match="cannot be taken back"):
        record(database, taken_back(retraction, Entry.WITHDRAWAL))


def test_a_long_read_and_write_go_by_thousands(database: Database) -> None:
    months = [f"{year}-{month:02}" for year in range(1950, 2050) for month in range(1, 13)]
    many = [figure(month, "1", "2051-01-01") for month in months]
    with database.write(Change("li", "import")) as writer:
        ids = writer.add_observations(row for _ in range(10) for row in many)
    assert len(ids) == 12_000
    with database.read() as reader:
        seen = reader.each_observation()
        assert next(seen).id == ids[0]
        assert sum(1 for _ in seen) == 11_999
        assert len(reader.current()) == 1_200


def test_instants_are_utc(database: Database, clock: Clock) -> None:
    row = record(database, figure("2023-05", "71.7", "2023-06-10"))
    assert row.recorded_at == clock.now == datetime(2023, 7, 1, 1, 3, 3, 4, tzinfo=UTC)
    assert row.recorded_at.utcoffset() == timedelta(0)


def record(database: Database, row: Observation) -> Observation:
    """Record one row; the row as read back."""
    with database.write(RECORD) as writer:
        key = writer.add_observation(row)
    with database.read() as reader:
        found = reader.observation(key)
    assert found is not None
    return found
