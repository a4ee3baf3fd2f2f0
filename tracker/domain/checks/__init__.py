"""What may be wrong with a figure: one list of rules, in three strengths.

*Errors* stop, *warnings* ask, *notices* are told and kept with the figure. A rule has a stable code and can be tried
alone (`Rule.look`); `check` tries all of them and keeps every finding. The texts of the codes are in the i18n table
`checks`.
"""

from tracker.domain.checks import alone, growth, likelihood, magnitude, notices, refusals, relation, sequence, totals
from tracker.domain.checks.history import History, Line
from tracker.domain.checks.outcome import Effect, Outcome, effect
from tracker.domain.checks.relation import relations
from tracker.domain.checks.rule import Case, Rule
from tracker.domain.checks.screens import QuickLook
from tracker.domain.problems import Problem

__all__ = [
    "RULES", "Case", "Effect", "History", "Line", "Outcome", "QuickLook", "Rule", "check", "effect", "relations",
    "remarks",
]  # fmt: skip

RULES: tuple[Rule, ...] = (
    *refusals.RULES,
    *magnitude.RULES,
    *alone.RULES,
    *sequence.RULES,
    *totals.RULES,
    *relation.RULES,
    *growth.RULES,
    *likelihood.RULES,
    *notices.RULES,
)


def check(case: Case) -> list[Problem]:
    """Everything the rules find, errors first; a finding that another one explains is left out."""
    found = [(rule, problem) for rule in RULES if (problem := rule.look(case)) is not None]
    explained = {code for rule, _ in found for code in rule.explains}
    return [problem for rule, problem in found if rule.code not in explained]


def remarks(case: Case) -> list[Problem]:
    """What there is to say about a figure that a quick look has settled: the same for its series and publication."""
    return [problem for rule in notices.OF_ITSELF if (problem := rule.look(case)) is not None]
