"""The file of an import given back with a column that says what is wrong, ready to be corrected and imported again."""

from collections.abc import Callable, Collection, Iterable
from typing import IO

from tracker.domain.bilingual import Lang
from tracker.domain.problems import Problem, Severity
from tracker.errors import EntryRefused, Unaccepted
from tracker.exchange.annotate import annotated
from tracker.exchange.form import PROBLEM
from tracker.i18n import text
from tracker.i18n.findings import finding_text, place_text
from tracker.services.examining import ALL, Ask
from tracker.services.importing import Import, Imported, import_table, try_import
from tracker.store.database import Database

LONGEST = 500
"""Characters of one remark; what a person wrote into a cell may be quoted in it."""


def import_or_explain(
    database: Database,
    plan_code: str,
    table: Callable[[], Import],
    ask: Ask | None,
    explain: Callable[[Imported], None],
) -> Imported:
    """`import_table`; where it is refused, `explain` is given all that is wrong before the refusal is raised.

    `table` gives the table from its beginning, as often as it is asked.
    """
    try:
        return import_table(database, plan_code, table(), ask)
    except (EntryRefused, Unaccepted):
        with database.read() as reader:
            explain(try_import(reader, plan_code, table()))
        raise


def explained(
    source: IO[bytes], name: str, problems: Iterable[Problem], accepted: Collection[str], lang: Lang
) -> bytes | None:
    """The table in `source` with its errors and the warnings nobody accepted; None if there are none.

    Raises `FileTrouble` for what is no table.
    """
    remarks: dict[int, list[str]] = {}
    for problem in problems:
        if _stops(problem, accepted):
            remarks.setdefault(int(problem.where[0]), []).append(remark(problem, lang))
    return annotated(source, name, remarks, text(f"columns.{PROBLEM}", lang)) if remarks else None


def remark(problem: Problem, lang: Lang) -> str:
    """A finding about a row in words, with its column; the row is where it stands."""
    said = text(
        "form.remark",
        lang,
        kind=text(f"cli.{problem.severity.value}", lang),
        column=place_text(problem.where[1:], lang),
        message=finding_text(problem.code, problem.data, lang),
    )
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _stops(problem: Problem, accepted: Collection[str]) -> bool:
    """Whether it has to be dealt with before the table can be imported."""
    if problem.severity is Severity.WARNING:
        return not {ALL, problem.code} & set(accepted)
    return problem.severity is Severity.ERROR
