"""Statements as plain SQL with named parameters, the same for every dialect.

Building and compiling Core expressions costs a short command more than its queries do (measured: 2 ms for each, and 50
for describing the tables), so what `status` and `record` run is written out; `schema` is for migrations and for
the rest.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Integer, Text, TextClause, bindparam, text


@cache
def statement(sql: str, *lists: str) -> TextClause:
    """The statement; parameters named in `lists` stand for several values (`IN :codes`), numbers where it is `ids`."""
    kinds = {name: Integer() if name == "ids" else Text() for name in lists}  # a server asks even of an empty list
    return text(sql).bindparams(*(bindparam(name, expanding=True, type_=kind) for name, kind in kinds.items()))


def run(connection: Connection, sql: str, *lists: str, **values: Any) -> CursorResult[*tuple[Any, ...]]:
    """Execute a statement with its values as the driver takes them."""
    return connection.execute(statement(sql, *lists), values)


def added(connection: Connection, table: str, values: Mapping[str, object]) -> int:
    """Insert a row; its id."""
    columns, places = ", ".join(f'"{name}"' for name in values), ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING id"  # noqa: S608 - our own names
    return int(run(connection, sql, **values).scalar_one())
