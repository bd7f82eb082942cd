"""Fills in the real forms as a visitator does: keys, choices, a signature."""

import math
from typing import Any

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.forms.binding import Binding, TextBinding
from app.forms.section import SectionForm
from app.widgets.ink_pad import InkPad
from app.widgets.level_scale import LevelScale
from app.workflow.edits import AddRecord, SetField
from app.workflow.visit_view import VisitView


class Driver:
    """Fills in one section's form."""

    def __init__(self, form: SectionForm) -> None:
        self._form = form

    def fill(self, record: Record, field: str, value: Any, view: VisitView) -> None:
        """Fill in one field, by its editor when the form shows one."""
        binding = self.binding(FieldKey(ENTITY_OF[type(record)], record.id, field))
        if binding is None:
            known = view.casefile.records.get(ENTITY_OF[type(record)], {}).get(record.id)
            self._form.edited.emit(SetField(known or record, field, value))
        elif isinstance(binding, TextBinding):
            type_text(binding.editor, str(value))
        elif isinstance(binding.editor, LevelScale) and len(getattr(value, "value", "")) == 1:
            QTest.keyClicks(binding.editor.segments[0], value.value)
        else:
            binding.put(value)

    def make(self, record: Record) -> None:
        """Make a record with all that is not written by hand; the texts are typed after."""
        empty = type(record)(id=record.id)
        texts = {
            name: getattr(empty, name)
            for name in record.__struct_fields__
            if self._is_prose(getattr(record, name))
        }
        self.add(msgspec.structs.replace(record, **texts))

    def add(self, record: Record) -> None:
        """Make a record as it is."""
        self._form.edited.emit(AddRecord(record))

    def binding(self, key: FieldKey) -> Binding | None:
        """Return the binding that shows a field."""
        found = self._form.findChildren(Binding)
        return next((b for b in found if b.key == key and b.editor.isEnabled()), None)

    def _is_prose(self, value: Any) -> bool:
        return isinstance(value, str) and " " in value


def type_text(editor: QWidget, text: str) -> None:
    """Type a text and leave the field."""
    editor.setFocus()
    if isinstance(editor, QPlainTextEdit):
        editor.selectAll()
        editor.insertPlainText(text)
    elif isinstance(editor, QLineEdit):
        editor.selectAll()
        QTest.keyClicks(editor, text)
    QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut))


def sign(pad: InkPad) -> None:
    """Write a signature with a pen."""
    device = QPointingDevice(
        "pen",
        1,
        QPointingDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure,
        1,
        1,
    )
    width, height = pad.width(), pad.height()
    for stroke in range(2):
        points = [
            QPointF(
                width * (0.12 + 0.3 * stroke + 0.28 * t / 60),
                height * (0.5 - 0.28 * math.sin(t / 60 * math.tau * (3 - stroke)) * (1 - t / 90)),
            )
            for t in range(61)
        ]
        _pen(pad, device, QTabletEvent.Type.TabletPress, points[0])
        for point in points[1:]:
            _pen(pad, device, QTabletEvent.Type.TabletMove, point)
        _pen(pad, device, QTabletEvent.Type.TabletRelease, points[-1])


def _pen(pad: InkPad, device: QPointingDevice, kind: QTabletEvent.Type, at: QPointF) -> None:
    pressure = 0.0 if kind == QTabletEvent.Type.TabletRelease else 0.55
    event = QTabletEvent(
        kind,
        device,
        at,
        pad.mapToGlobal(at),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )
    QApplication.sendEvent(pad, event)
