"""`tracker due`."""

TEXTS = {
    "help": (
        "List what the release calendars promise about a month: figures of the month and of the year to date, levels "
        "at its end, yearly figures in December. Each is entered, provisional, expected, due, overdue, or not "
        "published (January, where it comes with February). Indicators without a calendar stand apart. Of several "
        "months the counts are listed, and what is missing.",
        "按发布日历列出某月应录的数据：当月数、本年累计数、期末存量，年度数据列在12月。状态分为已录入、初步数、预计发布、"
        "待发布、逾期和不单独发布（如1月数据与2月合并发布）。没有发布日历的指标另行列出。"
        "指定多个月份时，列出各月录入情况和尚缺的数据。",
    ),
    "example": (
        "tracker due\ntracker due 2023-06 --as-of 2023-07-20\ntracker due 2023 --json\ntracker due --strict",
        "tracker due\ntracker due 2023年6月 --as-of 2023-07-20\ntracker due 2023 --json\ntracker due --strict",
    ),
    "MONTH": (
        "a month, or a span of months; default: the last complete month",
        "月份，也可以是若干个月；默认为最近一个已结束的月份",
    ),
    "--strict": ("exit with 31 if anything is overdue", "如有逾期未录的数据，退出码为31"),
}
