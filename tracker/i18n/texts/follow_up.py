"""`tracker follow-up`, and the open questions of `due`."""

TEXTS = {
    "title": ("To be followed up", "待核事项"),
    "question": ("no. {number}: {text} ({by}, {day})", "第{number}项：{text}（{by}，{day}）"),
    "answer": ("answered by {by} on {day}: {text}", "{by}于{day}答复：{text}"),
    "none": ("nothing to follow up", "没有待核事项"),
    "hint": (
        "Answer with `tracker follow-up answer NUMBER ANSWER`.",
        "核实后用 tracker follow-up answer 编号 答复 登记。",
    ),
    "asked": ("marked for follow-up, question no. {number}", "已列为第{number}项待核事项"),
}
