"""`tracker backtest`: headings and what they mean."""

TEXTS = {
    "progress": ("replaying the forecasts {bar} {percent}%", "正在回测 {bar} {percent}%"),
    "nothing": (
        "Nothing to replay: it takes eight monthly or quarterly figures before a year's end, and the year's figure.",
        "没有可回测的数据：至少需要年末之前的8期月度（季度）数据和全年数据。",
    ),
    "column-indicator": ("Indicator", "指标"),
    "column-origins": ("Made", "次数"),
    "column-coverage": ("Within", "覆盖率"),
    "column-brier": ("Brier", "布里尔"),
    "column-mae": ("Error", "误差"),
    "column-last-value": ("/ last", "比末值"),
    "column-run-rate": ("/ rate", "比均速"),
    "column-last-year": ("/ year", "比上年"),
    "overall": ("All", "合计"),
    "about-coverage": (
        "Made: forecasts. Within: how often the 80 % interval held the outcome; 80 % is meant.",
        "次数：预测次数。覆盖率：实际结果落入80%区间的比例，理想值为80%。",
    ),
    "about-brier": (
        "Brier: mean squared error of the probability of reaching a target; 0 is perfect, 0.25 a coin.",
        "布里尔：达标概率的均方误差，0为最佳，0.25相当于抛硬币。",
    ),
    "about-against": (
        "Error: mean absolute error of the value; then as a multiple of what naive rules would have had, below 1 being "
        "better: the last value, the run-rate, the same as last year.",
        "误差：平均绝对误差；其后为与简单推算法误差之比，小于1为优：末值不变、按均速推算、与上年相同。",
    ),
    "kept": (
        "{name}: of {made} forecast(s) in reports, {within} held the outcome; Brier {brier}.",
        "{name}：报告中的{made}次预测，{within}次区间包含实际结果；布里尔分{brier}。",
    ),
    "kept-open": (
        "{name}: {made} forecast(s) in reports; the outcome is not known yet.",
        "{name}：报告中已作{made}次预测，实际结果尚未公布。",
    ),
    "untested": ("Without enough figures: {names}.", "数据不足未回测：{names}。"),
}
