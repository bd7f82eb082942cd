"""What the hub refused, how far it was read, what moved away, and which blobs are owed."""

import sqlalchemy as sa
from alembic import op

from app.journal.tables import Id

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add five empty tables."""
    op.create_table(
        "journal_refused",
        sa.Column("action", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text),
        sa.Column("params", sa.Text),
        sa.Column("since", sa.BigInteger),
    )
    op.create_table(
        "journal_bookmark",
        sa.Column("hub", sa.Text, primary_key=True),
        sa.Column("cursor", sa.Text),
    )
    op.create_table(
        "journal_moved",
        sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("since", sa.BigInteger),
    )
    op.create_table(
        "journal_aside",
        sa.Column("action", Id, primary_key=True),
        sa.Column("scope", Id),
        sa.Column("parcel", sa.LargeBinary),
        sa.Column("key", sa.Text),
    )
    op.create_table(
        "journal_owed",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("way", sa.Text, primary_key=True),
    )
