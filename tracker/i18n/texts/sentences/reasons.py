"""Reasons, where a report says them otherwise than a table of the terminal."""

TEXTS = {
    "condition-met-now": ("So the target ({goal}) is reached.", "已达到“{goal}”的目标。"),
    "condition-failed-now": ("So the target ({goal}) is not reached.", "未达到“{goal}”的目标。"),
    "bounds-open-now": (
        "This leaves open whether the target ({goal}) is reached.",
        "据此尚无法判定是否达到“{goal}”的目标。",
    ),
    "no-history-positive": (
        "There are no monthly figures to say whether the rest of the year can make it up.",
        "因缺少月度数据，难以判断后续能否追回。",
    ),
    "no-history-negative": (
        "It goes the wrong way, and there are no monthly figures to compare with.",
        "与目标方向相反，且缺少可供比较的月度数据。",
    ),
    "change-within": (
        "The change is within the tolerance of {tolerance} percentage points.",
        "变动幅度在{tolerance}个百分点的允许范围内。",
    ),
    "change-beyond": (
        "The change is not within the tolerance of {tolerance} percentage points.",
        "变动幅度超出{tolerance}个百分点的允许范围。",
    ),
    "path-reason": ("On the expected path: {words}.", "进度安排说明：{words}。"),
    "target-note": ("Remark: {words}.", "备注：{words}。"),
    "needed-stock": (
        "To reach the target takes {needed} a month from here on.",
        "要实现目标，后续平均每月需净增{needed}。",
    ),
    "needed-flow": (
        "To reach the target takes {needed} a month from here on.",
        "要实现目标，后续平均每月需完成{needed}。",
    ),
    "needed-growth": (
        "To reach the target, growth over the rest of the span has to be {needed}.",
        "要实现目标，后续月份平均需{needed}。",
    ),
    "forecast": (
        "At this rate the figure would come to about {value} on {due} (80 % interval {low} to {high}); the chance of "
        "reaching the target is {chance}.",
        "据现有数据推算，到{due}约为{value}（80%区间为{low}至{high}），达到目标的可能性{chance}。",
    ),
    "chance": ("about {chance} %", "约{chance}%"),
    "chance-least": ("under 1 %", "不足1%"),
    "chance-most": ("over 99 %", "超过99%"),
    "outlook": (
        "{publisher} expected {figure} for {period} on {published}: an outlook, not an actual.",
        "{publisher}{published}预计{period}{is_figure}（展望数，不作为实际值）。",
    ),
    "announced-later": (
        "The target was announced on {announced}, after the plan; before that day it does not count.",
        "该目标于{announced}提出，晚于计划发布，自该日起计入。",
    ),
}
