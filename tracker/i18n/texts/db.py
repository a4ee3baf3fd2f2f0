"""What `tracker init` and `tracker db` say."""

TEXTS = {
    "created": ("created the database {where}", "已创建数据库 {where}"),
    "upgraded": (
        "upgraded the database {where} from schema {before} to {after}",
        "已将数据库 {where} 的结构由 {before} 升级到 {after}",
    ),
    "current": ("the database {where} is up to date", "数据库 {where} 已是最新结构"),
    "backup-kept": ("a copy from before the upgrade: {path}", "升级前的备份：{path}"),
    "plan-loaded": (
        "loaded the plan {plan}: {indicators} indicators, {targets} targets, {tasks} tasks",
        "已加载计划 {plan}：指标{indicators}项，目标{targets}项，任务{tasks}项",
    ),
    "plan-there": (
        "the plan {plan} is loaded: {indicators} indicators, {targets} targets, {tasks} tasks",
        "计划 {plan} 此前已加载：指标{indicators}项，目标{targets}项，任务{tasks}项",
    ),
    "plan-differs": (
        "The plan {plan} in the database is not what {file} says, and was left as it is. To change it: "
        "tracker plan load {file} --reason ...",
        "数据库中的计划 {plan} 与 {file} 不一致，未作改动。如需更新：tracker plan load {file} --reason ……",
    ),
    "figures-added": (
        "added {figures} published figures and {notes} notes",
        "已录入已发布数据{figures}条、文字记录{notes}条",
    ),
    "figures-there": ("the published figures are there already", "已发布数据此前均已录入"),
    # --- check
    "sound": ("the database {where} is sound", "数据库 {where} 检查通过，未发现问题"),
    "defect-damaged": (
        "the file is damaged: {examples}; restore a backup with tracker db restore",
        "文件已损坏：{examples}；请用 tracker db restore 恢复备份",
    ),
    "defect-broken-reference": (
        "rows that refer to something missing: {count} ({examples})",
        "有{count}行引用了不存在的内容（{examples}）",
    ),
    "defect-missing-trigger": (
        "history is not protected, triggers are missing: {count} ({examples})",
        "历史数据失去保护，缺少{count}个触发器（{examples}）",
    ),
    "defect-stale-current": (
        "current figures that are out of date: {count} (observations {examples}); mend with tracker db check --rebuild",
        "现行数据表有{count}处未更新（记录 {examples}）；请用 tracker db check --rebuild 修复",
    ),
    "defect-bad-number": (
        "values that are no plain decimals: {count} (observations {examples})",
        "有{count}个数值格式不正确（记录 {examples}）",
    ),
    "defect-bad-date": (
        "dates that are none: {count} (observations {examples})",
        "有{count}条记录的日期不正确（记录 {examples}）",
    ),
    "defect-wrong-taking": (
        "retractions or withdrawals that belong to another figure: {count} (observations {examples})",
        "有{count}条撤销或撤回与原数据不对应（记录 {examples}）",
    ),
    "defect-time-runs-back": (
        "changes dated before the ones they follow: {count} (changes {examples})",
        "有{count}次操作的时间早于前一次（操作 {examples}）",
    ),
    "defect-order-broken": (
        "observations that do not follow the order of their changes: {count} (observations {examples})",
        "有{count}条记录与操作先后顺序不符（记录 {examples}）",
    ),
    "defect-unreadable-plan": (
        "versions of plans that cannot be read: {count} ({examples})",
        "有{count}个计划版本无法读取（{examples}）",
    ),
    "defect-unreadable-target": (
        "plans with targets that cannot be read: {count} ({examples})",
        "有{count}个计划的目标无法读取（{examples}）",
    ),
    "defect-unreadable-finding": (
        "warnings or notices that cannot be read: {count} ({examples})",
        "有{count}条警告或提示无法读取（{examples}）",
    ),
    # --- restore
    "restored": ("put {source} back into {where}", "已用 {source} 恢复数据库 {where}"),
    "kept": ("what was there before is kept: {path}", "恢复前的数据库保留在：{path}"),
    # --- copy
    "copying": ("copying and comparing {bar} {percent}%", "正在复制并核对 {bar} {percent}%"),
    "copied": (
        "copied {where} to {to}: {count} rows, compared one by one",
        "已将 {where} 复制到 {to}：共{count}行，逐行核对一致",
    ),
    "copied-next": (
        "To work with the copy, name {to} in TRACKER_DB or config.toml; let only one of the two run schedules.",
        "如要改用副本，请在 TRACKER_DB 或 config.toml 中设为 {to}；两个数据库中只应有一个运行定时任务。",
    ),
    # --- stats
    "stats": ("database {where}, schema {revision}", "数据库 {where}，结构版本 {revision}"),
    "size": ("size: {bytes} bytes", "大小：{bytes} 字节"),
    "last-change": ("last change: {at}", "最近一次操作：{at}"),
}
