"""The database, wherever it is."""

TEXTS = {
    "database-trouble": ("the database {where} cannot be used", "数据库 {where} 无法使用"),
    "database-trouble.missing": (
        "there is no database {where}; make one with `tracker init`, or name another with --db",
        "没有数据库 {where}；请用 tracker init 创建，或用 --db 指定",
    ),
    "database-trouble.absent": (
        "the server of {where} has no database of that name; create it there, then fill it with "
        "`tracker init` or `tracker db copy`",
        "服务器上没有该数据库：{where}；请先在服务器上创建，再运行 tracker init 或 tracker db copy",
    ),
    "database-trouble.empty": (
        "the database {where} is still empty; set it up with `tracker init`",
        "数据库 {where} 尚未初始化；请先运行 tracker init",
    ),
    "database-trouble.older": (
        "the database {where} has an older schema ({found}, not {known}); "
        "run `tracker db upgrade`, which copies a file first",
        "数据库 {where} 的结构较旧（{found}，本程序需要 {known}）；请运行 tracker db upgrade（数据库文件会先自动备份）",
    ),
    "database-trouble.newer": (
        "the database {where} was made by a newer version of tracker (schema {found}, this one knows {known}); "
        "update tracker",
        "数据库 {where} 由更新版本的 tracker 创建（结构 {found}，本程序只支持到 {known}）；请更新程序",
    ),
    "database-trouble.not-empty": (
        "{where} is there already and not empty; it was left as it is. Name a new file or an empty database",
        "{where} 已存在且不为空，未作任何改动；请指定新文件或空数据库",
    ),
    "database-trouble.unlike": (
        "{where} did not keep the copy as it was given; it was taken back whole. Check the disk or the server",
        "写入 {where} 的内容与原数据库不一致，已全部撤回；请检查磁盘或服务器",
    ),
    "database-trouble.foreign": (
        "{where} is not a database of tracker; it was left as it is. Name another with --db",
        "{where} 不是 tracker 的数据库，未作任何改动；请用 --db 另行指定",
    ),
    "database-trouble.is-folder": (
        "{where} is a folder; name a file, such as {where}/tracker.db",
        "{where} 是文件夹；请指定文件，例如 {where}/tracker.db",
    ),
    "database-trouble.not-a-file": ("{where} is not an ordinary file", "{where} 不是普通文件"),
    "database-trouble.unreadable": (
        "the database {where} cannot be opened; check who owns it and its folder, and their permissions",
        "数据库 {where} 无法打开；请检查该文件及所在文件夹的属主和权限",
    ),
    "database-trouble.locked": (
        "the database {where} is in use by another program, which did not finish in time; nothing was stored. "
        "Try again",
        "数据库 {where} 正被其他程序占用，等待超时；未保存任何内容，请稍后重试",
    ),
    "database-trouble.read-only": (
        "the database {where} may only be read; nothing was stored. Check the permissions: of the file and its folder, "
        "or of the user on the server",
        "数据库 {where} 只读，未保存任何内容；请检查文件及所在文件夹的权限，或服务器上的用户权限",
    ),
    "database-trouble.disk-full": (
        "the disk of {where} is full; nothing was stored. Make room and try again",
        "{where} 所在磁盘已满，未保存任何内容；请腾出空间后重试",
    ),
    "database-trouble.input-output": (
        "reading or writing {where} failed; check the disk, then run `tracker db check`",
        "读写 {where} 出错；请检查磁盘，然后运行 tracker db check",
    ),
    "database-trouble.damaged": (
        "the database {where} is damaged; put a backup back with `tracker db restore`",
        "数据库 {where} 已损坏；请用 tracker db restore 恢复备份",
    ),
    "database-trouble.defects": (
        "{where}: {count} kinds of defects, named above",
        "{where}：发现{count}类问题，详见上文",
    ),
    "database-trouble.broken-references": (
        "the upgrade of {where} would have left rows without what they refer to; nothing was changed",
        "升级 {where} 会破坏数据间的引用，已全部撤回",
    ),
    "database-trouble.bad-url": (
        "{where} is not the address of a database; write a path, or for example postgresql://user@host/name",
        "{where} 不是数据库地址；请写文件路径，或如 postgresql://user@host/name",
    ),
    "database-trouble.unsupported": (
        "{where}: databases of this kind ({dialect}) are not supported; use a file or postgresql://",
        "{where}：不支持此类数据库（{dialect}）；请使用文件或 postgresql://",
    ),
    "database-trouble.in-memory": (
        "{where}: a database in memory would be lost at once; name a file",
        "{where}：内存数据库不能保留数据；请指定文件",
    ),
    "database-trouble.unreachable": (
        "the database server of {where} cannot be reached; check the address and that it runs",
        "无法连接 {where} 的数据库服务器；请检查地址及服务是否运行",
    ),
    "database-trouble.login": (
        "the database server of {where} refuses the login; check user and password",
        "{where} 的数据库服务器拒绝登录；请检查用户名和密码",
    ),
    "database-trouble.server": (
        "{where} is on a server; use the server's own tools (for PostgreSQL pg_dump and pg_restore)",
        "{where} 在服务器上；请用服务器自带工具（PostgreSQL 为 pg_dump 和 pg_restore）",
    ),
    "database-trouble.same-file": (
        "{where} is the database itself; name a backup",
        "{where} 就是当前数据库；请指定备份文件",
    ),
    "database-trouble.old-sqlite": (
        "SQLite {found} is too old for {where}; version 3.37 is needed, which any current Python brings",
        "SQLite {found} 版本过低，无法使用 {where}；需要 3.37 以上，当前各版本 Python 均已自带",
    ),
    "database-trouble.failed": (
        "the database {where} refused: {detail}",
        "数据库 {where} 拒绝执行：{detail}",
    ),
}
