"""The tables as they are now; `migrations` has how they came to be, `indexing` the index of words."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from parley.store.columns import Id, Moment, Strings, Words

VERSION = "0004"
"""The migration that makes these tables; a record that says another one is older or newer."""
VERSION_TABLE = "parley_version"

metadata = MetaData()

report = Table(
    "report",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order of arrival
    Column("key", Id, nullable=False, unique=True),  # of its content
    Column("id", Id, nullable=False, unique=True),  # in the record
    Column("given", Id),  # the id that it came with
    Column("article", Id, nullable=False),  # one for all versions of an article
    Column("address", Words),  # the url, without what does not tell articles apart
    Column("heading", Id),  # a hash of title, outlet and day
    Column("revises", Id),
    Column("current", Boolean, nullable=False),
    Column("title", Words),
    Column("outlet", Words),
    Column("site", Words),
    Column("country", Words),
    Column("kind", Words),
    Column("published", Date),
    Column("dateline", Words),
    Column("url", Words),
    Column("author", Words),
    Column("credits", Strings, nullable=False),
    Column("language", Words),
    Column("text", Words, nullable=False),
    Column("added", Moment, nullable=False),
    Index("report_article", "article"),
    # Seldom many: to leave them out of what was found costs less than to look at all others.
    Index("report_superseded", "seq", sqlite_where=text("NOT current"), postgresql_where=text("NOT current")),
    Index("report_published", "published"),
    Index("report_heading", "heading"),
    Index("report_given", "given", postgresql_using="hash"),  # of any length, which PostgreSQL's trees are not
    Index("report_address", "address", postgresql_using="hash"),
)

reading = Table(
    "reading",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("report.seq"), nullable=False),
    Column("model", Words, nullable=False),
    Column("findings", Text, nullable=False),
    Column("added", Moment, nullable=False),
    UniqueConstraint("report", "model", name="reading_model"),
)

failure = Table(
    "failure",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("source", Words, nullable=False),
    Column("step", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("first", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Column("times", Integer, nullable=False),
    Column("settled", Moment),  # when it was read after all
    Index("failure_source", "source", postgresql_using="hash"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("by", Words, nullable=False),
    Column("verb", Words, nullable=False),
    Column("target", Words, nullable=False),
    Column("others", Strings, nullable=False),
    Column("field", Words),
    Column("value", Words),
    Column("why", Words),
    Column("quote", Words),
    Column("reader", Words),
    Index("judgement_target", "target", postgresql_using="hash"),
)

passage = Table(
    "passage",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("judgement", Id, ForeignKey("judgement.id"), nullable=False),
    Column("report", Id, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("exact", Words, nullable=False),
    Column("prefix", Words, nullable=False),
    Column("suffix", Words, nullable=False),
    Index("passage_judgement", "judgement"),
)

account = Table(
    "account",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Id, nullable=False, unique=True),  # the name as it is compared
    Column("name", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("password", Words, nullable=False),  # a hash
    Column("created", Moment, nullable=False),
    Column("disabled", Moment),
)

session = Table(
    "session",
    metadata,
    Column("token", Id, primary_key=True),  # a hash of it
    Column("account", Integer, ForeignKey("account.seq"), nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Index("session_account", "account"),
)

attempt = Table(
    "attempt",  # to log in, which failed or is not yet known to have come off
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Id, nullable=False),
    Column("address", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Index("attempt_at", "at"),
)

visit = Table(
    "visit",
    metadata,
    Column("who", Id, primary_key=True),
    Column("before", Moment),  # when the visit before this one ended
    Column("seen", Moment, nullable=False),
)
