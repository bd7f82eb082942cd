"""A site whose records morango syncs, and who may: everybody who comes."""

from types import SimpleNamespace
from typing import Any


class Everybody:
    """Lets anybody in: what is measured is not the price of a password."""

    def authenticate(self, request: Any, username: str, password: str) -> Any:
        """Return a user who may have all there is."""
        del request, username, password
        return SimpleNamespace(
            is_active=True,
            is_authenticated=True,
            has_morango_certificate_scope_permission=lambda _scope, _params: True,
        )
