"""What `tracker doctor` says: of what is well what it is, of the rest also what to do."""

TEXTS = {
    "state.ok": ("ok", "正常"),
    "state.attention": ("attention", "注意"),
    "state.broken": ("broken", "故障"),
    "sum": ("ok {ok}, attention {attention}, broken {broken}", "正常{ok}项，注意{attention}项，故障{broken}项"),
    "unexpected": (
        "could not be looked at: {kind}: {detail}; please report this",
        "无法检查：{kind}：{detail}；请反馈此问题",
    ),
    # --- program
    "area.program": ("Program", "程序"),
    "version": ("tracker {version} in {folder}", "tracker {version}，位于 {folder}"),
    "python": ("{version} at {path}, {system}", "{version}，位于 {path}，系统 {system}"),
    "sqlite": ("SQLite {version}", "SQLite {version}"),
    "sqlite-old": (
        "SQLite {version} is too old, 3.37 is needed; install a current Python, which brings it",
        "SQLite {version} 版本过低，需要 3.37 以上；请安装较新版本的 Python（自带 SQLite）",
    ),
    "not-installed": (
        "not installed as a package, so its libraries were not looked at; install it: pip install .",
        "未作为软件包安装，未检查所需的库；请安装：pip install .",
    ),
    "libraries": ("libraries: {libraries}", "所需的库：{libraries}"),
    "library-absent": (
        "the library {name} ({limits}) is missing; install again: pip install '{package}'",
        "缺少库 {name}（{limits}）；请重新安装：pip install '{package}'",
    ),
    "library-unfit": (
        "the library {name} {found} does not fit, {limits} is needed; install again: pip install '{package}'",
        "库 {name} {found} 版本不符，需要 {limits}；请重新安装：pip install '{package}'",
    ),
    "extra": ("part [{extra}]: {libraries}", "组件 [{extra}]：{libraries}"),
    "extra-absent-pdf": (
        "part [{extra}] is not installed; only PDF reports need it: pip install 'plan-tracker[{extra}]'",
        "未安装组件 [{extra}]；仅生成 PDF 时需要：pip install 'plan-tracker[{extra}]'",
    ),
    "extra-absent-postgres": (
        "part [{extra}] is not installed; only a PostgreSQL server needs it: pip install 'plan-tracker[{extra}]'",
        "未安装组件 [{extra}]；仅使用 PostgreSQL 服务器时需要：pip install 'plan-tracker[{extra}]'",
    ),
    "extra-absent-delivery": (
        "part [{extra}] is not installed; only sending by mail or chat needs it: pip install 'plan-tracker[{extra}]'",
        "未安装组件 [{extra}]；仅通过邮件或群消息发送时需要：pip install 'plan-tracker[{extra}]'",
    ),
    # --- settings
    "area.settings": ("Settings", "设置"),
    "config": ("configuration file {path}", "配置文件 {path}"),
    "config-absent": (
        "configuration file {path}: not there, none is needed",
        "配置文件 {path}：没有该文件，也不是必需的",
    ),
    "setting": ("{name} = {value}, from {origin}", "{name} = {value}（取自 {origin}）"),
    "setting-default": ("{name} = {value}, the default", "{name} = {value}（默认值）"),
    "setting-open-default": ("{name}: not set", "{name}：未设置"),
    "variable-unknown": (
        "the environment variable {name} means nothing to tracker; was {near} meant?",
        "环境变量 {name} 不起作用；是否应为 {near}？",
    ),
    "variable-unknown-far": (
        "the environment variable {name} means nothing to tracker; the settings page lists those that do",
        "环境变量 {name} 不起作用；可用的变量见设置参考",
    ),
    # --- database
    "area.database": ("Database", "数据库"),
    "database": ("{where} can be opened, its schema is current", "{where} 可以打开，结构为最新"),
    "server": ("PostgreSQL {version}, encoding {encoding}", "PostgreSQL {version}，编码 {encoding}"),
    "server-encoding": (
        "the database on the server (PostgreSQL {version}) has the encoding {encoding}, which cannot keep Chinese; "
        "make one with ENCODING 'UTF8' and copy this one into it with `tracker db copy`",
        "服务器（PostgreSQL {version}）上的数据库编码为 {encoding}，无法保存中文；请新建 ENCODING 'UTF8' 的数据库，"
        "再用 tracker db copy 复制过去",
    ),
    "content": (
        "schema {revision}, {size}, {figures} figures, {changes} changes",
        "结构 {revision}，{size}，数据{figures}条，操作{changes}次",
    ),
    "content-on-server": (
        "schema {revision}, {figures} figures, {changes} changes",
        "结构 {revision}，数据{figures}条，操作{changes}次",
    ),
    "clock-behind": (
        "the last change is dated {last}, later than now; set the clock of this computer",
        "最近一次操作的时间是 {last}，晚于现在；请校准本机时钟",
    ),
    "plans": ("plan in use: {plan}; loaded: {known}", "使用的计划：{plan}；已加载：{known}"),
    "sound": (
        "looked through in short, nothing wrong found; `tracker db check` looks at every row",
        "简要检查未发现问题；逐行检查请用 tracker db check",
    ),
    "room": ("{free} free on its disk", "所在磁盘剩余 {free}"),
    "little-room": (
        "only {free} free on the disk of {where}; make room, backups and upgrades need twice the database",
        "{where} 所在磁盘只剩 {free}；请腾出空间，备份和升级需要数据库两倍大小的空间",
    ),
    "no-room": (
        "only {free} free on the disk of {where}; nothing more can be stored before there is room",
        "{where} 所在磁盘只剩 {free}，已无法继续保存；请先腾出空间",
    ),
    "network-drive": (
        "{where} lies on a network drive ({kind}), where two computers that write at once can damage it; keep it on a "
        "local disk, or on a PostgreSQL server with `tracker db copy`",
        "{where} 位于网络盘（{kind}），多台计算机同时写入可能损坏数据库；请放在本地磁盘，"
        "或用 tracker db copy 复制到 PostgreSQL 服务器",
    ),
    "not-writable": (
        "{where} may be read but not written by this user; to record figures, check the permissions of the file and "
        "its folder",
        "当前用户对 {where} 只能读不能写；如需录入，请检查文件及所在文件夹的权限",
    ),
    "long-log": (
        "the log {where} has grown to {log}; some program keeps the database open, end it",
        "日志 {where} 已达 {log}；有程序长时间占用数据库，请关闭该程序",
    ),
    # --- time
    "area.time": ("Time", "时间"),
    "clock": ("this computer's time is {local} ({zone})", "本机时间 {local}（{zone}）"),
    "tzdata": ("time zones from {folders} and tzdata {version}", "时区数据来自 {folders} 和 tzdata {version}"),
    "tzdata-absent": ("time zones from {folders}", "时区数据来自 {folders}"),
    "zone": ("today is {today} in {zone}", "{zone} 今天是{today}"),
    "zone-unknown": (
        "the time zone {zone} of a plan or schedule is not known here; install the time zones: pip install -U tzdata",
        "本机没有计划或定时任务所用的时区 {zone}；请安装时区数据：pip install -U tzdata",
    ),
    # --- reports
    "area.reports": ("Reports", "报告"),
    "format": ("{format}: {libraries}", "{format}：{libraries}"),
    "format-absent": (
        "{format}: not installed, to be had with pip install 'plan-tracker[{extra}]'",
        "{format}：未安装；如需使用：pip install 'plan-tracker[{extra}]'",
    ),
    "format-broken": (
        "{format}: the library {library} cannot be loaded ({detail}); install it again: "
        "pip install --force-reinstall {library}",
        "{format}：无法加载库 {library}（{detail}）；请重新安装：pip install --force-reinstall {library}",
    ),
    "fonts": ("fonts of charts and PDF: {families}", "图表和 PDF 所用字体：{families}"),
    "fonts-missing": (
        "fonts are missing: {files}; install them again: pip install --force-reinstall pylopdf-fonts-zh-cn",
        "缺少字体文件：{files}；请重新安装：pip install --force-reinstall pylopdf-fonts-zh-cn",
    ),
    # --- schedules
    "area.schedules": ("Schedules", "定时任务"),
    "no-schedules": ("none", "没有定时任务"),
    "schedules-paused": ("all {count} are paused", "{count}个定时任务均已暂停"),
    "watched": ("{count} in use; last tick {age}", "{count}个在用；上次检查{age}"),
    "unwatched": (
        "{count} in use, but nobody looks after them (last tick: {age}); start `tracker schedule run` as a service, or "
        "let cron run `tracker schedule tick`",
        "{count}个在用，但没有程序在执行（上次检查：{age}）；请将 tracker schedule run 作为服务运行，"
        "或由 cron 定时运行 tracker schedule tick",
    ),
    "runs-failed": (
        "runs that failed: {count} ({names}); `tracker schedule history NAME` says why",
        "执行失败{count}次（{names}）；原因见 tracker schedule history 任务名称",
    ),
    "undelivered": (
        "messages that did not arrive: {count}; `tracker schedule health` names them",
        "未送达的消息{count}条；详见 tracker schedule health",
    ),
    "folder-not-writable": (
        "{name} cannot write into its folder {folder}; check its permissions, or give another with "
        "`tracker schedule edit {name} -o DIR`",
        "{name} 无法写入文件夹 {folder}；请检查权限，或用 tracker schedule edit {name} -o 文件夹 更换",
    ),
    # --- delivery
    "area.delivery": ("Delivery", "发送"),
    "no-targets": ("no targets are set up", "未设置发送对象"),
    "target": ("{target}: its address comes from {origin}", "{target}：地址取自 {origin}"),
    # --- terminal
    "area.terminal": ("Terminal", "终端"),
    "screen": ("{width} columns, TERM={term}", "宽{width}列，TERM={term}"),
    "piped": ("the output goes to a file or another program, {width} columns", "输出到文件或其他程序，宽{width}列"),
    "narrow": (
        "{width} columns are few; tables are made for {least} or more",
        "只有{width}列，表格按{least}列以上设计；请加宽窗口",
    ),
    "encoding": ("encoding {encodings}", "编码 {encodings}"),
    "encoding-poor": (
        "the encoding {encoding} has no Chinese, which is printed as escapes; set LANG=C.UTF-8, or PYTHONUTF8=1",
        "编码 {encoding} 不含中文，中文会显示为转义符；请设置 LANG=C.UTF-8 或 PYTHONUTF8=1",
    ),
    "coloured": ("in colour (color = {setting})", "使用颜色（color = {setting}）"),
    "uncoloured": ("without colour (color = {setting})", "不使用颜色（color = {setting}）"),
    "locale": ("locale {given}; messages in English", "区域设置 {given}；界面语言为中文"),
    "locale-none": ("no locale is set; messages in English", "没有区域设置；界面语言为中文"),
    "locale-absent": (
        "the locale {given} is not installed on this computer; set LANG=C.UTF-8 or install it",
        "本机未安装区域设置 {given}；请设置 LANG=C.UTF-8 或安装该区域设置",
    ),
}
