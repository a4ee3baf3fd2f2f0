"""`tracker template` and `tracker import`: a form goes out, is filled in, and comes back."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result

from tests.cli.year import make_year

Run = Callable[..., Result]
Cells = Mapping[str, Any]
JULY = ("--as-of", "2023-07-16")
FILLED: dict[tuple[str, str], Cells] = {
    ("industrial-value-added", "2023年6月"): {"数值": "4.4%", "发布日期": date(2023, 7, 17)},
    ("industrial-value-added", "2023年上半年"): {"数值": 3.8, "发布日期": date(2023, 7, 17), "来源": "=1+1"},
    ("telecom-volume", "2023年上半年"): {"数值": 0.171, "发布日期": "2023年7月19日"},
    ("5g-base-stations", "2023年6月30日"): {"数值": "293.7万", "发布日期": "2023/7/19"},
    ("nev-sales", "2023年上半年"): {"数值": 374.7, "单位": "万辆", "发布日期": "2023-07-11", "标记": "p"},
    ("srdi-smes", ""): {"期间": date(2023, 7, 12), "数值": "超过9.8万家", "发布日期": "2023-07-26"},
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "tracker.db"
    make_year(path, figures=False)
    return path


@pytest.fixture(autouse=True)
def database(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DB", str(shutil.copy(bare, tmp_path / "tracker.db")))
    monkeypatch.setenv("TRACKER_USER", "li")
    monkeypatch.chdir(tmp_path)


def fill(path: str, filled: Mapping[tuple[str, str], Cells]) -> None:
    """Fill in a workbook as a person would: the headings tell the columns, indicator and period the row."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {(row[columns["指标"] - 1].value, row[columns["期间"] - 1].value or ""): row[0].row for row in sheet}
    for place, cells in filled.items():
        for heading, value in cells.items():
            cell = sheet.cell(rows[place], columns[heading])
            cell.value = value
            if value == 0.171:
                cell.number_format = "0.0%"
    book.save(path)


def table(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def history(run: Run, code: str) -> Any:
    result = run("history", code, "--json")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_a_form_goes_out_and_comes_back(run: Run) -> None:
    made = run("template", "2023-06", "-o", "june.xlsx", *JULY, "--lang", "zh")
    assert (made.exit_code, made.stdout, made.stderr) == (0, "june.xlsx\n", "")
    fill("june.xlsx", FILLED)
    result = run("import", "june.xlsx", "--json", "--accept", "all")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["rows"], told["new"], told["left_empty"], told["errors"]) == (6, 6, 13, [])
    current = {}
    for code, _ in FILLED:
        for one in json.loads(run("show", code, "--as-of", "2023-08-01", "--json").stdout)["figures"]:
            current[code, one["period"]] = one["value"]
    assert current == {
        ("industrial-value-added", "2023-06"): "4.4",
        ("industrial-value-added", "2023-01..2023-06"): "3.8",
        ("telecom-volume", "2023-01..2023-06"): "17.1",
        ("5g-base-stations", "2023-06-30"): "2937000",
        ("nev-sales", "2023-01..2023-06"): "3747000",
        ("srdi-smes", "2023-07-12"): "98000",
    }
    again = json.loads(run("import", "june.xlsx", "--json", "--accept", "all").stdout)
    assert (again["stored"], again["identical"]) == (False, 6)


def test_what_is_entered_is_left_out_until_asked_for(run: Run) -> None:
    run("record", "industrial-value-added", "2023-06", "4.4%", "--published", "2023-07-15")
    some = run("template", "2023-06", "-o", "june.csv", *JULY)
    assert some.stderr == "a figure is entered already and left out; --all includes it\n"
    listed = [(row["indicator"], row["period"]) for row in table("june.csv")]
    assert ("industrial-value-added", "Jun 2023") not in listed
    assert ("industrial-value-added", "H1 2023") in listed
    everything = run("template", "2023-06", "-o", "all.csv", "--all", *JULY)
    assert everything.stderr == ""
    first = table("all.csv")[0]
    assert (first["period"], first["last value"], first["value"]) == (
        "Jun 2023",
        "4.4% (entered, published 2023-07-15)",
        "",
    )


def test_the_last_value_stands_beside(run: Run) -> None:
    run("record", "industrial-value-added", "2023-05", "3.5%", "--published", "2023-06-15")
    run("record", "industrial-value-added", "2023-01..2023-05", "3.6%", "--published", "2023-06-15")
    run("template", "2023-06", "-o", "june.csv", *JULY)
    month, year, *_ = table("june.csv")
    assert (month["last value"], year["last value"]) == ("3.5% (May 2023)", "3.6% (Jan–May 2023)")
    giants = next(row for row in table("june.csv") if row["indicator"] == "little-giants")
    assert (giants["period"], giants["last value"]) == ("", "8,997 enterprises (31 Dec 2022)")


def test_a_csv_form_comes_back_too(run: Run) -> None:
    made = run("template", "2023-06", "-o", "-", *JULY, "--lang", "zh")
    assert made.exit_code == 0
    rows = list(csv.reader(io.StringIO(made.stdout_bytes.decode("utf-8-sig"), newline="")))
    place = {name: number for number, name in enumerate(rows[0])}
    rows[1][place["数值"]], rows[1][place["发布日期"]] = "4.4%", "2023-07-17"
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter="\t").writerows(rows)
    Path("back.csv").write_bytes(stream.getvalue().encode("gb18030"))
    told = json.loads(run("import", "back.csv", "--json").stdout)
    assert (told["new"], told["left_empty"]) == (1, 18)


def test_a_form_somebody_may_have_filled_in_is_not_replaced(run: Run) -> None:
    first = run("template", "2023-06", "-o", "june.xlsx", *JULY)
    assert run("template", "2023-06", "-o", "june.xlsx", *JULY).exit_code == first.exit_code == 0
    fill_in = Path("june.xlsx").read_bytes() + b" "
    Path("june.xlsx").write_bytes(fill_in)
    refused = run("template", "2023-06", "-o", "june.xlsx", *JULY)
    assert (refused.exit_code, refused.stdout) == (24, "")
    assert "may have been filled in" in refused.stderr
    assert Path("june.xlsx").read_bytes() == fill_in
    assert run("template", "2023-06", "-o", "june.xlsx", "--force", *JULY).exit_code == 0
    assert Path("june.xlsx").read_bytes() != fill_in


def test_the_same_form_twice_is_the_same_bytes(run: Run) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.csv", "b.csv"):
        run("template", "2023-Q2", "-o", name, *JULY)
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
    assert Path("a.csv").read_bytes() == Path("b.csv").read_bytes()
    assert {row["period"] for row in table("a.csv")} >= {"Apr 2023", "Jan–May 2023", "30 Jun 2023"}


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("2023-06", "-o", "june.pdf"), 24),
        (("2023-06", "-o", "missing/../june.txt"), 24),
        (("2023-06",), 2),
        (("june", "-o", "june.xlsx"), 22),
        (("2023-06-03", "-o", "june.xlsx"), 22),
    ],
)
def test_what_cannot_be_made(run: Run, args: tuple[str, ...], code: int) -> None:
    result = run("template", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert not list(Path().glob("june*"))


def test_nothing_left_to_enter(run: Run) -> None:
    result = run("template", "2023-01", "-o", "january.csv", "--as-of", "2023-03-01")
    assert result.exit_code == 0
    for code in ("nev-production", "nev-sales"):
        run("record", code, "2023-01", "40万", "--published", "2023-02-10")
    result = run("template", "2023-01", "-o", "again.csv", "--as-of", "2023-03-01")
    assert "nothing is left to enter about Jan 2023" in result.stderr
    assert {row["period"] for row in table("again.csv")} == {""}


# problems ------------------------------------------------------------------------------------------------------------

WRONG = "指标,期间,数值,发布日期\n工业增加值,2023-06,4.4%,2023-07-17\n新能源汽车销量,2023-06,abc,2023-07-11\n"


def test_the_file_comes_back_with_what_is_wrong(run: Run) -> None:
    Path("figures.csv").write_text(WRONG, encoding="utf-8")
    result = run("import", "figures.csv", "--problems", "wrong.csv", "--lang", "zh")
    assert result.exit_code == 20
    assert "已将各行问题写入 wrong.csv" in result.stderr
    assert [row["问题"] for row in table("wrong.csv")] == [
        None,
        "错误，数值：“abc”中没有数字；可写作 98000、9.8万 或 3.6%",
    ]
    corrected = Path("wrong.csv").read_text(encoding="utf-8-sig").replace("abc", "80.6万", 1)
    Path("wrong.csv").write_text(corrected, encoding="utf-8")
    told = json.loads(run("import", "wrong.csv", "--json").stdout)
    assert (told["stored"], told["new"]) == (True, 2)


def test_errors_and_warnings_come_back_together(run: Run) -> None:
    run("record", "little-giants", "2023-07-14", "12000", "--published", "2023-07-14")
    Path("figures.csv").write_text(
        "indicator,period,value,published_on\nlittle-giants,2023-08-31,120,2023-09-01\nnev-sales,2023-06,x,2023-07-11\n",
        encoding="utf-8",
    )
    result = run("import", "figures.csv", "--problems", "wrong.csv")
    assert result.exit_code == 20
    slip, error = [row["problem"] for row in table("wrong.csv")]
    assert slip.startswith("warning, value: 120 enterprises looks 100 times too small")
    assert error.startswith("error, value: “x” has no number in it")


def test_unaccepted_warnings_come_back_and_accepted_ones_do_not(run: Run) -> None:
    run("record", "little-giants", "2023-07-14", "12000", "--published", "2023-07-14")
    Path("figures.csv").write_text(
        "indicator,period,value,published_on\nlittle-giants,2023-08-31,120,2023-09-01\n", encoding="utf-8"
    )
    assert run("import", "figures.csv", "--problems", "wrong.csv").exit_code == 30
    assert table("wrong.csv")[0]["problem"].startswith("warning")
    Path("wrong.csv").unlink()
    dry = run("import", "figures.csv", "--problems", "wrong.csv", "--accept", "all", "--dry-run")
    assert dry.exit_code == 0
    assert "wrong.csv was not written" in dry.stderr
    assert not Path("wrong.csv").exists()


def test_a_trial_writes_the_file_too(run: Run) -> None:
    Path("figures.csv").write_text(WRONG, encoding="utf-8")
    result = run("import", "figures.csv", "--dry-run", "--problems", "-")
    assert result.exit_code == 20
    assert "abc,2023-07-11,error, value" not in result.stdout  # a comma in a cell is quoted
    assert '"error, value: “abc” has no number in it' in result.stdout


def test_beside_a_document_nothing_is_said(run: Run) -> None:
    Path("figures.csv").write_text(WRONG, encoding="utf-8")
    result = run("import", "figures.csv", "--problems", "wrong.csv", "--json")
    assert json.loads(result.stderr)["error"]["exit_code"] == 20
    assert result.stdout == ""
    assert Path("wrong.csv").exists()


def test_a_header_that_means_nothing(run: Run) -> None:
    Path("figures.csv").write_text("指标,时间段,数值\n工业增加值,2023-06,4.4%\n", encoding="utf-8")
    assert run("import", "figures.csv", "--problems", "wrong.csv", "--lang", "zh").exit_code != 0
    heading = Path("wrong.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert "问题: 错误" in heading
    again = run("import", "wrong.csv", "--lang", "zh")
    assert "“问题" not in again.stderr


def test_a_workbook_comes_back_as_it_was(run: Run) -> None:
    run("template", "2023-06", "-o", "june.xlsx", *JULY, "--lang", "zh")
    wrong = {**FILLED, ("nev-production", "2023年6月"): {"数值": "八十万", "发布日期": date(2023, 7, 11)}}
    fill("june.xlsx", wrong)
    result = run("import", "june.xlsx", "--problems", "june.xlsx", "--accept", "all", "--lang", "zh")
    assert result.exit_code == 20
    sheet = openpyxl.load_workbook("june.xlsx").active
    said = {sheet.cell(row, 2).value: sheet.cell(row, 13).value for row in range(2, 20) if sheet.cell(row, 13).value}
    assert sheet.cell(1, 13).value == "问题"
    assert said == {"nev-production": "错误，数值：“八十万”：请使用阿拉伯数字，如 7万多家"}
    assert sheet.protection.sheet
    assert len(sheet.data_validations.dataValidation) == 3
    fill("june.xlsx", {("nev-production", "2023年6月"): {"数值": "78.4万"}})
    told = json.loads(run("import", "june.xlsx", "--json", "--accept", "all").stdout)
    assert (told["stored"], told["new"]) == (True, 7)


@pytest.mark.parametrize("where", ["/dev/zero", "."])
def test_a_device_and_a_folder(run: Run, where: str) -> None:
    result = run("import", where)
    assert (result.exit_code, result.stdout) == (24, "")


def test_a_workbook_through_a_pipe(run: Run) -> None:
    run("template", "2023-06", "-o", "june.xlsx", *JULY, "--lang", "zh")
    fill("june.xlsx", FILLED)
    from click.testing import CliRunner

    from tracker.cli.root import root

    result = CliRunner().invoke(
        root, ["import", "-", "--json", "--accept", "all"], input=Path("june.xlsx").read_bytes()
    )
    assert json.loads(result.stdout)["new"] == 6
