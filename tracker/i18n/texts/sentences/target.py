"""A target's page."""

TEXTS = {
    "actual": (
        "The latest figure is {figure} {when} ({publisher}, {published}).",
        "{period}，{name}{is_figure}（{publisher}，{published}发布）。",
    ),
    "no-actual": ("There is no figure to judge the target on yet.", "目前尚无可用于评估的数据。"),
    "progress-stock": (
        "That is {progress} of the way from the baseline to the target, with {elapsed} of the time gone.",
        "完成目标增量的{progress}，时间进度为{elapsed}。",
    ),
    "progress-flow": (
        "That is {progress} of the year's target, with {elapsed} of the time gone.",
        "完成年度目标的{progress}，时间进度为{elapsed}。",
    ),
    "progress-stock-bound": (
        "That is {progress} of the way from the baseline to the target, with {elapsed} of the time gone.",
        "目标增量完成{progress}，时间进度为{elapsed}。",
    ),
    "progress-flow-bound": (
        "That is {progress} of the year's target, with {elapsed} of the time gone.",
        "年度目标完成{progress}，时间进度为{elapsed}。",
    ),
    "gap-path-above": (
        "The figure is {gap} above the expected path ({expected}).",
        "高于序时进度应达水平（{expected}）{gap}。",
    ),
    "gap-path-below": (
        "The figure is {gap} below the expected path ({expected}).",
        "低于序时进度应达水平（{expected}）{gap}。",
    ),
    "gap-path-equal": (
        "The figure is exactly on the expected path ({expected}).",
        "与序时进度应达水平（{expected}）持平。",
    ),
    "gap-growth-above": ("The figure is {gap} above the target ({goal}).", "高于目标（{goal}）{gap}。"),
    "gap-growth-below": ("The figure is {gap} below the target ({goal}).", "低于目标（{goal}）{gap}。"),
    "gap-growth-equal": ("The figure is exactly at the target ({goal}).", "与目标（{goal}）持平。"),
    "gap-growth-above-falling": ("The figure is {gap} short of the target ({goal}).", "距目标（{goal}）还差{gap}。"),
    "gap-growth-below-falling": ("The figure is {gap} better than the target ({goal}).", "优于目标（{goal}）{gap}。"),
    "size-about": ("about {size}", "约{size}"),
    "size-nearly": ("nearly {size}", "近{size}"),
    "size-more-than": ("more than {size}", "至少{size}"),
    "size-at-least": ("at least {size}", "至少{size}"),
    "size-less-than": ("less than {size}", "不到{size}"),
    "size-at-most": ("at most {size}", "至多{size}"),
    "gap-share-above": (
        "That is {gap} above the value of the base year ({expected}).",
        "比基期（{expected}）提高{gap}。",
    ),
    "gap-share-below": (
        "That is {gap} below the value of the base year ({expected}).",
        "比基期（{expected}）下降{gap}。",
    ),
    "gap-share-equal": ("That is unchanged from the base year ({expected}).", "与基期（{expected}）持平。"),
}
