"""The review."""

TEXTS = {
    "review-of": ("{name}: {verdict}", "{name}：{verdict}"),
    "review-achieved": (
        "Achieved, with {figure} {when} (target: {goal}); first reached on {first}.",
        "已完成，{period}{is_figure}（目标：{goal}），{first}首次达到。",
    ),
    "review-achieved-at-last": (
        "Achieved, with {figure} {when} (target: {goal}).",
        "已完成，{period}{is_figure}（目标：{goal}）。",
    ),
    "review-achieved-then-lost": (
        "Achieved on {first} and lost since, with {figure} {when}, {missed}.",
        "{first}曾达到目标，此后回落，{period}{is_figure}，{missed}。",
    ),
    "review-missed": (
        "Missed, with {figure} {when}, {missed}.",
        "未完成，{period}{is_figure}，{missed}。",
    ),
    "missed-above": ("{gap} above the target ({goal})", "高出目标（{goal}）{gap}"),
    "missed-below": ("{gap} short of the target ({goal})", "距目标（{goal}）还差{gap}"),
    "missed-equal": ("just at the value of the target ({goal})", "与目标值持平，未达到“{goal}”的要求"),
    "missed-share-above": (
        "{gap} above the base year ({expected}; target: {goal})",
        "较基期（{expected}）提高{gap}（目标：{goal}）",
    ),
    "missed-share-below": (
        "{gap} below the base year ({expected}; target: {goal})",
        "较基期（{expected}）下降{gap}（目标：{goal}）",
    ),
    "missed-share-equal": (
        "unchanged from the base year ({expected}; target: {goal})",
        "与基期（{expected}）持平（目标：{goal}）",
    ),
    "review-undetermined": (
        "Undetermined: the published figures leave open whether the target ({goal}) was reached.",
        "尚难判定，已公布数据不足以判断是否达到目标（{goal}）。",
    ),
    "review-open": (
        "Open: the figure that decides, due {due}, is not in yet.",
        "待定，截至期限（{due}）的最终数据尚未公布。",
    ),
    "review-open-so-far": (
        "Open: so far {status}, with {figure} {when}; the figure that decides, due {due}, is not in yet.",
        "待定，目前{status}（{period}{is_figure}），截至期限（{due}）的最终数据尚未公布。",
    ),
    "review-not-assessable": ("Not assessable.", "无法评估。"),
    "review-provisional": ("{verdict} This verdict is provisional.", "{verdict}该结论为初步结论。"),
    "edition-preliminary": (
        "This edition is preliminary: {count} targets still wait for the figure that decides.",
        "本版为初步评估：尚有{count}项目标待最终数据。",
    ),
    "edition-preliminary-one": (
        "This edition is preliminary: one target still waits for the figure that decides.",
        "本版为初步评估：尚有{count}项目标待最终数据。",
    ),
    "edition-final": (
        "This edition is final: no verdict waits for a figure any more.",
        "本版为最终评估：各项目标均已可作出结论，不再等待其他数据。",
    ),
    "unmeasured-indicators": (
        "Indicators without a figure in the year: {count}",
        "年内没有数据的指标{count}项",
    ),
    "unmeasured-commitments": (
        "Commitments without a target or a note: {count}",
        "既无量化目标也无进展记录的举措{count}项",
    ),
    "all-measured": ("Everything the plan names was measured or noted.", "计划所列事项均有数据或进展记录。"),
    "carry-open": ("{name}: wait for the final figure.", "{name}：待最终数据公布后评估。"),
    "carry-missed": (
        "{name}: not reached; decide whether to carry it into the next plan.",
        "{name}：未完成，需研究是否结转下年。",
    ),
    "carry-undetermined": (
        "{name}: ask the publisher for an exact figure.",
        "{name}：需向发布机构核实准确数据。",
    ),
}
