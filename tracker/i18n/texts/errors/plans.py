"""Plans, targets and their changes."""

TEXTS = {
    "plan-refused": (
        "{file}: nothing was loaded; mend the {count} problems named above",
        "{file}：未加载；请更正上列{count}处问题后重试",
    ),
    "plan-refused.one": (
        "{file}: nothing was loaded; mend the problem named above",
        "{file}：未加载；请更正上列问题后重试",
    ),
    "plan-conflict": (
        "the plan {plan} was not loaded: it would break what is recorded, as said above",
        "计划 {plan} 未加载：与已录入的内容冲突，详见上文",
    ),
    "needs-reason": (
        "the {what} {given} is there already and would change; say why with --reason",
        "{what} {given} 已存在且内容有变；请用 --reason 说明原因",
    ),
    "plan-refused.target": ("the target was not stored; mend what is named above", "目标未保存；请更正上列问题后重试"),
}
