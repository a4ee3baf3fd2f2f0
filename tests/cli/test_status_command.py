"""`tracker status` as a person reads it: nothing cut off at any width, Chinese without folds at 80 columns."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.year import make_year
from tracker.i18n.wrap import width_of

JULY = ("status", "--as-of", "2023-07-01")
NOT_TEXT = " \n─"


@pytest.fixture(scope="session")
def with_figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundled") / "tracker.db"
    make_year(path)
    return path


@pytest.fixture(autouse=True)
def database(with_figures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with the bundled plan and figures."""
    monkeypatch.setenv("TRACKER_DB", str(shutil.copy(with_figures, tmp_path / "tracker.db")))


def said(run: Run, *words: str) -> str:
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    return str(result.stdout)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words", [JULY, (*JULY, "--all"), ("due", "2023-06", "--as-of", "2023-08-01"), ("show", "srdi-smes")]
)
def test_nothing_is_cut_off_at_any_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str
) -> None:
    def letters(width: int) -> Counter[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        return Counter(char for char in said(run, *words, "--lang", lang) if char.isalnum())

    whole = letters(200)
    for width in (60, 66, 72, 78, 80, 90):
        assert letters(width) == whole, width
    assert whole - letters(40) == Counter() or words[0] == "status"  # which takes another form there


def test_chinese_has_no_folds_at_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = [line.rstrip() for line in said(run, *JULY, "--lang", "zh").splitlines()]
    assert max(map(width_of, lines)) <= 80
    assert lines[2].split() == ["目标", "实际", "完成进度", "应达、差距", "状态"]
    assert [line.split() for line in lines[4:]] == [
        ["文件明确的目标"],
        ["专精特新中小企业数", "超过8万家", "100.0%", "74,986家", "✓", "已完成"],
        ["2023年底前超过8万家", "2023-06-26", "时间49.8%", "+5,014家", "2023-06-26达到"],
        ["专精特新“小巨人”企业数", "8,997家", "0.0%", "8,997家", "●", "进展正常"],
        ["2023年底前超过1万家", "2022-12-31", "时间49.8%", "0家", "近期数据一致"],
        [],
        ["据文件解读设定的目标"],
        ["制造业增加值占GDP比重", "–", "–", "27.7%", "…", "待发布"],
        ["2023年底前变动小于0.5个百分点"],
    ]
    ends = {width_of(line[: line.index(word)]) for line in lines for word in ("✓", "●", "…", "状态") if word in line}
    assert len(ends) == 1, "the statuses stand under each other"


def test_on_a_narrow_terminal_each_target_stands_apart(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = said(run, *JULY, "--lang", "zh").splitlines()
    place = lines.index("专精特新“小巨人”企业数")
    assert lines[place - 1 : place + 6] == [
        "文件明确的目标",
        "专精特新“小巨人”企业数",
        "  2023年底前超过1万家",
        "  实际  8,997家  2022-12-31",
        "  完成进度  0.0%  时间49.8%",
        "  应达、差距  8,997家  0家",
        "  状态  ● 进展正常  近期数据一致",
    ]


def test_the_document_has_every_target_and_decimals_as_text(run: Run) -> None:
    found = json.loads(said(run, *JULY, "--json"))
    assert (found["schema"], found["plan"], found["as_of"]) == (1, "miit-2023", "2023-07-01")
    by_code = {target["target"]: target for target in found["targets"]}
    smes, giants, share = (
        by_code[code] for code in ("srdi-smes-2023", "little-giants-2023", "manufacturing-gdp-share-2023")
    )
    assert (smes["status"], smes["first_achieved"], smes["progress"]) == ("achieved", "2023-06-26", "1.0000")
    assert (smes["baseline"]["value"], smes["baseline"]["bound"]) == ("70000", "more-than")
    assert (giants["actual"]["value"], giants["actual"]["period"]) == ("8997", "2022-12-31")
    assert "confirmed" in giants["reasons"]
    assert (share["status"], share["actual"], share["reference"]["value"]) == ("pending", None, "27.7")


def test_the_roll_up_counts_by_task_and_never_adds_up_what_is_stated_and_what_is_read_into_it(run: Run) -> None:
    run("task", "note", "1.1", "in-progress", "--note", "agreed", "--date", "2023-05-01")
    said_zh = said(run, *JULY, "--all", "--lang", "zh").splitlines()
    rows = [line.split() for line in said_zh[said_zh.index("分任务汇总") :]]
    assert rows[1] == ["任务", "文件明确的目标", "解读设定的目标", "无数值的举措"]
    assert rows[3] == ["全部", "已完成1、进展正常1", "待发布1", "推进中1、无记录114"]
    assert ["1.", "工业经济平稳增长", "–", "–", "推进中1、无记录16"] in rows
    assert ["9.", "中小企业发展", "已完成1、进展正常1", "–", "无记录12"] in rows
    only = said(run, *JULY, "--all", "--basis", "stated").splitlines()
    assert next(line for line in only if line.startswith("Whole plan")).split()[2:7] == [
        "1",
        "achieved,",
        "1",
        "on",
        "track",
    ]
    assert "Roll-up" not in said(run, *JULY)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_an_explanation_is_broken_where_a_sentence_may_be(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = said(run, "show", "srdi-smes", "--as-of", "2023-05-26", "--explain", "--lang", lang).splitlines()
    steps = lines[lines.index("  How this was worked out" if lang == "en" else "  计算过程") + 1 :]
    steps = steps[: steps.index("")]
    assert len(steps) > 12
    for line in steps:
        assert width_of(line) <= width
        assert line.strip()[0] not in "，。；）〕)]"
        assert line.rstrip() == line
