"""The headlines, and what moved since the report before."""

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
}
