"""`tracker init`."""

TEXTS = {
    "help": (
        "Make a database ready for work: create it, or upgrade an older one (a copy is kept), and load the plan that "
        "comes with the program, miit-2023. Safe to repeat: a second time nothing changes, and a loaded plan never "
        "does.",
        "准备数据库：不存在则创建，结构较旧则升级（保留备份），并加载随程序提供的计划 miit-2023。可重复运行："
        "再次运行不会产生变化，已加载的计划不会被改动。",
    ),
    "example": (
        "tracker init\ntracker init --with-figures\ntracker init --db plan.db --plan-file plan.yaml",
        "tracker init\ntracker init --with-figures\ntracker init --db plan.db --plan-file plan.yaml",
    ),
    "--plan-file": ("load this plan instead of the one that comes with the program", "改为加载该计划文件"),
    "--with-figures": (
        "also add the published figures that come with the plan",
        "同时录入随计划提供的已发布数据",
    ),
}
