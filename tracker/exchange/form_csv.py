"""A form as CSV: UTF-8 with the mark that makes Excel see it as such."""

import csv
import io

from tracker.exchange.form import Form
from tracker.exchange.neutral import neutral


def csv_form(form: Form) -> bytes:
    """The form; the same form gives the same bytes."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(form.heading(column) for column in form.columns)
    for row in form.rows:
        writer.writerow(neutral(row.given.get(column, "")) for column in form.columns)
    return stream.getvalue().encode("utf-8-sig")
