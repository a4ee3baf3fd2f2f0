"""`tracker import`."""

TEXTS = {
    "help": (
        "Import a table of figures, from a form of `tracker template` or any other workbook or CSV: all of its rows or "
        "none. Columns, in any order: indicator 指标, period 期间, value 数值 (these three always), unit 单位, "
        "flag 标记, publisher 发布机构, published_on 发布日期, source 来源, note 备注, area 地区, reason 修改原因. "
        "Rows that are recorded already are skipped, so that importing twice changes nothing; so are rows of a form "
        "that were left empty.",
        "从填报表（tracker template）或其他 Excel、CSV 文件导入数据，要么全部保存，要么全部不保存。列名（顺序不限）："
        "指标 indicator、期间 period、数值 value（以上三列必填），单位 unit、标记 flag、发布机构 publisher、"
        "发布日期 published_on、来源 source、备注 note、地区 area、修改原因 reason。已有的数据自动跳过，"
        "重复导入不会重复保存；填报表中留空的行也自动跳过。",
    ),
    "example": (
        "tracker import june.xlsx --dry-run\ntracker import june.xlsx --problems wrong.xlsx\n"
        "tracker import - < figures.csv",
        "tracker import 六月.xlsx --dry-run\ntracker import 六月.xlsx --problems 问题.xlsx\n"
        "tracker import - < 数据.csv",
    ),
    "FILE": (
        "a workbook (.xlsx), or CSV with commas, semicolons or tabs, in UTF-8 or GBK; - for standard input",
        "Excel 工作簿（.xlsx），或 CSV 文件（逗号、分号或制表符分隔，UTF-8 或 GBK 编码）；- 表示标准输入",
    ),
    "--problems": (
        "if anything is wrong, write the table to this file with a column that says what, to correct and import",
        "如有问题，将原表另存为此文件，并增加一列说明各行问题，更正后即可再次导入",
    ),
    "--accept": ("store the figures in spite of these warnings", "确认下列警告，仍予保存"),
    "--dry-run": ("store nothing, say what would happen", "试运行：不保存，仅说明结果"),
}
