"""Plans, figures and reports made by hand for the tests of reports."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from tracker.domain.assessment import assess
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, ReleaseCalendar
from tracker.domain.follow_up import FollowUp, Said
from tracker.domain.indicator import PERCENT, Indicator, Kind, Publisher, Unit
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import parse_period
from tracker.domain.plan import Clause, Note, Plan, Progress, Task
from tracker.domain.target import Basis, Commitment, Condition, Evidence, Op, Target
from tracker.domain.wording import parse_quantity
from tracker.report.build import build
from tracker.report.document import Paper, ReportDocument
from tracker.report.material import Material, View

_ids = count(1000)
FIRMS = Unit("家", "enterprises", whole=True)
CARS = Unit("辆", "vehicles", whole=True)
MONTHLY = ReleaseCalendar(Frequency.MONTH, 15, 18, with_next=(1,))
YEARLY = ReleaseCalendar(Frequency.YEAR, 18, 31)
ANNOUNCED = date(2023, 1, 11)
PUBLISHERS = {
    "miit": Publisher("miit", Bilingual("工业和信息化部", "Ministry of Industry")),
    "bank": Publisher("bank", Bilingual("世界银行", "World Bank")),
}


def base(period: str, value: str, unit: Unit = PERCENT, flag: str = "") -> Baseline:
    """A baseline stated by the plan."""
    return Baseline(parse_period(period), parse_quantity(value, unit), "miit", ANNOUNCED, flag)


SMES = Indicator(
    "smes", Bilingual("专精特新中小企业数", "Specialised SMEs"), Kind.STOCK, FIRMS, ("miit",),
    baseline=base("2022-12-31", "7万多家", FIRMS),
)  # fmt: skip
OUTPUT = Indicator(
    "output", Bilingual("工业增加值增速", "Industrial growth"), Kind.GROWTH, PERCENT, ("miit",),
    calendar=MONTHLY, baseline=base("2022", "3.6%", flag="e"),
)  # fmt: skip
SALES = Indicator(
    "sales", Bilingual("新能源汽车销量", "NEV sales"), Kind.FLOW, CARS, ("miit",),
    calendar=MONTHLY, baseline=base("2022", "突破650万辆", CARS),
)  # fmt: skip
SHARE = Indicator(
    "share", Bilingual("制造业比重", "Manufacturing share"), Kind.SHARE, PERCENT, ("miit",),
    calendar=YEARLY, baseline=base("2022", "28%", flag="e"),
)  # fmt: skip
VOLUME = Indicator(
    "volume", Bilingual("电信业务总量增速", "Telecom growth"), Kind.GROWTH, PERCENT, ("miit",),
    calendar=MONTHLY, baseline=base("2022", "8%", flag="d"),
)  # fmt: skip


def target(indicator: Indicator, op: str, value: str | None, **more: Any) -> Target:
    """A target of 2023 on an indicator, stated unless said otherwise."""
    defaults: dict[str, Any] = {
        "commitment": Commitment.STRIVE,
        "evidence": Evidence(19, "企业超过8万家"),
        "baseline": indicator.baseline,
    }
    condition = Condition(Op(op), None if value is None else Decimal(value), None, more.pop("tolerance", None))
    code = more.pop("code", f"{indicator.code}-2023")
    published = more.pop("published", ANNOUNCED)
    return Target(code, indicator, condition, date(2023, 1, 1), date(2023, 12, 31), published, **(defaults | more))


SMES_TARGET = target(SMES, "more-than", "80000", task=9)
SALES_TARGET = target(SALES, "at-least", "9000000")
SHARE_TARGET = target(SHARE, "within", None, tolerance=Decimal("0.5"), basis=Basis.INTERPRETED)
PLAN = Plan(
    code="plan-2023",
    name=Bilingual("2023年工作", "Work of 2023"),
    year=2023,
    publisher="miit",
    published_on=ANNOUNCED,
    title=Bilingual("2023年会议", "Conference of 2023"),
    publishers=PUBLISHERS,
    indicators={one.code: one for one in (SMES, OUTPUT, SALES, SHARE, VOLUME)},
    tasks=(
        Task(9, Bilingual("中小企业", "Small firms"), clauses=(
            Clause(9, 1, Bilingual("服务体系", "Services"), kind="ongoing"),
            Clause(9, 2, Bilingual("数量目标", "Numbers"), kind="target", target_codes=("smes-2023",)),
        )),
    ),
    targets=(SMES_TARGET, SALES_TARGET, SHARE_TARGET),
)  # fmt: skip


def fig(code: str, period: str, value: str, published: str, **more: Any) -> Observation:
    """A figure of an indicator of the plan; recorded on the day it was published."""
    indicator = PLAN.indicators[code]
    span, day = parse_period(period), date.fromisoformat(published)
    if indicator.kind is Kind.STOCK:
        span = span.instant()
    defaults: dict[str, Any] = {
        "recorded_at": datetime(day.year, day.month, day.day, 4, tzinfo=UTC),
        "source": f"{code} {period}",
        "id": next(_ids),
    }
    publisher = more.pop("publisher", "miit")
    quantity = parse_quantity(value, indicator.unit)
    return Observation(code, span, quantity, publisher, day, **(defaults | more))


FIGURES = (
    fig("smes", "2023-03-19", "7万多家", "2023-03-19", id=1),
    fig("smes", "2023-06-26", "8万多家", "2023-06-26", id=2),
    fig("smes", "2023-09-21", "9.8万多家", "2023-09-21", id=3),
    fig("output", "2023-01..02", "2.4%", "2023-03-15", id=4),
    fig("output", "2023-03", "3.9%", "2023-04-18", id=5),
    fig("output", "2023-Q1", "3.0%", "2023-04-18", id=6),
    fig("output", "2023-01..05", "3.6%", "2023-06-15", id=7),
    fig("sales", "2023-01..02", "93.3万辆", "2023-03-10", id=8),
    fig("sales", "2023-Q1", "158.6万辆", "2023-04-11", id=9),
    fig("sales", "2023-01..04", "222.2万辆", "2023-05-11", id=10, flag="p"),
    fig("sales", "2023-01..05", "294万辆", "2023-06-12", id=11),
    fig("share", "2022", "27.7%", "2023-01-18", id=12),
    fig("share", "2022", "25.98%", "2023-06-01", id=13, publisher="bank"),
    fig("volume", "2023-Q1", "18%", "2023-04-20", id=14),
)


def view(
    period: str, as_of: str, rows: Sequence[Observation] = FIGURES, targets: Sequence[Target] = PLAN.targets
) -> View:
    """What a report on a period sees on a day."""
    span, day = parse_period(period), date.fromisoformat(as_of)
    kept = tuple(row for row in rows if row.period.stop <= span.stop)
    return View(span, day, day, tuple(assess(one, kept, day) for one in targets), kept)


def material(
    now: View,
    before: View | None = None,
    *,
    rows: Sequence[Observation] = FIGURES,
    plan: Plan = PLAN,
    vintages: Sequence[Target] | None = None,
    notes: Sequence[Note] = (),
    paper: Paper = Paper.REPORT,
    months: Sequence[View] = (),
    **more: Any,
) -> Material:
    """What a report is built from."""
    return Material(
        paper=paper,
        plan=plan,
        known_at=datetime(2023, 7, 1, 4, 5, 6, 789, tzinfo=UTC),
        now=now,
        before=before,
        observations=tuple(rows),
        vintages=tuple(plan.targets if vintages is None else vintages),
        notes=tuple(notes),
        months=tuple(months),
        **more,
    )


def question(row: Observation, words: str, by: str = "李工") -> FollowUp:
    """A question about a figure, late in the evening of 30 June in China, that nobody has answered."""
    return FollowUp(1, row, Said(words, by, datetime(2023, 6, 30, 15, 30, tzinfo=UTC)))


QUESTIONS = (question(FIGURES[1], "名单是否为最终版？"), question(FIGURES[9], "是否含出口？", "wang"))


def may() -> ReportDocument:
    """The report on May 2023: one target undetermined, one on its way, one pending."""
    return build(material(view("2023-05", "2023-06-26"), view("2023-04", "2023-05-26")))


def june() -> ReportDocument:
    """The report on June 2023, in which a target is achieved."""
    return build(material(view("2023-06", "2023-07-26"), view("2023-05", "2023-06-26"), follow_ups=QUESTIONS))


def review() -> ReportDocument:
    """The preliminary review of 2023."""
    months = [view(f"2023-{month:02}", f"2023-{month + 1:02}-26") for month in range(1, 12)]
    return build(material(view("2023", "2024-01-26"), paper=Paper.REVIEW, months=months, follow_ups=QUESTIONS))


def renamed(words: str) -> ReportDocument:
    """The report on May with `words` for everything somebody typed: the plan's code, names, units, titles, phrases,
    notes, sources, reasons and questions. One figure was revised and one target changed."""
    both = Bilingual(words, words)
    indicators = {code: _renamed(one, words) for code, one in PLAN.indicators.items()}
    targets = tuple(
        replace(one, indicator=indicators[one.indicator.code], name=both, evidence=Evidence(19, words))
        for one in PLAN.targets
    )
    tasks = tuple(
        replace(one, title=both, clauses=tuple(replace(clause, title=both) for clause in one.clauses))
        for one in PLAN.tasks
    )
    plan = replace(
        PLAN,
        code=words,
        name=both,
        title=both,
        indicators=indicators,
        targets=targets,
        tasks=tasks,
        publishers={code: replace(one, name=both) for code, one in PLAN.publishers.items()},
    )
    revised = fig("sales", "2023-Q1", "158.0万辆", "2023-06-01", reason=words)
    rows = tuple(replace(row, source=words, note=words) for row in (*FIGURES, revised))
    earlier = replace(targets[0], published_on=date(2023, 1, 1), reason=words)
    notes = tuple(
        Note(subject, Progress.IN_PROGRESS, date(2023, 5, 1), words, words, number)
        for number, subject in enumerate(("9.1", "smes", "output"), 1)
    )
    return build(
        material(
            view("2023-05", "2023-06-26", rows, targets),
            view("2023-04", "2023-05-26", rows, targets),
            rows=rows,
            plan=plan,
            vintages=(earlier, *targets),
            notes=notes,
            follow_ups=(question(rows[0], words, words),),
        )
    )


def _renamed(indicator: Indicator, words: str) -> Indicator:
    unit = indicator.unit if indicator.unit.is_percent else replace(indicator.unit, zh=words, en=words)
    return replace(indicator, name=Bilingual(words, words), unit=unit)
