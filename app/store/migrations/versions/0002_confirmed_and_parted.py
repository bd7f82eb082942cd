"""What the hub has confirmed, and which cases have left this computer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add two empty tables."""
    op.create_table(
        "journal_confirmed",
        sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer),
    )
    op.create_table(
        "journal_parted",
        sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("since", sa.BigInteger),
    )
