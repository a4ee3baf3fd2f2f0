"""The program's own page."""

TEXTS = {
    "help": (
        "Hold a year of published figures against the goals of an annual plan: where do we stand, how do we know, "
        "what is missing, what would it take?",
        "以全年陆续公布的数据对照年度计划目标：进展如何、依据何在、缺什么数、还差多少。",
    ),
    "example": (
        "tracker demo\ntracker init\ntracker record srdi-smes 2023-06-26 '超过9.5万家'\ntracker status",
        "tracker demo\ntracker init\ntracker record srdi-smes 2023-06-26 超过9.5万家\ntracker status",
    ),
}
