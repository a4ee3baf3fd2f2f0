"""Errors in words: `<code>`, or `<code>.<problem>` where the error names a problem. What was wrong, then what to do."""

from tracker.i18n.texts import cadence, period, value

TEXTS = {
    "bad-value": ("“{text}” is not a value", "“{text}”不是数值"),
    "bad-unit": (
        "“{text}” is in {unit}, but this indicator is counted in {expected}",
        "“{text}”的单位是{unit}，而该指标以{expected}计",
    ),
    "unknown-code": (
        "there is no {what} “{given}”; did you mean: {near}?",
        "没有代码为“{given}”的{what}；相近的有：{near}",
    ),
    "unknown-code.none-near": ("there is no {what} “{given}”", "没有代码为“{given}”的{what}"),
    "what.indicator": ("indicator", "指标"),
    "what.target": ("target", "目标"),
    "what.plan": ("plan", "计划"),
    "what.publisher": ("publisher", "发布机构"),
    "what.area": ("area", "地区"),
    "what.task": ("task", "任务"),
    "what.commitment": ("commitment", "举措"),
    "what.schedule": ("schedule", "定时任务"),
    "bad-period": (
        "“{text}” is not a period; write 2023-05, 2023-01..2023-05, 2023-Q2, 2023-H1, 2023 or 2023年1—5月",
        "“{text}”不是期间；可写作 2023-05、2023-01..2023-05、2023-Q2、2023-H1、2023 或 2023年1—5月",
    ),
    "bad-date": (
        "“{text}” is not a date; write 2023-06-26 or 2023年6月26日",
        "“{text}”不是日期；可写作 2023-06-26 或 2023年6月26日",
    ),
    "bad-date.future": ("{text} is still to come; today is {today}", "{text}晚于今天（{today}）"),
    "bad-date.time": (
        "“{text}” is neither a date nor a time; write 2023-06-26, 2023-06-26T09:30 or 2023-06-26T09:30+08:00",
        "“{text}”不是日期或时间；可写作 2023-06-26、2023-06-26T09:30 或 2023-06-26T09:30+08:00",
    ),
    "file-trouble.missing": ("{path}: there is no such file or folder", "{path}：没有这个文件或文件夹"),
    "file-trouble.permission": ("{path}: no permission; check who owns it", "{path}：没有权限；请检查其属主和权限"),
    "file-trouble.is-folder": ("{path} is a folder; name a file", "{path} 是文件夹；请指定文件"),
    "file-trouble.not-a-folder": ("{path}: part of it is not a folder", "{path}：路径中有一级不是文件夹"),
    "file-trouble.exists": ("{path} exists already", "{path} 已存在"),
    "file-trouble.disk-full": (
        "{path}: the disk is full; make room and try again",
        "{path}：磁盘已满；请腾出空间后重试",
    ),
    "file-trouble.read-only": ("{path} is on a read-only disk", "{path} 所在磁盘只读"),
    "file-trouble.not-a-demo": (
        "{path} is not empty and was not made by a demo; name another folder",
        "{path} 不是空文件夹，也不是演示生成的；请另选文件夹",
    ),
    "file-trouble": ("{path} cannot be read or written", "{path} 无法读写"),
    "database-trouble": ("the database {where} cannot be used", "数据库 {where} 无法使用"),
    "bad-setting.password": (
        "a password on the command line is visible to others; put the database into TRACKER_DB or config.toml",
        "命令行中的密码会被他人看到；请改在 TRACKER_DB 或 config.toml 中设置数据库",
    ),
    "bad-setting.choice": (
        "{where}: {name} = “{value}” has to be one of: {choices}",
        "{where}：{name} 取值“{value}”无效，只能取：{choices}",
    ),
    "bad-setting.switch": (
        "{where}: {name} = “{value}” has to be true or false",
        "{where}：{name} 取值“{value}”无效，只能取 true 或 false",
    ),
    "bad-setting.text": ("{where}: {name} has to be text in quotes", "{where}：{name} 须为加引号的文本"),
    "bad-setting.empty": ("{where}: {name} is empty", "{where}：{name} 为空"),
    "bad-setting.unknown": (
        "{where}: there is no setting “{name}”; known are: {choices}",
        "{where}：没有设置项“{name}”；可用的有：{choices}",
    ),
    "bad-setting.syntax": ("{where} is not valid TOML: {value}", "{where} 不是有效的 TOML：{value}"),
    "unknown-flag.unknown": ("“{text}”: the flags are {known}", "“{text}”：可用的标记为 {known}"),
    "unknown-flag.missing": (
        "“{text}”: flag m stands for a missing value, and a figure has one; leave it out",
        "“{text}”：标记 m 表示缺失值，而此处已有数值；请去掉",
    ),
    "bad-area": (
        "“{text}” is not an area; write an ISO 3166 code such as CN or CN-GD",
        "“{text}”不是地区代码；请使用 ISO 3166 代码，如 CN、CN-GD",
    ),
    "nothing-given": ("nothing is given; it is always needed", "未填；此项必填"),
    "entry-refused": ("nothing was stored; mend what is named above", "未保存任何数据；请更正上列问题后重试"),
    "unaccepted-warnings": (
        "nothing was stored; check the warnings, and if the figures are right, accept them with --accept {codes}",
        "未保存任何数据；请核对上列警告，如数据无误，请加 --accept {codes} 予以确认",
    ),
    "bad-retraction.unknown": (
        "there is no observation {id}; `tracker history CODE` lists them with their numbers",
        "没有编号为{id}的数据；可用 tracker history 指标 查看编号",
    ),
    "bad-retraction.voided": (
        "observation {id} has been taken back already (by {by} on {at})",
        "编号{id}的数据已被撤回（{by}，{at}）",
    ),
    "bad-retraction.not-a-figure": (
        "{id} is not a figure but the taking back of one",
        "编号{id}不是数据，而是一条撤回记录",
    ),
    "bad-retraction.too-early": (
        "the figure was published on {published}; its publisher cannot have withdrawn it on {given}",
        "该数据于{published}发布，不可能在{given}被发布机构撤回",
    ),
    "bad-retraction.future": (
        "a withdrawal on {given} is still to come; today is {today}",
        "撤回日期{given}晚于今天（{today}）",
    ),
    "file-trouble.not-a-file": ("{path} is not an ordinary file", "{path} 不是普通文件"),
    "file-trouble.too-big": ("{path} is larger than 1 GiB", "{path} 超过 1 GiB"),
    "file-trouble.empty": ("{path} is empty", "{path} 内容为空"),
    "file-trouble.workbook": (
        "{path} is an Excel workbook; save it as CSV (UTF-8) and import that",
        "{path} 是 Excel 工作簿；请另存为 CSV（UTF-8）后再导入",
    ),
    "file-trouble.encoding": (
        "{path}, line {line}: the text is in no known encoding; save it as UTF-8 or GBK",
        "{path} 第{line}行：无法识别文字编码；请另存为 UTF-8 或 GBK",
    ),
    "file-trouble.nul": ("{path}, line {line}: this is not a text file", "{path} 第{line}行：不是文本文件"),
    "file-trouble.long-line": ("{path}, line {line}: the line has no end", "{path} 第{line}行：该行过长"),
    "file-trouble.long-cell": (
        "{path}, line {line}: a cell of more than {most} characters; is a quotation mark left open?",
        "{path} 第{line}行：单元格超过{most}个字符；引号是否没有闭合？",
    ),
    "file-trouble.many-cells": (
        "{path}, line {line}: more than {most} columns",
        "{path} 第{line}行：超过{most}列",
    ),
    "file-trouble.unclosed-quote": (
        "{path}, line {line}: a quotation mark is opened here and never closed",
        "{path} 第{line}行：此处的引号没有闭合",
    ),
    "file-trouble.bad-quote": (
        "{path}, line {line}: text after a closing quotation mark; write a mark within a cell twice",
        "{path} 第{line}行：引号之后还有文字；单元格内的引号须写两遍",
    ),
    "plan-refused": (
        "{file}: nothing was loaded; mend the {count} problems named above",
        "{file}：未加载；请更正上列{count}处问题后重试",
    ),
    "plan-refused.one": (
        "{file}: nothing was loaded; mend the problem named above",
        "{file}：未加载；请更正上列问题后重试",
    ),
    "plan-conflict": (
        "the plan {plan} was not loaded: it would break what is recorded, as said above",
        "计划 {plan} 未加载：与已录入的内容冲突，详见上文",
    ),
    "needs-reason": (
        "the {what} {given} is there already and would change; say why with --reason",
        "{what} {given} 已存在且内容有变；请用 --reason 说明原因",
    ),
    "plan-refused.target": ("the target was not stored; mend what is named above", "目标未保存；请更正上列问题后重试"),
    "overdue": ("overdue and not entered: {count} ({period})", "逾期未录：{count}项（{period}）"),
    "bad-period.due-months": (
        "“{text}”: figures are due by whole months; write 2023-06, 2023-Q2 or 2023",
        "“{text}”：应录数据按整月列出；请写作 2023-06、2023-Q2 或 2023",
    ),
    "no-plan": (
        "no plan is loaded in {where}; run `tracker init` or `tracker plan load FILE`",
        "{where} 中还没有计划；请先运行 tracker init 或 tracker plan load FILE",
    ),
    "which-plan": (
        "several plans are loaded: {known}; choose one with --plan",
        "库中有多个计划：{known}；请用 --plan 指定",
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
TEXTS |= {f"bad-value.{problem}": pair for problem, pair in value.TEXTS.items()}
TEXTS |= {f"bad-period.{problem}": pair for problem, pair in period.TEXTS.items()}
TEXTS |= {
    f"bad-date.{problem}": period.TEXTS[problem]
    for problem in ("empty", "no-year", "short-year", "year", "month", "day")
}
