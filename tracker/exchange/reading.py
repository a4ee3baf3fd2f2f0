"""Reading a table whatever it is kept in: a workbook or CSV, told apart by how the file begins, not by its name."""

from collections.abc import Iterator
from typing import IO

from tracker.errors import FileTrouble
from tracker.exchange import table
from tracker.exchange.table import Row

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
"""How zips begin, the second one if there is nothing in them."""
COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Excel 97 to 2003 begin, and newer ones with a password."""
PASSWORD_MARK = "EncryptedPackage".encode("utf-16-le")
MARKUP_MARKS = (b"<html", b"<table", b"<!doctype", b"<?xml", b"<meta", b"<head")
"""How the spreadsheets of many information systems begin, which are web pages under another name."""
BLOCK = 1 << 20


def rows(source: IO[bytes], name: str) -> Iterator[Row]:
    """The rows of the table in `source` (seekable), the header first; empty rows are left out.

    Raises `FileTrouble`, as `table.rows` and `workbook.rows` do; and old-workbook, encrypted-workbook, web-page.
    """
    source.seek(0)
    head = source.read(len(COMPOUND_MARK))
    if is_workbook(head):
        from tracker.exchange import workbook  # a CSV needs no other process

        yield from workbook.rows(source, name)
        return
    if head == COMPOUND_MARK:
        raise FileTrouble(path=name, problem="encrypted-workbook" if _has_password(source) else "old-workbook")
    if (head + source.read(64)).lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP_MARKS):
        raise FileTrouble(path=name, problem="web-page")
    source.seek(0)
    yield from table.rows(source, name)


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins with `head` is a workbook, or at least a zip."""
    return head.startswith(ZIP_MARKS)


def _has_password(source: IO[bytes]) -> bool:
    """Whether the old container holds a new workbook with a password."""
    rest = b""
    while block := source.read(BLOCK):
        if PASSWORD_MARK in rest + block:
            return True
        rest = block[-len(PASSWORD_MARK) :]
    return False
