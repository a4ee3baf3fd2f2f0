"""`tracker due`: what is to be entered about a month, and how far it has come."""

TEXTS = {
    "title": ("{plan}: figures about {period}, on {day}", "{plan}：{period}应录数据（截至{day}）"),
    "nothing": ("No release calendar has a figure about {period}.", "按发布日历，{period}没有应录数据。"),
    "column-indicator": ("Indicator", "指标"),
    "column-period": ("Period", "期间"),
    "column-value": ("Value", "数值"),
    "column-state": ("State", "状态"),
    "column-day": ("Published", "发布日期"),
    "column-latest": ("Latest figure", "最近数据"),
    "column-month": ("Month", "月份"),
    "column-expected": ("Expected", "应录"),
    "column-entered": ("Entered", "已录"),
    "column-overdue": ("Overdue", "逾期"),
    "column-complete": ("Complete", "录入率"),
    "column-on-time": ("Published on time", "按时发布率"),
    "column-entered-on-time": ("Entered on time", "按时录入率"),
    # --- states; the number of days is told in words, never by colour alone
    "entered": ("entered", "已录入"),
    "provisional": ("entered, provisional", "已录入（初步数）"),
    "expected": ("expected in {count} days", "预计{count}天后发布"),
    "expected-one": ("expected tomorrow", "预计明天发布"),
    "due": ("due in {count} days", "最迟{count}天内发布"),
    "due-one": ("due by tomorrow", "最迟明天发布"),
    "due-today": ("due today", "最迟今天发布"),
    "overdue": ("overdue {count} days", "已逾期{count}天"),
    "overdue-one": ("overdue a day", "已逾期1天"),
    "not-published": ("not published", "不单独发布"),
    "by": ("by {latest}", "最迟{latest}"),
    "comes-with": ("with {period}", "随{period}"),
    # --- below the table
    "count": (
        "Entered {entered} of {expected} ({complete}). On time: {publishing} published, {entering} entered.",
        "应录{expected}项，已录{entered}项，录入率{complete}；按时发布率{publishing}，按时录入率{entering}。",
    ),
    "count-none-settled": (
        "Entered {entered} of {expected} ({complete}).",
        "应录{expected}项，已录{entered}项，录入率{complete}。",
    ),
    "overdue-count": ("Overdue: {count}.", "逾期未录：{count}项。"),
    "earlier": (
        "Overdue from earlier months: {count} ({months}); see `tracker due {span}`.",
        "此前月份另有{count}项逾期未录（{months}），可用 tracker due {span} 查看。",
    ),
    "missing": ("Not entered yet", "尚未录入"),
    "no-calendar": ("No calendar: enter these when they are published", "无发布日历，随时发布随时录入"),
    "none": ("none", "无"),
}
