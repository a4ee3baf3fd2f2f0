"""The page of an indicator."""

TEXTS = {
    "kind": (
        "{kind}, in {unit}, {direction}; as of {day}",
        "{kind}指标，单位：{unit}，{direction}；截至{day}",
    ),
    "up": ("higher is better", "越高越好"),
    "down": ("lower is better", "越低越好"),
    "publishers": ("Published by {names}", "发布机构：{names}"),
    "release": (
        "Released {frequency}, usually {usual} and at the latest {latest} days after the period ends",
        "{frequency}发布，一般在期末后{usual}天，最迟{latest}天",
    ),
    "irregular": ("Released irregularly", "不定期发布"),
    "every-month": ("monthly", "按月"),
    "every-quarter": ("quarterly", "按季"),
    "every-half-year": ("twice a year", "每半年"),
    "every-year": ("yearly", "按年"),
    "baseline": ("Baseline: {value} for {period}", "基期：{period}为{value}"),
    "vintages": (" ({count} vintages)", "（第{count}版）"),
    "steps": ("How this was worked out", "计算过程"),
    "no-figures": ("No figure had been published by {day}.", "截至{day}尚无已发布的数据。"),
    "areas-agree": (
        "Check for {period}: the {count} areas add up to {total}, as the whole has it ({whole}).",
        "核对{period}：{count}个地区合计{total}，与全国数（{whole}）一致。",
    ),
    "areas-differ": (
        "Check for {period}: the {count} areas add up to {total}, the whole is {whole}; they differ by {difference}.",
        "核对{period}：{count}个地区合计{total}，全国数为{whole}，相差{difference}。",
    ),
    "areas-open": (
        "Check for {period}: the bounds of the {count} areas' figures do not add up to anything.",
        "核对{period}：{count}个地区的数据界限方向不一，无法合计。",
    ),
    "note": ("Note of {day}: {text}", "{day}备注：{text}"),
}
