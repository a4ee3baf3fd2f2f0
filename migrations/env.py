"""Run by Alembic for every command. The store passes the connection; there is no configuration file.

The transaction is the store's: it begins before and is committed or rolled back whole after (`tracker.store.migrate`).
Logging is left alone, because the application's own would be lost.
"""

from alembic import context

from tracker.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
