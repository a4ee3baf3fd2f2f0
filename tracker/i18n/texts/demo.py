"""The demo."""

TEXTS = {
    "begin": ("Replaying the year in {folder} ...", "正在 {folder} 中重演全年……"),
    "month": ("  {period}: figures entered, report written", "  {period}：录入数据，生成月报"),
    "review": ("  {period}: the year's review", "  {period}：生成年度总结"),
    "final": ("final", "正式稿"),
    "preliminary": ("preliminary", "初稿"),
    "done": (
        "Done: {months} monthly reports and the review of the year ({edition}), in Chinese and in English.\n"
        "Read them from {index}\n"
        "Go on with: tracker status --db {database} --as-of 2023-07-01",
        "完成：{months}份月报和年度总结（{edition}），均有中英文版。\n"
        "从这里开始阅读：{index}\n"
        "继续体验：tracker status --db {database} --as-of 2023-07-01",
    ),
}
