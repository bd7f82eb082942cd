"""Every widget is tested in the program's own look."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.widgets.theme import apply_theme


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")
