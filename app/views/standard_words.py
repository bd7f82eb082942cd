"""F1: the standard's own words for what has focus."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.standard import Standard
from app.views.scrolling import scrolling
from app.widgets.buttons import plain_button
from app.widgets.card import heading, muted, text_label


class StandardWords(QDialog):
    """What the standard says of a field and of its section; Escape closes, focus goes back."""

    def __init__(self, words: str, section_id: str, standard: Standard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the standard says"))
        self.setModal(True)
        self.resize(560, 460)
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setSpacing(10)
        title, *lines = words.splitlines() or [""]
        section = standard.section(section_id)
        if title:
            rows.addWidget(heading(title))
        for line in lines:
            rows.addWidget(text_label(line, "body"))
        if section is not None:
            rows.addWidget(text_label(section.title, "section"))
            rows.addWidget(text_label(section.help, "body"))
            place = self.tr("Section {ref} of the standard").format(ref=section.ref)
            rows.addWidget(muted(place if section.ref else ""))
        rows.addWidget(muted(standard.title))
        rows.addStretch(1)
        close = plain_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(scrolling(page), 1)
        column.addWidget(close)
        self.setAccessibleDescription(words)
        close.setFocus()


def words_for(focused: QWidget | None, page: QWidget) -> str:
    """Return the words given with a widget, or with the nearest part around it."""
    widget = focused if focused is not None and page.isAncestorOf(focused) else None
    while widget is not None and widget is not page:
        if widget.whatsThis():
            return widget.whatsThis()
        widget = widget.parentWidget()
    return ""
