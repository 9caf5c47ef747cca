"""Reports and their readings, failures, judgements."""

import sqlalchemy as sa
from alembic import op

from parley.store.columns import Id, Moment, Strings, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _reports()
    _readings()
    _failures()
    _judgements()


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("key", Id, nullable=False, unique=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("given", Id),
        sa.Column("article", Id, nullable=False),
        sa.Column("address", Words),
        sa.Column("heading", Id),
        sa.Column("revises", Id),
        sa.Column("current", sa.Boolean, nullable=False),
        *(sa.Column(name, Words) for name in ("title", "outlet", "site", "country", "kind")),
        sa.Column("published", sa.Date),
        *(sa.Column(name, Words) for name in ("dateline", "url", "author")),
        sa.Column("credits", Strings, nullable=False),
        sa.Column("language", Words),
        sa.Column("text", Words, nullable=False),
        sa.Column("added", Moment, nullable=False),
    )
    op.create_index("report_article", "report", ["article"])
    op.create_index("report_published", "report", ["published"])
    op.create_index("report_heading", "report", ["heading"])
    op.create_index("report_given", "report", ["given"], postgresql_using="hash")
    op.create_index("report_address", "report", ["address"], postgresql_using="hash")


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("report.seq"), nullable=False),
        sa.Column("model", Words, nullable=False),
        sa.Column("findings", sa.Text, nullable=False),
        sa.Column("added", Moment, nullable=False),
        sa.UniqueConstraint("report", "model", name="reading_model"),
    )


def _failures() -> None:
    op.create_table(
        "failure",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(sa.Column(name, Words, nullable=False) for name in ("source", "step", "reason")),
        *(sa.Column(name, Moment, nullable=False) for name in ("first", "last")),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("settled", Moment),
    )
    op.create_index("failure_source", "failure", ["source"], postgresql_using="hash")


def _judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", Id, nullable=False, unique=True),
        sa.Column("at", Moment, nullable=False),
        *(sa.Column(name, Words, nullable=False) for name in ("by", "verb", "target")),
        sa.Column("others", Strings, nullable=False),
        *(sa.Column(name, Words) for name in ("field", "value", "why", "quote")),
    )
    op.create_index("judgement_target", "judgement", ["target"], postgresql_using="hash")
    op.create_table(
        "passage",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("judgement", Id, sa.ForeignKey("judgement.id"), nullable=False),
        sa.Column("report", Id, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "stop")),
        *(sa.Column(name, Words, nullable=False) for name in ("exact", "prefix", "suffix")),
    )
    op.create_index("passage_judgement", "passage", ["judgement"])
