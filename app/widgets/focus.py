"""The focus ring: drawn over whatever has keyboard focus, so that it is never clipped away."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

RING = 3
LINE = 1
GAP = 1
REACH = RING + LINE + GAP

_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


def ring_around(widget: QWidget, yes: bool = True) -> None:
    """Let the ring go around this group when one of its parts has focus."""
    widget.setProperty("focusGroup", yes)


def no_ring(widget: QWidget) -> None:
    """Say that a widget shows its focus itself."""
    widget.setProperty("ownFocus", True)


def ring_inside(widget: QWidget) -> None:
    """Draw the ring on the edge of a large widget, where there is no room around it."""
    widget.setProperty("ringInside", True)


def paint_ring(painter: QPainter, rect: QRectF, radius: float = 8) -> None:
    """Draw the ring just inside a rectangle: the line outermost, the ring within it."""
    from app.widgets.theme import tokens

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    theme = tokens()
    for colour, width, inset in (
        (theme.focus, RING, LINE + RING / 2),
        (theme.ink, LINE, LINE / 2),
    ):
        painter.setPen(QPen(QColor(colour), width))
        inner = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, max(2, radius - inset), max(2, radius - inset))


class FocusRing(QWidget):
    """The ring around one widget; it lies in the widget's scrolled page, or its window."""

    def __init__(self, target: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self.target = target
        self.dismissed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self._watch(target, page)
        self.follow()

    def _watch(self, target: QWidget, page: QWidget) -> None:
        step: QWidget | None = target
        while step is not None and step is not page:
            step.installEventFilter(self)
            step = step.parentWidget()

    def dismiss(self) -> None:
        """Go away; the target may still move before the ring is deleted."""
        self.dismissed = True
        self.hide()
        self.deleteLater()

    def follow(self) -> None:
        """Lie around the target, where it is now."""
        page = self.parentWidget()
        if self.dismissed or page is None:
            return
        if not isValid(self.target) or not self.target.isVisibleTo(page):
            self.hide()
            return
        place = QRect(self.target.mapTo(page, self.target.rect().topLeft()), self.target.size())
        reach = 0 if _inside(self.target) else REACH
        self.setGeometry(place.adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), 8 + REACH)


class RingKeeper(QObject):
    """Moves the ring when focus moves."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("ringKeeper")
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.ring is not None and isValid(self.ring):
            self.ring.dismiss()
        self.ring = None
        target = _target(new) if new is not None else None
        if target is not None:
            self.ring = FocusRing(target, _page(target))


def keep_ring(app: QApplication) -> None:
    """Show the ring from now on; asking again changes nothing."""
    if app.findChild(RingKeeper, "ringKeeper") is None:
        RingKeeper(app)


def _target(widget: QWidget) -> QWidget | None:
    popup = widget.window().windowType() == Qt.WindowType.Popup
    if popup or widget.isWindow() or widget.property("ownFocus"):
        return None
    step: QWidget | None = widget
    while step is not None and not step.isWindow():
        if step.property("focusGroup"):
            return step
        step = step.parentWidget()
    return widget


def _inside(widget: QWidget) -> bool:
    """Lists and tables fill their place: the ring lies on their edge."""
    return isinstance(widget, QAbstractItemView) or bool(widget.property("ringInside"))


def _page(widget: QWidget) -> QWidget:
    """Return what the ring lies in: the page of the nearest scroll area, or the window."""
    step = widget
    parent = widget.parentWidget()
    while parent is not None and not step.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return step if step is not widget else parent
        step, parent = parent, parent.parentWidget()
    return step
