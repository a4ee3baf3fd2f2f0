"""`tracker show`."""

TEXTS = {
    "help": (
        "Show one indicator: what it measures, its targets with the reasons for their status, and every figure in "
        "force with the number of its vintages.",
        "查看一项指标：含义、目标及其状态的原因，以及全部现行数据和各期数据的版本数。",
    ),
    "example": (
        "tracker show little-giants\ntracker show srdi-smes --as-of 2023-07-01 --explain",
        "tracker show little-giants\ntracker show 专精特新中小企业 --as-of 2023-07-01 --explain",
    ),
    "CODE": ("code, name or alias of the indicator", "指标的代码、名称或别名"),
    "--explain": ("every input, formula and intermediate value", "列出全部输入、公式和中间值"),
}
