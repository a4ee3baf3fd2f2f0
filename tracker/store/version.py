"""Whether a database is ours, and of which schema: read straight from its tables, without Alembic."""

from sqlalchemy import Connection

from tracker.errors import DatabaseTrouble

SCHEMA = "0002"
"""The revision this code reads and writes: the newest migration."""
APPLICATION_ID = 0x54524B52
"""Marks an SQLite file as ours ("TRKR")."""
NONE = ""
"""The version of a database without any tables."""

_SQLITE = (
    "SELECT (SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'), (SELECT count(*) FROM sqlite_schema), "
    "(SELECT application_id FROM pragma_application_id)"
)
_SERVER = (
    "SELECT to_regclass('alembic_version') IS NOT NULL, to_regclass('observation_current') IS NOT NULL, "
    "EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())"
)


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
    found = _in_file(connection) if connection.dialect.name == "sqlite" else _on_server(connection)
    if found is None or (found != NONE and not found.isdigit()):
        raise DatabaseTrouble(where=where, problem="foreign")
    return found


def _in_file(connection: Connection) -> str | None:
    """Asked in this order, all answers are of one moment, even while somebody else makes the tables."""
    versioned, tables, application = connection.exec_driver_sql(_SQLITE).one()
    if versioned and application == APPLICATION_ID:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    return NONE if tables == 0 and application in (0, APPLICATION_ID) else None


def _on_server(connection: Connection) -> str | None:
    versioned, ours, anything = connection.exec_driver_sql(_SERVER).one()
    if versioned and ours:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    return None if anything else NONE
