"""How something missing is said."""

from app.domain.findings import Anchor, Missing


def lack(key: str, anchor: Anchor, **params: str) -> Missing:
    """Return a legal element that this letter must hold: without it nothing is locked."""
    return Missing(key=f"missing.{key}", anchor=anchor, blocks=True, params=params)


def hint(key: str, anchor: Anchor, **params: str) -> Missing:
    """Return something that a whole case should hold: it never stops a decision."""
    return Missing(key=f"missing.{key}", anchor=anchor, blocks=False, params=params)
