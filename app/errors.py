"""What can go wrong: the user's or the environment's fault, or ours."""


class AppError(Exception):
    """Base of every error that the program raises itself."""


class KnownError(AppError):
    """Something the user or the environment caused; never a fault of the program.

    `key` names the sentence in resources/texts/<language>/errors.toml, `params` fill it.
    The sentence says what happened, what is safe, and what to do. Params never hold a
    CPR number, a name or an address: they may end in a log.
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.key}({details})"


class BugError(AppError):
    """A state that the program must never reach."""
