"""Tables that only this computer has."""

import sqlalchemy as sa

from app.journal.tables import METADATA, Id

pending = sa.Table(
    "local_pending",
    METADATA,
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("record", Id, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("scope", Id),
    sa.Column("text", sa.Text),
    sa.Column("heads", sa.Text),
    sa.Column("section", sa.Text),
    sa.Column("at", sa.BigInteger),
)

setting = sa.Table(
    "local_setting",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
)

blob = sa.Table(
    "blob",
    METADATA,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer),
)

blob_chunk = sa.Table(
    "blob_chunk",
    METADATA,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary),
)
