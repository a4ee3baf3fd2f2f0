"""Series as they were really published, in order of publication: what no check may take for a slip.

National Bureau of Statistics (industrial value added, profits, retail sales), customs (exports) and the vehicle
manufacturers' association (new-energy vehicles); growth in per cent, vehicles in 10,000.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity

MONTH_GROWTH = {
    "industry": {
        2021: "35.1 14.1 9.8 8.8 8.3 6.4 5.3 3.1 3.5 3.8 4.3",
        2022: "7.5 5.0 -2.9 0.7 3.9 3.8 4.2 6.3 5.0 2.2 1.3",
        2023: "2.4 3.9 5.6 3.5 4.4 3.7 4.5 4.5 4.6 6.6 6.8",
    },
    "retail": {
        2021: "33.8 34.2 17.7 12.4 12.1 8.5 2.5 4.4 4.9 3.9 1.7",
        2022: "6.7 -3.5 -11.1 -6.7 3.1 2.7 5.4 2.5 -0.5 -5.9 -1.8",
        2023: "3.5 10.6 18.4 12.7 3.1 2.5 4.6 5.5 7.6 10.1 7.4",
    },
    "exports": {
        2022: "16.3 14.7 3.9 16.9 17.9 18.0 7.1 5.7 -0.3 -8.9 -9.9",
        2023: "-6.8 14.8 8.5 -7.5 -12.4 -14.5 -8.8 -6.2 -6.4 0.5 2.3",
    },
}
TO_DATE_GROWTH = {
    "profits": {
        2021: "178.9 137.3 106.1 83.4 66.9 57.3 49.5 44.7 42.2 38.0 34.3",
        2022: "5.0 8.5 3.5 1.0 1.0 -1.1 -2.1 -2.3 -3.0 -3.6 -4.0",
        2023: "-22.9 -21.4 -20.6 -18.8 -16.8 -15.5 -11.7 -9.0 -7.8 -4.4 -2.3",
    },
    "telecom": {2023: "17.7 18.0 17.6 17.2 17.1 16.8 16.6 16.5 16.6 16.6 16.8"},
}
GROWTHS_BOTH_WAYS = (
    (
        MONTH_GROWTH["industry"],
        {
            2021: "35.1 24.5 20.3 17.8 15.9 14.4 13.1 11.8 10.9 10.1 9.6",
            2022: "7.5 6.5 4.0 3.3 3.4 3.5 3.6 3.9 4.0 3.8 3.6",
            2023: "2.4 3.0 3.6 3.6 3.8 3.8 3.9 4.0 4.1 4.3 4.6",
        },
    ),
    (
        {year: MONTH_GROWTH["retail"][year] for year in (2022, 2023)},
        {
            2022: "6.7 3.3 -0.2 -1.5 -0.7 -0.2 0.5 0.7 0.6 -0.1 -0.2",
            2023: "3.5 5.8 8.5 9.3 8.2 7.3 7.0 6.8 6.9 7.2 7.2",
        },
    ),
)
"""Growth of the month and from January on, of the same publisher."""
NEV_SALES = {
    2022: "43.1 33.4 48.4 29.9 44.7 59.6 59.3 66.6 70.8 71.4 78.6 81.4",
    2023: "40.8 52.5 65.3 63.6 71.7 80.6 78.0 84.6 90.4 95.6 102.6 119.1",
}
NEV_SALES_TO_DATE = {
    2023: "40.8 93.3 158.6 222.2 294.0 374.7 452.6 537.4 627.8 728.0 830.4 949.5",
}


def growth(years: dict[int, str], *, to_date: bool) -> list[Observation]:
    """Eleven releases a year: January with February, then every month, alone or from January."""
    spans = [(1 if to_date or month == 2 else month, month) for month in range(2, 13)]
    return list(_published(years, spans))


def flow(years: dict[int, str], *, to_date: bool) -> list[Observation]:
    """Twelve releases a year."""
    return list(_published(years, [(1 if to_date else month, month) for month in range(1, 13)]))


def _published(years: dict[int, str], spans: list[tuple[int, int]]) -> Iterator[Observation]:
    for year, values in years.items():
        for (first, last), value in zip(spans, values.split(), strict=True):
            yield observation(Period.months(year, first, last), Decimal(value))


def observation(period: Period, value: Decimal) -> Observation:
    """A figure published sixteen days after its period."""
    published: date = period.stop + timedelta(days=16)
    return Observation("x", period, Quantity(value), "nbs", published)


GROWTH = [growth(years, to_date=False) for years in MONTH_GROWTH.values()] + [
    growth(years, to_date=True) for years in TO_DATE_GROWTH.values()
]
FLOWS = [flow(NEV_SALES, to_date=False), flow(NEV_SALES_TO_DATE, to_date=True)]
STOCKS = [
    [
        observation(Period.day(date.fromisoformat(day)), Decimal(value))
        for day, value in (row.split() for row in rows.split(","))
    ]
    for rows in (
        "2022-07-31 1968000,2022-10-31 2250000,2022-12-31 2312000,2023-02-28 2384000,2023-04-30 2733000,"
        "2023-05-31 2844000,2023-06-30 2937000,2023-07-31 3055000,2023-08-31 3138000,2023-09-30 3189000,"
        "2023-10-31 3215000,2023-11-30 3282000,2023-12-31 3377000",
        "2022-09-08 8997,2022-12-31 8997,2023-12-21 12000",
        "2022-09-08 848,2022-12-31 1186",
        "2022-09-23 25,2022-11-30 45,2022-12-31 45,2023-09-21 45",
    )
]
SHARES = [
    [
        observation(Period.year(year), Decimal(value))
        for year, value in ((2020, "26.2"), (2021, "27.4"), (2022, "27.7"), (2023, "26.2"))
    ]
]
KINDS = [(Kind.GROWTH, GROWTH), (Kind.FLOW, FLOWS), (Kind.STOCK, STOCKS), (Kind.SHARE, SHARES)]
