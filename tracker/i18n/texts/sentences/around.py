"""Charts, indicators watched, tasks, the quality of the data, later news and sources."""

TEXTS = {
    # charts
    "alt-points": (
        "Chart of {name}: {count} figures, from {first} ({first_period}) to {last} ({last_period}).",
        "{name}走势图：共{count}个数据，由{first_period}的{first}到{last_period}的{last}。",
    ),
    "alt-point": (
        "Chart of {name}: one figure, {first} ({first_period}).",
        "{name}图：{first_period}{first}，仅有1个数据。",
    ),
    "alt-empty": ("Chart of {name}: no figures yet.", "{name}图：尚无数据。"),
    "alt-goal": ("{alternative} Target: {goal}.", "{alternative}目标：{goal}。"),
    "alt-forecast": (
        "{alternative} Forecast at the due date: {value} ({low} to {high}).",
        "{alternative}到期预测：{value}（{low}至{high}）。",
    ),
    # indicators watched
    "watched-lead": (
        "These indicators have no target of their own; they are held against the baseline the document gives.",
        "以下指标未设量化目标，对照文件所列基期数据进行监测。",
    ),
    "ratio-flow": ("{ratio} of the baseline's total", "基期总量的{ratio}"),
    "ratio-stock": ("{ratio}", "{ratio}"),
    "watched-differs": (
        "{name}: the baseline follows another definition and is compared with nothing.",
        "{name}：基期数据统计口径不同，不作比较。",
    ),
    "watched-part-year": (
        "{name}: the baseline is for {period}, not for the whole year.",
        "{name}：基期为{period}数据，并非全年数。",
    ),
    "watched-revised": (
        "{name}: the baseline was revised to {reference} afterwards; changes are measured from that.",
        "{name}：基期数据后修订为{reference}，变动按修订后数据计算。",
    ),
    "watched-none": (
        "No figure since the baseline is in the data for: {names}.",
        "以下指标基期以来的数据尚未录入：{names}。",
    ),
    # tasks
    "no-notes": ("No commitment has a note yet.", "各项举措暂无进展记录。"),
    # quality, later news, sources
    "quality-clean": (
        "Nothing is overdue, provisional, published as a bound or still in question.",
        "无逾期、初步、以界限公布或待核的数据。",
    ),
    "conflict-differs": (
        "{figure} for {period} follows another definition than the other figures and is not joined to them.",
        "{period}{is_figure}，与其他数据统计口径不同，不与之衔接比较。",
    ),
    "later-lead": (
        "Published in time for this report but referring to later than {period}; not in its tables.",
        "以下数据在编制前已发布，但数据期晚于{period}，不计入本期各表。",
    ),
    "sources-lead": (
        "Numbers in square brackets throughout the report refer to these rows.",
        "文中方括号内的编号对应下表。",
    ),
}
