"""`tracker doctor`."""

TEXTS = {
    "help": (
        "Look at this installation and its data where something does not work: versions and libraries, where each "
        "setting comes from, the database, the disk, time zones, formats and fonts, schedules, delivery, the terminal. "
        "Each line is ok, attention or broken and says what to do; the exit code is 33 if anything is broken. Changes "
        "nothing, sends nothing, and prints no password or address, so the output may be passed on.",
        "程序不正常时检查安装情况和数据：版本和所需的库、各项设置的来源、数据库、磁盘空间、时区、报告格式和字体、"
        "定时任务、发送对象、终端。每行为正常、注意或故障，并说明处理办法；有故障时退出码为33。"
        "只检查，不改动、不发送；输出中没有密码和地址，可以转发给他人。",
    ),
    "example": ("tracker doctor\ntracker doctor --json", "tracker doctor\ntracker doctor --json"),
}
