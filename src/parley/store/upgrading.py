"""Making the tables of a new record, and those of an old one new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from parley.errors import NewerRecord, NoRecord, NotARecord
from parley.store.opening import MARK, reading, writing
from parley.store.places import Place
from parley.store.tables import VERSION, VERSION_TABLE, metadata

if TYPE_CHECKING:
    from alembic.config import Config


def ensure_tables(engine: Engine, place: Place, *, create: bool) -> None:
    """Bring the record to `VERSION`, all at once or not at all; raises NewerRecord, NotARecord or NoRecord."""
    with reading(engine) as connection:
        version = version_of(connection)
    if version == VERSION:
        return
    if version is None and not create:
        raise NoRecord(place.name, "there is no record in this database", "make one: parley add PATH… --record URL")
    with writing(engine, durable=True) as connection:
        _upgrade(connection, place)


def version_of(connection: Connection) -> str | None:
    """The migration that the tables are of; None where there are none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return version


def alembic_config() -> Config:
    """Where the migrations are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "parley.store:migrations")
    return config


def _upgrade(connection: Connection, place: Place) -> None:
    # Imported here, since a record that is up to date needs none of it.
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config()
    version = version_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise NewerRecord(
            place.name,
            f"was written by a later Parley (its version is {version}, this one knows up to {VERSION})",
            "update Parley: pip install --upgrade parley-record",
        )
    if version is None:
        _refuse_others(connection, place)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if place.file:
        connection.execute(text(f"PRAGMA application_id = {MARK}"))


def _refuse_others(connection: Connection, place: Place) -> None:
    ours = set(metadata.tables) & set(inspect(connection).get_table_names())
    if ours:
        names = ", ".join(sorted(ours))
        raise NotARecord(
            place.name, f"has tables of another program ({names})", "give the record a database of its own"
        )
