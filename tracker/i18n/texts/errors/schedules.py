"""Schedules and their runs."""

from tracker.i18n.texts import cadence

TEXTS = {
    "unhealthy": (
        "the schedules need attention: last tick {age}, {failed} failed run(s), {undelivered} undelivered message(s), "
        "{letterheads} letterhead(s) that cannot be used",
        "定时任务需要处理：上次检查{age}，失败的执行{failed}次，未送达的消息{undelivered}条，不可用的版头模板{letterheads}个",
    ),
    "bad-schedule.bad-target": (
        "“{given}” is no name of a delivery target: letters, digits, - and _",
        "“{given}”不能作为发送对象的名称，只能用字母、数字、- 和 _",
    ),
    "bad-schedule.exists": (
        "there is a schedule {name} already; remove it first or take another name",
        "已有名为 {name} 的定时任务；请先删除，或换一个名称",
    ),
    "bad-schedule.name": (
        "“{name}” cannot be a name: 1 to {longest} characters on one line, without spaces around them",
        "“{name}”不能用作名称：须为1至{longest}个字符的单行文字，首尾不留空格",
    ),
    "bad-schedule.zone": (
        "there is no time zone “{zone}”; write it like Asia/Shanghai",
        "没有时区“{zone}”；请写作 Asia/Shanghai 这样的形式",
    ),
    "bad-schedule.about": (
        "--about is for reports; a {what} has no choice of periods",
        "--about 只用于报告；{what} 不能选择期间长度",
    ),
    "bad-schedule.no-formats": (
        "a {what} has no file formats; leave out --format",
        "{what} 没有文件格式；请去掉 --format",
    ),
    "bad-schedule.no-template": (
        "a {what} is no Word document and has no letterhead; leave out --template",
        "{what} 不生成Word文件，无需版头模板；请去掉 --template",
    ),
    "bad-schedule.no-docx": (
        "a letterhead is for Word documents: add docx to --format, or take the letterhead away with --no-template",
        "版头模板只用于Word文件：请在 --format 中加上 docx，或用 --no-template 取消模板",
    ),
    "bad-schedule.bad-format": (
        "there is no format “{given}”; known are: {known}",
        "没有“{given}”格式；可用的有：{known}",
    ),
    "bad-schedule.bad-language": (
        "there is no language “{given}”; known are: {known}",
        "没有“{given}”这种语言；可用的有：{known}",
    ),
    "runs-failed": (
        "{count} run(s) failed; `tracker schedule history NAME` has the details",
        "有{count}次执行失败；详见 tracker schedule history 任务名称",
    ),
    "run-interrupted": (
        "every attempt was cut off before it was finished; look for what ends the process",
        "每次尝试都中途中断；请检查进程被终止的原因",
    ),
}

TEXTS |= {f"bad-cadence.{problem}": pair for problem, pair in cadence.TEXTS.items()}
