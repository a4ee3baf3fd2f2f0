"""What reading a workbook of 100,000 figures takes: `python benchmarks/workbook.py [ROWS]`.

Seconds of processor time and the most memory, of the process that wants the rows and of the one that reads them.
"""

import resource
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from tracker.domain.draft import Draft
from tracker.exchange.reading import rows

ROWS = 100_000
LIMIT = 150
"""MiB that either process may take."""
HEADER = [*Draft._fields]


def write(path: Path, count: int) -> None:
    """A workbook with every cell filled, dates as dates and a text of its own in each row."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADER)
    for row in range(1, count + 1):
        published = date(2023, 1, 1) + timedelta(row % 300)
        cells = ["nev-production", f"{1950 + row % 70}-{row % 12 + 1:02}", row * 7, "辆", "p", "caam"]
        sheet.write_row(row, 0, cells)
        sheet.write_datetime(row, 6, published, day)
        sheet.write_row(row, 7, [f"Source number {row}", f"note {row}", f"CN-{row % 90 + 10}", "because"])
    book.close()


def main() -> None:
    """Write one, read it, print what that took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "figures.xlsx")
        write(path, count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        with path.open("rb") as source:
            found = sum(1 for _ in rows(source, str(path)))
    ours, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{found:,} rows")
    print(f"reading: {theirs.ru_utime:.1f} s, {theirs.ru_maxrss >> 10} MiB of {LIMIT}")
    print(f"taking:  {ours.ru_utime - before:.1f} s, {ours.ru_maxrss >> 10} MiB of {LIMIT}, the writing of it included")


if __name__ == "__main__":
    main()
