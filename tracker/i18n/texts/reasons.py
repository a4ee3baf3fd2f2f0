"""Why a target has its status: one sentence for each reason code of the domain."""

TEXTS = {
    "condition-met": (
        "The condition is met: {value} for {period}, published on {published}.",
        "{period}数据（{value}，{published}发布）已达到目标。",
    ),
    "condition-failed": (
        "The condition is not met: {value} for {period}, published on {published}.",
        "{period}数据（{value}，{published}发布）未达到目标。",
    ),
    "bounds-open": (
        "{value} for {period}, published on {published}, leaves open whether the condition is met.",
        "{period}公布的数值为{value}（{published}发布），据此无法判定是否达到目标。",
    ),
    "bounds-open-band": (
        "The published {value} is a bound: the status would be {low} at one end and {high} at the other.",
        "公布的数值“{value}”只是一个界限：按下限为“{low}”，按上限为“{high}”，尚难判定。",
    ),
    "condition-holds": ("The condition holds as of now.", "目前满足目标条件。"),
    "condition-open": ("The condition does not hold yet.", "目前尚未满足目标条件。"),
    "on-schedule": ("On or ahead of the expected path.", "达到或快于序时进度。"),
    "far-off": (
        "The bound leaves the figure arbitrarily far from the path.",
        "公布的界限过宽，可能与序时进度相差甚远。",
    ),
    "shortfall-small": (
        "Progress is {points} percentage points behind the expected path, less than the {limit} that count as behind.",
        "完成进度落后序时进度{points}个百分点，未超过{limit}个百分点的滞后界限。",
    ),
    "shortfall": (
        "Progress is {points} percentage points behind the expected path.",
        "完成进度落后序时进度{points}个百分点。",
    ),
    "shortfall-large": (
        "Progress is {points} percentage points behind the expected path, more than {limit}.",
        "完成进度落后序时进度{points}个百分点，超过{limit}个百分点的严重滞后界限。",
    ),
    "last-quarter": (
        "Progress is {points} percentage points behind the expected path, and {elapsed} % of the time has passed.",
        "时间已过{elapsed}%，完成进度仍落后序时进度{points}个百分点。",
    ),
    "within-path": (
        "On the good side of the path to the limit.",
        "控制在序时进度以内。",
    ),
    "over-small": (
        "{points} points of progress on the wrong side of the path to the limit, under the {limit} that are behind.",
        "向不利方向偏离序时进度{points}个百分点，未达到{limit}个百分点的滞后界限。",
    ),
    "over": (
        "{points} points of progress on the wrong side of the path to the limit.",
        "向不利方向偏离序时进度{points}个百分点。",
    ),
    "over-large": (
        "{points} points of progress on the wrong side of the path to the limit, more than {limit}.",
        "向不利方向偏离序时进度{points}个百分点，高于{limit}个百分点的界限。",
    ),
    "over-last-quarter": (
        "{points} points of progress on the wrong side of the path to the limit, with {elapsed} % of the time gone.",
        "时间已过{elapsed}%，仍向不利方向偏离序时进度{points}个百分点。",
    ),
    "limit-passed": (
        "Past the upper limit of {limit}; what has been added up cannot come down again.",
        "累计数已突破{limit}的上限，不会再回落。",
    ),
    "beyond-range": (
        "Beyond the range, which ends at {end}, by {points} points of progress: it would have to come back.",
        "已越出目标区间（界限为{end}），折合进度{points}个百分点，需回到区间内。",
    ),
    "at-target": (
        "{value} % is at the target of {target} % or better.",
        "增速{value}%，达到或好于{target}%的目标。",
    ),
    "needed-within-best": (
        "The rest of the year needs {needed} %, which the best month of late reached ({best} % in {best_period}).",
        "后续月份平均需达到{needed}%，近期最好月份（{best_period}为{best}%）曾达到这一水平。",
    ),
    "needed-above-best": (
        "The rest of the year needs {needed} %, which no month of late reached (at best {best} % in {best_period}).",
        "后续月份平均需达到{needed}%，近期最好月份（{best_period}为{best}%）也未达到这一水平。",
    ),
    "no-history-positive": (
        "Not at the target of {target} % yet; there are no monthly figures to say whether the rest can make it up.",
        "未达到{target}%的目标；缺少月度数据，无法判断后续能否追回。",
    ),
    "no-history-negative": (
        "Going the wrong way against a target of {target} %; there are no monthly figures to compare with.",
        "与{target}%的目标方向相反；缺少月度数据可资比较。",
    ),
    "change-within": (
        "Changed by {change} percentage points, strictly within the tolerance of {tolerance}.",
        "变动{change}个百分点，在{tolerance}个百分点的容许幅度之内。",
    ),
    "change-beyond": (
        "Changed by {change} percentage points, not within the tolerance of {tolerance}.",
        "变动{change}个百分点，超出{tolerance}个百分点的容许幅度。",
    ),
    "above-band": (
        "Changed for the better by more than the tolerance ({change} against {tolerance} percentage points).",
        "向好变动{change}个百分点，超过{tolerance}个百分点的容许幅度，视为完成。",
    ),
    "within-about": (
        "Short of {value}, but within the allowance of an “about”.",
        "未达到{value}，但在“左右”的允许范围内，视为完成。",
    ),
    "nothing-due": (
        "Nothing was due yet: the first figure, for {period}, is due by {day}.",
        "尚未到发布时间：首个数据（{period}）最迟{day}发布。",
    ),
    "no-release": ("The release calendar has no release in this span.", "发布日历在此期间没有安排发布。"),
    "releases-overdue": (
        "{count} release(s) overdue since {day}, the first for {period}: not entered, or never published.",
        "自{day}起有{count}期数据逾期（首期为{period}）：未录入或未发布。",
    ),
    "overdue": (
        "The figure for {period} has been overdue since {day}.",
        "{period}数据自{day}起逾期，尚未录入。",
    ),
    "awaiting-final": (
        "Past the due date {due}; the final figure is still to come.",
        "已过{due}的完成期限，最终数据尚未公布。",
    ),
    "stale": (
        "The last reading, of {day}, is over {months} months old.",
        "最近一次数据截至{day}，已超过{months}个月未更新。",
    ),
    "closing-reading-early": (
        "Judged on the last reading before the due date, of {day}.",
        "按到期前最后一次数据（{day}）判定。",
    ),
    "no-closing-reading": (
        "No reading at the due date {due} or in the {days} days before it.",
        "{due}到期时及此前{days}天内均无数据，无法判定。",
    ),
    "no-reading": ("No figure has been entered or stated.", "尚无任何数据。"),
    "no-reference": (
        "There is no baseline to measure the change from.",
        "缺少基期数据，无法衡量变动幅度。",
    ),
    "no-baseline": ("Without a baseline there is no progress to compute.", "缺少基期数据，无法计算完成进度。"),
    "definition-differs": (
        "The baseline follows another definition and is compared with nothing.",
        "基期数据统计口径不同，不作比较。",
    ),
    "target-equals-baseline": (
        "The target equals its baseline, so there is no way to go and no progress to compute.",
        "目标值与基期值相同，不计算完成进度。",
    ),
    "achieved-then-lost": (
        "The condition was met on {day} and no longer holds.",
        "{day}曾达到目标，此后不再满足目标条件。",
    ),
    "confirmed": (
        "“{by}” of {day} says nothing new and confirms the figure.",
        "{day}公布的“{by}”与该数据一致，未提供新信息。",
    ),
    "derived": (
        "The year-to-date figure was added up from the last published one and {count} later month(s).",
        "累计数由最近一次公布的累计数加此后{count}个月的月度数据推算。",
    ),
    "baseline-bound": (
        "The baseline, {value}, is a bound and counts at its printed value.",
        "基期数据“{value}”为界限值，按公布数值计算。",
    ),
    "provisional": (
        "Provisional: the deciding figure, for {period}, is an estimate or preliminary and may still change.",
        "该结论依据的{period}数据为预计数或初步核算数，可能随最终数据调整。",
    ),
    "reference-revised": (
        "The reference was revised afterwards from {before} to {after}; the verdict stands.",
        "基期数据此后由{before}修订为{after}，结论不变。",
    ),
    "verdict-revised": (
        "The reference was revised afterwards from {before} to {after}, which changed the verdict.",
        "基期数据此后由{before}修订为{after}，结论因此改变。",
    ),
    "path-fell-back": (
        "Last year's figures do not suffice for a path by last year's shape; the path is linear.",
        "上年同期数据不足，无法按上年进度折算，改按线性进度。",
    ),
    "forecast-too-few-points": (
        "No forecast: {points} monthly or quarterly figures, and it takes eight.",
        "不作预测：可用的月度（季度）数据仅{points}期，至少需要8期。",
    ),
    "forecast-irregular": (
        "No forecast: the figures do not come at even intervals.",
        "不作预测：数据期间不连续或间隔不均。",
    ),
    "forecast-too-far": (
        "No forecast: the due date is {months} months after the last figure, and a forecast goes 24 at most.",
        "不作预测：距最近一期数据{months}个月，超过24个月的预测上限。",
    ),
    "forecast-complete": (
        "No forecast: every month of the span is known, only the final figure is to come.",
        "不作预测：各月数据均已公布，仅待最终数据。",
    ),
    "forecast-open-bound": (
        "The forecast starts from the printed value of the last figure, which is only a bound.",
        "最近一期数据为界限值，预测以其公布数值为起点。",
    ),
}
