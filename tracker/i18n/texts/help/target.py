"""`tracker target`: the plan's targets and their vintages."""

CODE = ("code of the target", "目标代码")

TEXTS = {
    "help": (
        "A target that changes keeps what it was: reports before the change show the old one.",
        "目标修改后保留原有版本；修改之前的报告仍按原目标计。",
    ),
    "example": (
        "tracker target list --vintages\ntracker target set srdi-smes-2023 --value '超过9万家' --reason 'raised'",
        "tracker target list --vintages\ntracker target set srdi-smes-2023 --value 超过9万家 --reason 目标上调",
    ),
    "list.help": ("List the targets in force, or every vintage they had.", "列出现行目标，或目标的历次版本。"),
    "list.example": (
        "tracker target list\ntracker target list srdi-smes-2023 --vintages",
        "tracker target list\ntracker target list srdi-smes-2023 --vintages",
    ),
    "list.CODE": ("only this target", "只列出该目标"),
    "list.--vintages": ("every vintage, with who changed it and why", "列出历次版本及修改人、修改原因"),
    "set.help": (
        "Announce a new target (--indicator, --value and --due are needed) or change one (--reason is needed). A later "
        "announcement has its own date (--published); with the date of an earlier one it corrects that.",
        "设定新目标（须有 --indicator、--value、--due），或修改已有目标（须有 --reason）。"
        "新公布的目标填写新的公布日期（--published）；填写原公布日期则为更正。",
    ),
    "set.example": (
        "tracker target set nev-sales-2023 --indicator nev-sales --value 900万辆左右 --due 2023-12-31 "
        "--published 2023-09-01\n"
        "tracker target set srdi-smes-2023 --value '超过9万家' --published 2023-07-01 --reason 'raised in July'",
        "tracker target set nev-sales-2023 --indicator 新能源汽车销量 --value 900万辆左右 --due 2023-12-31 "
        "--published 2023-09-01\n"
        "tracker target set srdi-smes-2023 --value 超过9万家 --published 2023-07-01 --reason 7月上调",
    ),
    "set.CODE": ("code of the target; a new one makes a new target", "目标代码；新代码即新目标"),
    "set.--indicator": ("what it is about: code, name or alias of the indicator", "对应指标的代码、名称或别名"),
    "set.--value": (
        "what has to hold, with its comparator: 超过8万家, 9万家以上, '>= 90000'",
        "目标值，须带比较词：超过8万家、9万家以上、'>= 90000'",
    ),
    "set.--upper": ("upper end of a range; --value is then the lower one", "区间上限；此时 --value 为下限"),
    "set.--tolerance": (
        "alone: how far a share may be from its reference value; with --value 左右: the allowance",
        "单用：比重可偏离参照值的幅度；与 --value 左右 合用：允许的差额",
    ),
    "set.--due": ("last day of its span", "截止日期"),
    "set.--start": (
        "first day of its span; default: the day after a level's baseline, else 1 January of the due year",
        "起始日期；默认：时点数为基数次日，其他为截止年份1月1日",
    ),
    "set.--basis": ("stated in the document, or interpreted", "文件明确，或解读设定"),
    "set.--commitment": ("how strongly the document puts it", "承诺力度：确保、力争或方向性"),
    "set.--task": ("number of the task it belongs to", "所属任务编号"),
    "set.--note": ("a remark", "备注"),
    "set.--withdraw": ("the target is given up", "取消该目标"),
    "set.--published": ("when it was announced; default: today", "公布日期；默认为今天"),
    "set.--reason": ("why it changes", "修改原因"),
    "set.--area": ("area by ISO 3166 code; default: CN", "地区的 ISO 3166 代码；默认为 CN"),
}
