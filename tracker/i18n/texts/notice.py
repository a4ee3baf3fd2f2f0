"""Messages about what schedules have made: subjects and the lines around a summary."""

TEXTS = {
    "report": ("{plan}: report for {period}", "{plan}：{period}报告"),
    "review": ("{plan}: review of {period}", "{plan}：{period}年度评估"),
    "review-preliminary": ("{plan}: preliminary review of {period}", "{plan}：{period}年度评估（初步）"),
    "as-of": ("As of {day}.", "数据截至{day}。"),
    "alert": ("{plan}: {count} status change(s) to look at", "{plan}：{count}项目标状态变化提示"),
    "backup": ("{plan}: backup made", "{plan}：备份完成"),
    "reference": ("Message {id}", "消息编号{id}"),
}
