"""`tracker task`: the document's commitments and their notes."""

TEXTS = {
    "help": (
        "Commitments without a number are followed by dated notes with evidence, never by an invented number.",
        "没有量化目标的举措，以注明日期和依据的情况记录跟踪，不另设数值。",
    ),
    "example": (
        "tracker task list 9\ntracker task note 9.7 in-progress --note 'Held in June' --evidence 'news of 2 June'",
        "tracker task list 9\ntracker task note 9.7 in-progress --note 已开展服务月活动 --evidence 6月2日新闻",
    ),
    "list.help": (
        "List the tasks with their commitments, where each stands and its last note.",
        "列出各项任务及其举措、进展状态和最近一条记录。",
    ),
    "list.example": (
        "tracker task list\ntracker task list 9 --status open --as-of 2023-06-30",
        "tracker task list\ntracker task list 9 --status open --as-of 2023-06-30",
    ),
    "list.TASK": ("number of one task", "只列出该编号的任务"),
    "list.--status": (
        "only commitments that stand there; open: without a status",
        "只列出该状态的举措；open 指尚无记录",
    ),
    "list.--notes": ("all notes, not only the last", "列出全部记录"),
    "note.help": (
        "Note where a commitment stands. A later note takes the place of an earlier one; `noted` remarks without "
        "changing the status. Targets and indicators take notes too, by their codes.",
        "登记举措的进展。以日期较晚的记录为准；noted 只作记录，不改变状态。目标和指标也可按代码登记情况。",
    ),
    "note.example": (
        "tracker task note 9.7 done --note 'Held in all provinces' --evidence https://example.org --date 2023-06-30\n"
        "tracker task note manufacturing-gdp-share noted --note 'Said to be stable, without a number'",
        "tracker task note 9.7 done --note 各省均已开展 --evidence https://example.org --date 2023-06-30\n"
        "tracker task note manufacturing-gdp-share noted --note 称基本稳定，未公布数值",
    ),
    "note.N.M": (
        "the commitment, such as 9.12; or a target's or indicator's code",
        "举措编号，如 9.12；也可为目标或指标代码",
    ),
    "note.STATUS": (
        "not-started, in-progress, done, delayed, dropped, or noted",
        "not-started 未启动、in-progress 推进中、done 已完成、delayed 进度滞后、dropped 不再推进、noted 情况记录",
    ),
    "note.--note": ("what is known", "情况说明"),
    "note.--evidence": ("where it is said: a title, an address", "依据：标题、网址等"),
    "note.--date": ("the day it is about; default: today", "情况所属日期；默认为今天"),
}
