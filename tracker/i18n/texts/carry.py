"""What the draft of next year's plan file says beside the plan."""

TEXTS = {
    "head": (
        "Draft, made from the outcomes of {plan} known on {day}. Check every line against the new document.",
        "草稿：根据 {plan} 截至{day}的完成情况生成，请对照新文件逐项核对。",
    ),
    "to-set": (
        "To be set: name, title, published, the tasks with their commitments, and the targets at the end.",
        "待定：名称、文件标题、发布日期、任务及举措，以及文末的目标。",
    ),
    "no-baseline": (
        "No figure of {year}, so no baseline: {codes}",
        "以下指标没有{year}年数据，未带入基数：{codes}",
    ),
    "targets": (
        "The targets of last year, for the new document to decide. Take out the # of what it keeps.",
        "上年目标如下，是否保留及目标值以新文件为准；保留的请去掉行首的 #。",
    ),
    "outcome": ("{code}: {goal}; {status}, {figure} ({period})", "{code}：{goal}；{status}，{figure}（{period}）"),
    "outcome-none": ("{code}: {goal}; {status}", "{code}：{goal}；{status}"),
    "open": ("to be set", "待定"),
    "done": (
        "{plan} is drafted; complete {file}, then see that `tracker plan check {file}` finds nothing amiss",
        "{plan} 草稿已生成；请补全 {file}，再用 tracker plan check {file} 检查",
    ),
}
