"""`tracker entry`: the guided dialogue. Every line fits 80 columns in both languages."""

TEXTS = {
    "title": ("{plan}: {count} figures to enter about {period}", "{plan}：{period}待录数据{count}项"),
    "keys": (
        "Type the value as published. s skip, b back, c comment, q quit. Every figure you accept is kept at once.",
        "数值照原文填写。s 跳过，b 返回上一项，c 备注，q 退出。每确认一项立即保存。",
    ),
    "nothing": ("Nothing is left to enter about {period}.", "{period}没有待录数据。"),
    "figure": (
        "[{number}/{count}] {indicator}{area}, {period}, in {unit}",
        "[{number}/{count}] {indicator}{area}，{period}，单位：{unit}",
    ),
    "label-recorded": ("recorded", "已录"),
    "label-last": ("last figure", "上期"),
    "label-year-ago": ("a year earlier", "上年同期"),
    "label-likely": ("likely", "预计范围"),
    "label-state": ("state", "状态"),
    "reading": ("{period}: {value} (published {published})", "{period}：{value}（{published}发布）"),
    "range": ("{low} to {high}", "{low}至{high}"),
    "value": ("Value: ", "数值："),
    "publisher": ("Publisher [{usual}]: ", "发布机构［{usual}］："),
    "published": ("Published on [{usual}]: ", "发布日期［{usual}］："),
    "published-first": (
        "Published on (such as 2023-06-15, Enter if unknown): ",
        "发布日期（如2023-06-15，不详可直接回车）：",
    ),
    "comment": ("Comment: ", "备注："),
    "reason": ("Reason for the correction (Enter to leave it): ", "更正原因（直接回车则放弃）："),
    "stays": ("{target}: stays {after}", "{target}：仍为{after}"),
    "moves": ("{target}: {before} -> {after}", "{target}：{before} → {after}"),
    "progress": ("{status} ({progress}%)", "{status}（{progress}%）"),
    "no-target": ("no target depends on it", "没有目标直接以该数据评估"),
    "keep": ("Keep it? [Y/n] ", "确认保存？[Y/n] "),
    "keep-warned": ("Is it right all the same, and to be kept? [y/N] ", "数据确实无误，仍要保存？[y/N] "),
    "kept": ("kept as no. {number}", "已保存（编号{number}）"),
    "there": ("there already as no. {number}", "已有相同数据（编号{number}）"),
    "done": ("{kept} figures kept, {left} left to enter", "已保存{kept}项，尚余{left}项待录"),
}
