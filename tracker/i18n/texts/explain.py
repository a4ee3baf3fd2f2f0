"""The steps of an explanation: input, formula with numbers, and where the formula comes from."""

TEXTS = {
    "baseline": (
        "Baseline: {value} for {period} ({publisher}, published {published}, flag {flag})",
        "基期：{period}为{value}（{publisher}，{published}发布，标记{flag}）",
    ),
    "baseline-none": ("Baseline: none", "基期：无"),
    "reference": (
        "Reference, the baseline as revised: {value} for {period} ({publisher}, published {published}, entry {id})",
        "参照值（基期修订后）：{period}为{value}（{publisher}，{published}发布，记录{id}）",
    ),
    "actual": (
        "Actual: {value} for {period} ({publisher}, published {published}, flag {flag}, entry {id}; {source})",
        "实际：{period}为{value}（{publisher}，{published}发布，标记{flag}，记录{id}；{source}）",
    ),
    "actual-derived": (
        "Actual, added up from published figures: {value} for {period}",
        "实际（由已发布数据推算）：{period}为{value}",
    ),
    "actual-none": ("Actual: none published by {as_of}", "实际：截至{as_of}无数据"),
    "part": (
        "  + {value} for {period} ({publisher}, published {published}, entry {id})",
        "  + {period}为{value}（{publisher}，{published}发布，记录{id}）",
    ),
    "confirmed-by": (
        "Confirmed by: {value} for {period} ({publisher}, published {published}, entry {id})",
        "印证：{period}为{value}（{publisher}，{published}发布，记录{id}）",
    ),
    "accepts": (
        "Condition: the figure lies in {opening}{low}, {high}{closing}",
        "目标区间：{opening}{low}，{high}{closing}",
    ),
    "tolerance": (
        "Tolerance: a change from {reference} of strictly less than {tolerance} percentage points",
        "容许幅度：较{reference}的变动须小于{tolerance}个百分点",
    ),
    "elapsed-months": (
        "Time: completed months / months of the span = {done} / {total} = {share} (elapsed-time schedule, 序时进度)",
        "时间进度（序时进度）：已完成月数/总月数 = {done}/{total} = {share}",
    ),
    "elapsed-days": (
        "Time: days since the baseline / days to the due date = {done} / {total} = {share}",
        "时间进度：距基期天数/到期总天数 = {done}/{total} = {share}",
    ),
    "day-own": (
        "Compared on {day}, the figure's own date: releases are regular, their lag is not held against the target",
        "比较日：{day}（数据自身日期；定期发布指标不因发布滞后扣减进度）",
    ),
    "day-view": (
        "Compared on {day}: releases are irregular, so time runs to the day of the view",
        "比较日：{day}（不定期发布指标，按查看日计算）",
    ),
    "path-linear": (
        "Expected, linear path: {start} + ({goal} - {start}) × {share} = {expected}",
        "应达水平（线性）：{start} +（{goal} - {start}）× {share} = {expected}",
    ),
    "path-batch": (
        "Expected, batch path (steps at announced dates): {expected}. {reason}",
        "应达水平（分批公布）：{expected}。{reason}",
    ),
    "path-interim": (
        "Expected, linear between interim targets: {expected}. {reason}",
        "应达水平（阶段目标间线性）：{expected}。{reason}",
    ),
    "path-last-year": (
        "Expected, by the share of last year's total that the same month had reached: {expected}. {reason}",
        "应达水平（按上年同期占全年比重）：{expected}。{reason}",
    ),
    "gap": (
        "Gap = actual - expected = {actual} - {expected} = {gap}",
        "差距 = 实际 - 应达 = {actual} - {expected} = {gap}",
    ),
    "gap-points": (
        "Gap = {actual} - {expected} = {gap} percentage points (rates are compared directly, never prorated)",
        "差距 = {actual} - {expected} = {gap}个百分点（增速、比重直接比较，不折算）",
    ),
    "progress": (
        "Progress = (actual - start) / (target - start) = ({actual} - {start}) / ({goal} - {start}) = {progress}",
        "完成进度 =（实际 - 起点）/（目标 - 起点）=（{actual} - {start}）/（{goal} - {start}）= {progress}",
    ),
    "shortfall": (
        "Shortfall = (expected - actual) / (target - start) = ({expected} - {actual}) / {span} = {points} points",
        "进度差 =（应达 - 实际）/（目标 - 起点）=（{expected} - {actual}）/ {span} = {points}个百分点",
    ),
    "over": (
        "Over the path = (actual - expected) / (target - start) = ({actual} - {expected}) / {span} = {points} points",
        "超出幅度 =（实际 - 应达）/（目标 - 起点）=（{actual} - {expected}）/ {span} = {points}个百分点",
    ),
    "growth-needed": (
        "Needed over the rest, months of equal weight: ({total} × {goal} - {done} × {actual}) / {rest} = {needed} %",
        "后续月份平均需达增速（各月等权）：（{total} × {goal} - {done} × {actual}）/ {rest} = {needed}%",
    ),
    "best-month": (
        "Best single month (or January–February) of the last 24 months: {best} % for {period} (entry {id})",
        "近24个月最好单月（或1—2月）：{period}为{best}%（记录{id}）",
    ),
    "end-low": ("At the low end {end} of what the bound allows: {status}", "按界限下端{end}：{status}"),
    "end-high": ("At the high end {end} of what the bound allows: {status}", "按界限上端{end}：{status}"),
    "growth-needed-weighted": (
        "Needed over the rest, months weighed by the base year's levels ({weight} of its total fell into the elapsed "
        "months): ({goal} - {weight} × {actual}) / (1 - {weight}) = {needed} %",
        "后续月份平均需达增速（按基期各月规模加权，基期同期占全年{weight}）："
        "（{goal} - {weight} × {actual}）/（1 - {weight}）= {needed}%",
    ),
    "next-value": (
        "The next figure ({period}) leaves the status at least “{keeps}” if it is {value}",
        "下期数据（{period}）{value}，状态即不低于“{keeps}”",
    ),
    "next-value-alone": (
        "The next figure ({period}) leaves the status at least “{keeps}” if it is {value}: the months since then "
        "{alone}",
        "下期数据（{period}）{value}，状态即不低于“{keeps}”，相当于其间各月{alone}",
    ),
    "forecast": (
        "Forecast for {due}: {value}, with a probability of 80 % between {low} and {high}; {known} are known already, "
        "{months} month(s) are forecast from {points} figures",
        "预测（{due}）：{value}，80%区间为{low}至{high}；其中已知{known}，其余{months}个月据{points}期数据推算",
    ),
    "forecast-by-smoothed-level": (
        "  smoothed level of late: {value}, weight {weight}",
        "  近期水平（指数平滑）：{value}，权重{weight}",
    ),
    "forecast-by-last-change": (
        "  last value, part of the last change carried on: {value}, weight {weight}",
        "  最近一期值，延续部分变动：{value}，权重{weight}",
    ),
    "forecast-by-mean-with-memory": (
        "  return to the average (autoregression): {value}, weight {weight}",
        "  向均值回归（自回归）：{value}，权重{weight}",
    ),
    "forecast-by-last-year-plus": (
        "  last year's months plus the recent change on the year before: {value}, weight {weight}",
        "  上年同月加近期同比变动量：{value}，权重{weight}",
    ),
    "forecast-by-last-year-times": (
        "  last year's months times the recent ratio to the year before: {value}, weight {weight}",
        "  上年同月乘近期同比倍数：{value}，权重{weight}",
    ),
    "forecast-chance": (
        "Probability that the figure as published meets the condition ({start} to {end} before rounding): {chance}",
        "按公布精度达到目标的概率（四舍五入前介于{start}至{end}之间）：{chance}",
    ),
    "forecast-none-not-assessable": ("Forecast: none, the target cannot be assessed", "预测：无（目标无法评估）"),
    "forecast-none-share": (
        "Forecast: none, a share is one figure for the whole span",
        "预测：无（比重类指标全期只有一个数据）",
    ),
    "forecast-none-too-few-points": (
        "Forecast: none, {points} figures and it takes eight",
        "预测：无（可用数据{points}期，至少需要8期）",
    ),
    "forecast-none-irregular": (
        "Forecast: none, the figures do not come at even intervals",
        "预测：无（数据期间不连续或间隔不均）",
    ),
    "forecast-none-complete": (
        "Forecast: none, every month of the span is known",
        "预测：无（各月数据均已公布）",
    ),
    "forecast-none-too-far": (
        "Forecast: none, the due date is {months} months after the last figure (24 at most)",
        "预测：无（距最近一期数据{months}个月，超过24个月）",
    ),
}
