"""`tracker history`."""

TEXTS = {
    "help": (
        "Show every vintage of an indicator's figures: first publications, revisions, corrections of entry errors, "
        "what was retracted or withdrawn, by whom and when, and which warnings were accepted.",
        "查看某指标各期数据的历次版本：首次发布、修订、录入更正、撤销或撤回，以及录入人、录入时间和已确认的警告。",
    ),
    "example": (
        "tracker history manufacturing-gdp-share 2022\ntracker history little-giants --known-at 2023-07-01",
        "tracker history 制造业比重 2022\ntracker history 小巨人 --known-at 2023-07-01",
    ),
    "CODE": ("code, name or alias of the indicator", "指标的代码、名称或别名"),
    "PERIOD": (
        "only this period; without figures of its own, those within it",
        "只看该期间；该期间本身没有数据时，列出其中各期",
    ),
}
