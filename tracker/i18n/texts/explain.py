"""The steps of an explanation: input, formula with numbers, and where the formula comes from.

`CITED` names the section of the method page that has a step's rule, `SOURCES` the source there that it is taken from.
"""

CITED = {
    "reference": "5",
    "actual": "2",
    "actual-derived": "2",
    "confirmed-by": "2",
    "accepts": "3",
    "tolerance": "6",
    "elapsed-months": "4",
    "elapsed-days": "4",
    "day-own": "4",
    "day-view": "4",
    "path-fell-back": "5",
    "path-linear": "5",
    "path-batch": "5",
    "path-batch-none": "5",
    "path-interim": "5",
    "path-last-year": "5",
    "path-due": "5",
    "gap": "5",
    "gap-points": "5",
    "progress": "5",
    "shortfall": "6",
    "over": "6",
    "end-low": "3",
    "end-high": "3",
    "bands-schedule": "6",
    "bands-growth": "6",
    "bands-growth-range": "6",
    "bands-growth-alone": "6",
    "bands-range": "6",
    "bands-tolerance": "6",
    "bands-condition": "5",
    "decided": "7",
    "needed": "5",
    "growth-needed": "5",
    "growth-needed-weighted": "5",
    "next-value": "5",
    "next-value-alone": "5",
}
SOURCES = dict.fromkeys(
    ("elapsed-months", "path-linear", "gap-points", "progress", "shortfall", "bands-schedule", "bands-growth-alone"),
    "1",
)

TEXTS = {
    "cited": ("{line} [method {section}]", "{line}〔方法说明{section}〕"),
    "cited-source": ("{line} [method {section}, source {source}]", "{line}〔方法说明{section}，来源{source}〕"),
    "flag": (", flag {flag}", "，标记{flag}"),
    "entry": (", entry {entry}", "，记录{entry}"),
    "entry-none": (", stated in the plan", "，计划所列"),
    "source": ("; {source}", "；{source}"),
    "baseline": (
        "Baseline: {value} for {period} ({publisher}, published {published}{flag})",
        "基期：{period}为{value}（{publisher}，{published}发布{flag}）",
    ),
    "baseline-none": ("Baseline: none", "基期：无"),
    "reference": (
        "Reference, the baseline as revised: {value} for {period} ({publisher}, published {published}{entry})",
        "参照值（基期修订后）：{period}为{value}（{publisher}，{published}发布{entry}）",
    ),
    "actual": (
        "Actual: {value} for {period} ({publisher}, published {published}{flag}{entry}{source})",
        "实际：{period}为{value}（{publisher}，{published}发布{flag}{entry}{source}）",
    ),
    "actual-derived": (
        "Actual, added up from published figures: {value} for {period}",
        "实际（由已发布数据推算）：{period}为{value}",
    ),
    "actual-none": ("Actual: none published by {as_of}", "实际：截至{as_of}无数据"),
    "part": (
        "  + {value} for {period} ({publisher}, published {published}{entry})",
        "  + {period}为{value}（{publisher}，{published}发布{entry}）",
    ),
    "confirmed-by": (
        "Confirmed by: {value} for {period} ({publisher}, published {published}{entry})",
        "印证：{period}为{value}（{publisher}，{published}发布{entry}）",
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
    "path-fell-back": (
        "Last year's figures do not give a shape for this month: the path is linear",
        "上年数据不足以得出同期进度，改按线性路径",
    ),
    "path-linear": (
        "Expected, linear path: {start} + ({end} - {start}) × {done} / {length} = {expected}",
        "应达水平（线性）：{start} +（{end} - {start}）× {done}/{length} = {expected}",
    ),
    "path-batch": (
        "Expected, batch path: the step of {when}, the last one due by {day}: {expected}",
        "应达水平（分批公布）：截至{day}应到位的最近一批为{when}，即{expected}",
    ),
    "path-batch-none": (
        "Expected, batch path: no step is due by {day}, so still {expected}",
        "应达水平（分批公布）：截至{day}尚无应到位批次，仍为{expected}",
    ),
    "path-interim": (
        "Expected, linear from {start} on {from_day} to {end} on {to_day}: {start} + ({end} - {start}) × {done} / "
        "{length} = {expected}",
        "应达水平（阶段目标间线性，{from_day}为{start}，{to_day}为{end}）："
        "{start} +（{end} - {start}）× {done}/{length} = {expected}",
    ),
    "path-last-year": (
        "Expected, by last year's shape ({publisher}: {part} for {period} of {total} for {span}): {goal} × {part} / "
        "{total} = {expected}",
        "应达水平（按上年同期占全年比重；{publisher}：{span}{total}，其中{period}{part}）："
        "{goal} × {part}/{total} = {expected}",
    ),
    "path-due": ("Expected, on the due date: the target, {expected}", "应达水平：已到期，即目标值{expected}"),
    "path-reason": ("Why this path: {reason}", "采用该路径的理由：{reason}"),
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
        "Shortfall = (expected - actual) / (target - start) = ({expected} - {actual}) / {span} × 100 = {points} points",
        "进度差 =（应达 - 实际）/（目标 - 起点）=（{expected} - {actual}）/ {span} × 100 = {points}个百分点",
    ),
    "over": (
        "Over the path = (actual - expected) / (target - start) = ({actual} - {expected}) / {span} × 100 = {points} "
        "points",
        "超出幅度 =（实际 - 应达）/（目标 - 起点）=（{actual} - {expected}）/ {span} × 100 = {points}个百分点",
    ),
    "growth-needed": (
        "Needed over the rest, months of equal weight: ({total} × {goal} - {done} × {actual}) / {rest} = {needed} %",
        "后续月份平均需达增速（各月等权）：（{total} × {goal} - {done} × {actual}）/ {rest} = {needed}%",
    ),
    "needed": (
        "Needed in each month left: ({goal} - {actual}) / {rest} = {needed}",
        "后续每月平均需完成：（{goal} - {actual}）/ {rest} = {needed}",
    ),
    "end-low": ("At the low end {end} of what the bound allows: {status}", "按界限下端{end}：{status}"),
    "end-high": ("At the high end {end} of what the bound allows: {status}", "按界限上端{end}：{status}"),
    "growth-needed-weighted": (
        "Needed over the rest, months weighed by the base year's levels ({indicator}, {publisher}: {part} for {period} "
        "of {whole} for {span}): ({goal} - {actual} × {part} / {whole}) / (1 - {part} / {whole}) = {needed} %",
        "后续月份平均需达增速（按基期规模加权；{indicator}，{publisher}：{span}{whole}，其中{period}{part}）："
        "（{goal} - {actual} × {part}/{whole}）/（1 - {part}/{whole}）= {needed}%",
    ),
    "bands-schedule": (
        "Bands, by the shortfall in points of progress: under {low} on track, up to {high} behind, more off track; "
        "after {late} % of the time any shortfall is at least behind",
        "分档（按进度差）：小于{low}个百分点为进展正常，至{high}个百分点为进度滞后，再大为严重滞后；"
        "时间过去{late}%之后，凡有差距至少为进度滞后",
    ),
    "bands-growth": (
        "Bands: at the target or better on track; else behind while the growth needed over the rest is no better than "
        "the best month (or January–February) of the last {months} months, {best} % for {period} (entry {id}); beyond "
        "that off track",
        "分档：达到目标为进展正常；未达到，而后续所需增速近{months}个月最好单月（或1—2月：{period}{best}%，记录{id}）"
        "曾经达到的，为进度滞后；否则为严重滞后",
    ),
    "bands-growth-range": (
        "Bands: beyond the end {end} % of the range behind while a month (or January–February) of the last {months} "
        "months had the growth that brings the rest back, at best {best} % for {period} (entry {id}); else off track",
        "分档：越出目标区间界限{end}%的，回到区间所需的后续增速，近{months}个月最好单月（或1—2月：{period}{best}%，"
        "记录{id}）曾经达到的，为进度滞后；否则为严重滞后",
    ),
    "bands-growth-alone": (
        "Bands: at the target or better on track; no single month of the last {months} months is known, so short of it "
        "a positive figure is behind and a negative one off track (where less is better the other way round)",
        "分档：达到目标为进展正常；近{months}个月无单月数据，未达到目标的，正增长为进度滞后，负增长为严重滞后"
        "（越低越好的指标相反）",
    ),
    "bands-range": (
        "Bands: beyond the end {end} of the range behind, by more than {limit} points of the path's length off track",
        "分档：越出目标区间界限{end}为进度滞后，超出路径全程的{limit}个百分点为严重滞后",
    ),
    "bands-tolerance": (
        "Bands: a change of less than {tolerance} percentage points on track, up to {twice} behind, more off track",
        "分档：变动小于{tolerance}个百分点为进展正常，至{twice}个百分点为进度滞后，再大为严重滞后",
    ),
    "bands-condition": (
        "Bands: without a path on track where the condition holds, else behind",
        "分档：无路径可比，满足目标条件为进展正常，否则为进度滞后",
    ),
    "decided": (
        "Decided by rule {number}, {rule}: {status}. {why}",
        "判定依据为第{number}条（{rule}）：{status}。{why}",
    ),
    "rule-not-assessable": ("what cannot be assessed", "无法评估"),
    "rule-final": ("the final verdict", "最终结论"),
    "rule-pending": ("nothing has been due yet", "尚无应发布数据"),
    "rule-no-data": ("figures that were due are missing", "应发布数据缺失"),
    "rule-bands": ("the bands", "分档"),
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
        "the months still to come ({months}) are forecast from {points} figures",
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
    "forecast-by-last-level": (
        "  last level, unchanged: {value}, weight {weight}",
        "  保持最近一期水平：{value}，权重{weight}",
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
