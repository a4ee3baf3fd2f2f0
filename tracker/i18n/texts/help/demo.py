"""`tracker demo`."""

TEXTS = {
    "help": (
        "Replay the year of the bundled plan in a folder of its own: the published figures are entered month by month "
        "as they came out, every month gets its report, and the year its review, in Chinese and in English. A folder "
        "an earlier demo made is made anew; any other that is not empty is left alone. --db and TRACKER_DB do not "
        "count.",
        "在单独的文件夹中重演内置计划的全年：按发布顺序逐月录入真实数据，每月生成月报，年末生成年度总结，均为中英文。"
        "此前演示生成的文件夹会重新生成；其他非空文件夹不会被改动。--db 和 TRACKER_DB 不起作用。",
    ),
    "example": ("tracker demo\ntracker demo ~/year-2023", "tracker demo\ntracker demo ~/year-2023"),
    "DIR": ("where to; default: ./tracker-demo", "目标文件夹；默认为 ./tracker-demo"),
}
