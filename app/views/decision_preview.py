"""The letter beside the decision, as it will be printed; it follows what is typed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import KnownError
from app.forms.asks import Print
from app.texts import Texts
from app.views.parts import part_names
from app.views.pdf_worker import Made, PdfWorker, Pictures, Prepare, Wish
from app.widgets.buttons import plain_button
from app.widgets.fields import Combo
from app.widgets.preview import PdfPreview
from app.workflow.printing import PACKAGE
from app.workflow.visit_view import VisitView

# A visit is open, and nothing is hurried: the process that makes the pages begins.
WARM_AFTER_MS = 1500


class DecisionPreview(QWidget):
    """The package or one part of it, with the buttons to print and save it.

    Signals:
        asked: a Print ask.
    """

    asked = Signal(object)

    def __init__(
        self,
        prepare: Prepare,
        pictures: Pictures,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._view: VisitView | None = None
        self._names: dict[str, str] = {}
        self._asked: tuple[VisitView, tuple[str, ...]] | None = None
        # What the page in sight is made from.
        self._painted: VisitView | None = None
        # The newest of each part that was made, in the order of the package.
        self._made: Mapping[str, bytes] = {}
        self.setObjectName("preview")
        self.worker = PdfWorker(prepare, pictures, self)
        self.worker.made.connect(self._show)
        self.worker.failed.connect(self._fail)
        self.pages = PdfPreview()
        self.choice = Combo([(PACKAGE, self.tr("The whole package"))])
        self.choice.setAccessibleName(self.tr("What the preview shows"))
        self.choice.currentIndexChanged.connect(lambda _: self._ask())
        # The same once more: what failed is tried again.
        self.choice.activated.connect(lambda _: self._ask())
        self.problem = QLabel()
        self.problem.setProperty("kind", "error")
        self.problem.setWordWrap(True)
        self.problem.setVisible(False)
        # What was typed is painted in its field first.
        self._soon = _timer(self, 0, self._ask)
        self._warming = _timer(self, WARM_AFTER_MS, self._warm)
        self._lay_out()

    def expect(self, view: VisitView) -> None:
        """Make ready to show this visit, when it was open for a while."""
        self._view = view
        self._warming.start()

    def show_view(self, view: VisitView) -> None:
        """Show the documents of this view, the page in sight first, while one types on."""
        self._offer(part_names(view))
        self._view = view
        self._soon.start()

    def _offer(self, names: dict[str, str]) -> None:
        if names == self._names:
            return
        chosen = self.choice.currentData() if self._names else "letter"
        self._names = names
        whole = (PACKAGE, self.tr("The whole package"))
        self.choice.set_options([whole, *names.items()])
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    @property
    def settled(self) -> bool:
        """Tell whether the newest view is shown, or has been refused."""
        return not self._soon.isActive() and not self.worker.busy and self.pages.settled

    def shows(self, view: VisitView) -> bool:
        """Tell whether the page in sight is made from this view, and painted."""
        return self._painted is view and self.pages.settled

    def parts(self) -> tuple[str, ...]:
        """Return the parts that are shown; none means the whole package."""
        chosen = self.choice.currentData()
        return () if chosen == PACKAGE else (str(chosen),)

    def close_worker(self) -> None:
        """Stop the process that makes the pages, without waiting for it."""
        self._soon.stop()
        self._warming.stop()
        self.worker.close()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.setSpacing(8)
        bar.addWidget(self.choice, 1)
        for text, how in ((self.tr("Print"), "print"), (self.tr("Save as"), "save")):
            button = plain_button(text)
            button.clicked.connect(lambda _=False, h=how: self.asked.emit(Print(self.parts(), h)))
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.problem)
        column.addWidget(self.pages, 1)

    def _ask(self) -> None:
        if self._view is None or not self.isVisible():
            return
        wanted = (self._view, self.parts())
        if self._asked is not None and self._asked[0] is wanted[0] and self._asked[1] == wanted[1]:
            return
        self._warming.stop()
        self._asked = wanted
        self.worker.ask(Wish(*wanted, self.pages.part()))

    def _warm(self) -> None:
        if self._view is not None:
            self.worker.ask(Wish(self._view, ("letter",), shown=False))

    def _show(self, made: Made) -> None:
        """Show a part that was made; those not made yet stay as they were."""
        self.problem.setVisible(False)
        known = {**self._made, made.part: made.pdf}
        self._made = {part: known[part] for part in made.parts if part in known}
        self._painted = made.view
        self.pages.replace(self._made)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._asked = None
        self.problem.setText(self._texts.error(error))
        self.problem.setVisible(True)


def _timer(preview: DecisionPreview, interval_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(preview)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(then)
    return timer
