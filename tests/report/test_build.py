"""A report says what is known: statuses, what moved and why, what is missing, where every figure comes from."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.report.papers import (
    FIGURES,
    PLAN,
    QUESTIONS,
    SALES_TARGET,
    SMES,
    SMES_TARGET,
    fig,
    june,
    material,
    may,
    review,
    target,
    view,
)
from tracker.domain.bilingual import LANGS, Lang
from tracker.domain.observation import Entry
from tracker.domain.plan import Note, Progress
from tracker.domain.target import Condition, Op
from tracker.report.blocks import Table
from tracker.report.build import build
from tracker.report.canonical import content_hash
from tracker.report.compose import compose
from tracker.report.document import Edition, Outcome, ReportDocument, Role
from tracker.report.writers import render
from tracker.report.writers.markdown import escape


def codes(document: ReportDocument) -> list[str]:
    return [sentence.code for sentence in document.headlines]


def test_a_figure_of_a_later_period_is_news_and_not_in_the_table() -> None:
    page = may().targets[0]
    assert page.actual is not None
    assert str(page.actual.period) == "2023-03-19"
    assert page.status == "undetermined"
    assert [(news.indicator, str(news.figure.period)) for news in may().later] == [("smes", "2023-06-26")]


def test_stated_and_interpreted_targets_are_counted_apart() -> None:
    assert [(tally.basis, tally.status, tally.count) for tally in may().tally] == [
        ("stated", "undetermined", 1),
        ("stated", "on-track", 1),
        ("interpreted", "pending", 1),
    ]
    first, second = may().headlines[:2]
    assert first.text.zh == "截至2023年6月26日，文件明确提出的2项目标中，尚难判定1项、进展正常1项。"
    assert second.text.zh == "另有解读设定的目标1项（不计入上述合计），待发布1项。"


def test_a_move_is_told_with_its_figure() -> None:
    (move,) = june().moves[:1]
    assert (move.target, move.before, move.after, move.causes) == (
        "smes-2023", "undetermined", "achieved", ("new-figure",),
    )  # fmt: skip
    assert move.sentence.text.zh == "专精特新中小企业数由“尚难判定”转为“已完成”：新发布2023年6月26日数据，超过8万家。"
    assert "more than 80,000 enterprises on 26 Jun 2023" in move.sentence.text.en


def test_a_first_report_has_nothing_to_compare_with() -> None:
    document = build(material(view("2023-01", "2023-02-26")))
    assert document.previous is None
    assert not document.moves
    assert "no-moves" not in codes(document)


def test_no_move_is_said_as_well() -> None:
    document = build(material(view("2023-05", "2023-06-20"), view("2023-05", "2023-06-20")))
    assert "no-moves" in codes(document)


def test_a_target_that_is_new_changed_or_given_up() -> None:
    raised = replace(SMES_TARGET, condition=Condition(Op.MORE_THAN, Decimal(160000)), reason="上调")
    before = view("2023-09", "2023-10-26", targets=(SMES_TARGET,))
    after = view("2023-09", "2023-10-27", targets=(raised, SALES_TARGET))
    moves = {
        move.target: move for move in build(material(after, before, vintages=(SMES_TARGET, raised, SALES_TARGET))).moves
    }
    assert moves["smes-2023"].causes == ("target",)
    assert "超过16万家" in moves["smes-2023"].sentence.text.zh
    assert moves["sales-2023"].causes == ("added",)
    gone = build(material(view("2023-09", "2023-10-27", targets=()), before))
    assert [(move.target, move.after, move.causes) for move in gone.moves] == [("smes-2023", None, ("withdrawn",))]


def test_a_revision_is_listed_with_both_values_and_a_repetition_is_not() -> None:
    revised = fig("sales", "2023-Q1", "158.0万辆", "2023-06-01", id=90)
    repeated = fig("sales", "2023-01..02", "93.3万辆", "2023-06-01", id=91)
    rows = (*FIGURES, revised, repeated)
    document = build(material(view("2023-05", "2023-06-26", rows), view("2023-04", "2023-05-26", rows), rows=rows))
    (change,) = document.changes
    assert change.new is not None
    assert (change.old.text.zh, change.new.text.zh, change.correction) == ("158.6万辆", "158万辆", False)
    assert "由158.6万辆修订为" in next(said.text.zh for said in document.headlines if said.code == "revised")


def test_a_correction_since_the_last_report_is_told_as_one() -> None:
    wrong = fig("sales", "2023-Q1", "1586万辆", "2023-04-11", id=9)
    right = fig(
        "sales",
        "2023-Q1",
        "158.6万辆",
        "2023-04-11",
        id=95,
        reason="单位录错",
        recorded_at=fig("sales", "2023-Q1", "1辆", "2023-06-20").recorded_at,
    )
    rows = (*(row for row in FIGURES if row.id != 9), wrong, right)
    (change,) = build(
        material(view("2023-05", "2023-06-26", rows), view("2023-04", "2023-05-26", rows), rows=rows)
    ).changes
    assert (change.correction, change.reason) == (True, "单位录错")


def test_a_figure_taken_back_is_told() -> None:
    withdrawn = replace(
        fig("sales", "2023-Q1", "158.6万辆", "2023-06-01", id=96),
        entry=Entry.WITHDRAWAL,
        voids=9,
        reason="发布机构撤回",
    )
    rows = (*FIGURES, withdrawn)
    (change,) = build(
        material(view("2023-05", "2023-06-26", rows), view("2023-04", "2023-05-26", rows), rows=rows)
    ).changes
    assert (change.new, change.reason) == (None, "发布机构撤回")


def test_a_month_that_is_not_in_the_data_stays_missing() -> None:
    missing = {(one.indicator, str(one.period)) for one in may().quality.missing}
    assert ("output", "2023-01..2023-04") in missing
    assert ("output", "2023-04") in missing
    assert ("output", "2023-01..2023-02") not in missing, "January and February come together"
    assert not any(period in ("2023-01", "2023-02") for _, period in missing)
    chart = next(row.chart for row in may().watched if row.code == "output")
    assert chart is not None
    gaps = [point.after_gap for point in chart.points if point.role is Role.ACTUAL]
    assert gaps == [True, False, True], "the first stands apart from last year, the last follows a missing April"


def test_quality_lists_provisional_bounds_conflicts_and_other_publishers() -> None:
    quality = may().quality
    assert [str(one.figure.period) for one in quality.provisional] == ["2023-01..2023-04"]
    assert [one.figure.text.zh for one in quality.bounded] == ["超过7万家"]
    assert [(one.indicator, one.text.zh[:12]) for one in quality.conflicts] == [("volume", "2022年为8%，与其他")]
    assert [(one.publisher.zh, one.figure.text.zh) for one in quality.others] == [("世界银行", "25.98%")]


def test_every_figure_has_a_source_except_the_plan_s_own() -> None:
    document = june()
    numbers = {source.number for source in document.sources}
    assert numbers == set(range(1, len(numbers) + 1))
    figures = [page.actual for page in document.targets] + [row.actual for row in document.watched]
    assert all(figure.source in numbers for figure in figures if figure is not None)
    assert document.targets[0].baseline is not None
    assert document.targets[0].baseline.source is None
    assert next(source for source in document.sources if source.indicator == "smes").source.startswith("smes 2023")


def test_a_watched_indicator_is_held_against_the_latest_vintage_of_its_baseline() -> None:
    rows = (*FIGURES, fig("output", "2022", "3.5%", "2023-02-28", id=97))
    document = build(material(view("2023-05", "2023-06-26", rows), rows=rows))
    row = next(row for row in document.watched if row.code == "output")
    assert row.change is not None
    assert row.change.text.zh == "+0.1个百分点"
    assert [remark.code for remark in row.remarks] == ["watched-revised"]


def test_figures_of_another_definition_are_not_compared() -> None:
    row = next(row for row in may().watched if row.code == "volume")
    assert (row.change, row.ratio) == (None, None)
    assert [remark.code for remark in row.remarks] == ["watched-differs"]
    assert row.chart is not None
    assert all(point.role is Role.ACTUAL for point in row.chart.points)


def test_commitments_carry_their_latest_note_and_the_targets_that_measure_them() -> None:
    notes = (
        Note("9.1", Progress.IN_PROGRESS, date(2023, 3, 1), "启动", id=1),
        Note("9.1", Progress.NOTED, date(2023, 5, 1), "调研", "纪要", id=2),
    )
    first, second = build(material(view("2023-05", "2023-06-26"), notes=notes)).tasks[0].commitments
    assert first.status is Progress.IN_PROGRESS, "a remark changes nothing"
    assert [note.text for note in first.notes] == ["调研", "启动"]
    assert second.targets == ("smes-2023",)


def test_the_review_keeps_the_ledger() -> None:
    document = review()
    assert document.review is not None
    assert document.edition is Edition.PRELIMINARY
    smes, sales, share = document.review.ledger
    assert smes.outcome is Outcome.ACHIEVED
    assert smes.verdict.text.zh == "已完成，2023年9月21日超过9.8万家（目标：超过8万家），2023年6月26日首次达到。"
    assert [stone.status for stone in smes.year][4:6] == ["undetermined", "achieved"]
    assert (sales.outcome, share.outcome) == (Outcome.OPEN, Outcome.OPEN)
    assert [thing.code for thing in document.review.commitments] == ["9.1"]
    assert [said.code for said in document.review.carry_over] == ["carry-open", "carry-open"]


def test_a_share_out_of_its_band_is_missed_and_the_review_final() -> None:
    rows = (
        *FIGURES,
        fig("share", "2023", "26.2%", "2024-07-05", id=98),
        fig("sales", "2023", "949.5万辆", "2024-01-11", id=99),
    )
    document = build(material(view("2023", "2024-07-26", rows), rows=rows, months=(), paper=review().paper))
    assert document.review is not None
    assert document.edition is Edition.FINAL
    share = document.review.ledger[2]
    assert share.outcome is Outcome.MISSED
    assert share.missed_by is not None
    assert share.missed_by.text.zh == "-1.5个百分点"
    assert [change.new.text.zh for change in share.revisions if change.new] == [], (
        "27.7 replaced nothing that was recorded"
    )


def test_no_data_at_all_and_no_targets_read_well() -> None:
    empty = replace(PLAN, targets=(), tasks=(), indicators={})
    document = build(material(view("2023-05", "2023-06-26", (), ()), rows=(), plan=empty))
    assert codes(document) == ["no-targets", "no-figures"]
    bare = build(material(view("2023-05", "2023-06-26", ()), rows=()))
    assert {page.status for page in bare.targets} == {"undetermined", "no-data", "pending"}
    assert "missing" in codes(bare)


def test_a_target_announced_later_says_so() -> None:
    late = target(SMES, "more-than", "80000", published=date(2023, 9, 1))
    page = build(material(view("2023-09", "2023-10-26", targets=(late,)), vintages=(late,))).targets[0]
    assert "announced-later" in [said.code for said in page.sentences]


def test_every_page_says_how_its_assessment_was_worked_out() -> None:
    """The same steps as `show --explain`, judged on the report's own day, and in every text format a line each."""
    paper = june()
    for page in paper.targets:
        steps = [step.code for step in page.steps]
        assert {"accepts", "decided"} <= set(steps)
    smes = next(page for page in paper.targets if page.code == SMES_TARGET.code)
    decided = next(step.text for step in smes.steps if step.code == "decided")
    assert decided.zh.startswith("判定依据为第2条（最终结论）：已完成。")
    for lang in LANGS:
        lines = render(paper, "md", lang).decode().splitlines()
        for page in paper.targets:
            assert all(f"- {escape(step.text.get(lang))}" in lines for step in page.steps)


def test_the_same_content_has_the_same_hash_whatever_order_it_came_in() -> None:
    rows = list(FIGURES)
    random.Random(7).shuffle(rows)  # noqa: S311 - any order will do
    now, before = view("2023-06", "2023-07-26", rows), view("2023-05", "2023-06-26", rows)
    shuffled = build(material(now, before, rows=rows, follow_ups=QUESTIONS))
    assert content_hash(shuffled) == content_hash(june())


def test_the_hash_does_not_hang_on_the_interpreter_s() -> None:
    imports = "from tests.report.papers import june; from tracker.report.canonical import content_hash"
    script = f"{imports}; print(content_hash(june()))"
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert hashes == {f"{content_hash(june())}\n".encode()}


def test_a_single_month_does_not_stand_for_the_year_so_far() -> None:
    rows = (*FIGURES, fig("output", "2023-06", "4.4%", "2023-07-17"))
    document = build(material(view("2023-06", "2023-07-26", rows), rows=rows))
    row = next(row for row in document.watched if row.code == "output")
    assert row.actual is not None
    assert (str(row.actual.period), row.actual.text.zh) == ("2023-01..2023-05", "3.6%")


def test_what_is_still_needed_is_never_rounded_down() -> None:
    page = build(material(view("2023-05", "2023-06-26"))).targets[1]
    assert page.needed is not None
    assert page.needed.value == Decimal("865714.2857")
    assert page.needed.text.zh == "86.58万辆", "one more than 865,714, and more than 86.57万"


def test_a_note_on_a_target_s_indicator_stands_on_its_page() -> None:
    note = Note("share", Progress.NOTED, date(2023, 10, 20), "基本稳定", "发布会", id=1)
    page = build(material(view("2023-09", "2023-10-26"), notes=(note,))).targets[2]
    assert [said.text for said in page.notes] == ["基本稳定"]


def test_a_ratio_says_what_the_bounds_leave() -> None:
    plan = replace(PLAN, targets=())
    document = build(material(view("2023-05", "2023-06-26", targets=()), plan=plan))
    row = next(row for row in document.watched if row.code == "sales")
    assert row.ratio is not None
    assert row.ratio.text.zh == "低于基期总量的45.2%", "the base was “more than 6.5 million”"


def test_many_moves_are_left_to_the_table() -> None:
    targets = tuple(target(SMES, "more-than", "80000", code=f"t{number}") for number in range(12))
    before, after = view("2023-05", "2023-06-26", targets=targets), view("2023-06", "2023-07-26", targets=targets)
    document = build(material(after, before, vintages=targets))
    assert codes(document).count("moved-new-figure") == 8
    assert next(said.text.zh for said in document.headlines if said.code == "more-targets") == "其余4项见下表。"
    assert len(document.moves) == 12


def asked(document: ReportDocument, lang: Lang) -> Table:
    """The table of open questions."""
    section = next(one for one in compose(document, lang).sections if one.anchor == "quality")
    caption = {"zh": "待核事项", "en": "Questions about figures, still open"}[lang]
    return next(one for one in section.blocks if isinstance(one, Table) and one.caption == caption)


@pytest.mark.parametrize("lang", LANGS)
def test_open_questions_stand_with_their_figure_who_asked_and_when(lang: Lang) -> None:
    name, figure, question, when = asked(june(), lang).rows[1]
    assert name.text == {"zh": "新能源汽车销量", "en": "NEV sales"}[lang]
    assert figure.text == {"zh": "222.2万辆", "en": "2.222 million vehicles"}[lang]
    assert figure.note == {"zh": "2023年1—4月；初步核算", "en": "Jan–Apr 2023; preliminary"}[lang]
    assert (question.text, when.note) == ("是否含出口？", "wang")
    assert when.text == {"zh": "2023年6月30日", "en": "30 Jun 2023"}[lang]


def test_a_replaced_figure_in_question_is_said_to_be_one() -> None:
    rows = (*FIGURES, fig("sales", "2023-01..04", "222.3万辆", "2023-06-20"))
    document = build(material(view("2023-06", "2023-07-26", rows), rows=rows, follow_ups=QUESTIONS))
    assert [one.in_force for one in document.quality.follow_ups] == [True, False]
    assert asked(document, "zh").rows[1][1].note.endswith("；该数据其后已被替换或撤回")
