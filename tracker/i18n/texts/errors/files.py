"""Files that cannot be read or written, and parts of the program that are not installed."""

TEXTS = {
    "standard-input": ("the standard input", "标准输入"),
    "file-trouble.missing": ("{path}: there is no such file or folder", "{path}：没有这个文件或文件夹"),
    "file-trouble.permission": ("{path}: no permission; check who owns it", "{path}：没有权限；请检查其属主和权限"),
    "file-trouble.is-folder": ("{path} is a folder; name a file", "{path} 是文件夹；请指定文件"),
    "file-trouble.not-a-folder": ("{path}: part of it is not a folder", "{path}：路径中有一级不是文件夹"),
    "file-trouble.exists": ("{path} exists already", "{path} 已存在"),
    "file-trouble.disk-full": (
        "{path}: the disk is full; make room and try again",
        "{path}：磁盘已满；请腾出空间后重试",
    ),
    "file-trouble.read-only": ("{path} is on a read-only disk", "{path} 所在磁盘只读"),
    "file-trouble.not-docx": (
        "{path} is no Word document or template; give a .docx or .dotx file",
        "{path} 不是Word文档或模板；请使用 .docx 或 .dotx 文件",
    ),
    "file-trouble.not-a-demo": (
        "{path} is not empty and was not made by a demo; name another folder",
        "{path} 不是空文件夹，也不是演示生成的；请另选文件夹",
    ),
    "file-trouble": ("{path} cannot be read or written", "{path} 无法读写"),
    "file-trouble.not-a-file": ("{path} is not an ordinary file", "{path} 不是普通文件"),
    "file-trouble.too-big": ("{path} is larger than 1 GiB", "{path} 超过 1 GiB"),
    "file-trouble.empty": ("{path} is empty", "{path} 内容为空"),
    "file-trouble.form-ending": (
        "{path}: a form ends in .xlsx or .csv",
        "{path}：填报表的文件名须以 .xlsx 或 .csv 结尾",
    ),
    "file-trouble.form-exists": (
        "{path} is there already and may have been filled in; choose another name, or replace it with --force",
        "{path} 已存在，其中可能已有填写的内容；请换个文件名，或加 --force 覆盖",
    ),
    "file-trouble.bomb": (
        "{path} unpacks to far more than a table of figures; it was not read",
        "{path} 解压后过大，不像数据表；未予读取",
    ),
    "file-trouble.big-workbook": (
        "{path} takes too much memory to read; keep only the sheet with the figures",
        "{path} 读取所需内存过大；请只保留数据所在的工作表",
    ),
    "file-trouble.slow-workbook": (
        "{path} takes too long to read; keep only the sheet with the figures",
        "{path} 读取耗时过长；请只保留数据所在的工作表",
    ),
    "file-trouble.broken-workbook": (
        "{path} is damaged; open it in a spreadsheet program and save it again as .xlsx",
        "{path} 已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx",
    ),
    "file-trouble.encrypted-workbook": (
        "{path} is protected by a password; save it without one",
        "{path} 设有打开密码；请取消密码后另存",
    ),
    "file-trouble.old-workbook": (
        "{path} is in the format of Excel 97 to 2003 (.xls) or another old one; save it as .xlsx",
        "{path} 为旧版格式（.xls、.et 等）；请另存为 .xlsx",
    ),
    "file-trouble.other-workbook": (
        "{path} is no Excel workbook that can be read; save it as .xlsx or CSV",
        "{path} 不是可读取的 Excel 工作簿；请另存为 .xlsx 或 CSV",
    ),
    "file-trouble.no-sheet": ("{path} has no visible sheet", "{path} 中没有可见的工作表"),
    "file-trouble.web-page": (
        "{path} is a web page, whatever its name says; open it in a spreadsheet program and save it as .xlsx",
        "{path} 实为网页文件；请用 Excel 或 WPS 打开后另存为 .xlsx",
    ),
    "file-trouble.encoding": (
        "{path}, line {line}: the text is in no known encoding; save it as UTF-8 or GBK",
        "{path} 第{line}行：无法识别文字编码；请另存为 UTF-8 或 GBK",
    ),
    "file-trouble.nul": ("{path}, line {line}: this is not a text file", "{path} 第{line}行：不是文本文件"),
    "file-trouble.long-line": ("{path}, line {line}: the line has no end", "{path} 第{line}行：该行过长"),
    "file-trouble.long-cell": (
        "{path}, line {line}: a cell of more than {most} characters; is a quotation mark left open?",
        "{path} 第{line}行：单元格超过{most}个字符；引号是否没有闭合？",
    ),
    "file-trouble.many-cells": (
        "{path}, line {line}: more than {most} columns",
        "{path} 第{line}行：超过{most}列",
    ),
    "file-trouble.unclosed-quote": (
        "{path}, line {line}: a quotation mark is opened here and never closed",
        "{path} 第{line}行：此处的引号没有闭合",
    ),
    "file-trouble.bad-quote": (
        "{path}, line {line}: text after a closing quotation mark; write a mark within a cell twice",
        "{path} 第{line}行：引号之后还有文字；单元格内的引号须写两遍",
    ),
    "missing-extra": (
        "this needs the part [{extra}] of tracker ({needs}); install it: pip install 'plan-tracker[{extra}]'",
        "此功能需要安装 tracker 的 [{extra}] 组件（{needs}）：pip install 'plan-tracker[{extra}]'",
    ),
}
