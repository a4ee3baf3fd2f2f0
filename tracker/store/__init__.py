"""Where everything is kept: the only home of SQLAlchemy and Alembic.

`database.open_database` opens a database for reading and writing and is kept light; `migrate`, `backup`, `checkup` and
`stats` look after the file and are imported only when asked for. Nothing outside this package knows the dialect, and
no exception of SQLAlchemy leaves it.
"""
