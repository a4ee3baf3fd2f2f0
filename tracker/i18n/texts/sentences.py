"""The sentences of reports and reviews.

`{is_figure}` carries the verb Chinese needs (为8,997家, but 超过9.8万家), `{when}` the preposition English needs (on
26 Jun 2023, for Jan–May 2023). A code that ends in `-one` is for a count of one.
"""

TEXTS = {
    # headlines
    "tally": (
        "As of {as_of}, of the {count} targets the document states{added}: {parts}.",
        "截至{as_of}，文件明确提出的{count}项目标{added}中，{parts}。",
    ),
    "tally-same": (
        "As of {as_of}, of the {count} targets the document states{added}: {parts}.",
        "截至{as_of}，文件明确提出的{count}项目标{added}均{status}。",
    ),
    "tally-one": (
        "As of {as_of}, of the one target the document states{added}: {parts}.",
        "截至{as_of}，文件明确提出的目标共{count}项{added}，{parts}。",
    ),
    "tally-added": (" (one added during the year)", "（含年内新增{added}项）"),
    "tally-added-more": (" ({added} added during the year)", "（含年内新增{added}项）"),
    "tally-interpreted": (
        "Not counted there: {count} interpreted targets ({parts}).",
        "另有解读设定的目标{count}项（不计入上述合计），{parts}。",
    ),
    "tally-interpreted-one": (
        "Not counted there: one interpreted target ({parts}).",
        "另有解读设定的目标{count}项（不计入上述合计），{parts}。",
    ),
    "tally-part": ("{count} {status}", "{status}{count}项"),
    "no-targets": ("The plan has no target with a number.", "计划未设定量化目标。"),
    "no-figures": ("No published figure has been entered yet.", "尚未录入任何已发布数据。"),
    "risk": (
        "{name}: {status}, with {figure} {when}. {where}{outcome}",
        "{name}{status}：{period}{is_figure}，{where}{outcome}",
    ),
    "risk-plain": ("{name}: {status}.", "{name}{status}。"),
    "risk-ahead": (
        "{name} is {status}, yet at this rate would come to about {value}: the chance of reaching the target ({goal}) "
        "is less than even ({chance}).",
        "{name}虽{status}，但据现有数据推算期末约为{value}，达到目标（{goal}）的可能性不足一半（{chance}）。",
    ),
    "chance-too": (" The chance of reaching the target is {chance}.", "达到目标的可能性{chance}。"),
    "standing": ("{name}: {status}, with {figure} {when}.", "{name}{status}：{period}{is_figure}。"),
    "standing-stock": (
        "{name}: {status}, with {figure} {when}: {progress} of the way to the target in {elapsed} of the time.",
        "{name}{status}：{period}{is_figure}，目标增量完成{progress}，时间进度为{elapsed}。",
    ),
    "standing-flow": (
        "{name}: {status}, with {figure} {when}: {progress} of the target in {elapsed} of the time.",
        "{name}{status}：{period}{is_figure}，年度目标完成{progress}，时间进度为{elapsed}。",
    ),
    "more-targets": ("{count} more are in the table below.", "其余{count}项见下表。"),
    "revised": (
        "{name}: the figure for {period} was revised from {old} to {new}.",
        "{name}{period}数据由{old}修订为{new}。",
    ),
    "corrected": (
        "{name}: the entry for {period} was corrected from {old} to {new}.",
        "{name}{period}数据录入有误，已由{old}更正为{new}。",
    ),
    "taken-back": ("{name}: the figure {old} for {period} was taken back.", "{name}{period}数据（{old}）已撤回。"),
    "missing": (
        "{count} figures due by now are not in the data: {items}.",
        "按发布日历应有而未录入的数据共{count}期：{items}。",
    ),
    "missing-one": (
        "One figure due by now is not in the data: {items}.",
        "按发布日历应有而未录入的数据共{count}期：{items}。",
    ),
    "missing-more": (
        "{count} figures due by now are not in the data, among them {items}.",
        "按发布日历应有而未录入的数据共{count}期，包括{items}等。",
    ),
    "missing-item": ("{name} ({count})", "{name}{count}期"),
    # what moved
    "first-report": ("There is no earlier report to compare with.", "本期为首期报告，无上期可比。"),
    "no-moves": (
        "No target's status has changed since the report for {period}.",
        "与上期（{period}）相比，各项目标状态未发生变化。",
    ),
    "moved-new-figure": (
        "{name} went from “{before}” to “{after}”: {figure} {when} was published.",
        "{name}由“{before}”转为“{after}”：新发布{period}数据，{is_figure}。",
    ),
    "moved-revision": (
        "{name} went from “{before}” to “{after}” because figures were revised.",
        "{name}由“{before}”转为“{after}”：已发布数据有修订。",
    ),
    "moved-target": (
        "{name} went from “{before}” to “{after}” because the target was changed to {goal}.",
        "{name}由“{before}”转为“{after}”：目标调整为{goal}。",
    ),
    "moved-method": (
        "{name} went from “{before}” to “{after}” because it is judged by other rules.",
        "{name}由“{before}”转为“{after}”：评估方法有调整。",
    ),
    "moved-time": (
        "{name} went from “{before}” to “{after}” as time passed without a figure that decides.",
        "{name}由“{before}”转为“{after}”：系时间推移所致，期间没有足以改变判断的新数据。",
    ),
    "moved-time-no-data": (
        "{name} went from “{before}” to “{after}”: figures that were due have not been entered.",
        "{name}由“{before}”转为“{after}”：按发布日历应有的数据尚未录入。",
    ),
    "moved-added": (
        "{name} is a new target ({goal}, announced {announced}): {after}.",
        "新增目标：{name}（{goal}，{announced}提出），目前{after}。",
    ),
    "moved-withdrawn": (
        "{name} is no longer a target; it was {before}.",
        "{name}不再列为目标，此前状态为“{before}”。",
    ),
    # targets set, changed or given up during the year
    "target-added": ("{name} became a target on {published}: {goal}.", "新增目标：{name}（{goal}，{published}提出）。"),
    "target-changed": (
        "The target for {name} was changed on {published} from {old} to {new}{why}.",
        "目标调整：{name}由{old}调整为{new}（{published}{why}）。",
    ),
    "target-due-changed": (
        "The due date of the target for {name} ({new}) was moved on {published} from {before} to {due}{why}.",
        "目标调整：{name}（{new}）的完成期限由{before}调整为{due}（{published}{why}）。",
    ),
    "target-withdrawn": (
        "The target for {name} ({old}) was given up on {published}{why}.",
        "目标取消：{name}（{old}）自{published}起不再列为目标{why}。",
    ),
    "why": (": {reason}", "，{reason}"),
    # a target's page
    "actual": (
        "The latest figure is {figure} {when} ({publisher}, {published}).",
        "{period}，{name}{is_figure}（{publisher}，{published}发布）。",
    ),
    "no-actual": ("There is no figure to judge the target on yet.", "目前尚无可用于评估的数据。"),
    "progress-stock": (
        "That is {progress} of the way from the baseline to the target, with {elapsed} of the time gone.",
        "完成目标增量的{progress}，时间进度为{elapsed}。",
    ),
    "progress-flow": (
        "That is {progress} of the year's target, with {elapsed} of the time gone.",
        "完成年度目标的{progress}，时间进度为{elapsed}。",
    ),
    "progress-stock-bound": (
        "That is {progress} of the way from the baseline to the target, with {elapsed} of the time gone.",
        "目标增量完成{progress}，时间进度为{elapsed}。",
    ),
    "progress-flow-bound": (
        "That is {progress} of the year's target, with {elapsed} of the time gone.",
        "年度目标完成{progress}，时间进度为{elapsed}。",
    ),
    "gap-path-above": (
        "The figure is {gap} above the expected path ({expected}).",
        "高于序时进度应达水平（{expected}）{gap}。",
    ),
    "gap-path-below": (
        "The figure is {gap} below the expected path ({expected}).",
        "低于序时进度应达水平（{expected}）{gap}。",
    ),
    "gap-path-equal": (
        "The figure is exactly on the expected path ({expected}).",
        "与序时进度应达水平（{expected}）持平。",
    ),
    "gap-growth-above": ("The figure is {gap} above the target ({goal}).", "高于目标（{goal}）{gap}。"),
    "gap-growth-below": ("The figure is {gap} below the target ({goal}).", "低于目标（{goal}）{gap}。"),
    "gap-growth-equal": ("The figure is exactly at the target ({goal}).", "与目标（{goal}）持平。"),
    "gap-growth-above-falling": ("The figure is {gap} short of the target ({goal}).", "距目标（{goal}）还差{gap}。"),
    "gap-growth-below-falling": ("The figure is {gap} better than the target ({goal}).", "优于目标（{goal}）{gap}。"),
    "size-about": ("about {size}", "约{size}"),
    "size-nearly": ("nearly {size}", "近{size}"),
    "size-more-than": ("more than {size}", "至少{size}"),
    "size-at-least": ("at least {size}", "至少{size}"),
    "size-less-than": ("less than {size}", "不到{size}"),
    "size-at-most": ("at most {size}", "至多{size}"),
    "gap-share-above": (
        "That is {gap} above the value of the base year ({expected}).",
        "比基期（{expected}）提高{gap}。",
    ),
    "gap-share-below": (
        "That is {gap} below the value of the base year ({expected}).",
        "比基期（{expected}）下降{gap}。",
    ),
    "gap-share-equal": ("That is unchanged from the base year ({expected}).", "与基期（{expected}）持平。"),
    # reasons, where a report says them otherwise than a table of the terminal
    "condition-met-now": ("So the target ({goal}) is reached.", "已达到“{goal}”的目标。"),
    "condition-failed-now": ("So the target ({goal}) is not reached.", "未达到“{goal}”的目标。"),
    "bounds-open-now": (
        "This leaves open whether the target ({goal}) is reached.",
        "据此尚无法判定是否达到“{goal}”的目标。",
    ),
    "no-history-positive": (
        "There are no monthly figures to say whether the rest of the year can make it up.",
        "因缺少月度数据，难以判断后续能否追回。",
    ),
    "no-history-negative": (
        "It goes the wrong way, and there are no monthly figures to compare with.",
        "与目标方向相反，且缺少可供比较的月度数据。",
    ),
    "change-within": (
        "The change is within the tolerance of {tolerance} percentage points.",
        "变动幅度在{tolerance}个百分点的允许范围内。",
    ),
    "change-beyond": (
        "The change is not within the tolerance of {tolerance} percentage points.",
        "变动幅度超出{tolerance}个百分点的允许范围。",
    ),
    "path-reason": ("On the expected path: {words}.", "进度安排说明：{words}。"),
    "target-note": ("Remark: {words}.", "备注：{words}。"),
    "needed-stock": (
        "To reach the target takes {needed} a month from here on.",
        "要实现目标，后续平均每月需净增{needed}。",
    ),
    "needed-flow": (
        "To reach the target takes {needed} a month from here on.",
        "要实现目标，后续平均每月需完成{needed}。",
    ),
    "needed-growth": (
        "To reach the target, growth over the rest of the span has to be {needed}.",
        "要实现目标，后续月份平均需{needed}。",
    ),
    "forecast": (
        "At this rate the figure would come to about {value} on {due} (80 % interval {low} to {high}); the chance of "
        "reaching the target is {chance}.",
        "据现有数据推算，到{due}约为{value}（80%区间为{low}至{high}），达到目标的可能性{chance}。",
    ),
    "chance": ("about {chance} %", "约{chance}%"),
    "chance-least": ("under 1 %", "不足1%"),
    "chance-most": ("over 99 %", "超过99%"),
    "outlook": (
        "{publisher} expected {figure} for {period} on {published}: an outlook, not an actual.",
        "{publisher}{published}预计{period}{is_figure}（展望数，不作为实际值）。",
    ),
    "announced-later": (
        "The target was announced on {announced}, after the plan; before that day it does not count.",
        "该目标于{announced}提出，晚于计划发布，自该日起计入。",
    ),
    # charts
    "alt-points": (
        "Chart of {name}: {count} figures, from {first} ({first_period}) to {last} ({last_period}).",
        "{name}走势图：共{count}个数据，由{first_period}的{first}到{last_period}的{last}。",
    ),
    "alt-point": (
        "Chart of {name}: one figure, {first} ({first_period}).",
        "{name}图：{first_period}{first}，仅有1个数据。",
    ),
    "alt-empty": ("Chart of {name}: no figures yet.", "{name}图：尚无数据。"),
    "alt-goal": ("{alternative} Target: {goal}.", "{alternative}目标：{goal}。"),
    "alt-forecast": (
        "{alternative} Forecast at the due date: {value} ({low} to {high}).",
        "{alternative}到期预测：{value}（{low}至{high}）。",
    ),
    # indicators watched
    "watched-lead": (
        "These indicators have no target of their own; they are held against the baseline the document gives.",
        "以下指标未设量化目标，对照文件所列基期数据进行监测。",
    ),
    "ratio-flow": ("{ratio} of the baseline's total", "基期总量的{ratio}"),
    "ratio-stock": ("{ratio}", "{ratio}"),
    "watched-differs": (
        "{name}: the baseline follows another definition and is compared with nothing.",
        "{name}：基期数据统计口径不同，不作比较。",
    ),
    "watched-part-year": (
        "{name}: the baseline is for {period}, not for the whole year.",
        "{name}：基期为{period}数据，并非全年数。",
    ),
    "watched-revised": (
        "{name}: the baseline was revised to {reference} afterwards; changes are measured from that.",
        "{name}：基期数据后修订为{reference}，变动按修订后数据计算。",
    ),
    "watched-none": (
        "No figure since the baseline is in the data for: {names}.",
        "以下指标基期以来的数据尚未录入：{names}。",
    ),
    # tasks
    "no-notes": ("No commitment has a note yet.", "各项举措暂无进展记录。"),
    # quality, later news, sources
    "quality-clean": (
        "Nothing is overdue, provisional, published as a bound or still in question.",
        "无逾期、初步、以界限公布或待核的数据。",
    ),
    "conflict-differs": (
        "{figure} for {period} follows another definition than the other figures and is not joined to them.",
        "{period}{is_figure}，与其他数据统计口径不同，不与之衔接比较。",
    ),
    "later-lead": (
        "Published in time for this report but referring to later than {period}; not in its tables.",
        "以下数据在编制前已发布，但数据期晚于{period}，不计入本期各表。",
    ),
    "sources-lead": (
        "Numbers in square brackets throughout the report refer to these rows.",
        "文中方括号内的编号对应下表。",
    ),
    # the review
    "review-of": ("{name}: {verdict}", "{name}：{verdict}"),
    "review-achieved": (
        "Achieved, with {figure} {when} (target: {goal}); first reached on {first}.",
        "已完成，{period}{is_figure}（目标：{goal}），{first}首次达到。",
    ),
    "review-achieved-at-last": (
        "Achieved, with {figure} {when} (target: {goal}).",
        "已完成，{period}{is_figure}（目标：{goal}）。",
    ),
    "review-achieved-then-lost": (
        "Achieved on {first} and lost since, with {figure} {when}, {missed}.",
        "{first}曾达到目标，此后回落，{period}{is_figure}，{missed}。",
    ),
    "review-missed": (
        "Missed, with {figure} {when}, {missed}.",
        "未完成，{period}{is_figure}，{missed}。",
    ),
    "missed-above": ("{gap} above the target ({goal})", "高出目标（{goal}）{gap}"),
    "missed-below": ("{gap} short of the target ({goal})", "距目标（{goal}）还差{gap}"),
    "missed-equal": ("just at the value of the target ({goal})", "与目标值持平，未达到“{goal}”的要求"),
    "missed-share-above": (
        "{gap} above the base year ({expected}; target: {goal})",
        "较基期（{expected}）提高{gap}（目标：{goal}）",
    ),
    "missed-share-below": (
        "{gap} below the base year ({expected}; target: {goal})",
        "较基期（{expected}）下降{gap}（目标：{goal}）",
    ),
    "missed-share-equal": (
        "unchanged from the base year ({expected}; target: {goal})",
        "与基期（{expected}）持平（目标：{goal}）",
    ),
    "review-undetermined": (
        "Undetermined: the published figures leave open whether the target ({goal}) was reached.",
        "尚难判定，已公布数据不足以判断是否达到目标（{goal}）。",
    ),
    "review-open": (
        "Open: the figure that decides, due {due}, is not in yet.",
        "待定，截至期限（{due}）的最终数据尚未公布。",
    ),
    "review-not-assessable": ("Not assessable.", "无法评估。"),
    "review-provisional": ("{verdict} This verdict is provisional.", "{verdict}该结论为初步结论。"),
    "edition-preliminary": (
        "This edition is preliminary: {count} targets still wait for the figure that decides.",
        "本版为初步评估：尚有{count}项目标待最终数据。",
    ),
    "edition-preliminary-one": (
        "This edition is preliminary: one target still waits for the figure that decides.",
        "本版为初步评估：尚有{count}项目标待最终数据。",
    ),
    "edition-final": (
        "This edition is final: no verdict waits for a figure any more.",
        "本版为最终评估：各项目标均已可作出结论，不再等待其他数据。",
    ),
    "unmeasured-indicators": (
        "Indicators without a figure in the year: {count}",
        "年内没有数据的指标{count}项",
    ),
    "unmeasured-commitments": (
        "Commitments without a target or a note: {count}",
        "既无量化目标也无进展记录的举措{count}项",
    ),
    "all-measured": ("Everything the plan names was measured or noted.", "计划所列事项均有数据或进展记录。"),
    "carry-open": ("{name}: wait for the final figure.", "{name}：待最终数据公布后评估。"),
    "carry-missed": (
        "{name}: not reached; decide whether to carry it into the next plan.",
        "{name}：未完成，需研究是否结转下年。",
    ),
    "carry-undetermined": (
        "{name}: ask the publisher for an exact figure.",
        "{name}：需向发布机构核实准确数据。",
    ),
}
