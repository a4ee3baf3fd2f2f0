"""Reading CSV as spreadsheets write it, and refusing what is none."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import FileTrouble
from tracker.exchange.source import opened
from tracker.exchange.table import Row, rows

TABLE = "指标,期间,数值\nsrdi-smes,2023-06-26,超过9.5万家\n"
READ = [Row(1, ["指标", "期间", "数值"]), Row(2, ["srdi-smes", "2023-06-26", "超过9.5万家"])]


def read(content: bytes) -> list[Row]:
    return list(rows(io.BytesIO(content), "figures.csv"))


def trouble(content: bytes) -> FileTrouble:
    with pytest.raises(FileTrouble) as caught:
        read(content)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings_of_excel_and_wps(encoding: str) -> None:
    assert read(TABLE.encode(encoding)) == READ


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(separator: str) -> None:
    assert read(TABLE.replace(",", separator).encode()) == READ


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert read(TABLE.replace("\n", end).encode()) == READ


def test_gbk_is_seen_even_when_the_first_chinese_comes_late() -> None:
    content = "indicator,period,value\n" + "srdi-smes,2023,80000\n" * 60_000 + "专精特新,2023,8万\n"
    assert read(content.encode("gbk"))[-1] == Row(60_002, ["专精特新", "2023", "8万"])


def test_rows_count_lines_and_empty_ones_are_left_out() -> None:
    content = b'\n\na,b\n\n"two\nlines",1\n,\n  x , y \n'
    assert read(content) == [
        Row(3, ["a", "b"]),
        Row(5, ["two\nlines", "1"]),
        Row(8, ["x", "y"]),
    ]


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        (b"", "empty", None),
        (b"a,b\n1,\x00\n", "nul", 2),
        (b'a,b\n1,2\n"3,4\n5,6\n', "unclosed-quote", 3),
        (b'a,b\n"1"2,3\n', "bad-quote", 2),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "long-cell", 2),
        (b"a\n" + b"," * 1_000_000 + b"\n", "many-cells", 2),
        (b"x" * 3_000_000, "long-line", 1),
        (b"a,b\n1,2\n\xff\xff\xff,3\n", "encoding", 3),
    ],
)
def test_what_is_no_table_is_refused_by_line(content: bytes, problem: str, line: int | None) -> None:
    error = trouble(content)
    assert (error.data["problem"], error.data.get("line")) == (problem, line)
    assert error.data["path"] == "figures.csv"


def test_blank_lines_alone_are_no_rows() -> None:
    assert read(b" \n\n , \n") == []


def test_the_source_stays_open_for_its_owner() -> None:
    source = io.BytesIO(TABLE.encode())
    list(rows(source, "x"))
    assert not source.closed


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=3, max_size=3)))
def test_whatever_the_csv_module_writes_is_read_back(cells: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([["a", "b", "c"], *cells])
    wanted = [row for row in ([cell.strip() for cell in row] for row in cells) if any(row)]
    assert [row.cells for row in read(buffer.getvalue().encode("utf-8"))[1:]] == wanted


def test_opening_a_file(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(b"abc")
    with opened(str(path), io.BytesIO()) as stream:
        assert stream.read() == b"abc"


def test_standard_input_can_be_read_twice() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with opened("-", Pipe(b"abc")) as stream:
        assert stream.read() == b"abc"
        stream.seek(0)
        assert stream.read() == b"abc"


@pytest.mark.parametrize(
    ("where", "problem"),
    [("missing.csv", "missing"), (".", "is-folder"), ("/dev/zero", "not-a-file")],
)
def test_what_cannot_be_opened(where: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileTrouble) as caught, opened(where, io.BytesIO()):
        pass
    assert caught.value.data["problem"] == problem


def test_an_endless_stream_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.exchange.source.LARGEST", 3_000_000)

    class Endless(io.RawIOBase):
        def read(self, _size: int = -1) -> bytes:
            return b"x" * 1_000_000

    with pytest.raises(FileTrouble) as caught, opened("-", Endless()):  # type: ignore[arg-type]  # reads are all it needs
        pass
    assert caught.value.data["problem"] == "too-big"
