"""What `tracker plan`, `target` and `task` say."""

TEXTS = {
    # --- plans
    "none": ("No plan is loaded.", "尚未加载计划。"),
    "column-plan": ("Plan", "计划"),
    "column-year": ("Year", "年份"),
    "column-published": ("Published", "发布日期"),
    "column-versions": ("Versions", "版本数"),
    "column-indicator": ("Indicator", "指标"),
    "column-unit": ("Unit", "单位"),
    "column-publishers": ("Publishers", "发布机构"),
    "column-release": ("Released", "发布日程"),
    "release-irregular": ("irregular", "不定期"),
    "release-month": ("monthly, {usual}–{latest} days after", "每月，期末后{usual}—{latest}天"),
    "release-quarter": ("quarterly, {usual}–{latest} days after", "每季，期末后{usual}—{latest}天"),
    "release-half-year": ("half-yearly, {usual}–{latest} days after", "每半年，期末后{usual}—{latest}天"),
    "release-year": ("yearly, {usual}–{latest} days after", "每年，期末后{usual}—{latest}天"),
    "title": ("{title} ({publisher}, {day})", "{title}（{publisher}，{day}）"),
    "settings": (
        "Time zone {zone}; a period's report closes on day {day} of the next month.",
        "时区 {zone}；报告数据截至次月{day}日。",
    ),
    "task": ("{number}. {title} ({count} commitments)", "{number}. {title}（{count}项举措）"),
    "sound": (
        "{file}: plan {plan} is sound: {indicators} indicators, {targets} targets, {tasks} tasks with {commitments} "
        "commitments",
        "{file}：计划 {plan} 检查通过：指标{indicators}项，目标{targets}项，任务{tasks}项、举措{commitments}项",
    ),
    "phrases": (
        "all {count} key phrases stand in the document where the plan says",
        "{count}处关键词均与文件中的位置相符",
    ),
    "loaded": (
        "plan {plan} loaded: {indicators} indicators, {targets} targets, {tasks} tasks with {commitments} commitments",
        "已加载计划 {plan}：指标{indicators}项，目标{targets}项，任务{tasks}项、举措{commitments}项",
    ),
    "would-load": ("plan {plan} would be loaded for the first time", "将首次加载计划 {plan}"),
    "changed": ("plan {plan} changed", "计划 {plan} 已更新"),
    "would-change": ("plan {plan} would change", "计划 {plan} 将更新"),
    "unchanged": ("plan {plan} is loaded already and says the same", "计划 {plan} 已加载，内容没有变化"),
    "part-added": ("new: {what} {code}", "新增：{what} {code}"),
    "part-changed": ("changed: {what} {code} ({keys})", "修改：{what} {code}（{keys}）"),
    "part-removed": ("left out: {what} {code}", "删除：{what} {code}"),
    "kept": (
        "not in the file and kept: target {code} (to give it up: tracker target set {code} --withdraw)",
        "文件中没有、予以保留：目标 {code}（如需取消：tracker target set {code} --withdraw）",
    ),
    # --- targets
    "no-targets": ("The plan has no targets.", "计划没有目标。"),
    "goal": ("{name}: {goal}", "{name}：{goal}"),
    "target-line": ("{basis}, {commitment}; announced {day}", "{basis}，{commitment}；{day}公布"),
    "reason": ("reason: {text} ({by})", "修改原因：{text}（{by}）"),
    "path": ("expected path: {text}", "预期路径：{text}"),
    "replaced": (" [replaced]", "［已被替代］"),
    "given-up": (" [given up]", "［已取消］"),
    "new-target": ("new target {code}", "已设定目标 {code}"),
    "changed-target": ("target {code} changed", "目标 {code} 已修改"),
    "gave-up-target": ("target {code} given up from {day} on", "目标 {code} 自{day}起取消"),
    "same-target": ("target {code} says this already; nothing was stored", "目标 {code} 内容相同，未重复保存"),
    "before": ("before: {goal} (announced {day})", "原为：{goal}（{day}公布）"),
    "now": ("now: {goal} (announced {day})", "现为：{goal}（{day}公布）"),
    # --- tasks
    "open": ("no note", "无记录"),
    "note": ("{day} {status}: {text}", "{day}，{status}：{text}"),
    "evidence": (" [{text}]", "［{text}］"),
    "noted": ("noted on {subject} for {day}: {status}", "已登记 {subject}（{day}）：{status}"),
}
