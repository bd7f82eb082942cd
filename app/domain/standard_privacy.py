"""What the sheet on personal data cannot say, because the standard's file does not."""

from collections.abc import Iterator
from typing import Any

from app.domain.parsed import each
from app.domain.schema_check import Fault

_OFFICER = ("officer_address", "officer_phone", "officer_email")


def untold_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Return what the citizen is told to ask about where the sheet is enclosed (GDPR art. 13)."""
    if "personal_data" not in (name for _, name in each(data, "enclosures.*.id")):
        return
    municipality = data.get("municipality")
    told = municipality.get("data_protection", {}) if isinstance(municipality, dict) else {}
    known = {key for key, value in told.items() if value} if isinstance(told, dict) else set()
    if not known & set(_OFFICER):
        yield Fault(("municipality",), "privacy.officer")
    for key in ("kept", "transfers"):
        if key not in known:
            yield Fault(("municipality",), f"privacy.{key}")
