"""Vehicles sold and made in China as the association of their makers published them, 2021 to 2024, in 10,000.

Months alone, January among them, and years to date. The months do not sum to the year (2021: 2625.0 against 2627.5),
and a year to date may take in more than its month (2023-10).
"""

from datetime import timedelta
from decimal import Decimal

from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity

SALES = {
    2021: "250.3 145.5 252.6 225.2 212.8 201.5 186.4 179.9 206.7 233.3 252.2 278.6",
    2022: "253.1 173.7 223.4 118.1 186.2 250.2 242.0 238.3 261.0 250.5 232.8 255.6",
    2023: "164.9 197.6 245.1 215.9 238.2 262.2 238.7 258.2 285.8 285.3 297.0 315.6",
    2024: "243.9 158.4 269.4 235.9 241.7 255.2 226.2 245.3 280.9 305.3 331.6 348.9",
}
SALES_TO_DATE = {
    2021: "250.3 395.8 648.4 874.8 1087.5 1289.1 1475.6 1655.6 1862.3 2097.0 2348.9 2627.5",
    2022: "253.1 426.8 650.9 769.1 955.5 1205.7 1447.7 1686.0 1947.0 2197.5 2430.2 2686.4",
    2023: "164.9 362.5 607.6 823.5 1061.7 1323.9 1562.6 1821.0 2106.9 2396.7 2693.8 3009.4",
    2024: "243.9 402.6 672.0 907.9 1149.6 1404.7 1631.0 1876.6 2157.1 2462.4 2794.0 3143.6",
}
MADE = {
    2021: "238.8 150.3 246.2 223.4 204.0 194.3 186.3 172.5 207.7 233.0 258.5 290.7",
    2022: "242.2 181.3 224.1 120.5 192.6 249.9 245.5 239.5 267.2 259.9 238.6 238.3",
    2023: "159.4 203.2 258.4 213.3 233.3 256.1 240.1 257.5 285.0 289.1 309.3 307.9",
    2024: "241.0 150.6 268.7 240.6 237.2 250.7 228.6 249.2 279.6 299.6 343.7 336.6",
}
MADE_TO_DATE = {
    2021: "238.8 389.0 635.2 858.6 1062.6 1256.9 1444.0 1616.6 1824.3 2058.7 2317.2 2608.2",
    2022: "242.2 423.5 648.4 769.0 961.8 1211.7 1457.1 1696.7 1963.2 2224.2 2462.8 2702.1",
    2023: "159.4 362.6 621.0 835.5 1068.7 1324.8 1565.0 1822.5 2107.5 2401.6 2711.1 3016.1",
    2024: "241.0 391.9 660.6 901.2 1138.4 1389.1 1617.9 1867.4 2147.0 2446.6 2790.3 3128.2",
}
SALES_GROWTH = {
    2023: "-35.0 13.5 9.7 82.7 27.9 4.8 -1.4 8.4 9.5 13.8 27.4 23.5",
    2024: "47.9 -19.9 9.9 9.3 1.5 -2.7 -5.2 -5.0 -1.7 7.0 11.7 10.5",
}
"""Of the month on the same month a year earlier: not always the ratio of the levels above, the base is revised."""
SALES_GROWTH_TO_DATE = {
    2023: "-35.0 -15.2 -6.7 7.1 11.1 9.8 7.9 8.0 8.2 9.1 10.8 12.0",
    2024: "47.9 11.1 10.6 10.2 8.3 6.1 4.4 3.0 2.4 2.7 3.7 4.5",
}
SCALE = Decimal(10_000)


def vehicles(months: dict[int, str], to_date: dict[int, str]) -> list[Observation]:
    """Both series as they came out: each month its own figure, then from February on the year to date."""
    rows: list[Observation] = []
    for year, values in months.items():
        pairs = zip(values.split(), to_date[year].split(), strict=True)
        for month, (single, summed) in enumerate(pairs, start=1):
            rows.append(figure(Period.month(year, month), single))
            if month > 1:
                rows.append(figure(Period.months(year, 1, month), summed))
    return rows


def growth(months: dict[int, str], *, to_date: bool) -> list[Observation]:
    """Growth on the same span a year earlier, in per cent."""
    return [
        figure(Period.months(year, 1 if to_date else month, month), value, scale=Decimal(1), indicator="growth")
        for year, values in months.items()
        for month, value in enumerate(values.split(), start=1)
    ]


def figure(period: Period, value: str, *, scale: Decimal = SCALE, indicator: str = "x") -> Observation:
    """A figure published eleven days after its period, written with one decimal place in 10,000."""
    written = f"{value}万辆" if scale != 1 else f"{value}%"
    published = period.stop + timedelta(days=11)
    return Observation(indicator, period, Quantity(Decimal(value) * scale), "caam", published, as_published=written)
