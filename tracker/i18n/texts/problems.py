"""Findings about figures, by the codes of `tracker.domain.checks`."""

TEXTS = {
    # --- errors
    "published-in-future": (
        "published on {published}, but today is {today}; check the date",
        "发布日期{published}晚于今天（{today}）；请核对日期",
    ),
    "before-end": (
        "published on {published}, before the period ended on {end}; if it is the publisher's outlook, add flag f",
        "发布日期{published}早于期末（{end}）；如为预测数，请加标记 f",
    ),
    "outlook-after-end": (
        "flag f is for figures published before the period's end ({end}), this one was on {published}; "
        "for an estimate use flag e, for a provisional figure p",
        "标记 f 只用于期末（{end}）之前发布的预测数，而发布日期为{published}；估计数请用 e，初步数请用 p",
    ),
    "correction-needs-reason": (
        "the publication of {published} is recorded with {other}; to correct it to {value}, give a reason (--reason); "
        "for a later publication, give its date",
        "{published}发布的数已录为{other}；如需更正为{value}，请写明原因（--reason）；如系之后重新发布，请填写新的发布日期",
    ),
    # --- errors of a table
    "column-missing": (
        "there is no such column; the first line has to name the columns: indicator, period, value (指标, 期间, 数值)",
        "缺少此列；首行须为列名，至少含 指标、期间、数值（indicator、period、value）",
    ),
    "column-twice": ("the column “{name}” stands there twice", "“{name}”列重复"),
    "column-unknown": ("the column “{name}” means nothing; is it {near}?", "无法识别“{name}”列；是否指 {near}？"),
    "column-unknown-far": (
        "the column “{name}” means nothing; `tracker import --help` names the columns, leave others out",
        "无法识别“{name}”列；可用的列名见 tracker import --help，其他列请删去",
    ),
    "too-many-cells": (
        'more cells than the {most} columns; a value with a comma has to stand in quotation marks: "98,000"',
        '单元格多于{most}列；带逗号的数值须加引号，如 "98,000"',
    ),
    "too-many-problems": (
        "too many mistakes; the rest of the file was not looked at",
        "错误过多，其余各行未再检查",
    ),
    # --- warnings
    "slip": (
        "{value} looks {factor} times too {size} ({period}: {other}); is {meant} meant?",
        "{value}疑似{size}{factor}倍（{period}为{other}），是否应为{meant}？",
    ),
    "sign": (
        "{value} has the wrong sign for its series ({period}: {other}); is {meant} meant?",
        "{value}的正负号与以往相反（{period}为{other}），是否应为{meant}？",
    ),
    "stock-falls": (
        "a stock that falls: {high} on {high_period}, {low} on {low_period}",
        "累计数出现下降：{high_period}为{high}，{low_period}为{low}",
    ),
    "ytd-below": (
        "a year to date that falls: {high} in {high_period}, {low} in {low_period}",
        "本年累计数出现下降：{high_period}为{high}，{low_period}为{low}",
    ),
    "unlikely": (
        "{value} is far from what the other figures make likely ({low} to {high})",
        "{value}与其他数据相差过大，按已有数据推算应在{low}至{high}之间",
    ),
    "to-date-as-month": (
        "{value} looks like the year to date, entered for a single month; check the period",
        "{value}疑似本年累计数，却按当月数录入；请核对期间",
    ),
    "month-as-to-date": (
        "{value} looks like a single month, entered for the year to date; check the period",
        "{value}疑似当月数，却按本年累计数录入；请核对期间",
    ),
    "months-differ": (
        "the year to date {period}, {value}, is far from what its months sum to, {total}",
        "{period}累计数{value}与各月合计{total}相差过大",
    ),
    "below-zero": (
        "{value} is below zero, and nothing else is known of this indicator; is {meant} meant?",
        "{value}为负数，而该指标尚无其他数据可供比对，是否应为{meant}？",
    ),
    "fraction": (
        "{value} is written like a fraction; is {meant} meant?",
        "{value}疑似以小数形式录入的百分比，是否应为{meant}？",
    ),
    "growth-steps": (
        "growth of {growth} for {period} does not go with {before} to the month before and {month} in the month itself",
        "{period}累计增速{growth}，与截至上月的累计增速{before}和当月增速{month}不衔接",
    ),
    "growth-differs": (
        "growth of {growth} for {period} does not go with the levels, which differ by {ratio} from a year earlier",
        "{period}增速{growth}与绝对数不符：按绝对数推算，同比增速为{ratio}",
    ),
    # --- notices
    "adds-nothing": (
        "adds nothing to what is known: {other} ({period})",
        "没有新增信息：已知{period}为{other}",
    ),
    "older-value": (
        "repeats the value of {old}, which was revised to {other} on {published}",
        "与{old}发布的旧数相同，而{published}已修订为{other}",
    ),
    "unlisted-publisher": (
        "{publisher} is not among the publishers of this indicator ({listed}): kept and shown, not used in assessments",
        "{publisher}不在该指标的发布机构（{listed}）之列：仅留存备查，不用于评估",
    ),
    "no-date": (
        "no publication date was given; the recording date {published} stands in",
        "未填发布日期，以录入日期{published}代替",
    ),
    "definition-differs": (
        "flag d: another definition, kept as a series of its own and never compared with the others",
        "标记 d：口径不同，单独成列，不与其他数据比较",
    ),
}
