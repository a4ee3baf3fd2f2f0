"""`tracker retract`."""

TEXTS = {
    "help": (
        "Take a figure back. Without --published it was an entry error and vanishes from every view, except as known "
        "before now. With --published its publisher withdrew it: it counts until that day.",
        "撤销一条数据。不加 --published 表示录入错误：该数据不再出现，仅在按此前的已知时刻（--known-at）查看时可见。"
        "加 --published 表示发布机构撤回：该数据在撤回日之前仍然有效。",
    ),
    "example": (
        "tracker retract 12 --reason 'entered for the wrong month'\n"
        "tracker retract 12 --reason 'withdrawn in the notice of 1 March' --published 2024-03-01",
        "tracker retract 12 --reason 月份录错\ntracker retract 12 --reason 3月1日公告撤回 --published 2024-03-01",
    ),
    "ID": ("number of the figure, as `tracker history` shows it", "数据编号，见 tracker history"),
    "--reason": ("why", "原因"),
    "--published": ("the day its publisher withdrew it", "发布机构撤回的日期"),
}
