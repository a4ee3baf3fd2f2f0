"""`tracker follow-up`."""

TEXTS = {
    "help": (
        "Mark figures for follow-up with a question. Open questions are listed here and by `tracker due` until they "
        "are answered.",
        "对存疑的数据提出问题，列为待核事项。尚未答复的事项在此列出，并显示在 tracker due 中。",
    ),
    "list.help": ("List the open questions.", "列出待核事项。"),
    "example": (
        "tracker follow-up list\ntracker follow-up answer 3 'confirmed'",
        "tracker follow-up list\ntracker follow-up answer 3 已核实",
    ),
    "list.example": (
        "tracker follow-up list\ntracker follow-up list --all --json",
        "tracker follow-up list\ntracker follow-up list --all --json",
    ),
    "list.--all": ("list the answered ones too", "包括已答复的事项"),
    "add.help": (
        "Ask about a recorded figure. `tracker record --follow-up` does it while recording.",
        "对一条已录数据提出问题。录入时也可用 tracker record --follow-up 一并登记。",
    ),
    "add.example": (
        "tracker follow-up add 12 'does this include exports?'",
        "tracker follow-up add 12 '是否含出口？'",
    ),
    "add.ID": ("number of the figure, as `tracker history` shows it", "数据编号，见 tracker history"),
    "add.QUESTION": ("what is to be found out", "需要核实的问题"),
    "answer.help": ("Answer a question, which closes it.", "答复待核事项，事项随即办结。"),
    "answer.example": (
        "tracker follow-up answer 3 'yes, it does; confirmed by telephone'",
        "tracker follow-up answer 3 '含出口，已电话核实'",
    ),
    "answer.NUMBER": ("number of the question", "事项编号"),
    "answer.ANSWER": ("what was found out", "核实结果"),
}
