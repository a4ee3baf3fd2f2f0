"""The parts of a workbook: a zip that is looked at before anything in it is used."""

import posixpath
import zipfile
from dataclasses import dataclass
from typing import IO

from tracker.errors import FileTrouble
from tracker.exchange.xlsx import FORM_SHEETS, markup

MOST_PARTS = 5_000
LARGEST = 512 << 20
"""Bytes of all parts together once unpacked: ten times a sheet of 100,000 figures."""
DENSEST = 200
"""How many times larger than packed a part may be; sheets reach 10 to 60."""
SMALL = 4 << 20
"""Bytes below which a part may be as dense as it likes."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
ROOT = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to: the last word of the relation's type, and the part's name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in the zip the cells are, and what is needed to read them; None for parts that are not there."""

    sheet: str
    strings: str | None
    styles: str | None
    from_1904: bool


def opened(stream: IO[bytes], name: str) -> zipfile.ZipFile:
    """The zip, once its list of parts has been looked at. A part never gives more than the size declared for it.

    Raises `FileTrouble` (bomb, encrypted-workbook, broken-workbook).
    """
    package = zipfile.ZipFile(stream)
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise FileTrouble(path=name, problem="bomb")
    for part in parts:
        if part.flag_bits & ENCRYPTED:
            raise FileTrouble(path=name, problem="encrypted-workbook")
        if part.compress_type not in PACKINGS:
            raise FileTrouble(path=name, problem="broken-workbook")
        if part.file_size > max(SMALL, DENSEST * part.compress_size):
            raise FileTrouble(path=name, problem="bomb")
    return package


def plan(package: zipfile.ZipFile, name: str) -> Plan:
    """Find the sheet to read: that of a template, else the first visible one.

    Raises `FileTrouble` (other-workbook, no-sheet), and KeyError for a part left out.
    """
    if ROOT not in package.NameToInfo:
        raise FileTrouble(path=name, problem="other-workbook")
    book = next((one.target for one in relations(package, "").values() if one.kind == "officeDocument"), "")
    if not book.endswith(".xml"):
        raise FileTrouble(path=name, problem="other-workbook")
    links = relations(package, book)
    sheets, from_1904 = _book(package, book)
    found = {title: links[link].target for title, link in sheets if link in links and links[link].kind == "worksheet"}
    chosen = next((found[title] for title in (*FORM_SHEETS.values(), *found) if title in found), None)
    if chosen is None:
        raise FileTrouble(path=name, problem="no-sheet")
    return Plan(chosen, _first(links, "sharedStrings"), _first(links, "styles"), from_1904)


def relations(package: zipfile.ZipFile, part: str) -> dict[str, Relation]:
    """What `part` points to, by the id it uses; "" is the whole package."""
    folder, base = posixpath.split(part)
    found: dict[str, Relation] = {}

    def start(name: str, given: markup.Attributes) -> None:
        if markup.local(name) == "Relationship" and given.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/")
            found[given.get("Id", "")] = Relation(given.get("Type", "").rpartition("/")[2], target)

    with package.open(posixpath.join(folder, "_rels", f"{base}.rels")) as stream:
        markup.parse(stream, start)
    return found


def _book(package: zipfile.ZipFile, part: str) -> tuple[list[tuple[str, str]], bool]:
    """The visible sheets with the ids of their parts, in order; and whether days are counted from 1904."""
    sheets: list[tuple[str, str]] = []
    from_1904 = False

    def start(name: str, given: markup.Attributes) -> None:
        nonlocal from_1904
        kind = markup.local(name)
        if kind == "workbookPr":
            from_1904 = given.get("date1904") in ("1", "true")
        elif kind == "sheet" and given.get("state", "visible") == "visible":
            link = next((value for key, value in given.items() if key.endswith(":id")), "")
            sheets.append((given.get("name", ""), link))

    with package.open(part) as stream:
        markup.parse(stream, start)
    return sheets, from_1904


def _first(links: dict[str, Relation], kind: str) -> str | None:
    return next((one.target for one in links.values() if one.kind == kind), None)
