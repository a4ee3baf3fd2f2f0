"""A schedule's letterhead: the Word template its documents are written in, empty for none."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; schedules there are have no letterhead."""
    op.add_column("schedule", sa.Column("template", sa.Text(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Refused: it would lose which schedules have a letterhead."""
    raise NotImplementedError("schedules would lose their letterheads")
