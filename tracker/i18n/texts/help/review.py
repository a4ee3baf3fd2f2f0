"""`tracker review`."""

TEXTS = {
    "help": (
        "Review a year, target by target: baseline, the document's own words, outcome, verdict, the path of the year, "
        "what was never measured. The review is preliminary until every figure that decides is in, then final.",
        "逐项评估全年目标：基期、文件表述、完成值、结论、年内进程，以及未纳入量化的事项。"
        "各项目标的最终数据公布齐全之前为初步评估，之后为最终评估。",
    ),
    "example": (
        "tracker review 2023\ntracker review 2023 --format html --lang zh,en -o reports",
        "tracker review 2023\ntracker review 2023 --format html --lang zh,en -o reports",
    ),
    "YEAR": ("the year", "年份"),
    "--format": (
        "formats: on the terminal, or files; default: the terminal, with -o html",
        "格式：在终端显示，或写成文件；默认为终端，指定 -o 时为 html",
    ),
    "--lang": ("languages of the report; default: that of the interface", "报告的语言；默认同界面语言"),
    "--output": (
        "folder for the files, - for stdout; default: ./reports",
        "存放文件的文件夹，- 表示标准输出；默认为 ./reports",
    ),
    "--template": (
        "Word document or template (.docx, .dotx) whose letterhead and styles DOCX files get",
        "Word文档或模板（.docx、.dotx），docx 报告沿用其版头、页脚和样式",
    ),
    "--as-of": (
        "only what had been published by this day; default: the first of the plan's monthly cut-offs at which the "
        "review is final, until then the first after the year, or today if that is earlier",
        "只计截至该日已发布的数据；默认为各月截止日中评估可定为最终的第一个；"
        "此前为年度结束后的第一个截止日，未到则为今天",
    ),
}
