"""`tracker schedule`: reports, reviews, reminders, alerts and backups that are made by themselves."""

NAME = ("name of the schedule", "定时任务名称")

TEXTS = {
    "help": (
        "Have reports, reviews, reminders, alerts and backups made by themselves. Keep `tracker schedule run` running "
        "as a service, or let cron call `tracker schedule tick`: both do the same. A period is never reported twice.",
        "定时生成报告和年度评估、发出催报提醒和变化提示、备份数据库，并可通过邮件等方式发送。"
        "可将 tracker schedule run 作为服务常驻运行，也可由 cron 定期调用 tracker schedule tick，两者效果相同。"
        "同一期间不会重复出报告。",
    ),
    "example": (
        'tracker schedule add monthly --every "monthly on day 26 at 09:00" --what report\ntracker schedule tick',
        "tracker schedule add 月报 --every 每月26日09:00 --what report\ntracker schedule tick",
    ),
    "add.help": (
        "Add a schedule and show its next runs. A run is about the last period that is complete by then: the month "
        "before, the quarter before. Cadences: monthly on day 26 at 09:00, monthly on the last day, quarterly, "
        "half-yearly, yearly on Jan 20, weekly on mon, daily at 08:30, hourly, or a cron expression.",
        "添加定时任务并显示接下来的执行时间。每次执行针对届时已结束的最近一个期间，如上月、上季度。"
        "周期写法：每月26日09:00、每月最后一天、每季度、每半年、每年1月20日、每周一、每天08:30、每小时，"
        "或 cron 表达式。",
    ),
    "add.example": (
        'tracker schedule add monthly --every "monthly on day 26 at 09:00" --what report --from 2023-01\n'
        "tracker schedule add review --every 'yearly on Jan 26' --what review --lang zh,en --template office.dotx\n"
        'tracker schedule add nightly --every "daily at 02:00" --what backup -o /srv/backups\n'
        'tracker schedule add alarm --every "every minute" --what alert --to office',
        "tracker schedule add 月报 --every 每月26日09:00 --what report --from 2023-01\n"
        "tracker schedule add 年度评估 --every 每年1月26日 --what review --lang zh,en --template 公文.dotx\n"
        "tracker schedule add 备份 --every 每天02:00 --what backup -o /srv/backups\n"
        "tracker schedule add 提示 --every 每分钟 --what alert --to office",
    ),
    "add.NAME": ("a name for it, not yet in use", "任务名称，不得与现有的重复"),
    "add.--every": ("how often, in words or as a cron expression", "周期，可用文字或 cron 表达式"),
    "add.--what": ("what is made", "执行内容"),
    "add.--from": (
        "first period to report, so that past ones are caught up; default: the one that ends next",
        "从哪个期间开始报告，以便补做以往各期；默认从下一个结束的期间开始",
    ),
    "add.--catch-up": (
        "which of several missed runs are made; default: all",
        "错过多次执行时补做哪些；默认全部补做",
    ),
    "add.--format": ("file formats; default: html", "文件格式；默认为 html"),
    "add.--lang": ("languages of the files; default: that of the interface", "文件的语言；默认同界面语言"),
    "add.--output": (
        "folder for the files; default: ./reports, for backups ./backups",
        "存放文件的文件夹；默认为 ./reports，备份为 ./backups",
    ),
    "add.--template": (
        "Word document or template (.docx, .dotx) whose letterhead and styles docx files get; --format is then docx by "
        "default",
        "Word文档或模板（.docx、.dotx），docx 文件沿用其版头、页脚和样式；此时 --format 默认为 docx",
    ),
    "add.--zone": ("time zone; default: the plan's", "时区；默认为计划所在时区"),
    "add.--about": (
        "length of the periods reported; default: that of the cadence",
        "报告期间的长度；默认与周期一致",
    ),
    "add.--to": (
        "delivery targets, by their names in config.toml; default: none",
        "发送对象，即 config.toml 中所设的名称；默认不发送",
    ),
    "edit.help": (
        "Change a schedule and show its next runs; what is left out stays. What it has made stays made. Its name, plan "
        "and kind cannot be changed.",
        "修改定时任务并显示接下来的执行时间；未给出的选项不变。已执行的不受影响。名称、计划和执行内容不能修改。",
    ),
    "edit.example": (
        'tracker schedule edit monthly --every "monthly on day 20 at 08:30" --to office\n'
        "tracker schedule edit monthly --format html,md --lang zh,en",
        "tracker schedule edit 月报 --every 每月20日08:30 --to office\n"
        "tracker schedule edit 月报 --format html,md --lang zh,en",
    ),
    "edit.NAME": NAME,
    "edit.--every": ("how often, in words or as a cron expression", "周期，可用文字或 cron 表达式"),
    "edit.--from": ("first period to report", "从哪个期间开始报告"),
    "edit.--catch-up": ("which of several missed runs are made", "错过多次执行时补做哪些"),
    "edit.--format": ("file formats", "文件格式"),
    "edit.--lang": ("languages of the files", "文件的语言"),
    "edit.--output": ("folder for the files", "存放文件的文件夹"),
    "edit.--template": ("Word document or template for docx files", "docx 文件所用的Word文档或模板"),
    "edit.--no-template": ("no letterhead any more", "不再使用版头模板"),
    "edit.--zone": ("time zone", "时区"),
    "edit.--about": ("length of the periods reported", "报告期间的长度"),
    "edit.--to": ("delivery targets, in place of those it has", "发送对象，取代原有的"),
    "edit.--to-nobody": ("deliver to nobody", "不再发送"),
    "list.help": ("List the schedules, what they make and when they run next.", "列出各定时任务的内容和下次执行时间。"),
    "list.example": ("tracker schedule list", "tracker schedule list"),
    "next.help": (
        "Show the next five runs of a schedule, or of all.",
        "显示一个或全部定时任务接下来的五次执行。",
    ),
    "next.NAME": NAME,
    "next.example": ("tracker schedule next monthly", "tracker schedule next 月报"),
    "remove.help": ("Remove a schedule. What it has issued stays.", "删除定时任务。已生成的文件不受影响。"),
    "remove.NAME": NAME,
    "remove.example": ("tracker schedule remove monthly", "tracker schedule remove 月报"),
    "pause.help": ("Make no runs until the schedule is resumed.", "暂停定时任务，恢复前不再执行。"),
    "pause.NAME": NAME,
    "pause.example": ("tracker schedule pause monthly", "tracker schedule pause 月报"),
    "resume.help": (
        "Go on with a paused schedule. Runs missed in between are made as its catch-up says, and those that had failed "
        "for good are tried again.",
        "恢复已暂停的定时任务。其间错过的按补做规则处理，此前失败而不再重试的也会重新尝试。",
    ),
    "resume.NAME": NAME,
    "resume.example": ("tracker schedule resume monthly", "tracker schedule resume 月报"),
    "history.help": (
        "List the runs of a schedule: period, as-of date, state, files, and what went wrong.",
        "列出定时任务的执行记录：期间、截至日期、状态、文件及失败原因。",
    ),
    "history.NAME": NAME,
    "history.example": ("tracker schedule history monthly", "tracker schedule history 月报"),
    "tick.help": (
        "Make everything that is due, print the paths of the files written, and exit. For cron, a timer or a "
        "scheduled task; several at once do no harm.",
        "执行所有到期的任务，输出所写文件的路径后退出。适合由 cron 等定时调用，多处同时运行也不会重复。",
    ),
    "tick.example": (
        "tracker schedule tick\ntracker schedule tick --now 2023-07-01",
        "tracker schedule tick\ntracker schedule tick --now 2023-07-01",
    ),
    "tick.--now": (
        "what the scheduler takes for the present; a date means its end",
        "调度器视为“现在”的时刻；只写日期则为当日结束",
    ),
    "run.help": (
        "Run as a service: make what is due, pick up changes of the schedules, until SIGTERM or Ctrl-C. A run that is "
        "being made then is finished first, for which it has ten seconds.",
        "作为服务运行：到期即执行，定时任务的增删改随时生效，直至收到 SIGTERM 或 Ctrl-C。"
        "停止时正在执行的任务有十秒钟完成。",
    ),
    "run.example": ("tracker schedule run", "tracker schedule run"),
    "health.help": (
        "Say whether the schedules are looked after: when the clock was last looked at, which runs failed, what could "
        "not be delivered. Fails (28) when that was too long ago or anything has failed; for a monitor.",
        "检查定时任务是否正常：上次检查的时间、失败的执行、未送达的消息。"
        "距上次检查过久或有失败时退出码为28，供监控使用。",
    ),
    "health.example": ("tracker schedule health --max-age 5", "tracker schedule health --max-age 5"),
    "health.--max-age": (
        "minutes since the last tick that are too many; default: 15",
        "距上次检查的最长分钟数；默认15",
    ),
    "run.--log-format": (
        "a line on stderr for every event: text or json; default: failures only",
        "每个事件在标准错误输出一行，text 或 json；默认只输出失败",
    ),
    "run.--interval": ("seconds between looks at the clock; default: 10", "检查间隔（秒）；默认为10"),
}
