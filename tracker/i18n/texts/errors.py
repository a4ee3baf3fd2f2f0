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
    "unknown-code.none-near": (
        "there is no {what} “{given}”; `{listing}` lists what there is",
        "没有代码为“{given}”的{what}；可用 {listing} 查看",
    ),
    "plan-not-known": (
        "the plan {given} had not been loaded by {moment}; ask for a later --known-at",
        "截至 {moment} 尚未加载计划 {given}；请改用较晚的 --known-at",
    ),
    "listing.indicator": ("tracker plan show", "tracker plan show"),
    "listing.publisher": ("tracker plan show", "tracker plan show"),
    "listing.target": ("tracker target list", "tracker target list"),
    "listing.plan": ("tracker plan list", "tracker plan list"),
    "listing.task": ("tracker task list", "tracker task list"),
    "listing.commitment": ("tracker task list", "tracker task list"),
    "listing.schedule": ("tracker schedule list", "tracker schedule list"),
    "listing.run": ("tracker log", "tracker log"),
    "listing.run-file": ("tracker log", "tracker log"),
    "what.indicator": ("indicator", "指标"),
    "what.target": ("target", "目标"),
    "what.plan": ("plan", "计划"),
    "what.publisher": ("publisher", "发布机构"),
    "what.task": ("task", "任务"),
    "what.commitment": ("commitment", "举措"),
    "what.run": ("report run", "报告编号或内容校验值"),
    "what.run-file": ("file of the run", "该次报告的文件"),
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
    "file-trouble.not-docx": (
        "{path} is no Word document or template; give a .docx or .dotx file",
        "{path} 不是Word文档或模板；请使用 .docx 或 .dotx 文件",
    ),
    "file-trouble.not-a-demo": (
        "{path} is not empty and was not made by a demo; name another folder",
        "{path} 不是空文件夹，也不是演示生成的；请另选文件夹",
    ),
    "file-trouble": ("{path} cannot be read or written", "{path} 无法读写"),
    "database-trouble": ("the database {where} cannot be used", "数据库 {where} 无法使用"),
    "database-trouble.missing": (
        "there is no database {where}; make one with `tracker init`, or name another with --db",
        "没有数据库 {where}；请用 tracker init 创建，或用 --db 指定",
    ),
    "database-trouble.absent": (
        "the server of {where} has no database of that name; create it there, then run `tracker init`",
        "服务器上没有该数据库：{where}；请先在服务器上创建，再运行 tracker init",
    ),
    "database-trouble.empty": (
        "the database {where} is still empty; set it up with `tracker init`",
        "数据库 {where} 尚未初始化；请先运行 tracker init",
    ),
    "database-trouble.older": (
        "the database {where} has an older schema ({found}, not {known}); "
        "run `tracker db upgrade`, which makes a copy first",
        "数据库 {where} 的结构较旧（{found}，本程序需要 {known}）；请运行 tracker db upgrade，升级前会自动备份",
    ),
    "database-trouble.newer": (
        "the database {where} was made by a newer version of tracker (schema {found}, this one knows {known}); "
        "update tracker",
        "数据库 {where} 由更新版本的 tracker 创建（结构 {found}，本程序只支持到 {known}）；请更新程序",
    ),
    "database-trouble.foreign": (
        "{where} is not a database of tracker; it was left as it is. Name another with --db",
        "{where} 不是 tracker 的数据库，未作任何改动；请用 --db 另行指定",
    ),
    "database-trouble.is-folder": (
        "{where} is a folder; name a file, such as {where}/tracker.db",
        "{where} 是文件夹；请指定文件，例如 {where}/tracker.db",
    ),
    "database-trouble.not-a-file": ("{where} is not an ordinary file", "{where} 不是普通文件"),
    "database-trouble.unreadable": (
        "the database {where} cannot be opened; check who owns it and its folder, and their permissions",
        "数据库 {where} 无法打开；请检查该文件及所在文件夹的属主和权限",
    ),
    "database-trouble.locked": (
        "the database {where} is in use by another program, which did not finish in time; nothing was stored. "
        "Try again",
        "数据库 {where} 正被其他程序占用，等待超时；未保存任何内容，请稍后重试",
    ),
    "database-trouble.read-only": (
        "the database {where} may only be read; nothing was stored. Check the permissions of the file and its folder",
        "数据库 {where} 只读，未保存任何内容；请检查该文件及所在文件夹的权限",
    ),
    "database-trouble.disk-full": (
        "the disk of {where} is full; nothing was stored. Make room and try again",
        "{where} 所在磁盘已满，未保存任何内容；请腾出空间后重试",
    ),
    "database-trouble.input-output": (
        "reading or writing {where} failed; check the disk, then run `tracker db check`",
        "读写 {where} 出错；请检查磁盘，然后运行 tracker db check",
    ),
    "database-trouble.damaged": (
        "the database {where} is damaged; put a backup back with `tracker db restore`",
        "数据库 {where} 已损坏；请用 tracker db restore 恢复备份",
    ),
    "database-trouble.defects": (
        "{where}: {count} kinds of defects, named above",
        "{where}：发现{count}类问题，详见上文",
    ),
    "database-trouble.broken-references": (
        "the upgrade of {where} would have left rows without what they refer to; nothing was changed",
        "升级 {where} 会破坏数据间的引用，已全部撤回",
    ),
    "database-trouble.bad-url": (
        "{where} is not the address of a database; write a path, or for example postgresql://user@host/name",
        "{where} 不是数据库地址；请写文件路径，或如 postgresql://user@host/name",
    ),
    "database-trouble.unsupported": (
        "{where}: databases of this kind ({dialect}) are not supported; use a file or postgresql://",
        "{where}：不支持此类数据库（{dialect}）；请使用文件或 postgresql://",
    ),
    "database-trouble.in-memory": (
        "{where}: a database in memory would be lost at once; name a file",
        "{where}：内存数据库不能保留数据；请指定文件",
    ),
    "database-trouble.unreachable": (
        "the database server of {where} cannot be reached; check the address and that it runs",
        "无法连接 {where} 的数据库服务器；请检查地址及服务是否运行",
    ),
    "database-trouble.login": (
        "the database server of {where} refuses the login; check user and password",
        "{where} 的数据库服务器拒绝登录；请检查用户名和密码",
    ),
    "database-trouble.server": (
        "{where} is on a server; use the server's own tools (for PostgreSQL pg_dump and pg_restore)",
        "{where} 在服务器上；请用服务器自带工具（PostgreSQL 为 pg_dump 和 pg_restore）",
    ),
    "database-trouble.same-file": (
        "{where} is the database itself; name a backup",
        "{where} 就是当前数据库；请指定备份文件",
    ),
    "database-trouble.old-sqlite": (
        "SQLite {found} is too old for {where}; version 3.37 is needed, which any current Python brings",
        "SQLite {found} 版本过低，无法使用 {where}；需要 3.37 以上，当前各版本 Python 均已自带",
    ),
    "database-trouble.failed": (
        "the database {where} refused: {detail}",
        "数据库 {where} 拒绝执行：{detail}",
    ),
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
    "bad-setting.not-text": (
        "{where}: {name} holds bytes that are no text; check the encoding of the terminal or the script",
        "{where}：{name} 含有无法识别的字节；请检查终端或脚本的文字编码",
    ),
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
    "nothing-given": ("nothing is given, but it is always needed", "未填；此项必填"),
    "entry-refused": ("nothing was stored; mend what is named above", "未保存任何数据；请更正上列问题后重试"),
    "unaccepted-warnings": (
        "nothing was stored; check the warnings, and if the figures are right, accept them with --accept {codes}",
        "未保存任何数据；请核对上列警告，如数据无误，请加 --accept {codes} 予以确认",
    ),
    "nothing-to-undo": (
        "{by} has no entry that could be taken back; `tracker log` lists all, --by takes back another's",
        "{by}没有可撤销的操作；可用 tracker log 查看全部记录，撤销他人的操作请用 --by",
    ),
    "bad-follow-up.no-figure": (
        "there is no figure no. {id}; `tracker history CODE` shows the numbers",
        "没有编号为{id}的数据；可用 tracker history 查看编号",
    ),
    "bad-follow-up.unknown": (
        "there is no question no. {id}; `tracker follow-up list` shows the open ones",
        "没有第{id}项待核事项；可用 tracker follow-up list 查看",
    ),
    "bad-follow-up.answered": (
        "question no. {id} was answered by {by} already: {text}",
        "第{id}项待核事项已由{by}答复：{text}",
    ),
    "needs-terminal": (
        "guided entry needs a terminal; to enter figures from a file or a script use `tracker import` or "
        "`tracker record`, `tracker template` makes a form",
        "逐项录入须在终端中进行；批量录入请用 tracker import（填报表可用 tracker template 生成），"
        "脚本中请用 tracker record",
    ),
    "undecided": (
        "nothing was changed; agree when asked, or add --yes",
        "未作任何改动；请在询问时确认，或加 --yes",
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
    "bad-retraction.no-reason": ("say why with --reason", "请用 --reason 说明原因"),
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
    "file-trouble.form-ending": (
        "{path}: a form ends in .xlsx or .csv",
        "{path}：填报表的文件名须以 .xlsx 或 .csv 结尾",
    ),
    "file-trouble.form-exists": (
        "{path} is there already and may have been filled in; choose another name, or replace it with --force",
        "{path} 已存在，其中可能已有填写的内容；请换个文件名，或加 --force 覆盖",
    ),
    "file-trouble.bomb": (
        "{path} unpacks to far more than a table of figures; it was not read",
        "{path} 解压后过大，不像数据表；未予读取",
    ),
    "file-trouble.big-workbook": (
        "{path} takes too much memory to read; keep only the sheet with the figures",
        "{path} 读取所需内存过大；请只保留数据所在的工作表",
    ),
    "file-trouble.slow-workbook": (
        "{path} takes too long to read; keep only the sheet with the figures",
        "{path} 读取耗时过长；请只保留数据所在的工作表",
    ),
    "file-trouble.broken-workbook": (
        "{path} is damaged; open it in a spreadsheet program and save it again as .xlsx",
        "{path} 已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx",
    ),
    "file-trouble.encrypted-workbook": (
        "{path} is protected by a password; save it without one",
        "{path} 设有打开密码；请取消密码后另存",
    ),
    "file-trouble.old-workbook": (
        "{path} is in the format of Excel 97 to 2003 (.xls) or another old one; save it as .xlsx",
        "{path} 为旧版格式（.xls、.et 等）；请另存为 .xlsx",
    ),
    "file-trouble.other-workbook": (
        "{path} is no Excel workbook that can be read; save it as .xlsx or CSV",
        "{path} 不是可读取的 Excel 工作簿；请另存为 .xlsx 或 CSV",
    ),
    "file-trouble.no-sheet": ("{path} has no visible sheet", "{path} 中没有可见的工作表"),
    "file-trouble.web-page": (
        "{path} is a web page, whatever its name says; open it in a spreadsheet program and save it as .xlsx",
        "{path} 实为网页文件；请用 Excel 或 WPS 打开后另存为 .xlsx",
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
    "missing-extra": (
        "this needs the part [{extra}] of tracker ({needs}); install it: pip install 'plan-tracker[{extra}]'",
        "此功能需要安装 tracker 的 [{extra}] 组件（{needs}）：pip install 'plan-tracker[{extra}]'",
    ),
    "no-plan": (
        "no plan is loaded in {where}; run `tracker init` or `tracker plan load FILE`",
        "{where} 中还没有计划；请先运行 tracker init 或 tracker plan load FILE",
    ),
    "which-plan": (
        "several plans are loaded: {known}; choose one with --plan",
        "库中有多个计划：{known}；请用 --plan 指定",
    ),
    "bad-target.unknown": (
        "there is no delivery target “{name}”; name it in config.toml as [delivery.{name}], or set {variable}",
        "没有名为“{name}”的发送对象；请在 config.toml 中添加 [delivery.{name}]，或设置环境变量 {variable}",
    ),
    "bad-target.bad-key": (
        "delivery target {name}: unknown key “{key}”; known are {known}",
        "发送对象{name}：未知的键“{key}”，可用的键有{known}",
    ),
    "bad-target.bad-value": (
        "delivery target {name}: the value of {key} has the wrong type",
        "发送对象{name}：{key}的值类型不对",
    ),
    "bad-target.no-address": (
        "delivery target {name} has no address; give it a url_file, or set {variable}",
        "发送对象{name}没有地址；请用 url_file 指定，或设置环境变量 {variable}",
    ),
    "bad-target.bad-address": (
        "the address of delivery target {name} is not one (mailtos://..., dingtalk://..., https form of the service)",
        "发送对象{name}的地址无效（应形如 mailtos://…、dingtalk://…）",
    ),
    "bad-target.unsafe-file": (
        "{path} holds the address of delivery target {name} and others can read it; run: chmod 600 {path}",
        "{path} 存有发送对象{name}的地址，其他用户可读取；请运行 chmod 600 {path}",
    ),
    "bad-target.no-file": (
        "{path}, which should hold the address of delivery target {name}, cannot be read",
        "无法读取存放发送对象{name}地址的文件 {path}",
    ),
    "not-delivered.refused": ("{name} refused the message ({detail})", "{name}拒收（{detail}）"),
    "not-delivered.server": ("{name} has trouble of its own ({detail})", "{name}的服务器出错（{detail}）"),
    "not-delivered.certificate": ("the certificate of {name} cannot be trusted", "{name}的证书不可信"),
    "not-delivered.time-out": ("{name} did not answer in time", "{name}未在时限内应答"),
    "not-delivered.connection": ("no connection to {name}, or it was lost", "无法连接{name}，或连接中断"),
    "not-delivered.bad-address": (
        "the address of {name} is not one that can be used",
        "{name}的地址无法使用",
    ),
    "not-delivered.other": ("{name} did not take the message", "{name}未接收消息"),
    "unhealthy": (
        "the schedules need attention: last tick {age}, {failed} failed run(s), {undelivered} undelivered message(s)",
        "定时任务需要处理：上次检查{age}，失败的执行{failed}次，未送达的消息{undelivered}条",
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
