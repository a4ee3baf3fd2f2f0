"""Values, units, periods, dates, areas and flags as people write them."""

from tracker.i18n.texts import period, value

TEXTS = {
    "bad-value": ("“{text}” is not a value", "“{text}”不是数值"),
    "bad-unit": (
        "“{text}” is in {unit}, but this indicator is counted in {expected}",
        "“{text}”的单位是{unit}，而该指标以{expected}计",
    ),
    "bad-period": (
        "“{text}” is not a period; write 2023-05, 2023-01..2023-05, 2023-Q2, 2023-H1, 2023 or 2023年1—5月",
        "“{text}”不是期间；可写作 2023-05、2023-01..2023-05、2023-Q2、2023-H1、2023 或 2023年1—5月",
    ),
    "bad-date": (
        "“{text}” is not a date; write 2023-06-26 or 2023年6月26日",
        "“{text}”不是日期；可写作 2023-06-26 或 2023年6月26日",
    ),
    "bad-date.future": ("{text} is still to come; today is {today}", "{text}晚于今天（{today}）"),
    "bad-date.time": (
        "“{text}” is neither a date nor a time; write 2023-06-26, 2023-06-26T09:30 or 2023-06-26T09:30+08:00",
        "“{text}”不是日期或时间；可写作 2023-06-26、2023-06-26T09:30 或 2023-06-26T09:30+08:00",
    ),
    "unknown-flag.unknown": ("“{text}”: the flags are {known}", "“{text}”：可用的标记为 {known}"),
    "unknown-flag.missing": (
        "“{text}”: flag m stands for a missing value, and a figure has one; leave it out",
        "“{text}”：标记 m 表示缺失值，而此处已有数值；请去掉",
    ),
    "bad-area": (
        "“{text}” is not an area; write an ISO 3166 code such as CN or CN-GD",
        "“{text}”不是地区代码；请使用 ISO 3166 代码，如 CN、CN-GD",
    ),
    "nothing-given": ("nothing is given, but it is always needed", "未填；此项必填"),
    "bad-period.due-months": (
        "“{text}”: figures are due by whole months; write 2023-06, 2023-Q2 or 2023",
        "“{text}”：应录数据按整月列出；请写作 2023-06、2023-Q2 或 2023",
    ),
}

TEXTS |= {f"bad-value.{problem}": pair for problem, pair in value.TEXTS.items()}
TEXTS |= {f"bad-period.{problem}": pair for problem, pair in period.TEXTS.items()}
TEXTS |= {
    f"bad-date.{problem}": period.TEXTS[problem]
    for problem in ("empty", "no-year", "short-year", "year", "month", "day")
}
