"""How often help is given: times, perhaps up to, in each span of days, weeks or months."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.values import Extent
from app.widgets.card import muted
from app.widgets.fields import Combo
from app.widgets.flow import FlowLayout
from app.widgets.number_field import NumberField

_COUNTED = ("day", "week", "month", "year")


class ExtentField(QWidget):
    """An extent (omfang) or None, as a sentence with gaps: 1 to 2 times, every 2 weeks.

    Signals:
        changed: the extent, None when it was taken away.
    """

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Extent | None = None
        self._quiet = False
        self.unit = Combo(self._units())
        self.unit.setAccessibleName(self.tr("{name}: how often").format(name=name))
        self.unit.setMinimumContentsLength(12)
        self.times = self._count(self.tr("{name}: times").format(name=name), 1, 99)
        self.up_to = self._count(self.tr("{name}: at most, if it varies").format(name=name), 1, 99)
        self.every = self._count(self.tr("{name}: in each span of").format(name=name), 1, 60)
        self.to_word = self._word(self.tr("to"))
        self.times_word = self._word(self.tr("times in"))
        flow = FlowLayout(self, 8)
        for part in self._parts():
            flow.addWidget(part)
        self.unit.currentIndexChanged.connect(self._unit_changed)
        self.setAccessibleName(name)
        self.setFocusProxy(self.unit)
        self._show()

    def _units(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Not stated")),
            ("day", self.tr("day(s)")),
            ("week", self.tr("week(s)")),
            ("month", self.tr("month(s)")),
            ("year", self.tr("year(s)")),
            ("once", self.tr("once only")),
            ("as_needed", self.tr("as needed")),
        ]

    def _parts(self) -> tuple[QWidget, ...]:
        return self.times, self.to_word, self.up_to, self.times_word, self.every, self.unit

    def _count(self, name: str, least: int, most: int) -> NumberField:
        field = NumberField(name, least=least, most=most)
        field.edit.setMaximumWidth(64)
        field.changed.connect(self._parts_changed)
        return field

    def _word(self, text: str) -> QLabel:
        label = muted(text)
        label.setWordWrap(False)
        label.setMinimumHeight(40)
        return label

    def value(self) -> Extent | None:
        """Return the extent, None if it is not stated."""
        return self._value

    def set_value(self, value: Extent | None) -> None:
        """Show an extent without a signal."""
        self._value = value
        self._show()

    def _show(self) -> None:
        extent = self._value
        self._quiet = True
        self.unit.setCurrentIndex(max(0, self.unit.findData(extent.unit if extent else "")))
        self.times.set_value(extent.times if extent else None)
        self.up_to.set_value(extent.up_to if extent else None)
        self.every.set_value(extent.every if extent else None)
        self._quiet = False
        self._show_parts()

    def _show_parts(self) -> None:
        counted = self.unit.currentData() in _COUNTED
        for part in self._parts()[:-1]:
            part.setVisible(counted)

    def _unit_changed(self, _index: int) -> None:
        self._show_parts()
        self._parts_changed()

    def _parts_changed(self, *_: object) -> None:
        if self._quiet:
            return
        extent = self._read()
        if extent != self._value:
            self._value = extent
            self._show()
            self.changed.emit(extent)

    def _read(self) -> Extent | None:
        unit = self.unit.currentData()
        if not unit:
            return None
        if unit not in _COUNTED:
            return Extent(unit=unit)
        times = int(self.times.value() or 1)
        most = self.up_to.value()
        up_to = int(most) if most is not None and most > times else None
        return Extent(times=times, up_to=up_to, every=int(self.every.value() or 1), unit=unit)
