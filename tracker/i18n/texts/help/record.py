"""`tracker record`."""

TEXTS = {
    "help": (
        "Record one published figure. Write the value as it was published (9.8万, 超过9.8万家, 3.1%左右, -2.9%). "
        "A later publication of the same period is kept as a revision; the same publication with another value is a "
        "correction and needs a reason; the same figure again changes nothing. Warnings ask on a terminal; elsewhere "
        "nothing is stored (exit code 30) unless they are accepted.",
        "录入一条已发布的数据。数值照原文填写（如 9.8万、超过9.8万家、3.1%左右、-2.9%）。"
        "同一期间再次发布的数作为修订保存；同一次发布但数值不同的作为更正，须写明原因；重复录入不会重复保存。有警告时会询问是否保存；"
        "无法询问时不保存（退出码30），除非已加 --accept 确认。",
    ),
    "example": (
        "tracker record srdi-smes 2023-06-26 超过8万家 --published 2023-06-26\n"
        "tracker record industrial-value-added 2023-01..2023-05 3.6% --published 2023-06-15 --source 'NBS release'\n"
        "tracker record telecom-volume 2023 16%左右 --published 2023-12-21 --flag f",
        "tracker record 专精特新中小企业 2023-06-26 超过8万家 --published 2023-06-26\n"
        "tracker record 工业增加值 2023年1-5月 3.6% --published 2023-06-15 --source 国家统计局月度发布\n"
        "tracker record 电信业务总量 2023 16%左右 --published 2023-12-21 --flag f",
    ),
    "CODE": ("code, name or alias of the indicator", "指标的代码、名称或别名"),
    "PERIOD": (
        "what the figure is for: 2023-05, 2023-01..2023-05, 2023-Q2, 2023, 2023-06-26; for a level its last day counts",
        "数据所属期间：2023-05、2023-01..2023-05、2023-Q2、2023、2023-06-26 等；时点数取期末日",
    ),
    "VALUE": ("the value as published, with its bound and unit", "数值，照原文填写，可带限定词和单位"),
    "--published": (
        "when it was published, a month meaning its last day; default: today, with a notice",
        "发布日期，只写月份则为月末；默认为今天，并给出提示",
    ),
    "--publisher": (
        "who published it, by code, name or alias; default: the indicator's first publisher",
        "发布机构的代码、名称或简称；默认为该指标的首位发布机构",
    ),
    "--unit": ("the unit, if the value does not name it", "计量单位（数值中未写明时）"),
    "--flag": (
        "b break, d other definition, e estimate, f outlook, i imputed, n not significant, p provisional, "
        "u unreliable; several as de or d,e",
        "b 数列中断、d 口径不同、e 估计数、f 预测数、i 推算、n 不显著、p 初步数、u 可靠性低；可并用，如 de 或 d,e",
    ),
    "--source": ("where it was read: a title, an address", "数据出处：标题、网址等"),
    "--note": ("a remark", "备注"),
    "--reason": ("why a recorded figure is corrected", "更正已录数据的原因"),
    "--follow-up": (
        "a question to mark the figure with, listed by `due` until it is answered",
        "待核问题，答复前列在 tracker due 中",
    ),
    "--accept": ("store the figure in spite of these warnings", "确认下列警告，仍予保存"),
    "--dry-run": ("store nothing, say what would happen", "试运行：不保存，仅说明结果"),
}
