"""Settings (flags, environment variables, config.toml), and the installation as a whole."""

TEXTS = {
    "bad-setting.password": (
        "a password on the command line is visible to others; put the database into TRACKER_DB or config.toml",
        "命令行中的密码会被他人看到；请改在 TRACKER_DB 或 config.toml 中设置数据库",
    ),
    "bad-setting.password-elsewhere": (
        "a password on the command line is visible to others; leave it out of {where} and set PGPASSWORD or use "
        "~/.pgpass",
        "命令行中的密码会被他人看到；请从 {where} 中去掉密码，改用环境变量 PGPASSWORD 或 ~/.pgpass 文件",
    ),
    "bad-setting.choice": (
        "{where}: {name} = “{value}” has to be one of: {choices}",
        "{where}：{name} 取值“{value}”无效，只能取：{choices}",
    ),
    "bad-setting.switch": (
        "{where}: {name} = “{value}” has to be true or false",
        "{where}：{name} 取值“{value}”无效，只能取 true 或 false",
    ),
    "bad-setting.text": ("{where}: {name} has to be text in quotes", "{where}：{name} 须为加引号的文本"),
    "bad-setting.not-text": (
        "{where}: {name} holds bytes that are no text; check the encoding of the terminal or the script",
        "{where}：{name} 含有无法识别的字节；请检查终端或脚本的文字编码",
    ),
    "bad-setting.empty": ("{where}: {name} is empty", "{where}：{name} 为空"),
    "bad-setting.unknown": (
        "{where}: there is no setting “{name}”; known are: {choices}",
        "{where}：没有设置项“{name}”；可用的有：{choices}",
    ),
    "bad-setting.syntax": ("{where} is not valid TOML: {value}", "{where} 不是有效的 TOML：{value}"),
    "unwell": ("broken: {count}; what to do is said above", "故障{count}项；处理办法见上"),
}
