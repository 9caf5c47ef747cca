"""An index of all words of all reports, and of those that are there already."""

import sqlalchemy as sa
from alembic import op

from parley.store.columns import Words
from parley.store.indexing import index_report, make_index

revision = "0002"
down_revision = "0001"

_WORDS = ("title", "outlet", "site", "dateline", "text")
_AT_ONCE = 50


def upgrade() -> None:
    """Make it and fill it."""
    connection = op.get_bind()
    make_index(connection)
    superseded = sa.text("NOT current")
    op.create_index("report_superseded", "report", ["seq"], sqlite_where=superseded, postgresql_where=superseded)
    report = sa.table("report", sa.column("seq", sa.Integer), *(sa.column(name, Words) for name in _WORDS))
    last = 0
    while rows := connection.execute(
        sa.select(report).where(report.c.seq > last).order_by(report.c.seq).limit(_AT_ONCE)
    ).all():
        for row in rows:
            index_report(connection, row.seq, row._asdict())
        last = rows[-1].seq
