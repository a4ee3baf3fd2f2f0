"""What a report says in sentences: like an official would write them, each thing once, and nothing left out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.report.papers import (
    FIGURES,
    FIRMS,
    OUTPUT,
    PLAN,
    SALES,
    SMES,
    SMES_TARGET,
    fig,
    june,
    material,
    review,
    target,
    view,
)
from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.indicator import Direction
from tracker.domain.observation import Observation
from tracker.domain.plan import Task
from tracker.domain.target import Target
from tracker.report.amounts import worked_out
from tracker.report.blocks import Fold, Paragraph, Table
from tracker.report.build import build
from tracker.report.compose import compose
from tracker.report.document import Forecast, Paper, ReportDocument
from tracker.report.headlines import headlines
from tracker.report.sentences import explanation


def prose(document: ReportDocument, code: str, lang: Lang = "zh") -> str:
    """The running text of a target's page."""
    section = next(one for one in compose(document, lang).sections if one.anchor == f"target-{code}")
    return next(block.text.text for block in section.blocks if isinstance(block, Paragraph))


def said(document: ReportDocument, code: str) -> list[str]:
    return [one.text.zh for one in document.headlines if one.code == code]


def heading(rows: Sequence[Observation], probability: str) -> tuple[list[str], list[str]]:
    """The sentences of a target with a forecast, and the headlines of its report."""
    known = material(view("2023-05", "2023-06-26", rows), rows=rows)
    value, low, high = (worked_out(Decimal(number), FIRMS, rough=True) for number in ("76804", "75268", "78253"))
    first, *rest = build(known).targets
    page = replace(first, forecast=Forecast(value, low, high, Decimal(probability)))
    assert page.status == "on-track"
    said = explanation(known.now.assessments[0], page, PLAN)
    lines = headlines(known, (page, *rest), (), (), (), ())
    return [one.text.zh for one in said], [one.text.zh for one in lines if one.code == "risk-ahead"]


def test_a_page_reads_as_a_paragraph() -> None:
    document = build(material(view("2023-05", "2023-06-26")))
    assert prose(document, "sales-2023") == (
        "2023年1—5月，新能源汽车销量为294万辆（工业和信息化部，2023年6月12日发布）。"
        "完成年度目标的32.6%，时间进度为41.6%。"
        "低于序时进度应达水平（375万辆）81万辆。"
        "完成进度落后序时进度9个百分点，未超过10个百分点的滞后界限。"
        "要实现目标，后续平均每月需完成86.58万辆。"
    )
    english = prose(document, "sales-2023", "en")
    assert english.startswith(
        "The latest figure is 2.94 million vehicles for Jan–May 2023 (Ministry of Industry, 12 Jun 2023). "
    )
    assert english.endswith("To reach the target takes 865,800 vehicles a month from here on.")


def test_the_bound_of_a_figure_is_the_bound_of_its_distance() -> None:
    document = build(material(view("2023-06", "2023-07-26")))
    assert "高于序时进度应达水平（7.57万家）至少4,329家。" in prose(document, "smes-2023")
    gap = document.targets[0].gap
    assert gap is not None
    assert (gap.value, gap.text.zh) == (Decimal("4328.7671"), "超过4,329家")


def test_a_review_says_the_figure_once() -> None:
    words = prose(review(), "smes-2023")
    assert words.count("9.8万家") == 1
    assert words.startswith("已完成，2023年9月21日超过9.8万家（目标：超过8万家），2023年6月26日首次达到。目标增量完成")


def test_a_verdict_that_is_open_says_how_it_looks() -> None:
    document = review()
    entries = document.review.ledger if document.review else ()
    assert [entry.verdict.text.zh for entry in entries[1:]] == [
        "待定，目前缺数据（2023年1—5月为294万辆），截至期限（2023年12月31日）的最终数据尚未公布。",
        "待定，截至期限（2023年12月31日）的最终数据尚未公布。",
    ]
    assert prose(document, "sales-2023").count("294万辆") == 1


def test_a_missed_target_s_gap_is_said_once() -> None:
    rows = (*FIGURES, fig("share", "2023", "26.2%", "2024-07-05", flag="p"))
    document = build(material(view("2023", "2024-07-26", rows), rows=rows, paper=Paper.REVIEW))
    assert prose(document, "share-2023") == (
        "未完成，2023年为26.2%，较基期（27.7%）下降1.5个百分点（目标：变动小于0.5个百分点）。该结论为初步结论。"
    )


def falling(value: str, figure: str) -> Target:
    lower = replace(OUTPUT, direction=Direction.DOWN, baseline=None)
    return target(lower, "at-most", value, code="falling", baseline=None)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            "-3.2%",
            "工业增加值增速下降3.2%（工业和信息化部，2023年6月15日发布）。距目标（下降3.5%以上）还差0.3个百分点。",
        ),
        ("-3.8%", "工业增加值增速下降3.8%（工业和信息化部，2023年6月15日发布）。优于目标（下降3.5%以上）0.3个百分点。"),
    ],
)
def test_where_lower_is_better_short_is_not_below(figure: str, words: str) -> None:
    goal = falling("-3.5", figure)
    rows = (fig("output", "2023-01..05", figure, "2023-06-15"),)
    document = build(material(view("2023-05", "2023-06-26", rows, (goal,)), rows=rows, vintages=(goal,)))
    assert words in prose(document, "falling")


def test_what_a_missed_target_lacked_is_said_without_a_sign() -> None:
    rows = (
        *FIGURES,
        fig("share", "2023", "26.2%", "2024-07-05"),
        fig("sales", "2023", "849.5万辆", "2024-01-11"),
        fig("smes", "2023-12-31", "7.9万家", "2024-01-10"),
    )
    document = build(material(view("2023", "2024-07-26", rows), rows=rows, paper=Paper.REVIEW))
    assert document.review is not None
    assert [entry.verdict.text.zh for entry in document.review.ledger] == [
        "2023年6月26日曾达到目标，此后回落，2023年12月31日为7.9万家，距目标（超过8万家）还差1,000家。",
        "未完成，2023年为849.5万辆，距目标（900万辆以上）还差50.5万辆。",
        "未完成，2023年为26.2%，较基期（27.7%）下降1.5个百分点（目标：变动小于0.5个百分点）。",
    ]


def test_a_rate_s_year_is_not_first_reached_at_its_end() -> None:
    goal = target(OUTPUT, "at-least", "4", code="growth")
    rows = (fig("output", "2023", "4.6%", "2024-01-17"),)
    document = build(
        material(view("2023", "2024-01-26", rows, (goal,)), rows=rows, vintages=(goal,), paper=Paper.REVIEW)
    )
    assert document.review is not None
    assert document.review.ledger[0].verdict.text.zh == "已完成，2023年为4.6%（目标：4%以上）。"
    assert document.targets[0].first_achieved == date(2023, 12, 31), "the data keep it"


def test_where_a_target_is_heading_is_said_and_warned_of() -> None:
    rows = [row for row in FIGURES if row.indicator != "smes"] + [fig("smes", "2023-05-31", "7.5万家", "2023-06-10")]
    text, warned = heading(rows, "0.041")
    assert "据现有数据推算，到2023年12月31日约为7.68万家（80%区间为7.53万家至7.83万家），达到目标的可能性约4%。" in text
    assert warned == [
        "专精特新中小企业数虽进展正常，但据现有数据推算期末约为7.68万家，达到目标（超过8万家）的可能性不足一半（约4%）。"
    ]
    text, warned = heading(rows, "0.996")
    assert any(one.endswith("，达到目标的可能性超过99%。") for one in text)
    assert not warned


def test_all_alike_is_said_in_a_word() -> None:
    targets = (SMES_TARGET, target(SMES, "more-than", "75000", code="lower"))
    document = build(material(view("2023-06", "2023-07-26", targets=targets), vintages=targets))
    assert document.headlines[0].text.zh == "截至2023年7月26日，文件明确提出的2项目标均已完成。"


NEW = target(SALES, "about", "9000000", code="new", published=date(2023, 9, 1), evidence=None)
RAISED = replace(
    NEW, condition=replace(NEW.condition, value=Decimal(9500000)), published_on=date(2023, 10, 5), reason="四季度上调。"
)
GONE = replace(SMES_TARGET, published_on=date(2023, 10, 10), withdrawn=True, reason="不再考核")
VINTAGES = (SMES_TARGET, NEW, RAISED, GONE)


def amended(paper: Paper = Paper.REPORT) -> ReportDocument:
    """After a target was set in September and raised in October, in which another was given up."""
    now = view("2023-09", "2023-10-26", targets=(RAISED,))
    before = None if paper is Paper.REVIEW else view("2023-08", "2023-09-26", targets=(SMES_TARGET, NEW))
    return build(material(now, before, vintages=VINTAGES, paper=paper))


def test_a_changed_target_is_told_with_what_it_was() -> None:
    document = amended()
    assert [one.text.zh for one in document.amendments] == [
        "目标调整：新能源汽车销量由900万辆左右调整为950万辆左右（2023年10月5日，四季度上调）。"
    ], "that another went is a move"
    assert [move.sentence.code for move in document.moves][-1] == "moved-withdrawn"
    assert said(document, "target-changed")
    assert "（含年内新增1项）" in document.headlines[0].text.zh


def test_a_review_tells_what_became_of_the_targets_themselves() -> None:
    document = amended(Paper.REVIEW)
    assert [one.text.zh for one in document.amendments] == [
        "目标取消：专精特新中小企业数（超过8万家）自2023年10月10日起不再列为目标，不再考核。",
        "新增目标：新能源汽车销量（900万辆左右，2023年9月1日提出）。",
        "目标调整：新能源汽车销量由900万辆左右调整为950万辆左右（2023年10月5日，四季度上调）。",
    ]
    ledger = next(one for one in compose(document, "zh").sections if one.anchor == "ledger")
    notes = [row[0].note for block in ledger.blocks if isinstance(block, Table) for row in block.rows]
    assert notes == ["力争 · 2023年底 · 2023年9月1日增设 · 2023年10月5日调整"]


def test_an_outlook_that_the_year_replaced_is_no_revision() -> None:
    goal = target(OUTPUT, "at-least", "4", code="growth")
    rows = (
        fig("output", "2023", "4.3%左右", "2023-12-21", flag="f"),
        fig("output", "2023", "4.6%", "2024-01-17", flag="p"),
        fig("output", "2023", "4.7%", "2024-06-01"),
    )
    document = build(
        material(view("2023", "2024-07-26", rows, (goal,)), rows=rows, vintages=(goal,), paper=Paper.REVIEW)
    )
    assert document.review is not None
    (revision,) = document.review.ledger[0].revisions
    assert revision.new is not None
    assert (revision.old.text.zh, revision.new.text.zh) == ("4.6%", "4.7%")


def test_months_that_say_the_same_stand_in_one_line() -> None:
    section = next(one for one in compose(review(), "zh").sections if one.anchor == "target-smes-2023")
    table = next(block for block in section.blocks if isinstance(block, Table) and block.caption == "年内进程")
    assert [(row[0].text, row[1].text, row[4].text) for row in table.rows] == [
        ("2023年1—2月", "2023年2月26日至2023年3月26日", "尚难判定"),
        ("2023年3—5月", "2023年4月26日至2023年6月26日", "尚难判定"),
        ("2023年6—8月", "2023年7月26日至2023年9月26日", "已完成"),
        ("2023年9—11月", "2023年10月26日至2023年12月26日", "已完成"),
        ("2023年", "2024年1月26日", "已完成"),
    ]


@pytest.mark.parametrize(("paper", "anchor"), [(june, "targets"), (review, "ledger")])
def test_a_column_with_nothing_in_it_is_left_out(paper: Callable[[], ReportDocument], anchor: str) -> None:
    section = next(one for one in compose(paper(), "zh").sections if one.anchor == anchor)
    tables = [block for block in section.blocks if isinstance(block, Table)]
    assert len({len(table.columns) for table in tables}) == 2, "one table has more to say than the other"
    for table in tables:
        for place, column in enumerate(table.columns):
            assert column.title in ("最新数据", "完成值") or any(row[place].text != "—" for row in table.rows)
            assert len(table.columns) == len(table.rows[0])


def test_the_chapter_of_tasks_says_once_that_nothing_was_noted() -> None:
    plan = replace(PLAN, tasks=(*PLAN.tasks, Task(99, Bilingual("其他", "Others"))))
    document = build(replace(material(view("2023-05", "2023-06-26"), plan=plan), notes=()))
    section = next(one for one in compose(document, "zh").sections if one.anchor == "tasks")
    lines = [block.summary for block in section.blocks if isinstance(block, Fold)]
    assert lines[-1] == "99. 其他：未列举措"
    assert not any("记录" in line for line in lines)
    assert any("举措" in line for line in lines[:-1])


def test_an_area_has_its_name() -> None:
    there = target(SMES, "more-than", "8000", code="there", area="CN-GD")
    elsewhere = replace(there, code="elsewhere", area="FR-75")
    targets = (there, elsewhere)
    document = build(material(view("2023-05", "2023-06-26", targets=targets), vintages=targets))
    assert [page.name.zh for page in document.targets] == ["专精特新中小企业数（广东）", "专精特新中小企业数（FR-75）"]
    assert document.targets[0].name.en == "Specialised SMEs (Guangdong)"


def test_missing_periods_name_their_year_once() -> None:
    quality = next(
        one for one in compose(build(material(view("2023-05", "2023-06-26"))), "zh").sections if one.anchor == "quality"
    )
    table = next(block for block in quality.blocks if isinstance(block, Table))
    assert [row[2].text for row in table.rows] == [
        "2023年：4月、1—4月、5月",
        "2023年：3月、4月、5月",
        "2023年：1—2月、3月、4月、1—4月、5月、1—5月",
    ]
