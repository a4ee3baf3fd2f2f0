"""`tracker log`."""

TEXTS = {
    "help": (
        "Show the audit trail: every change, who made it, when and why. Nothing in it can be changed.",
        "查看操作记录：每次变更的操作人、时间和原因。记录不可更改。",
    ),
    "example": (
        "tracker log --since 2024-03-01 --by li\ntracker log --indicator little-giants --kind record,retract",
        "tracker log --since 2024-03-01 --by li\ntracker log --indicator 小巨人 --kind record,retract",
    ),
    "--indicator": ("only changes to figures of this indicator", "只看该指标的变更"),
    "--by": ("only changes by this person", "只看该操作人的变更"),
    "--kind": (
        "only these kinds",
        "只看这些类型",
    ),
    "--since": ("from this time on; a date means its beginning", "自该时刻起；只写日期则自当日零时起"),
    "--until": ("up to this time; a date means its end", "至该时刻止；只写日期则至当日结束"),
    "--limit": ("only the latest so many", "只看最近若干条"),
}
