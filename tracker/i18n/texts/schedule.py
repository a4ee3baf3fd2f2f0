"""Schedules and their runs: what the commands say, and the digest of a reminder."""

TEXTS = {
    "what.report": ("report", "报告"),
    "what.review": ("review", "年度评估"),
    "what.reminder": ("reminder", "催报提醒"),
    "what.alert": ("alert", "变化提示"),
    "what.backup": ("backup", "备份"),
    "catch-up.all": ("all missed runs are made", "错过的逐一补做"),
    "catch-up.latest": ("of several missed runs the latest is made", "错过多次时只补最近一次"),
    "catch-up.none": ("missed runs are left out", "错过的不补做"),
    # --- an instant, in the schedule's time zone
    "moment": ("{weekday} {day} {clock}", "{day}（{weekday}）{clock}"),
    "weekday.0": ("Mon", "周一"),
    "weekday.1": ("Tue", "周二"),
    "weekday.2": ("Wed", "周三"),
    "weekday.3": ("Thu", "周四"),
    "weekday.4": ("Fri", "周五"),
    "weekday.5": ("Sat", "周六"),
    "weekday.6": ("Sun", "周日"),
    # --- schedules
    "line": ("{what}, {cadence} ({zone})", "{what}，{cadence}（{zone}）"),
    "next": ("next: {run}", "下次：{run}"),
    "paused": (
        "paused; `tracker schedule resume {name}` goes on with it",
        "已暂停；可用 tracker schedule resume {name} 恢复",
    ),
    "files": ("{formats} in {languages}, to {folder}", "{formats}，{languages}，存入 {folder}"),
    "folder": ("to {folder}", "存入 {folder}"),
    "template": ("Word documents in the letterhead {template}", "Word文件沿用 {template} 的版头和样式"),
    "language.zh": ("Chinese", "中文"),
    "language.en": ("English", "英文"),
    "catching-up": ("from {period} on; {catch_up}", "自{period}起；{catch_up}"),
    "run": ("{moment}  {what} for {period}", "{moment}  {period}{what}"),
    "run-moment": ("{moment}  {what}", "{moment}  {what}"),
    "no-schedules": (
        "there are no schedules; `tracker schedule add --help` shows how to add one",
        "还没有定时任务；添加方法见 tracker schedule add --help",
    ),
    "editions": (
        "the first look at a year gives its preliminary review; a later one the final review, once every figure is in",
        "首次执行生成初步评估，此后待数据齐全时生成最终评估",
    ),
    "no-runs": ("{name}: no more runs", "{name}：不再执行"),
    "next-of": ("The next runs of {name}, {cadence} ({zone}):", "{name}（{cadence}，{zone}）接下来的执行时间："),
    "added": ("schedule {name} added", "已添加定时任务 {name}"),
    "edited": ("schedule {name} changed", "已修改定时任务 {name}"),
    "removed": ("schedule {name} removed; what it issued stays", "已删除定时任务 {name}；已生成的文件不受影响"),
    "is-paused": ("schedule {name} paused", "已暂停定时任务 {name}"),
    "is-resumed": ("schedule {name} resumed", "已恢复定时任务 {name}"),
    "due-already": (
        "{count} run(s) due already; `tracker schedule tick` makes them",
        "已有{count}次到期待执行；运行 tracker schedule tick 即可补做",
    ),
    "plan-over": (
        "the plan is over, so there is nothing to make; --from PERIOD catches up on its periods",
        "计划期已结束，没有可执行的内容；如需补做以往各期，请用 --from 指定起始期间",
    ),
    # --- the ledger
    "history-empty": ("{name} has not run yet", "{name} 尚未执行过"),
    "history-run": ("{period}  as of {as_of}  {state}", "{period}  截至{as_of}  {state}"),
    "history-period": ("{period}", "{period}"),
    "history-slot": ("{period} {slot}", "{period}{slot}"),
    "history-edition": ("{period}, {edition}", "{period}{edition}"),
    "edition.preliminary": ("preliminary edition", "初步评估"),
    "edition.final": ("final edition", "最终评估"),
    "state.done": ("done {when}", "{when}完成"),
    "state.running": ("running since {when}", "{when}开始执行"),
    "state.interrupted": ("started {when} and interrupted", "{when}开始执行，中途中断"),
    "state.waiting": (
        "failed {count} time(s), tried again after {when}: {error}",
        "已失败{count}次，{when}后重试：{error}",
    ),
    "state.failed": (
        "failed for good after {count} attempt(s): {error}",
        "尝试{count}次后仍失败，不再重试：{error}",
    ),
    # --- running
    "failed-again": ("{name}, {period}: {error} — tried again after {when}", "{name}，{period}：{error}；{when}后重试"),
    "failed-last": (
        "{name}, {period}: {error} — given up; `tracker schedule resume {name}` tries again",
        "{name}，{period}：{error}；不再重试，可用 tracker schedule resume {name} 重新尝试",
    ),
    "serving": (
        "the scheduler is running; stop it with Ctrl-C or SIGTERM",
        "定时服务已启动；可用 Ctrl-C 或 SIGTERM 停止",
    ),
    "stopped": ("the scheduler has stopped", "定时服务已停止"),
    "stopped-midway": (
        "the scheduler has stopped in the middle of a run, which will be made again",
        "定时服务已停止；未完成的一次执行将在下次启动后重做",
    ),
    "log": ("{when} {message}", "{when} {message}"),
    # --- deliveries
    "to": ("delivered to {targets}", "发送至{targets}"),
    "undelivered-again": (
        "to {target}: {error} — tried again after {when} (UTC)",
        "发送至{target}：{error}；{when}（UTC）后重试",
    ),
    "undelivered-last": (
        "to {target}: {error} — given up; `tracker schedule resume NAME` tries again",
        "发送至{target}：{error}；不再重试，可用 tracker schedule resume 任务名称 重新尝试",
    ),
    "delivery.waiting": ("to {target}: waiting", "发送至{target}：待发送"),
    "delivery.sending": ("to {target}: being sent, attempt {count}", "发送至{target}：第{count}次发送中"),
    "delivery.retrying": (
        "to {target}: failed {count} time(s), will be tried again: {error}",
        "发送至{target}：已失败{count}次，将重试：{error}",
    ),
    "delivery.done": ("to {target}: delivered {when}", "发送至{target}：{when}送达"),
    "delivery.failed": (
        "to {target}: given up after {count} attempt(s): {error}",
        "发送至{target}：尝试{count}次后仍失败，不再重试：{error}",
    ),
    # --- health
    "health.never": ("never", "从未进行"),
    "health.seconds": ("{count} s ago", "在{count}秒前"),
    "health.minutes": ("{count} min ago", "在{count}分钟前"),
    "health.hours": ("{count} h ago", "在{count}小时前"),
    "health.ticking": ("{count} schedule(s) looked after; last tick {age}", "正在执行{count}个定时任务；上次检查{age}"),
    "health.stale": (
        "{count} schedule(s) not looked after; last tick {age} — is `tracker schedule run` running?",
        "{count}个定时任务无人执行；上次检查{age}，请确认 tracker schedule run 是否在运行",
    ),
    "health.idle": ("no schedules to look after; last tick {age}", "没有需要执行的定时任务；上次检查{age}"),
    "health.failed": ("{name}: {run}", "{name}：{run}"),
    "health.letterhead": ("{name}, letterhead: {error}", "{name}，版头模板：{error}"),
    # --- the digest of a reminder
    "digest-title": ("{plan}: figures missing on {day}", "{plan}：截至{day}尚未录入的数据"),
    "digest-overdue": (
        "overdue, was due by {day}: {indicator}, {period}",
        "已逾期（最迟{day}）：{indicator}，{period}",
    ),
    "digest-expected": ("usually out on {day}: {indicator}, {period}", "预计{day}发布：{indicator}，{period}"),
    "digest-by": ("{line} (last entered by {by})", "{line}（上次由{by}录入）"),
    "digest-due": ("due by {day}: {indicator}, {period}", "待录入（最迟{day}）：{indicator}，{period}"),
}
