"""Users, their sessions, failed log-ins, and when who was here last."""

import sqlalchemy as sa
from alembic import op

from parley.store.columns import Id, Moment, Words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "account",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("key", Id, nullable=False, unique=True),
        sa.Column("name", Words, nullable=False),
        sa.Column("role", Words, nullable=False),
        sa.Column("password", Words, nullable=False),
        sa.Column("created", Moment, nullable=False),
        sa.Column("disabled", Moment),
    )
    op.create_table(
        "session",
        sa.Column("token", Id, primary_key=True),
        sa.Column("account", sa.Integer, sa.ForeignKey("account.seq"), nullable=False),
        *(sa.Column(name, Moment, nullable=False) for name in ("created", "expires", "seen")),
    )
    op.create_index("session_account", "session", ["account"])
    op.create_table(
        "attempt",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("key", Id, nullable=False),
        sa.Column("address", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_index("attempt_at", "attempt", ["at"])
    op.create_table(
        "visit",
        sa.Column("who", Id, primary_key=True),
        sa.Column("before", Moment),
        sa.Column("seen", Moment, nullable=False),
    )
