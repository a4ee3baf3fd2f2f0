"""Empty and extreme plans come out in every format: no data, one target, two hundred, tiny, huge and negative values,
and whatever anybody may type."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from tests.report.papers import ANNOUNCED, FIRMS, PLAN, SMES, fig, material, renamed, target, view
from tracker.domain.assessment import assess
from tracker.domain.bilingual import LANGS, Bilingual, Lang
from tracker.domain.indicator import Unit
from tracker.domain.observation import Baseline, Observation
from tracker.domain.period import parse_period
from tracker.domain.plan import Plan, Task
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.target import Condition, Op
from tracker.report.archive import report_path
from tracker.report.build import build
from tracker.report.compose import compose
from tracker.report.document import Chart, Paper, ReportDocument
from tracker.report.material import View
from tracker.report.writers import FORMATS, TERMINAL, render

FORMS = [form for form in FORMATS if form != TERMINAL]
SPAN, DAY = parse_period("2023-06"), date(2023, 7, 26)


def scaled(low: str, high: str, unit: Unit) -> ReportDocument:
    """A report on one target that starts at `low` and wants `high`, with a figure in the middle."""
    start, goal = Decimal(low), Decimal(high)
    base = Baseline(parse_period("2022-12-31"), Quantity(start, Bound.EXACTLY), "miit", ANNOUNCED)
    indicator = replace(SMES, unit=unit, baseline=base)
    wanted = replace(
        target(indicator, "at-least", None), condition=Condition(Op.AT_LEAST, goal), indicator=indicator, baseline=base
    )
    row = replace(fig("smes", "2023-06-26", "5家", "2023-06-26"), quantity=Quantity((start + goal) / 2, Bound.EXACTLY))
    plan = replace(PLAN, indicators={"smes": indicator}, targets=(wanted,), tasks=())
    return build(material(seen((row,), plan), rows=(row,), plan=plan))


def seen(rows: tuple[Observation, ...], plan: Plan) -> View:
    return View(SPAN, DAY, DAY, tuple(assess(one, rows, DAY) for one in plan.targets), rows)


def nothing() -> ReportDocument:
    """A report on a plan with targets and no figures."""
    return build(material(view("2023-06", "2023-07-26", ()), rows=()))


def bare() -> ReportDocument:
    """The review of a plan with nothing in it."""
    plan = replace(PLAN, indicators={}, targets=(), tasks=())
    return build(material(View(parse_period("2023"), DAY, DAY, (), ()), rows=(), plan=plan, paper=Paper.REVIEW))


def crowd(count: int = 200) -> ReportDocument:
    """So many targets over twenty tasks."""
    tasks = tuple(Task(number, Bilingual(f"任务{number}", f"Task {number}")) for number in range(1, 21))
    targets = tuple(
        replace(
            target(SMES, "more-than", "80000", code=f"t-{n}"), task=n % 20 + 1, name=Bilingual(f"目标{n}", f"T {n}")
        )
        for n in range(count)
    )
    rows = (fig("smes", "2023-06-26", "9万家", "2023-06-26"),)
    plan = replace(PLAN, targets=targets, tasks=tasks)
    return build(material(seen(rows, plan), rows=rows, plan=plan))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "document",
    [
        nothing(),
        bare(),
        scaled("0.000001", "0.000009", Unit("吨", "tonnes")),
        scaled("100000000000", "1000000000000", FIRMS),
        scaled("-250.5", "-3", Unit("亿元", "100 million yuan")),
        renamed("<b>&\"'=1+1 | # $x$ \\u{1} 🚀 عربي\u202e " + "长" * 300),
    ],
    ids=["no-figures", "no-plan", "tiny", "huge", "negative", "hostile"],
)
def test_every_format_takes_it(document: ReportDocument, form: str) -> None:
    pytest.importorskip("typst")
    for lang in LANGS:
        content = render(document, form, lang)
        assert len(content) > 500
        assert content == render(document, form, lang)


@pytest.mark.parametrize("form", FORMS)
def test_a_crowd_of_targets_comes_out(form: str) -> None:
    pytest.importorskip("typst")
    count = 40 if form == "docx" else 200  # a tenth of a second each for drawing the charts as pixels
    assert len(render(crowd(count), form, "zh")) > 20_000


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "typed", ["\u202egnp.exe", "\x1b[2J", "a\x00b", "\ud800", "\u2066x\u2069", "\u200e\ufeff", "a\nb\u2028c"]
)
def test_nothing_that_is_not_seen_gets_into_a_layout(typed: str, lang: Lang) -> None:
    """Whatever somebody typed is made legible before any format gets it, so none has to think of it."""
    shown = list(texts(compose(renamed(f"before {typed} after"), lang)))
    assert sum("before" in words for words in shown) > 40
    assert [words for words in shown if not set(words).isdisjoint(set(typed) - set("abcgnpx.e[2J "))] == []


def texts(value: object) -> Iterator[str]:
    """Every text of a layout but those of its charts, which draw what they print themselves."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (words for item in value for words in texts(item))
    elif is_dataclass(value) and not isinstance(value, Chart):
        yield from (words for field in fields(value) for words in texts(getattr(value, field.name)))


@pytest.mark.parametrize("code", ["../../etc", "C:\\x", "con", "", "计划", "a/b", "x" * 300])
def test_no_code_leads_out_of_the_folder(code: str) -> None:
    document = replace(nothing(), plan=replace(nothing().plan, code=code))
    path = report_path(document, "zh", "docx")
    assert ".." not in path.parts
    assert str(path).isascii()
    assert not path.is_absolute()
    assert len(path.parts) == 4
