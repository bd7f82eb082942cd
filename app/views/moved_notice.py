"""What a visit says whose case others look after now."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.phrases import now_with
from app.widgets.banner import Banner
from app.workflow.visit_view import VisitView


class MovedNotice(QWidget):
    """Who has the case now, and what may still be done here; hidden for one's own cases."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner(closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self.banner)
        self.hide()

    def load(self, view: VisitView) -> None:
        """Say who has the case, or nothing."""
        if view.moved_to is not None:
            words = self.tr(
                "{moved}. You can still read it, see what was changed, and print. Everything "
                "you wrote is with them; if there is more, tell them, or ask for the case back."
            )
            self.banner.show_text(words.format(moved=now_with(view.moved_to)), "info")
        self.setVisible(view.moved_to is not None)
