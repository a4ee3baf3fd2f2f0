"""`tracker backtest`."""

TEXTS = {
    "help": (
        "Make the forecasts of every month of the stored history again, with what had been published by then, and "
        "compare them with what came: how often the interval held it, how good the probabilities were, and how the "
        "error compares with naive rules. Years count whose own figure is out.",
        "按各月当时已发布的数据重做预测，并与实际结果对照：区间覆盖率、概率评分，以及与简单推算法的误差比较。"
        "只计全年数据已发布的年份。",
    ),
    "example": (
        "tracker backtest\ntracker backtest --indicator nev-sales --json",
        "tracker backtest\ntracker backtest --indicator 新能源汽车销量 --json",
    ),
    "--indicator": ("only these indicators", "只回测这些指标"),
}
