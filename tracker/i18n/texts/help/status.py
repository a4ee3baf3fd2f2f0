"""`tracker status`."""

TEXTS = {
    "help": (
        "Show where every target stands: actual, progress, what was expected by then, gap and status. "
        "Targets stated in the document and those interpreted from it are kept apart.",
        "列出各项目标的实际值、完成进度、应达水平、差距和状态。文件明确的目标与解读设定的目标分开列示。",
    ),
    "example": (
        "tracker status\ntracker status --as-of 2023-07-01 --json",
        "tracker status\ntracker status --as-of 2023-07-01 --json",
    ),
    "--basis": ("only targets of this basis", "只列此类目标"),
    "--area": ("only targets of these areas (ISO 3166 codes)", "只列这些地区的目标（ISO 3166 代码）"),
    "--methods": (
        "what published methods for long plans say of each target, side by side",
        "对照列出各种公开方法（适用于多年规划）的判断",
    ),
    "--no-forecast": (
        "leave the forecasts out, which take some milliseconds each",
        "不做预测（每项预测需要数毫秒）",
    ),
    "--all": ("the indicators without a target too, and counts by task", "一并列出没有目标的指标，并分任务汇总"),
}
