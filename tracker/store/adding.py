"""Adding one row."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, insert


def added(connection: Connection, table: Table, values: Mapping[str, object]) -> int:
    """Insert a row; its id."""
    return int(connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
