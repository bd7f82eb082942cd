"""Who only reads is not watched: no focus, scrolling or time is kept (SYNC.md, pitfall 10)."""

import hashlib
from collections.abc import Callable

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.session import Session

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
Opener = Callable[[str], VisitDesk]


def kept(session: Session) -> str:
    """Return what the database holds, as one number."""
    with session.store._engine.connect() as connection:
        tables = connection.exec_driver_sql(_TABLES).scalars().all()
        rows = [
            connection.execute(sa.select(sa.text("*")).select_from(sa.table(name))).all()
            for name in tables
        ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def test_audit_is_not_surveillance(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    before = kept(main.session)
    for section in desk.page.standard.sections:
        desk.page.show_section(section.id)
        settle(main)
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Tab)
        for area in main.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle(main)
    assert kept(main.session) == before
    main.session.store.local.set("seen", "something")
    assert kept(main.session) != before
