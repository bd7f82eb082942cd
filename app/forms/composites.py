"""Editors of values that make sense only whole: address, interpreter, what a member can do."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from app.domain.values import Address, Capacity, Interpreter
from app.forms.layout import FieldGrid
from app.widgets.card import text_label
from app.widgets.fields import LineEdit, labelled
from app.widgets.inputs import Segments, YesNo

Share = Literal["all", "part", "none"]


class AddressEditor(QWidget):
    """A postal address, one value: it changes when focus leaves its last line, never half."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines = {part: LineEdit() for part in ("street", "care_of", "postcode", "city")}
        labels = (
            ("street", self.tr("Street, number, floor")),
            ("care_of", self.tr("c/o or place")),
            ("postcode", self.tr("Postcode")),
            ("city", self.tr("Town")),
        )
        grid = FieldGrid()
        for part, label in labels:
            grid.add(labelled(label, self.lines[part]))
            self.lines[part].installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self.setFocusProxy(self.lines["street"])
        self._shown: Address | None = None

    def value(self) -> Address | None:
        """Return the address, None if nothing is written."""
        parts = {part: line.text().strip() for part, line in self.lines.items()}
        return Address(**parts) if any(parts.values()) else None

    def set_value(self, value: Address | None) -> None:
        """Show an address."""
        self._shown = value
        address = value or Address()
        for part, line in self.lines.items():
            text = getattr(address, part)
            if line.text() != text:
                line.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            goes_to = QApplication.focusWidget()
            inside = goes_to is not None and self.isAncestorOf(goes_to)
            if not inside:
                self._finish()
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.changed.emit()
        for line in self.lines.values():
            line.setModified(False)


class InterpreterEditor(QWidget):
    """Whether an interpreter is needed, and of which kind."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.need = YesNo(name)
        kinds = (("speech", self.tr("Spoken language")), ("sign", self.tr("Sign language")))
        self.kind = Segments(self.tr("Kind of interpreter"), kinds)
        self.kind.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.need)
        column.addWidget(self.kind)
        self.setFocusProxy(self.need)
        self.need.changed.connect(self._changed)
        self.kind.changed.connect(self._changed)

    def value(self) -> Interpreter | None:
        """Return the answer, None if it was not asked."""
        need: bool | None = self.need.value()
        if need is None:
            return None
        kind: Any = self.kind.value() or ""
        return Interpreter(need=need, kind=kind if need else "")

    def set_value(self, value: Interpreter | None) -> None:
        """Show an answer."""
        self.need.set_value(value.need if value else None)
        self.kind.set_value(value.kind if value else "")
        self.kind.setVisible(bool(value and value.need))

    def _changed(self, *_: object) -> None:
        self.kind.setVisible(bool(self.need.value()))
        self.changed.emit()


class CapacityEditor(QWidget):
    """What somebody in the household can take on, per service: all, a part, nothing."""

    changed = Signal()

    def __init__(self, name: str, services: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.shares: dict[str, Segments] = {}
        self._kept: tuple[Capacity, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        options = (("all", self.tr("All")), ("part", self.tr("A part")), ("none", self.tr("None")))
        for row, (service, service_name) in enumerate(services):
            share = Segments(f"{name}: {service_name}", options)
            share.changed.connect(self._changed)
            self.shares[service] = share
            grid.addWidget(text_label(service_name, "label"), row, 0)
            grid.addWidget(share, row, 1)
        if self.shares:
            self.setFocusProxy(next(iter(self.shares.values())))

    def value(self) -> tuple[Capacity, ...]:
        """Return what is answered; services that are not shown keep what was said."""
        notes = {known.service: known.note for known in self._kept}
        others = tuple(c for c in self._kept if c.service not in self.shares)
        answered = tuple(
            Capacity(service=service, share=_share(share.value()), note=notes.get(service, ""))
            for service, share in self.shares.items()
            if share.value()
        )
        return others + answered

    def set_value(self, value: tuple[Capacity, ...]) -> None:
        """Show what is answered."""
        self._kept = value
        answered: dict[str, str] = {known.service: known.share for known in value}
        for service, share in self.shares.items():
            share.set_value(answered.get(service, ""))

    def _changed(self, *_: object) -> None:
        self.changed.emit()


def _share(value: str) -> Share:
    return "all" if value == "all" else "part" if value == "part" else "none"
