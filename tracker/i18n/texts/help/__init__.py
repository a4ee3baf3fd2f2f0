"""One line for every command by its path, and what several commands share. The rest is in the module of a command."""

TEXTS = {
    "status": ("where every target stands", "查看各项目标进展"),
    "show": ("one indicator, its figures and targets", "查看一项指标及其数据和目标"),
    "completion": ("print a shell's completion script", "输出命令行补全脚本"),
    # --- placeholders
    "metavar.DATABASE": ("DATABASE", "数据库"),
    "metavar.PLAN": ("PLAN", "计划"),
    "metavar.LANG": ("LANG", "语言"),
    "metavar.FILE": ("FILE", "文件"),
    "metavar.NAME": ("NAME", "姓名"),
    "metavar.WHEN": ("WHEN", "方式"),
    "metavar.DATE": ("DATE", "日期"),
    "metavar.TIME": ("TIME", "时间"),
    "metavar.PERIOD": ("PERIOD", "期间"),
    "metavar.AREA": ("AREA", "地区"),
    "metavar.LIST": ("LIST", "列表"),
    "metavar.CODE": ("CODE", "代码"),
    "metavar.VALUE": ("VALUE", "数值"),
    "metavar.TEXT": ("TEXT", "文本"),
    "metavar.DIR": ("DIR", "文件夹"),
    # --- options of every command
    "option.--help": ("show this page", "显示本页"),
    "option.--version": ("show the version", "显示版本"),
    "option.--db": (
        "database: a file, or a URL with ://; default: tracker.db in your data folder",
        "数据库：文件路径，或含 :// 的网址；默认为用户数据文件夹中的 tracker.db",
    ),
    "option.--plan": ("the plan meant, where several are loaded", "有多个计划时，指定其中一个"),
    "option.--lang": ("language of messages and tables; default: your locale", "界面语言；默认随系统区域设置"),
    "option.--config": ("configuration file", "配置文件"),
    "option.--user": ("who records; default: your login", "录入人；默认为登录名"),
    "option.--color": ("when to use colour", "何时使用颜色"),
    "option.--debug": ("show where in the program an error arose", "出错时显示程序内部位置"),
    "option.--quiet": ("no messages, only data, warnings and errors", "不显示一般信息，只输出数据、警告和错误"),
    # --- options of several commands
    "option.--json": ("one JSON document instead of text", "以一个 JSON 文档代替文字输出"),
    "option.--as-of": (
        "only what had been published by this day; default: today",
        "只计截至该日已发布的数据；默认为今天",
    ),
    "option.--known-at": (
        "only what had been recorded by this time; a date means its end; default: now",
        "只计截至该时刻已录入的数据；只写日期则为当日结束；默认为现在",
    ),
    "option.--area": ("area by ISO 3166 code; default: CN", "地区的 ISO 3166 代码；默认为 CN"),
    "argument.CODE": ("code of the indicator", "指标代码"),
}
