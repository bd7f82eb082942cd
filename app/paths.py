"""Where things are: the user's data folder, and the variable that holds the passphrase."""

from pathlib import Path

APP_NAME = "hjemmebesoeg"
PASSPHRASE_VARIABLE = "HJEMMEBESOEG_PASSPHRASE"  # noqa: S105 - the variable's name, no secret


def default_data_dir() -> Path:
    """Return the folder for this user's data, as the system has it."""
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)
