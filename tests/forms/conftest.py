"""Puts a form on the screen as the visit page does: in a page that scrolls, in the real look."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.domain.casefile import CaseFile
from app.domain.standard import Standard
from app.forms.section import SectionForm
from app.texts import Texts
from app.widgets.theme import apply_theme
from tests.factories import TODAY, casefile, denmark, koebenhavn
from tests.forms.harness import Bench, view_of

Open = Callable[..., Bench]


@pytest.fixture
def open_form(qtbot: QtBot, qapp: QApplication) -> Open:
    """Return a function that shows a form of a class with a case file, ready for typing.

    Each test begins in the light look; one that changed it leaves that to the next, which has
    no page yet that would be dressed anew.
    """
    apply_theme(qapp, "light")
    kept: list[Bench] = []

    def opened(
        kind: Callable[..., SectionForm],
        section: str,
        file: CaseFile | None = None,
        standard: Standard | None = None,
        width: int = 820,
        **more: Any,
    ) -> Bench:
        view = view_of(file or casefile(), standard or koebenhavn(), denmark(), TODAY, **more)
        form = kind(section, Texts("da"))
        bench = Bench(form, view)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(form)
        area.resize(width, 614)
        qtbot.addWidget(area)
        bench.page = area
        kept.append(bench)
        with qtbot.waitExposed(area):
            area.show()
        area.activateWindow()
        qtbot.waitUntil(area.isActiveWindow)
        return bench

    return opened
