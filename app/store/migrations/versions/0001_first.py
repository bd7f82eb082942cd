"""The first schema that was released: there is nothing to do."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Leave everything as it is."""
