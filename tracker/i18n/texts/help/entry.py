"""`tracker entry`."""

TEXTS = {
    "help": (
        "Enter what is due about a month, one figure after the other. Each is shown with the last figure, that of the "
        "year before and the likely range; publisher and date are remembered from the one before; what it does to "
        "the targets is shown before it is kept. Every accepted figure is kept at once, so nothing is lost by "
        "Ctrl-C. Needs a terminal; elsewhere use `import`.",
        "逐项录入某月应录数据。每项均列出上期数、上年同期数和预计范围，发布机构和发布日期沿用上一项，保存前显示对目标进展的影响。"
        "每确认一项立即保存，中途退出（Ctrl-C）不会丢失。须在终端中使用；其他情况请用 tracker import。",
    ),
    "example": ("tracker entry\ntracker entry 2023-06", "tracker entry\ntracker entry 2023年6月"),
    "MONTH": (
        "a month, or a span of months; default: the last complete month",
        "月份，也可以是若干个月；默认为最近一个已结束的月份",
    ),
}
