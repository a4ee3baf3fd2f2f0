"""Monthly series as really published, for tests of forecasts: no constant of the method was set by them.

China Association of Automobile Manufacturers (new-energy vehicles sold, in 10,000); National Bureau of Statistics
(industrial value added, consumer and producer prices, retail sales); People's Bank of China (M2, in trillion yuan;
reserves, in 100 million dollars); Ministry of Industry and Information Technology (5G base stations, in 10,000).
Growth in per cent on the same month a year earlier, of January and February together where eleven figures stand in a
year. Typed in from releases, levels to the decimals given there.
"""

from datetime import timedelta
from decimal import Decimal

from tracker.domain.indicator import Kind
from tracker.domain.observation import Observation
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity

FLOWS = {
    "new-energy vehicles": {
        2020: "4.4 1.2 5.3 7.2 8.2 10.4 9.8 10.9 13.8 16.0 20.0 24.8",
        2021: "17.9 11.0 22.6 20.6 21.7 25.6 27.1 32.1 35.7 38.3 45.0 53.1",
        2022: "43.1 33.4 48.4 29.9 44.7 59.6 59.3 66.6 70.8 71.4 78.6 81.4",
        2023: "40.8 52.5 65.3 63.6 71.7 80.6 78.0 84.6 90.4 95.6 102.6 119.1",
        2024: "72.9 47.7 88.3 85.0 95.5 104.9 99.1 110.0 128.7 143.0 151.2 159.6",
    },
    "crude steel": {
        2021: "17499 9402 9785 9945 9388 8679 8324 7375 7158 6931 8619",
        2022: "15796 8830 9278 9661 9073 8143 8387 8695 7976 7454 7789",
        2023: "16870 9573 9264 9012 9111 9080 8641 8211 7909 7610 6744",
        2024: "16796 8827 8594 9286 9161 8294 7792 7707 8188 7840 7597",
    },
    "retail sales": {
        2012: "33668.6 15650.2 15603.1 16714.8 16584.9 16314.9 16658.9 18226.6 18933.8 18476.7 20334.2",
        2013: "37809.8 17641.2 17600.3 18886.3 18826.7 18513.2 18886.2 20653.3 21491.3 21011.9 23059.7",
        2014: "42280.7 19800.6 19701.2 21249.8 21166.4 20775.8 21133.9 23042.4 23967.2 23474.7 25801.3",
        2015: "47992.5 22722.8 22386.7 24194.8 24280.3 24338.8 24893.4 25270.6 28278.9 27937.3 28634.6",
        2016: "52910.3 25114.1 24645.8 26610.7 26857.4 26827.4 27539.6 27976.4 31119.2 30958.5 31757.0",
    },
}
GROWTHS = {
    "industry": {
        2021: "35.1 14.1 9.8 8.8 8.3 6.4 5.3 3.1 3.5 3.8 4.3",
        2022: "7.5 5.0 -2.9 0.7 3.9 3.8 4.2 6.3 5.0 2.2 1.3",
        2023: "2.4 3.9 5.6 3.5 4.4 3.7 4.5 4.5 4.6 6.6 6.8",
        2024: "7.0 4.5 6.7 5.6 5.3 5.1 4.5 5.4 5.3 5.4 6.2",
    },
    "consumer prices": {
        2019: "1.7 1.5 2.3 2.5 2.7 2.7 2.8 2.8 3.0 3.8 4.5 4.5",
        2020: "5.4 5.2 4.3 3.3 2.4 2.5 2.7 2.4 1.7 0.5 -0.5 0.2",
        2021: "-0.3 -0.2 0.4 0.9 1.3 1.1 1.0 0.8 0.7 1.5 2.3 1.5",
        2022: "0.9 0.9 1.5 2.1 2.1 2.5 2.7 2.5 2.8 2.1 1.6 1.8",
        2023: "2.1 1.0 0.7 0.1 0.2 0.0 -0.3 0.1 0.0 -0.2 -0.5 -0.3",
        2024: "-0.8 0.7 0.1 0.3 0.3 0.2 0.5 0.6 0.4 0.3 0.2 0.1",
    },
    "producer prices": {
        2021: "0.3 1.7 4.4 6.8 9.0 8.8 9.0 9.5 10.7 13.5 12.9 10.3",
        2022: "9.1 8.8 8.3 8.0 6.4 6.1 4.2 2.3 0.9 -1.3 -1.3 -0.7",
        2023: "-0.8 -1.4 -2.5 -3.6 -4.6 -5.4 -4.4 -3.0 -2.5 -2.6 -3.0 -2.7",
        2024: "-2.5 -2.7 -2.8 -2.5 -1.4 -0.8 -0.8 -1.8 -2.8 -2.9 -2.5 -2.3",
    },
    "retail sales": {
        2012: "14.7 15.2 14.1 13.8 13.7 13.1 13.2 14.2 14.5 14.9 15.2",
        2013: "12.3 12.6 12.8 12.9 13.3 13.2 13.4 13.3 13.3 13.7 13.6",
        2014: "11.8 12.2 11.9 12.5 12.4 12.2 11.9 11.6 11.5 11.7 11.9",
        2015: "10.7 10.2 10.0 10.1 10.6 10.5 10.8 10.9 11.0 11.2 11.1",
        2016: "10.2 10.5 10.1 10.0 10.6 10.2 10.6 10.7 10.0 10.8 10.9",
        2017: "9.5 10.9 10.7 10.7 11.0 10.4 10.1 10.3 10.0 10.2 9.4",
    },
}
STOCKS = {
    "5g base stations": {
        2022: "142.5 150.2 155.9 161.5 170 185.4 196.8 210.2 222 225 228 231.2",
        2023: "234 238.4 264.6 273.3 284.4 293.7 305.5 313.8 318.9 321.5 328.2 337.7",
        2024: "343 350.9 364.7 374.8 383.7 391.7 399.6 404.2 408.9 414.1 419.1 425.1",
    },
    "foreign exchange reserves": {
        2022: "32216 32138 31880 31197 31278 30713 31041 30549 30290 30524 31175 31277",
        2023: "31845 31332 31839 32048 31765 31930 32043 31601 31151 31012 31718 32380",
        2024: "32193 32258 32457 32008 32320 32224 32564 32882 33164 32611 32659 32024",
    },
    "m2": {
        2022: "243.10 244.15 249.77 249.97 252.70 258.15 257.81 259.51 262.66 261.29 264.70 266.43",
        2023: "273.81 275.52 281.46 280.85 282.05 287.30 285.40 286.93 289.67 288.23 291.20 292.27",
        2024: "297.63 299.56 304.80 301.19 301.85 305.02 303.31 305.05 309.48 309.71 311.96 313.53",
    },
}
SERIES = {Kind.FLOW: FLOWS, Kind.GROWTH: GROWTHS, Kind.STOCK: STOCKS}


def published(kind: Kind, years: dict[int, str]) -> list[Observation]:
    """The figures as they came out, sixteen days after each month."""
    rows = []
    for year, values in years.items():
        figures = values.split()
        firsts = range(1, 13) if len(figures) == 12 else (1, *range(3, 13))
        for place, (first, value) in enumerate(zip(firsts, figures, strict=True), start=13 - len(figures)):
            month = Period.months(year, first, place)
            period = month.instant() if kind is Kind.STOCK else month
            rows.append(Observation("x", period, Quantity(Decimal(value)), "p", month.stop + timedelta(days=16)))
    return rows
