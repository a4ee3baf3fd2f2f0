"""`tracker undo`."""

TEXTS = {
    "last-own": ("Your last entry ({at}, {kind}):", "您最近一次操作（{at}，{kind}）："),
    "last-other": (
        "The last entry of {by}, not yours ({at}, {kind}; you are {user}):",
        "这是{by}（不是您）最近一次操作（{at}，{kind}；当前用户为{user}）：",
    ),
    "goes": ("goes: no. {number}, {figure}", "撤销：编号{number}，{figure}"),
    "stands": ("stands again: no. {number}, {figure}", "恢复：编号{number}，{figure}"),
    "then": (
        "; in force then: {value}, published {published} (no. {number})",
        "；此后现行数据为{value}（{published}发布，编号{number}）",
    ),
    "then-nothing": ("; then no figure is in force for this period", "；此后该期间没有现行数据"),
    "more-goes": ("... and {count} more go", "……另有{count}条撤销"),
    "more-stands": ("... and {count} more stand again", "……另有{count}条恢复"),
    "kept": (
        "{count} of its figures have been taken back already and stay so.",
        "其中{count}条此前已撤销，保持不变。",
    ),
    "sure": ("Take it back?", "确定撤销这次操作吗？"),
    "done": ("done: {parts}; `tracker undo` again reverses this", "已完成：{parts}；再次运行 tracker undo 可恢复"),
    "gone": ("{count} taken back", "撤销{count}条"),
    "restored": ("{count} restored", "恢复{count}条"),
}
