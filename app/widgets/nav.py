"""Navigation: the sections of a visit with their state, and the places of the main window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.card import text_label
from app.widgets.icons import paint_icon
from app.widgets.theme import font, px, tokens
from app.widgets.wrapping import paint_wrapped, text_height

if TYPE_CHECKING:
    from app.domain.findings import SectionState

MARK = 18


class NavItem(QPushButton):
    """One place to go to; chosen when checked, spoken as one of a group."""

    def __init__(self, place: str, title: str, parent: QWidget | None) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self.place = place
        self.title = title
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        # By width and text size: a layout asks again and again.
        self._heights: dict[tuple[float, int], int] = {}

    def room(self) -> QRectF:
        """Return where the title stands."""
        return QRectF(self.rect()).adjusted(12, 4, -8, -4)

    def colours(self) -> tuple[str | None, str]:
        """Return fill and text colour."""
        theme = tokens()
        if self.isChecked():
            return theme.tint, theme.primary
        return (theme.hover if self.underMouse() else None), theme.ink

    def heightForWidth(self, width: int) -> int:
        lost = self.width() - self.room().width()
        known = (max(60.0, width - lost), px(15))
        if known not in self._heights:
            words = text_height(self.title, font(15, 600), known[0])
            self._heights[known] = max(40, round(words) + 16)
        return self._heights[known]

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width, and with it the wrapping, changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        """Move focus without going there: a screen reader hears each place first."""
        parent = self.parentWidget()
        items = [w for w in parent.children() if isinstance(w, NavItem)] if parent else [self]
        items[(items.index(self) + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, text = self.colours()
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setFont(font(15, 600))
        painter.setPen(QColor(text))
        paint_wrapped(painter, self.title, self.room())
        self.paint_mark(painter, text)

    def paint_mark(self, painter: QPainter, text: str) -> None:
        """Paint what stands beside the title."""


class SectionItem(NavItem):
    """A section with its state: empty circle, half circle, check."""

    def __init__(self, place: str, title: str, state: SectionState, parent: QWidget | None) -> None:
        super().__init__(place, title, parent)
        self.set_state(state)

    def set_state(self, state: SectionState) -> None:
        """Show and say a state."""
        if state == getattr(self, "state", None):
            return
        self.state = state
        words = {
            "empty": self.tr("not begun"),
            "partial": self.tr("begun"),
            "complete": self.tr("filled in"),
        }
        self.setAccessibleName(f"{self.title}, {words[state]}")
        self.setToolTip(words[state])
        self.update()

    def room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(40, 4, -8, -4)

    def paint_mark(self, painter: QPainter, text: str) -> None:
        theme = tokens()
        circle = QRectF(11, (self.height() - MARK) / 2, MARK, MARK)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.state == "complete":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ok))
            painter.drawEllipse(circle)
            paint_icon(painter, "check", theme.surface, circle.adjusted(2, 2, -2, -2))
            return
        colour = theme.primary if self.state == "partial" else theme.control
        painter.setPen(QPen(QColor(colour), 2))
        ring = circle.adjusted(1, 1, -1, -1)
        painter.drawEllipse(ring)
        if self.state == "partial":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawPie(ring, 90 * 16, 180 * 16)


class SectionNav(QScrollArea):
    """The sections of the visit.

    Signals:
        chosen: the id of the section that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: dict[str, SectionItem] = {}
        self._quiet = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "nav")
        self.setAccessibleName(self.tr("Sections of the visit"))
        self.setMinimumWidth(min(240, px(200)))
        page = QWidget()
        page.setProperty("kind", "nav")
        page.setAccessibleName(self.accessibleName())
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(10, 12, 10, 12)
        self.column.setSpacing(2)
        self.column.addStretch(1)
        self.setWidget(page)

    def set_sections(self, sections: Sequence[tuple[str, str, SectionState]]) -> None:
        """Show sections of id, title and state, keeping the current one."""
        current = self.current()
        wanted = {place: title for place, title, _ in sections}
        kept = {p: item for p, item in self.items.items() if wanted.get(p) == item.title}
        if list(kept) != list(wanted):
            kept = {}  # one that came later would be reached last by the keyboard
        for item in [item for item in self.items.values() if item not in kept.values()]:
            self.column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self.items = kept or {place: self._add(place, title) for place, title in wanted.items()}
        for place, _, state in sections:
            self.items[place].set_state(state)
        self.set_current(current)

    def _add(self, place: str, title: str) -> SectionItem:
        item = SectionItem(place, title, "empty", self.widget())
        item.toggled.connect(lambda on: self._toggled(place, on))
        self.column.insertWidget(self.column.count() - 1, item)
        return item

    def set_state(self, section: str, state: SectionState) -> None:
        """Show a section's state."""
        if section in self.items and self.items[section].state != state:
            self.items[section].set_state(state)

    def current(self) -> str:
        """Return the id of the current section, "" if none is."""
        return next((place for place, item in self.items.items() if item.isChecked()), "")

    def set_current(self, section: str) -> None:
        """Show which section is open, without a signal."""
        if section not in self.items:
            return
        self._quiet = True
        self.items[section].setChecked(True)
        self._quiet = False
        self.setFocusProxy(self.items[section])
        self.ensureWidgetVisible(self.items[section])

    def _toggled(self, section: str, on: bool) -> None:
        if on and not self._quiet:
            self.setFocusProxy(self.items[section])
            self.chosen.emit(section)


class SideItem(NavItem):
    """A place of the main window, with a count when something waits there."""

    badge = ""

    def set_badge(self, badge: str) -> None:
        """Show and say a count; an empty one takes it away."""
        self.badge = badge
        self.setAccessibleName(f"{self.title}, {badge}" if badge else self.title)
        self.update()

    def room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(12, 4, -52 if self.badge else -8, -4)

    def colours(self) -> tuple[str | None, str]:
        theme = tokens()
        if self.isChecked():
            return theme.nav_chosen, theme.nav_chosen_text
        return (theme.nav_hover if self.underMouse() else None), theme.nav_text

    def paint_mark(self, painter: QPainter, text: str) -> None:
        if not self.badge:
            return
        theme = tokens()
        painter.setFont(font(13, 700))
        metrics = painter.fontMetrics()
        wide = max(24, metrics.horizontalAdvance(self.badge) + 14)
        high = metrics.height() + 4
        pill = QRectF(self.width() - wide - 10, (self.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint if self.isChecked() else theme.nav_hover))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QColor(theme.primary if self.isChecked() else theme.nav_text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.badge)


class SideNav(QWidget):
    """The main window's side: its name, the places, and who works here.

    Signals:
        chosen: the id of the place that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: dict[str, SideItem] = {}
        self._quiet = False
        self.setFixedWidth(208)
        self.setAccessibleName(title)
        self.title = text_label(title, "nav-title")
        self.foot = text_label("", "nav-foot")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 20, 12, 16)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.column.addSpacing(16)
        self.column.addStretch(1)
        self.column.addWidget(self.foot)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show places of id and title."""
        for old in self.items.values():
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.items = {}
        for place, title in items:
            item = SideItem(place, title, self)
            item.toggled.connect(lambda on, p=place: self._toggled(p, on))
            self.column.insertWidget(2 + len(self.items), item)
            self.items[place] = item

    def set_badge(self, place: str, badge: str) -> None:
        """Show how much waits at a place."""
        if place in self.items:
            self.items[place].set_badge(badge)

    def set_foot(self, text: str) -> None:
        """Show who works here, a line each."""
        self.foot.setText(text)

    def set_current(self, place: str) -> None:
        """Show where we are, without a signal."""
        if place not in self.items:
            return
        self._quiet = True
        self.items[place].setChecked(True)
        self._quiet = False
        self.setFocusProxy(self.items[place])

    def current(self) -> str:
        """Return the id of the current place, "" if none is."""
        return next((place for place, item in self.items.items() if item.isChecked()), "")

    def _toggled(self, place: str, on: bool) -> None:
        if on and not self._quiet:
            self.setFocusProxy(self.items[place])
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().nav))
