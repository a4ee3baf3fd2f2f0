"""`tracker db`."""

TEXTS = {
    "help": (
        "Look after the database itself. A server's database is backed up with the server's own tools, or copied into "
        "a file with `db copy`.",
        "维护数据库本身。服务器上的数据库请用其自带工具备份，也可用 db copy 复制为文件。",
    ),
    "example": ("tracker db check\ntracker db backup", "tracker db check\ntracker db backup"),
    "upgrade.help": (
        "Bring the database to the schema of this program. An SQLite file is copied beside itself first; if anything "
        "goes wrong nothing has changed.",
        "将数据库升级到本程序所用的结构。SQLite 文件会先在原处备份；中途出错则保持原样。",
    ),
    "upgrade.example": ("tracker db upgrade", "tracker db upgrade"),
    "check.help": (
        "Look the database through: the file, the protection of its history, numbers, dates, references, and whether "
        "what is derived agrees with what was recorded. Changes nothing; the exit code is 25 if something is wrong.",
        "检查数据库：文件是否完好，历史是否受保护，数值、日期、引用是否正确，现行数据是否与记录一致。"
        "只检查不改动；发现问题时退出码为25。",
    ),
    "check.example": ("tracker db check\ntracker db check --rebuild", "tracker db check\ntracker db check --rebuild"),
    "check.--rebuild": ("first make the table of current figures anew", "先重建现行数据表"),
    "backup.help": (
        "Copy the database as it is at this moment, also while others work with it, and print the path of the copy. "
        "Without FILE it goes beside the database, into a folder under a name with the time. Nothing is overwritten.",
        "备份数据库（他人正在使用时也可以），并输出备份路径。不指定文件时存于数据库旁边；指定文件夹时文件名含时间。"
        "不覆盖已有文件。",
    ),
    "backup.example": (
        "tracker db backup\ntracker db backup /backups/",
        "tracker db backup\ntracker db backup /backups/",
    ),
    "backup.FILE": ("a new file, or a folder", "新文件，或文件夹"),
    "restore.help": (
        "Put a backup in the place of the database. The backup is looked through first, and what was in its place is "
        "kept beside it.",
        "用备份恢复数据库。恢复前先检查备份，原数据库保留在旁边。",
    ),
    "restore.example": (
        "tracker db restore tracker.backup-20230701T010203Z.db",
        "tracker db restore tracker.backup-20230701T010203Z.db",
    ),
    "restore.FILE": ("the backup", "备份文件"),
    "copy.help": (
        "Copy everything the database holds, as it is at this moment, into a new file or an empty database, also from "
        "a file to a PostgreSQL server or back: figures with all their vintages and digits, the record of changes, "
        "plans, schedules, issued reports. What arrived is read back and compared. Nothing is copied if anything goes "
        "wrong; a database that holds something is refused. A password does not belong here: set PGPASSWORD or use "
        "~/.pgpass.",
        "将数据库此刻的全部内容复制到新文件或空数据库，也可在文件与 PostgreSQL 服务器之间互相复制："
        "包括数据的全部版本和原有位数、操作记录、计划、定时任务和已发布的报告。复制后读回并逐行核对；"
        "中途出错则一行也不留；目标不为空时不予复制。请勿在此写密码，可用环境变量 PGPASSWORD 或 ~/.pgpass 文件。",
    ),
    "copy.example": (
        "tracker db copy postgresql://office@db.example/tracker\n"
        "tracker --db postgresql://office@db.example/tracker db copy copy.db",
        "tracker db copy postgresql://office@db.example/tracker\n"
        "tracker --db postgresql://office@db.example/tracker db copy copy.db",
    ),
    "copy.TO": ("a new file, or the URL of an empty database", "新文件，或空数据库的地址"),
    "stats.help": ("Count what the database holds.", "统计数据库内容。"),
    "stats.example": ("tracker db stats", "tracker db stats"),
}
