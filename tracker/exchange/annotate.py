"""A table given back with a column that says what is wrong, as the kind of file it came as."""

import csv
import io
from collections.abc import Mapping
from typing import IO

from tracker.exchange import table
from tracker.exchange.columns import problem_place
from tracker.exchange.neutral import neutral
from tracker.exchange.reading import is_workbook, rows

BETWEEN = " | "
"""Stands between two remarks on a row of a CSV, where a line break would hide the second."""
Remarks = Mapping[int, list[str]]
"""What there is to say about rows, by their line."""


def annotated(source: IO[bytes], name: str, remarks: Remarks, heading: str) -> bytes:
    """The table in `source` (seekable) with the remarks in a column called `heading`; one that is there is renewed.

    A CSV keeps its encoding and separator, a workbook everything that is in it. What is said about the header stands
    in the column's heading. Raises `FileTrouble` for what is no table.
    """
    source.seek(0)
    if is_workbook(source.read(4)):
        from tracker.exchange.xlsx.annotate import annotated_workbook  # a CSV needs none of it

        found = rows(source, name)
        header = next(found)
        widest = max((len(row.cells) for row in found), default=0)
        place = problem_place(header)
        texts = {line: "\n".join(said) for line, said in remarks.items()}
        texts[header.line] = _heading(heading, remarks.get(header.line, []))
        return annotated_workbook(source, name, texts, max(len(header.cells), widest) if place is None else place)
    return _annotated_csv(source, name, remarks, heading)


def _annotated_csv(source: IO[bytes], name: str, remarks: Remarks, heading: str) -> bytes:
    dialect = table.dialect(source, name)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=dialect.separator)
    header = place = None
    for row in table.raw_rows(source, name, dialect):
        said = BETWEEN.join(remarks.get(row.line, []))
        if header is None and any(cell.strip() for cell in row.cells):
            header, place = row, problem_place(row)
            said = _heading(heading, remarks.get(row.line, []))
        writer.writerow([neutral(cell) for cell in _with(row.cells, said, place, len(header.cells) if header else 0)])
    encoding = "utf-8-sig" if dialect.encoding == "utf-8" else dialect.encoding
    return stream.getvalue().encode(encoding)


def _with(cells: list[str], said: str, place: int | None, width: int) -> list[str]:
    """The cells of a row with what is said in its place: that of the column, else after all others."""
    if not said and (place is None or len(cells) <= place):
        return cells
    filled = [*cells, *[""] * (width - len(cells))]
    if place is None:
        return [*filled, said]
    filled[place] = said
    return filled


def _heading(heading: str, said: list[str]) -> str:
    return ": ".join([heading, BETWEEN.join(said)]) if said else heading
