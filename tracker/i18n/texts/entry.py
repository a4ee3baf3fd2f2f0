"""What `record`, `import`, `history`, `retract` and `log` print."""

TEXTS = {
    # --- one figure
    "figure": (
        "{indicator}{area}, {period}: {value} ({publisher}, published {published})",
        "{indicator}{area}，{period}：{value}（{publisher}，{published}发布）",
    ),
    "figure-undated": (
        "{indicator}{area}, {period}: {value} ({publisher}, publication date not given)",
        "{indicator}{area}，{period}：{value}（{publisher}，发布日期未填）",
    ),
    "stored": ("stored as no. {number}: {figure}", "已保存（编号{number}）：{figure}"),
    "identical": (
        "already recorded as no. {number}, nothing stored: {figure}",
        "已有相同数据（编号{number}），未重复保存：{figure}",
    ),
    "would-store": ("would be stored: {figure}", "试运行，将保存：{figure}"),
    "is-revision": (
        "a revision: {value} was published on {published} (no. {number})",
        "修订数据：此前为{value}（{published}发布，编号{number}）",
    ),
    "is-correction": (
        "a correction: {value} was recorded for the same publication (no. {number})",
        "更正数据：同一次发布原录为{value}（编号{number}）",
    ),
    "superseded": (
        "{value}, published on {published}, stays in force",
        "{published}发布的{value}更新，仍以其为准",
    ),
    "outlook": (
        "an outlook: shown beside the actual, never in its place",
        "预测数：仅并列显示，不作为实际数",
    ),
    "accept-one": ("Is the figure right all the same?", "数据确实无误，仍要保存吗？"),
    "accept-many": (
        "{count} warnings. Are the figures right all the same?",
        "共{count}条警告。数据确实无误，仍要保存吗？",
    ),
    # --- a table of figures
    "progress": ("{count} rows", "已读取{count}行"),
    "imported": ("{rows} rows: {parts}", "共{rows}行：{parts}"),
    "would-import": ("nothing stored, this was a trial; {rows} rows: {parts}", "试运行，未保存；共{rows}行：{parts}"),
    "count-new": ("{count} new", "新增{count}"),
    "count-revision": ("{count} revised", "修订{count}"),
    "count-correction": ("{count} corrected", "更正{count}"),
    "count-identical": ("{count} there already, skipped", "已有{count}（跳过）"),
    "count-refused": ("{count} refused", "有误{count}"),
    "count-left_empty": ("{count} left empty", "未填{count}（跳过）"),
    # --- history
    "column-period": ("period", "期间"),
    "column-value": ("value", "数值"),
    "column-published": ("published", "发布"),
    "column-vintage": ("vintage", "版本"),
    "number": ("no. {number}", "编号{number}"),
    "history-none": ("nothing is recorded", "没有数据"),
    "first": ("first", "首次发布"),
    "revision": ("revision", "修订"),
    "correction": ("correction", "更正"),
    "retracted": ("retracted", "已撤销"),
    "withdrawn": ("withdrawn", "已撤回"),
    "in-force": ("in force", "现行"),
    "recorded": ("recorded {at} {by}", "{at} {by}录入"),
    "undated": ("no date given", "日期未填"),
    "was-accepted": ("warning accepted: {finding}", "已确认警告：{finding}"),
    "was-told": ("notices: {codes}", "提示：{codes}"),
    "reason": ("reason: {text}", "原因：{text}"),
    "source": ("source: {text}", "来源：{text}"),
    "note": ("note: {text}", "备注：{text}"),
    "ended-retraction": ("retracted {at} by {by} (no. {number}): {reason}", "{by}于{at}撤销（编号{number}）：{reason}"),
    "ended-withdrawal": (
        "withdrawn by its publisher on {day}, recorded {at} by {by} (no. {number}): {reason}",
        "发布机构于{day}撤回，{by}录入于{at}（编号{number}）：{reason}",
    ),
    # --- retract
    "did-retract": ("retracted as an entry error: {figure}", "已作为录入错误撤销：{figure}"),
    "did-withdraw": (
        "withdrawn by its publisher from {day} on: {figure}",
        "已登记发布机构自{day}起撤回：{figure}",
    ),
    "instead": (
        "in force now: {value}, published {published} (no. {number})",
        "现行数据为{value}（{published}发布，编号{number}）",
    ),
    "instead-none": ("no figure is in force for this period now", "该期间目前没有现行数据"),
    # --- log
    "log-none": ("no changes", "没有记录"),
    "log-withdrawn": ("from {day} on", "自{day}起"),
    "log-plan": ("plan {plan}", "计划 {plan}"),
    "numbered": ("no. {number}: {figure}", "编号{number}：{figure}"),
    "kind-record": ("recorded a figure", "录入数据"),
    "kind-import": ("imported figures", "导入数据"),
    "kind-retract": ("retracted a figure", "撤销数据"),
    "kind-withdraw": ("recorded a withdrawal", "登记撤回"),
    "kind-entry": ("entered a figure", "逐项录入数据"),
    "kind-undo": ("took back an entry", "撤销操作"),
    "kind-follow-up": ("asked or answered about a figure", "登记待核事项"),
    "kind-plan-load": ("loaded a plan", "加载计划"),
    "kind-target-set": ("set a target", "设定目标"),
    "kind-task-note": ("noted a commitment", "登记任务进展"),
    "log-figures": ("{count} figures: {indicators}", "{count}条数据：{indicators}"),
}
