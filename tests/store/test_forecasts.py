"""Forecasts of report runs are kept digit by digit, with the run that made them."""

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.clockwork import RECORD
from tests.store.forecasting import a_run, said
from tracker.store.database import Database
from tracker.store.forecasts import keep_forecasts, kept_forecasts


def test_what_a_run_forecast_is_read_back_digit_by_digit(database: Database) -> None:
    made = [said("berths-2024"), said("cargo-2024", value="0.10")]
    with database.write(RECORD) as writer:
        keep_forecasts(writer, a_run(writer), made)
    with database.read() as reader:
        kept = kept_forecasts(reader, "harbour-2024")
    assert kept == made
    assert [str(one.value) for one in kept] == ["51.20", "0.10"]


def test_forecasts_come_by_day_and_of_one_plan_alone(database: Database) -> None:
    with database.write(RECORD) as writer:
        keep_forecasts(writer, a_run(writer, period="2024-06"), [said("berths-2024", "2024-07-26")])
        keep_forecasts(writer, a_run(writer), [said("berths-2024")])
        keep_forecasts(writer, a_run(writer, plan="other"), [said("berths-2024")])
    with database.read() as reader:
        assert [str(one.as_of) for one in kept_forecasts(reader, "harbour-2024")] == ["2024-06-26", "2024-07-26"]


def test_a_run_that_forecast_nothing_keeps_nothing(database: Database) -> None:
    with database.write(RECORD) as writer:
        keep_forecasts(writer, a_run(writer), [])
    with database.read() as reader:
        assert kept_forecasts(reader, "harbour-2024") == []


def test_a_run_forecasts_a_target_once(database: Database) -> None:
    with database.write(RECORD) as writer:
        run = a_run(writer)
        with pytest.raises(IntegrityError, match="forecast"):
            keep_forecasts(writer, run, [said("berths-2024"), said("berths-2024", value="52")])
