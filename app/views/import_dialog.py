"""Reading in a work list, and the report of what came of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.errors import KnownError
from app.views.scrolling import scrolling
from app.widgets.buttons import plain_button
from app.widgets.card import Card, heading, muted, text_label
from app.workflow.importing import ImportReport, import_file
from app.workflow.session import Session


def import_work_list(session: Session, parent: QWidget) -> bool:
    """Ask for a file, read it in, show the report; tell whether anything was planned."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("ImportDialog", "Import a work list"),
        "",
        QCoreApplication.translate("ImportDialog", "Work lists (*.csv *.ics *.txt)"),
    )
    if not chosen:
        return False
    try:
        report = import_file(session, Path(chosen))
    except KnownError as error:
        ImportDialog(session, None, session.texts.error(error), parent).exec()
        return False
    ImportDialog(session, report, "", parent).exec()
    return report.planned > 0


class ImportDialog(QDialog):
    """How many visits were planned, how many were there already, which lines were refused."""

    def __init__(
        self,
        session: Session,
        report: ImportReport | None,
        problem: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The work list"))
        self.setModal(True)
        self.resize(600, 440)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        if report is None:
            column.addWidget(heading(self.tr("Nothing was imported")))
            column.addWidget(text_label(problem, "error"))
            column.addStretch(1)
        else:
            self._show(report, column)
        close = plain_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close)

    def _show(self, report: ImportReport, column: QVBoxLayout) -> None:
        column.addWidget(heading(self.tr("%n visit(s) planned", "", report.planned)))
        if report.known:
            column.addWidget(muted(self.tr("%n visit(s) were already here", "", report.known)))
        if not report.refused:
            column.addWidget(muted(self.tr("Every line was read.")))
            column.addStretch(1)
            return
        card = Card(
            self.tr("%n line(s) left out", "", len(report.refused)),
            self.tr("Correct the lines and import again: nothing is added twice."),
        )
        for refused in report.refused:
            card.body.addWidget(text_label(self._session.texts.error(refused.error), "value"))
        card.body.addStretch(1)
        column.addWidget(scrolling(card), 1)
