"""`tracker template`."""

TEXTS = {
    "help": (
        "Write a form for the figures due about a month: a row for each with its code, name, unit and last value, and "
        "empty cells for value, publisher, date and source. Fill it in with Excel, WPS or LibreOffice and import it "
        "with `tracker import FILE`; rows left empty are passed over. The workbook has drop-downs and instructions in "
        "both languages.",
        "生成某月应录数据的填报表：每项一行，列出代码、名称、单位和上期数值，数值、发布机构、发布日期、来源等留待填写。"
        "用 Excel、WPS 或 LibreOffice 填好后，用 tracker import 导入，留空的行自动跳过。"
        "工作簿带下拉选项和中英文填写说明。",
    ),
    "example": (
        "tracker template 2023-06 -o june.xlsx\ntracker template 2023-Q2 -o quarter.csv\ntracker import june.xlsx",
        "tracker template 2023年6月 -o 六月.xlsx\ntracker template 2023-Q2 -o 二季度.csv\ntracker import 六月.xlsx",
    ),
    "MONTH": ("a month, or a span of months", "月份，也可以是若干个月"),
    "--output": (
        "the file to write, ending in .xlsx or .csv; - for CSV on standard output",
        "要写入的文件，以 .xlsx 或 .csv 结尾；- 表示以 CSV 输出到标准输出",
    ),
    "--all": ("the figures that are entered already too, to revise them", "一并列出已录入的数据，以便修订"),
    "--force": (
        "replace a file that is there; without it a form somebody has begun to fill in is never lost",
        "覆盖已有文件；不加时不会覆盖，以免丢失已填写的内容",
    ),
}
