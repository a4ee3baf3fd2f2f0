"""`tracker report`."""

TEXTS = {
    "help": (
        "Report on a month, a quarter or any other period: where every target stands, what changed since the report "
        "before and why, what is missing. Figures that refer to later than the period are listed as later news. The "
        "paths of files written go to stdout.",
        "生成月度、季度或其他期间的进展报告：各项目标的状态、较上期的变化及原因、缺少的数据。"
        "数据期晚于报告期的数据列入期后信息。所写文件的路径输出到标准输出。",
    ),
    "example": (
        "tracker report 2023-05\ntracker report 2023-Q2 --format html,md --lang zh,en -o reports\n"
        "tracker report --reissue 7 -o again",
        "tracker report 2023年5月\ntracker report 2023年二季度 --format html,md --lang zh,en -o reports\n"
        "tracker report --reissue 7 -o again",
    ),
    "PERIOD": ("what the report is about", "报告期"),
    "--format": (
        "formats: on the terminal, or files; default: the terminal, with -o html",
        "格式：在终端显示，或写成文件；默认为终端，指定 -o 时为 html",
    ),
    "--lang": ("languages of the report; default: that of the interface", "报告的语言；默认同界面语言"),
    "--output": (
        "folder for the files, - for stdout; default: ./reports",
        "存放文件的文件夹，- 表示标准输出；默认为 ./reports",
    ),
    "--reissue": (
        "bring out again, byte for byte, the report issued as this run: its number, or the content hash it bears; and "
        "say whether it would be the same bytes if it were written now",
        "按编号或报告所载内容校验值，原样取出已印发的报告，并说明现在重新生成是否逐字节一致",
    ),
    "--template": (
        "Word document or template (.docx, .dotx) whose letterhead and styles DOCX files get",
        "Word文档或模板（.docx、.dotx），docx 报告沿用其版头、页脚和样式",
    ),
    "--as-of": (
        "only what had been published by this day; default: the plan's cut-off, day 26 of the following month unless "
        "the plan says otherwise, or today if that is earlier",
        "只计截至该日已发布的数据；默认为计划规定的截止日（一般为次月26日），未到则为今天",
    ),
}
