"""`tracker plan`, `target` and `task`: what goes to stdout, what to stderr, and with which exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.conftest import Run
from tracker.errors import BAD_CODE, BAD_FILE, BAD_PLAN, BAD_VALUE, REFUSED
from tracker.store.migrate import create_database

PLAN = """\
plan: harbour-2024
name: {zh: 港口2024年工作, en: Harbour 2024}
year: 2024
published: 2024-01-10
publishers: [{code: port, name: {zh: 港务局, en: Port authority}}]
indicators:
  - code: berths
    name: {zh: 泊位数, en: Berths}
    kind: stock
    unit: {zh: 个, en: berths, whole: true}
    baseline: {period: 2023-12-31, value: 40多个}
targets:
  - code: berths-2024
    indicator: berths
    condition: 超过50个
    due: 2024-12-31
    evidence: {paragraph: 1, phrase: 超过50个}
tasks:
  - number: 1
    title: {zh: 扩建, en: Extension}
    commitments:
      - {number: 1, title: {zh: 新泊位, en: New berths}, kind: target, targets: [berths-2024]}
      - {number: 2, title: {zh: 疏浚, en: Dredging}, kind: ongoing}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan file, its document and an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DB", "tracker.db")
    monkeypatch.setenv("TRACKER_USER", "li")
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("document.txt").write_text("港口\n\n泊位超过50个。\n", encoding="utf-8")
    create_database("tracker.db")
    return tmp_path


def said(result: Result, code: int = 0) -> str:
    """Stdout of a command that ended with `code`."""
    assert result.exit_code == code, result.stderr
    return result.stdout


def document(result: Result) -> Any:
    return json.loads(said(result))


def failure(result: Result, code: int) -> Any:
    """The one JSON object on stderr."""
    assert said(result, code) == ""
    return json.loads(result.stderr)["error"]


def change(old: str, new: str) -> None:
    Path("plan.yaml").write_text(PLAN.replace(old, new), encoding="utf-8")


def test_checking_a_file_needs_no_database(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DB", "nowhere.db")
    result = run("plan", "check", "plan.yaml", "--document", "document.txt")
    first, second = said(result).splitlines()
    assert first.startswith("plan.yaml: plan harbour-2024 is sound: 1 indicators, 1 targets, 1 tasks")
    assert second.startswith("all 1 key phrases stand")
    assert result.stderr == ""
    assert document(run("plan", "check", "plan.yaml", "--json"))["commitments"] == 2


def test_mistakes_are_told_by_line_on_stderr(run: Run) -> None:
    change("kind: stock", "kind: stok\n    direktion: up")
    result = run("plan", "check", "plan.yaml")
    assert said(result, BAD_PLAN) == ""
    assert result.stderr.splitlines() == [
        "error bad-choice: line 9 indicators.0.kind: “stok” is not one of: stock, flow, growth, share",
        "error unknown-key: line 10 indicators.0.direktion: there is no key “direktion”; did you mean direction?",
        "error plan-refused: plan.yaml: nothing was loaded; mend the 2 problems named above",
    ]


def test_mistakes_in_chinese_and_as_json(run: Run) -> None:
    change("40多个", "40多吨")
    result = run("plan", "check", "plan.yaml", "--lang", "zh")
    assert result.stderr.splitlines()[0] == (
        "错误 bad-unit：第11行 indicators.0.baseline.value：“40多吨”的单位是吨，而该指标以个计"
    )
    error = failure(run("plan", "load", "plan.yaml", "--json"), BAD_PLAN)
    assert [problem["code"] for problem in error["data"]["problems"]] == ["bad-unit"]
    assert error["data"]["lines"] == [11]


def test_a_phrase_that_is_not_in_the_document(run: Run) -> None:
    change("phrase: 超过50个}", "phrase: 超过60个}")
    result = run("plan", "check", "plan.yaml", "--document", "document.txt")
    assert said(result, BAD_PLAN) == ""
    assert result.stderr.startswith("error phrase-nowhere: line 17 targets.0.evidence.phrase: “超过60个” is not in")


def test_a_missing_file(run: Run) -> None:
    assert said(run("plan", "check", "none.yaml"), BAD_FILE) == ""
    assert said(run("plan", "check", "plan.yaml", "--document", "none.txt"), BAD_FILE) == ""


def test_loading_showing_and_listing(run: Run) -> None:
    assert "plan harbour-2024 loaded: 1 indicators" in said(run("plan", "load", "plan.yaml"))
    assert "says the same" in said(run("plan", "load", "plan.yaml"))
    page = said(run("plan", "show"))
    for part in (
        "Harbour 2024",
        "more than 50 berths by 31 Dec 2024",
        "berths",
        "port",
        "1. Extension (2 commitments)",
    ):
        assert part in page
    assert "泊位数" in said(run("plan", "show", "harbour-2024", "--lang", "zh"))
    assert "Harbour 2024" in said(run("plan", "list"))
    [head] = document(run("plan", "list", "--json"))["plans"]
    assert (head["plan"], head["year"], head["versions"]) == ("harbour-2024", 2024, 1)


def test_no_plan_at_all(run: Run) -> None:
    result = run("plan", "list")
    assert said(result) == ""
    assert result.stderr == "No plan is loaded.\n"
    assert document(run("plan", "list", "--json"))["plans"] == []
    assert said(run("plan", "show"), BAD_CODE) == ""


def test_a_changed_file_needs_a_reason_and_says_what_changes(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    change("超过50个\n", "超过60个\n")
    refused = run("plan", "load", "plan.yaml")
    assert said(refused, REFUSED) == ""
    assert "changed: target berths-2024 (condition)" in refused.stderr
    assert "error needs-reason" in refused.stderr
    assert failure(run("plan", "load", "plan.yaml", "--json"), REFUSED)["code"] == "needs-reason"
    tried = document(run("plan", "load", "plan.yaml", "--dry-run", "--json"))
    assert (tried["outcome"], tried["stored"]) == ("changed", False)
    done = said(run("plan", "load", "plan.yaml", "--reason", "raised"))
    assert done.splitlines() == ["changed: target berths-2024 (condition)", "plan harbour-2024 changed"]
    assert "more than 60" in said(run("target", "list"))


def test_what_would_break_records_is_refused(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    run("task", "note", "1.2", "done", "--note", "finished")
    change("      - {number: 2, title: {zh: 疏浚, en: Dredging}, kind: ongoing}\n", "")
    result = run("plan", "load", "plan.yaml", "--reason", "shorter")
    assert said(result, REFUSED) == ""
    assert "notes-orphaned" in result.stderr


def test_an_exported_plan_loads_without_a_change(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    text = said(run("plan", "export"))
    assert text.startswith("format: 1\nplan: harbour-2024\n")
    assert said(run("plan", "export", "-o", "out.yaml")) == "out.yaml\n"
    assert Path("out.yaml").read_text(encoding="utf-8") == text
    assert "says the same" in said(run("plan", "load", "-", given=text))


def test_changing_a_target_and_its_history(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    set_it = ("target", "set", "berths-2024", "--value", "超过60个", "--published", "2024-06-01")
    assert failure(run(*set_it, "--json"), REFUSED)["code"] == "needs-reason"
    lines = said(run(*set_it, "--reason", "raised")).splitlines()
    assert lines == [
        "target berths-2024 changed",
        "before: Berths: more than 50 berths by 31 Dec 2024 (announced 10 Jan 2024)",
        "now: Berths: more than 60 berths by 31 Dec 2024 (announced 1 Jun 2024)",
    ]
    assert "nothing was stored" in said(run(*set_it))
    every = document(run("target", "list", "berths-2024", "--vintages", "--json"))["targets"]
    assert [(one["condition"]["value"], one["published_on"], one["reason"]) for one in every] == [
        ("50", "2024-01-10", ""),
        ("60", "2024-06-01", "raised"),
    ]
    shown = said(run("target", "list", "--vintages"))
    assert "[replaced]" in shown
    assert "reason: raised (li)" in shown


def test_a_new_target_and_giving_it_up(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    new = ("target", "set", "berths-summer", "--indicator", "泊位数", "--value", "45个以上", "--due", "2024-06-30")
    done = document(run(*new, "--published", "2024-02-01", "--commitment", "strive", "--json"))
    assert done["before"] is None
    assert (done["target"]["condition"]["op"], done["target"]["commitment"]) == ("at-least", "strive")
    gone = said(run("target", "set", "berths-summer", "--withdraw", "--reason", "dropped"))
    assert gone.startswith("target berths-summer given up")
    assert "berths-summer" not in said(run("target", "list"))
    assert "[given up]" in said(run("target", "list", "--vintages"))


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("berths-2024", "--value", "超过60吨", "--reason", "r"), BAD_PLAN, "error bad-unit: condition: "),
        (("berths-2024", "--value", "60个", "--reason", "r"), BAD_PLAN, "error no-comparator: condition: "),
        (("other", "--value", "超过60个"), BAD_CODE, "error unknown-code: there is no target “other”"),
        (("other", "--indicator", "berth", "--value", "超过60个"), BAD_CODE, "did you mean: berths?"),
        (("berths-2024", "--due", "soon", "--reason", "r"), 23, "error bad-date: "),
        (("berths-2024", "--value", "很多", "--tolerance", "2", "--reason", "r"), BAD_VALUE, "error bad-value: "),
    ],
)
def test_a_target_that_cannot_be(run: Run, words: tuple[str, ...], code: int, part: str) -> None:
    run("plan", "load", "plan.yaml")
    result = run("target", "set", *words)
    assert said(result, code) == ""
    assert part in result.stderr
    assert len(document(run("target", "list", "--vintages", "--json"))["targets"]) == 1


def test_noting_and_listing_commitments(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    assert said(run("task", "list")).splitlines() == [
        "1. Extension",
        "  1.1    no note      New berths",
        "  1.2    no note      Dredging",
    ]
    noted = run("task", "note", "1.2", "in-progress", "--note", "begun", "--evidence", "news", "--date", "2024-03-01")
    assert said(noted) == "noted on 1.2 for 1 Mar 2024: in progress\n"
    run("task", "note", "1.2", "done", "--note", "finished", "--date", "2024-05-01")
    assert said(run("task", "list", "1", "--status", "done")).splitlines() == [
        "1. Extension",
        "  1.2    done         Dredging",
        "        1 May 2024 done: finished",
    ]
    assert "begun [news]" in said(run("task", "list", "--notes"))
    before = document(run("task", "list", "--as-of", "2024-04-01", "--json"))["tasks"][0]["commitments"]
    assert [one["status"] for one in before] == [None, "in-progress"]
    assert said(run("task", "list", "--status", "delayed")) == ""


def test_notes_that_cannot_be(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    result = run("task", "note", "1.3", "done", "--note", "x")
    assert said(result, BAD_CODE) == ""
    assert "there is no commitment “1.3”; did you mean: 1.1, 1.2?" in result.stderr
    assert said(run("task", "note", "1.2", "finished", "--note", "x"), 2) == ""
    assert said(run("task", "note", "1.2", "done"), 2) == ""
    assert said(run("task", "note", "1.2", "done", "--note", "x", "--date", "2999-01-01"), 23) == ""
    assert said(run("task", "list", "7"), BAD_CODE) == ""


def test_changing_a_target_that_is_not_there_suggests_the_nearest(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    result = run("target", "set", "berths-2023", "--value", "超过60个", "--reason", "x")
    assert (result.exit_code, result.stdout) == (BAD_CODE, "")
    assert "there is no target “berths-2023”; did you mean: berths-2024?" in result.stderr


def test_a_plan_that_was_not_loaded_by_then_is_no_unknown_one(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    result = run("status", "--known-at", "2020-01-01T08:00")
    assert (result.exit_code, result.stdout) == (BAD_CODE, "")
    assert result.stderr.startswith(
        "error plan-not-known: the plan harbour-2024 had not been loaded by 2020-01-01T08:00"
    )


def test_narrowing_to_nothing_says_so(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    assert "No such target is in force" in said(run("status", "--area", "cn-gd"))
    assert run("status", "--area", "Guangdong").exit_code == BAD_CODE
    assert "No target had been announced" in said(run("status", "--as-of", "2024-01-01"))


def test_the_log_names_the_target_and_the_commitment(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    run("target", "set", "berths-2024", "--value", "超过60个", "--published", "2024-03-01", "--reason", "raised")
    run("task", "note", "1.2", "in-progress", "--note", "begun")
    page = said(run("log"))
    assert "    plan harbour-2024: berths-2024\n    reason: raised\n" in page
    assert "    plan harbour-2024: 1.2\n" in page
    loaded, changed, noted = document(run("log", "--json"))["changes"]
    assert [change["subjects"] for change in (loaded, changed, noted)] == [["berths-2024"], ["berths-2024"], ["1.2"]]


def test_a_target_that_is_given_up_is_not_announced_anew(run: Run) -> None:
    run("plan", "load", "plan.yaml")
    found = said(run("target", "set", "berths-2024", "--withdraw", "--published", "2024-03-01", "--reason", "dropped"))
    first, before = found.splitlines()
    assert first == "target berths-2024 given up from 1 Mar 2024 on"
    assert before.startswith("before: Berths: more than 50 berths")
