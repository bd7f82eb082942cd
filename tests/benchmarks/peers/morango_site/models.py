"""The records that are synced: eight fields of text, as the other peers have them."""

from django.db import models  # type: ignore[import-not-found]
from morango.models.core import SyncableModel  # type: ignore[import-not-found]


class Record(SyncableModel):  # type: ignore[misc]
    """One record; `owner` is the certificate that all of them belong to."""

    morango_profile = "bench"
    morango_model_name = "record"

    owner = models.CharField(max_length=32)
    number = models.IntegerField()
    field0 = models.TextField()
    field1 = models.TextField()
    field2 = models.TextField()
    field3 = models.TextField()
    field4 = models.TextField()
    field5 = models.TextField()
    field6 = models.TextField()
    field7 = models.TextField()

    def calculate_source_id(self) -> str:
        """Return what tells this record from all others."""
        return str(self.number)

    def calculate_partition(self) -> str:
        """Return what this record belongs to."""
        return str(self.owner)
