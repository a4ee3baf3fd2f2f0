"""`record`, `import`, `history`, `retract` and `log` as a user has them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.services.small_plan import make_database
from tracker.cli.log import KINDS
from tracker.i18n import table

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planned") / "tracker.db"
    make_database(path)
    return path


@pytest.fixture(autouse=True)
def database(planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with the small plan, recorded by li."""
    monkeypatch.setenv("TRACKER_DB", str(shutil.copy(planned, tmp_path / "tracker.db")))
    monkeypatch.setenv("TRACKER_USER", "li")


@pytest.fixture
def interactive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    monkeypatch.setattr("tracker.cli.terminal.is_interactive", lambda: True)


GIANTS = ("record", "giants", "2023-07-31", "超过1.2万家", "--published", "2023-08-01")


def document(result: Result) -> Any:
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


# record --------------------------------------------------------------------------------------------------------------


def test_record_says_what_it_stored(run: Run) -> None:
    result = run(*GIANTS)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "stored as no. 1: giants, 31 Jul 2023: more than 12,000 enterprises (MIIT, published 1 Aug 2023)\n"
    )


def test_record_says_so_in_chinese(run: Run) -> None:
    result = run("--lang", "zh", *GIANTS)
    assert result.stdout == "已保存（编号1）：小巨人，2023年7月31日：超过1.2万家（工业和信息化部，2023年8月1日发布）\n"


def test_record_twice_stores_once(run: Run) -> None:
    run(*GIANTS)
    again = run(*GIANTS)
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout.startswith("already recorded as no. 1, nothing stored: giants")


def test_record_a_revision_and_an_older_publication(run: Run) -> None:
    run("record", "share", "2022", "28%", "--published", "2023-01-11")
    revised = run("record", "share", "2022", "27.7%", "--published", "2023-01-18")
    assert revised.stdout.splitlines()[1] == "a revision: 28% was published on 11 Jan 2023 (no. 1)"
    late = run("record", "share", "2022", "27.9%", "--published", "2023-01-12")
    assert late.stdout.splitlines()[2] == "27.7%, published on 18 Jan 2023, stays in force"


def test_record_an_outlook(run: Run) -> None:
    result = run("record", "industry", "2023", "4.3%以上", "--published", "2023-12-21", "--flag", "f")
    assert result.stdout.splitlines()[1] == "an outlook: shown beside the actual, never in its place"


def test_record_as_a_document(run: Run) -> None:
    run(*GIANTS)
    found = document(
        run("record", "giants", "2023-07-31", "12300", "--published", "2023-09-01", "--source", "s", "--json")
    )
    assert {
        name: found[name] for name in ("id", "outcome", "value", "bound", "published_on", "source", "recorded_by")
    } == {
        "id": 2,
        "outcome": "revision",
        "value": "12300",
        "bound": "exactly",
        "published_on": "2023-09-01",
        "source": "s",
        "recorded_by": "li",
    }
    assert found["replaces"]["id"] == 1
    assert (found["warnings"], found["notices"]) == ([], [])
    same = document(run("record", "giants", "2023-07-31", "12300", "--published", "2023-09-01", "--json"))
    assert (same["id"], same["outcome"], same["stored"], same["replaces"]) == (2, "identical", False, None)


def test_record_a_negative_number(run: Run) -> None:
    assert (
        document(run("record", "industry", "2022-04", "-2.9%", "--published", "2022-05-16", "--json"))["value"]
        == "-2.9"
    )


def test_a_notice_is_told_on_stderr(run: Run) -> None:
    result = run("record", "giants", "2023-07-31", "12000")
    assert result.exit_code == 0
    assert result.stderr.startswith("notice no-date: published_on: no publication date was given; ")
    assert run("--quiet", "record", "giants", "2023-08-31", "12000").stderr == ""
    found = document(run("record", "giants", "2023-09-30", "12000", "--json"))
    assert [notice["code"] for notice in found["notices"]] == ["no-date"]


SLIP = ("record", "giants", "2023-07-31", "2家", "--published", "2023-08-01")


def test_a_warning_stores_nothing_where_nobody_can_be_asked(run: Run) -> None:
    result = run(*SLIP)
    assert (result.exit_code, result.stdout) == (30, "")
    first, last = result.stderr.splitlines()
    assert first == (
        "warning slip: value: 2 enterprises looks 10000 times too small (31 Dec 2022: 8,997 enterprises); "
        "is 20,000 enterprises meant?"
    )
    assert last.startswith("error unaccepted-warnings: nothing was stored")
    assert last.endswith("--accept slip")


def test_a_warning_as_a_document(run: Run) -> None:
    result = run(*SLIP, "--json")
    assert (result.exit_code, result.stdout) == (30, "")
    error = json.loads(result.stderr)["error"]
    assert (error["code"], error["exit_code"]) == ("unaccepted-warnings", 30)
    assert [problem["code"] for problem in error["data"]["problems"]] == ["slip"]


def test_an_accepted_warning_is_shown_and_stored(run: Run) -> None:
    result = run(*SLIP, "--accept", "slip")
    assert result.exit_code == 0
    assert result.stdout.startswith("stored as no. 1")
    assert result.stderr.startswith("warning slip: ")
    assert document(run("history", "giants", "--json"))["vintages"][0]["accepted"] == ["slip"]


def test_what_can_be_accepted_is_checked(run: Run) -> None:
    result = run(*SLIP, "--accept", "slippery")
    assert result.exit_code == 2
    assert "slip, sign" in result.stderr


@pytest.mark.parametrize(
    ("answer", "code", "stored"), [("y\n", 0, True), ("是\n", 0, True), ("n\n", 30, False), ("", 30, False)]
)
def test_a_person_is_asked(run: Run, interactive: None, answer: str, code: int, stored: bool) -> None:
    result = run(*SLIP, given=answer)
    assert result.exit_code == code
    assert result.stderr.count("warning slip") == 1
    assert "Is the figure right all the same? [y/N]" in result.stderr
    assert bool(result.stdout) is stored


def test_a_trial_ends_as_the_real_run_would(run: Run) -> None:
    result = run(*GIANTS, "--dry-run")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("would be stored: giants, 31 Jul 2023")
    warned = run(*SLIP, "--dry-run")
    assert warned.exit_code == 30
    assert warned.stdout.startswith("would be stored: giants")
    assert warned.stderr.count("warning slip") == 1
    assert document(run("history", "giants", "--json"))["vintages"] == []


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("giant", "2023", "1"), 21, "error unknown-code: there is no indicator “giant”; did you mean: giants?"),
        (("giants", "2023-13", "1"), 22, "error bad-period: "),
        (("giants", "2023-01..2023-05", "9000"), 22, "this indicator is a level on a day"),
        (("industry", "2023-06-26", "3%"), 22, "this indicator is for whole months"),
        (("giants", "2023", "many"), 20, "error bad-value: "),
        (("giants", "2023", "9000%"), 20, "error bad-unit: "),
        (("giants", "2023", "9000", "--unit", "辆"), 20, "error bad-unit: "),
        (
            ("giants", "2023", "9000", "--flag", "x"),
            20,
            "error unknown-flag: “x”: the flags are b, d, e, f, i, n, p, u",
        ),
        (("giants", "2023", "9000", "--flag", "m"), 20, "flag m stands for a missing value"),
        (("giants", "2023", "9000", "--area", "Guangdong"), 21, "error bad-area: “Guangdong” is not an area"),
        (("giants", "2023", "9000", "--publisher", "nsb"), 21, "there is no publisher “nsb”; did you mean: nbs?"),
        (("giants", "2023", "9000", "--published", "yesterday"), 23, "error bad-date: "),
        (("giants", "2023", "9000", "--published", "2099-01-01"), 23, "error published-in-future: "),
        (("giants", "2099", "9000"), 23, "error before-end: "),
        (("giants", "2023", ""), 20, "error nothing-given: value: nothing is given"),
        (("giants", "", "9000"), 20, "error nothing-given: period: nothing is given"),
        (("giants", "2023", "9000", "--area", "CN-GG"), 21, "error bad-area: “CN-GG” is not an area"),
    ],
)
def test_what_is_wrong_is_said_with_its_own_exit_code(run: Run, words: tuple[str, ...], code: int, says: str) -> None:
    result = run("record", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert document(run("history", "giants", "--json"))["vintages"] == []


def test_all_that_is_wrong_comes_at_once_in_the_users_language(run: Run) -> None:
    result = run("--lang", "zh", "record", "giants", "2023-13", "many", "--flag", "x")
    assert result.exit_code == 22
    assert [line.partition("：")[0] for line in result.stderr.splitlines()] == [
        "错误 bad-period",
        "错误 unknown-flag",
        "错误 bad-value",
        "错误 entry-refused",
    ]


def test_a_correction_needs_a_reason(run: Run) -> None:
    run(*GIANTS)
    result = run("record", "giants", "2023-07-31", "12300", "--published", "2023-08-01")
    assert result.exit_code == 27
    assert "error correction-needs-reason: reason: the publication of 1 Aug 2023 is recorded with" in result.stderr
    done = run("record", "giants", "2023-07-31", "12300", "--published", "2023-08-01", "--reason", "misread")
    assert done.stdout.splitlines()[1].startswith("a correction: more than 12,000 enterprises was recorded")


def test_bytes_that_are_no_text_are_refused(run: Run) -> None:
    result = run(*GIANTS, "--source", "\udcff")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error not-text: --source holds bytes that are no text" in result.stderr


# import --------------------------------------------------------------------------------------------------------------

ROWS = "指标,期间,数值,发布日期\n小巨人,2023-07-31,超过1.2万家,2023-08-01\n比重,2022,27.7%,2023-01-18\n"


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    path = tmp_path / "数据.csv"
    path.write_bytes(ROWS.encode("gbk"))
    return path


def test_import_counts_what_it_did(run: Run, figures: Path) -> None:
    result = run("import", str(figures))
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", "2 rows: 2 new\n")
    again = run("import", str(figures))
    assert again.stdout == "2 rows: 2 there already, skipped\n"


def test_import_reads_standard_input(run: Run) -> None:
    result = run("--lang", "zh", "import", "-", given=ROWS)
    assert (result.exit_code, result.stdout) == (0, "共2行：新增2\n")


def test_import_as_a_document(run: Run, figures: Path) -> None:
    found = document(run("import", str(figures), "--json"))
    assert {
        name: found[name] for name in ("rows", "new", "revision", "correction", "identical", "refused", "stored")
    } == {
        "rows": 2,
        "new": 2,
        "revision": 0,
        "correction": 0,
        "identical": 0,
        "refused": 0,
        "stored": True,
    }


def test_import_names_every_mistake_by_line_and_column(run: Run, figures: Path) -> None:
    figures.write_text(ROWS + "小巨,2023,1.2,\n销量,2023-05,3%,\n", encoding="utf-8")
    result = run("import", str(figures))
    assert (result.exit_code, result.stdout) == (21, "")
    lines = result.stderr.splitlines()
    assert lines[0].startswith("error unknown-code: line 4, indicator: there is no indicator “小巨”")
    assert lines[1].startswith("error bad-unit: line 5, value: ")
    assert lines[2].startswith("error entry-refused: nothing was stored")
    chinese = run("--lang", "zh", "import", str(figures))
    assert chinese.stderr.splitlines()[1].startswith("错误 bad-unit：第5行 数值：")
    assert document(run("history", "giants", "--json"))["vintages"] == []


def test_import_lists_all_mistakes_in_a_document_but_prints_some(run: Run, figures: Path) -> None:
    figures.write_text("indicator,period,value\n" + "giant,2023,1\n" * 60, encoding="utf-8")
    printed = run("import", str(figures)).stderr.splitlines()
    assert len(printed) == 52
    assert printed[50] == "... and 10 more (--json lists all)"
    error = json.loads(run("import", str(figures), "--json").stderr)["error"]
    assert len(error["data"]["problems"]) == 60
    assert error["data"]["problems"][59]["where"] == [61, "indicator"]


def test_import_on_trial(run: Run, figures: Path) -> None:
    figures.write_text(ROWS + "小巨人,2023-08-31,2家,2023-09-01\n小巨,2023,1.2,\n", encoding="utf-8")
    result = run("import", str(figures), "--dry-run")
    assert result.exit_code == 21
    assert result.stdout == "nothing stored, this was a trial; 4 rows: 3 new, 1 refused\n"
    assert "warning slip: line 4, value: " in result.stderr
    warned = run("import", str(figures), "--dry-run", "--json")
    assert json.loads(warned.stdout)["refused"] == 1
    assert json.loads(warned.stderr)["error"]["code"] == "entry-refused"
    assert document(run("history", "giants", "--json"))["vintages"] == []


def test_a_trial_tells_its_warnings_once(run: Run, figures: Path) -> None:
    figures.write_text(ROWS + "小巨人,2023-08-31,2家,2023-09-01\n", encoding="utf-8")
    result = run("import", str(figures), "--dry-run")
    assert (result.exit_code, result.stderr.count("warning slip")) == (30, 1)
    assert result.stderr.endswith("accept them with --accept slip\n")


def test_import_asks_about_warnings(run: Run, figures: Path, interactive: None) -> None:
    figures.write_text(ROWS + "小巨人,2023-08-31,2家,2023-09-01\n", encoding="utf-8")
    assert run("import", str(figures), given="n\n").exit_code == 30
    result = run("import", str(figures), given="y\n")
    assert (result.exit_code, result.stdout) == (0, "3 rows: 3 new\n")
    assert result.stderr.count("warning slip: line 4, value: ") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04", "is damaged"),
        (b"a,b\n\0\n", "line 2: this is not a text file"),
        (b'indicator,period,value\n"x,1,2\n', "line 2: a quotation mark is opened here and never closed"),
        (b"indicator,period,value\n\xff\xff\xff\n", "line 2: the text is in no known encoding"),
    ],
)
def test_import_of_what_is_no_table(run: Run, figures: Path, content: bytes, says: str) -> None:
    figures.write_bytes(content)
    result = run("import", str(figures))
    assert (result.exit_code, result.stdout) == (24, "")
    assert says in result.stderr


def test_import_of_what_cannot_be_opened(run: Run, tmp_path: Path) -> None:
    for path, says in ((tmp_path / "missing.csv", "there is no such file"), (tmp_path, "is a folder")):
        result = run("import", str(path))
        assert result.exit_code == 24
        assert says in result.stderr


# history, retract, log -----------------------------------------------------------------------------------------------


def test_history_shows_the_vintages(run: Run) -> None:
    run("record", "share", "2022", "28%", "--published", "2023-01-11", "--flag", "e")
    run("record", "share", "2022", "27.7%", "--published", "2023-01-18", "--source", "press conference")
    page = run("history", "share")
    assert (page.exit_code, page.stderr) == (0, "")
    for words in (
        "share",
        "28% [e]",
        "27.7%",
        "revision · in force",
        "source: press conference",
        "2023-01-18 miit",
        "li",
    ):
        assert words in page.stdout
    chinese = run("--lang", "zh", "history", "比重", "2022").stdout
    for words in ("首次发布", "修订 · 现行", "编号2", "来源：press conference"):
        assert words in chinese


def test_history_fits_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.i18n.wrap import width_of

    monkeypatch.setenv("COLUMNS", "80")
    run(*SLIP, "--accept", "all", "--reason", "as printed", "--source", "a rather long title of a press conference")
    for lang in ("zh", "en"):
        page = run("--lang", lang, "history", "giants").stdout
        assert max(map(width_of, page.splitlines())) <= 80


def test_history_of_nothing(run: Run) -> None:
    assert "nothing is recorded" in run("history", "giants").stdout
    assert run("history", "giant").exit_code == 21


def test_history_as_a_document(run: Run) -> None:
    run("record", "share", "2022", "28%", "--published", "2023-01-11")
    run("record", "share", "2022", "27%", "--published", "2023-01-11", "--reason", "misread")
    run("retract", "2", "--reason", "no, it was right")
    found = document(run("history", "share", "2022", "--json"))
    assert (found["schema"], found["indicator"], found["area"]) == (1, "share", "CN")
    first, second = found["vintages"]
    assert (first["id"], first["kind"], first["in_force"], first["ended"]) == (1, "first", True, None)
    assert (second["kind"], second["in_force"], second["reason"]) == ("retracted", False, "misread")
    assert (second["ended"]["kind"], second["ended"]["reason"]) == ("retraction", "no, it was right")
    early = document(run("history", "share", "--as-of", "2023-01-10", "--json"))
    assert early["vintages"] == []


def test_retract_an_entry_error(run: Run) -> None:
    run(*GIANTS)
    result = run("retract", "1", "--reason", "wrong month")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "retracted as an entry error: giants, 31 Jul 2023: more than 12,000 enterprises (MIIT, published 1 Aug 2023)",
        "no figure is in force for this period now",
    ]


def test_retract_as_the_publishers_withdrawal(run: Run) -> None:
    run(*GIANTS)
    run("record", "giants", "2023-07-31", "12300", "--published", "2023-09-01")
    found = document(run("retract", "2", "--reason", "notice", "--published", "2023-10-01", "--json"))
    assert (found["kind"], found["published_on"], found["figure"]["id"], found["in_force"]["id"]) == (
        "withdrawal",
        "2023-10-01",
        2,
        1,
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("9", "--reason", "x"), 27, "there is no observation 9"),
        (("1", "--reason", "x", "--published", "2023-07-01"), 27, "cannot have withdrawn it on 1 Jul 2023"),
        (("1", "--reason", "x", "--published", "2099-07-01"), 27, "is still to come"),
        (("1",), 2, "--reason"),
        (("1", "--reason", " "), 27, "say why with --reason"),
        (("x", "--reason", "x"), 2, "ID"),
    ],
)
def test_retractions_that_cannot_be(run: Run, words: tuple[str, ...], code: int, says: str) -> None:
    run(*GIANTS)
    result = run("retract", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert document(run("history", "giants", "--json"))["vintages"][0]["in_force"]


def test_a_figure_is_taken_back_once(run: Run) -> None:
    run(*GIANTS)
    run("retract", "1", "--reason", "x")
    again = run("retract", "1", "--reason", "x")
    assert again.exit_code == 27
    assert "has been taken back already (by li on " in again.stderr


def test_log_tells_who_did_what(run: Run) -> None:
    run(*GIANTS)
    run("retract", "1", "--reason", "wrong month", "--user", "wang")
    page = run("log")
    assert (page.exit_code, page.stderr) == (0, "")
    assert [line[21:] for line in page.stdout.splitlines() if line.startswith("20")] == [
        "test  loaded a plan",
        "li  recorded a figure",
        "wang  retracted a figure",
    ]
    assert page.stdout.count("no. 1: giants, 31 Jul 2023: more than 12,000 enterprises") == 2
    assert "    reason: wrong month" in page.stdout


def test_the_log_knows_every_kind_of_change() -> None:
    assert {f"kind-{kind}" for kind in KINDS} == {key for key in table("entry") if key.startswith("kind-")}


def test_an_unknown_kind_of_change_is_no_empty_log(run: Run) -> None:
    result = run("log", "--kind", "recod")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--kind has to be one of: record, import" in result.stderr


def test_log_filters(run: Run) -> None:
    run(*GIANTS)
    found = document(run("log", "--indicator", "小巨人", "--by", "li", "--kind", "record,import", "--json"))
    (change,) = found["changes"]
    assert (change["kind"], change["by"], change["observations"], change["figure"]["id"]) == ("record", "li", 1, 1)
    assert document(run("log", "--until", "2020-01-01", "--json"))["changes"] == []
    assert len(document(run("log", "--since", "2020-01-01", "--json"))["changes"]) == 2
    nobody = run("log", "--by", "nobody")
    assert (nobody.stdout, nobody.stderr) == ("", "no changes\n")
