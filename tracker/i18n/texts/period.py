"""Why a text is no period or no date: the `problem` of BadPeriod and BadDate."""

TEXTS = {
    "form": (
        "“{text}” is not a period; write 2023-05, 2023-01..2023-05, 2023-Q2, 2023-H1, 2023 or 2023年1—5月",
        "“{text}”不是期间；可写作 2023-05、2023-01..2023-05、2023-Q2、2023-H1、2023 或 2023年1—5月",
    ),
    "empty": ("it is empty; write a period or a date, such as 2023-05", "内容为空；请填写期间或日期，如 2023-05"),
    "no-year": ("“{text}” has no year; write it with one, such as 2023-05", "“{text}”缺少年份；请写明年份，如 2023-05"),
    "short-year": ("“{text}”: write the year with four digits, such as 2023", "“{text}”：年份请写四位，如 2023"),
    "year": ("“{text}”: years run from 1900 to 2100", "“{text}”：年份须在1900至2100之间"),
    "half": ("“{text}”: a year has two halves, H1 and H2", "“{text}”：半年只有上半年（H1）和下半年（H2）"),
    "quarter": ("“{text}”: a year has four quarters, Q1 to Q4", "“{text}”：季度须在一季度至四季度（Q1至Q4）之间"),
    "month": ("“{text}”: months run from 1 to 12", "“{text}”：月份须在1至12之间"),
    "day": ("“{text}”: that month has no such day", "“{text}”：该月没有这一天"),
    "not-begun": (
        "“{text}” has not begun by the day the report closes on; choose an earlier period or a later --as-of",
        "到报告截止日，“{text}”尚未开始；请选择更早的期间，或指定更晚的 --as-of",
    ),
    "not-of-plan": (
        "“{text}” is no year of the plan {plan} ({years})",
        "“{text}”不是计划 {plan} 的年份（{years}）",
    ),
    "not-later": ("{text} is not after the plan's own year", "{text}年不晚于该计划的年份"),
    "not-a-year": (
        "“{text}” is not a year; a review is of one, such as 2023",
        "“{text}”不是年份；年度评估须指定年份，如 2023",
    ),
    "backwards": ("“{text}” ends before it starts", "“{text}”的止期早于起期"),
    "stock-day": (
        "“{text}”: this indicator is a level on a day; give the day, or the month, quarter or year it ends",
        "“{text}”：该指标为时点数；请填写日期，或以该日结束的月、季、年",
    ),
    "whole-months": (
        "“{text}”: this indicator is for whole months; write 2023-05, 2023-01..2023-05 or 2023",
        "“{text}”：该指标按整月统计；请填写 2023-05、2023-01..2023-05 或 2023 等",
    ),
}
