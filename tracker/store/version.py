"""Whether a database is ours, and of which schema: read straight from its tables, without Alembic."""

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from tracker.errors import DatabaseTrouble
from tracker.store.schema import APPLICATION_ID, SCHEMA

NONE = ""
"""The version of a database without any tables."""

_SQLITE = "SELECT version_num, (SELECT application_id FROM pragma_application_id) FROM alembic_version"
_SERVER = "SELECT version_num, to_regclass('observation_current')::text FROM alembic_version"


def require_current(connection: Connection, where: str) -> None:
    """Raise DatabaseTrouble unless the schema is the one this program knows: `empty`, `older`, `newer`, `foreign`."""
    found = version(connection, where)
    if found == SCHEMA:
        return
    if found == NONE:
        raise DatabaseTrouble(where=where, problem="empty")
    problem = "older" if found < SCHEMA else "newer"
    raise DatabaseTrouble(where=where, problem=problem, found=found, known=SCHEMA)


def version(connection: Connection, where: str) -> str:
    """The revision of our schema, NONE for a database that is empty. Raises DatabaseTrouble (`foreign`)."""
    sqlite = connection.dialect.name == "sqlite"
    try:
        row = connection.exec_driver_sql(_SQLITE if sqlite else _SERVER).first()
    except DBAPIError as error:
        if _no_such_table(error) and _is_empty(connection):
            return NONE
        if _no_such_table(error):
            raise DatabaseTrouble(where=where, problem="foreign") from error
        raise
    ours = row is not None and (row[1] == APPLICATION_ID if sqlite else row[1] is not None)
    if row is None or not ours or not str(row[0]).isdigit():
        raise DatabaseTrouble(where=where, problem="foreign")
    return str(row[0])


def _no_such_table(error: DBAPIError) -> bool:
    return "no such table" in str(error.orig) or getattr(error.orig, "sqlstate", "") == "42P01"


def _is_empty(connection: Connection) -> bool:
    """Whether there is nothing in it, so that it may become ours."""
    if connection.dialect.name == "sqlite":
        found = "SELECT (SELECT count(*) FROM sqlite_schema), (SELECT application_id FROM pragma_application_id)"
        tables, application = connection.exec_driver_sql(found).one()
        return tables == 0 and application in (0, APPLICATION_ID)
    connection.rollback()
    return not inspect(connection).get_table_names()
