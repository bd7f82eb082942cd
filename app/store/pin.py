"""A PIN for the way back to the visitator's screen, while the key is still in memory."""

import hmac
import secrets

from argon2.low_level import Type, hash_secret_raw

from app.errors import KnownError

TRIES = 3
SHORTEST = 4


class Pin:
    """Knows a PIN by its hash, in memory only; after three wrong tries it knows none.

    A right PIN gives all tries back. The passphrase always opens.
    """

    def __init__(self, pin: str) -> None:
        if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
            raise KnownError("pin.too_short", digits=SHORTEST)
        self._salt = secrets.token_bytes(16)
        self._hash = self._of(pin)
        self.tries_left = TRIES

    def matches(self, pin: str) -> bool:
        """Tell whether this is the PIN; KnownError("pin.used_up") when no try is left."""
        if not self.tries_left:
            raise KnownError("pin.used_up")
        if hmac.compare_digest(self._hash, self._of(pin)):
            self.tries_left = TRIES
            return True
        self.tries_left -= 1
        if not self.tries_left:
            self._hash = b""
        return False

    def _of(self, pin: str) -> bytes:
        secret = pin.encode("utf-8", "surrogatepass")
        return hash_secret_raw(secret, self._salt, 2, 19 * 1024, 1, 32, Type.ID)

    def __repr__(self) -> str:
        return "Pin(…)"
