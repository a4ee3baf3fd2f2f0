"""Codes that name nothing, and what to list to find the right one."""

TEXTS = {
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
    "no-plan": (
        "no plan is loaded in {where}; run `tracker init` or `tracker plan load FILE`",
        "{where} 中还没有计划；请先运行 tracker init 或 tracker plan load FILE",
    ),
    "which-plan": (
        "several plans are loaded: {known}; choose one with --plan",
        "库中有多个计划：{known}；请用 --plan 指定",
    ),
}
