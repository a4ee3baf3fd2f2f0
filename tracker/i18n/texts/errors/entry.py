"""Entering figures, answering questions about them, taking them back."""

TEXTS = {
    "entry-refused": ("nothing was stored; mend what is named above", "未保存任何数据；请更正上列问题后重试"),
    "unaccepted-warnings": (
        "nothing was stored; check the warnings, and if the figures are right, accept them with --accept {codes}",
        "未保存任何数据；请核对上列警告，如数据无误，请加 --accept {codes} 予以确认",
    ),
    "nothing-to-undo": (
        "{by} has no entry that could be taken back; `tracker log` lists all, --by takes back another's",
        "{by}没有可撤销的操作；可用 tracker log 查看全部记录，撤销他人的操作请用 --by",
    ),
    "bad-follow-up.no-figure": (
        "there is no figure no. {id}; `tracker history CODE` shows the numbers",
        "没有编号为{id}的数据；可用 tracker history 查看编号",
    ),
    "bad-follow-up.unknown": (
        "there is no question no. {id}; `tracker follow-up list` shows the open ones",
        "没有第{id}项待核事项；可用 tracker follow-up list 查看",
    ),
    "bad-follow-up.answered": (
        "question no. {id} was answered by {by} already: {text}",
        "第{id}项待核事项已由{by}答复：{text}",
    ),
    "needs-terminal": (
        "guided entry needs a terminal; to enter figures from a file or a script use `tracker import` or "
        "`tracker record`, `tracker template` makes a form",
        "逐项录入须在终端中进行；批量录入请用 tracker import（填报表可用 tracker template 生成），"
        "脚本中请用 tracker record",
    ),
    "undecided": (
        "nothing was changed; agree when asked, or add --yes",
        "未作任何改动；请在询问时确认，或加 --yes",
    ),
    "bad-retraction.unknown": (
        "there is no observation {id}; `tracker history CODE` lists them with their numbers",
        "没有编号为{id}的数据；可用 tracker history 指标 查看编号",
    ),
    "bad-retraction.voided": (
        "observation {id} has been taken back already (by {by} on {at})",
        "编号{id}的数据已被撤回（{by}，{at}）",
    ),
    "bad-retraction.not-a-figure": (
        "{id} is not a figure but the taking back of one",
        "编号{id}不是数据，而是一条撤回记录",
    ),
    "bad-retraction.no-reason": ("say why with --reason", "请用 --reason 说明原因"),
    "bad-retraction.too-early": (
        "the figure was published on {published}; its publisher cannot have withdrawn it on {given}",
        "该数据于{published}发布，不可能在{given}被发布机构撤回",
    ),
    "bad-retraction.future": (
        "a withdrawal on {given} is still to come; today is {today}",
        "撤回日期{given}晚于今天（{today}）",
    ),
    "overdue": ("overdue and not entered: {count} ({period})", "逾期未录：{count}项（{period}）"),
}
