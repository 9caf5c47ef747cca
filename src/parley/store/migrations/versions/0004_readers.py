"""Judgements say whose reading was judged."""

import sqlalchemy as sa
from alembic import op

from parley.store.columns import Words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One column more; of what was judged before, nobody knows."""
    op.add_column("judgement", sa.Column("reader", Words))
