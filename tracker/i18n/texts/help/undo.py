"""`tracker undo`."""

TEXTS = {
    "help": (
        "Take back your last entry as a whole: a figure, an import, a retraction. First it shows what that means and "
        "asks. Nothing is deleted: the figures are retracted in one change, and `tracker undo` again makes them stand "
        "again. Somebody else's entry is taken back only with --by.",
        "整体撤销您最近一次操作：录入、导入或撤销数据。执行前先列出影响并询问。数据不会被删除，而是在一次变更中全部标记为撤销；"
        "再次运行 tracker undo 即可恢复。他人的操作须用 --by 指明才会撤销。",
    ),
    "example": (
        "tracker undo\ntracker undo --yes --reason 'wrong file'\ntracker undo --by li",
        "tracker undo\ntracker undo --yes --reason 导错文件\ntracker undo --by 李明",
    ),
    "--by": ("take back the last entry of this person; default: your own", "撤销此人的最近一次操作；默认为本人"),
    "--reason": ("why", "原因"),
    "--yes": ("do not ask", "不询问，直接撤销"),
}
