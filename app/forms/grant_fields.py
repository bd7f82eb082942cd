"""Editors of a line of help: the end of its period, and the measures the standard limits."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.values import Quantities
from app.forms.layout import FieldGrid
from app.widgets.fields import labelled
from app.widgets.inputs import DateField, NumberField, Segments


class PeriodEnd(QWidget):
    """The last day of help, or until further notice; the value is None for the latter.

    Signals:
        changed: the day, or None.
    """

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.how = Segments(
            name, [("open", self.tr("Until further notice")), ("day", self.tr("On a day"))]
        )
        self.day = DateField(self.tr("{name}: last day").format(name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.how)
        column.addWidget(self.day)
        self.how.changed.connect(self._how_changed)
        self.day.changed.connect(self.changed)
        self.setAccessibleName(name)
        self.setFocusProxy(self.how)
        self.set_value(None)

    def value(self) -> date | None:
        """Return the last day, None until further notice."""
        return self.day.value() if self.how.value() == "day" else None

    def set_value(self, value: date | None) -> None:
        """Show a period's end without a signal."""
        self.how.set_value("open" if value is None else "day")
        self.day.set_value(value)
        self.day.setVisible(value is not None)

    def _how_changed(self, how: str) -> None:
        self.day.setVisible(how == "day")
        if how == "day":
            self.day.setFocus()
        else:
            self.how.set_value("open")
            self.day.set_value(None)
            self.changed.emit(None)


class QuantityFields(QWidget):
    """The measures of a line that the standard limits; the value is None when none is stated.

    Signals:
        changed: the Quantities, or None.
    """

    changed = Signal(object)

    def __init__(self, service: str, names: Sequence[str]) -> None:
        super().__init__()
        self._shown = Quantities()
        self.fields: dict[str, NumberField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = FieldGrid()
        column.addWidget(grid)
        for name in names:
            label, unit, decimals = self._words(name)
            field = NumberField(f"{service}: {label}", unit, decimals, least=0, most=100_000)
            field.changed.connect(self._edited)
            self.fields[name] = field
            grid.add(labelled(label, field))

    def _words(self, name: str) -> tuple[str, str, int]:
        return {
            "area_m2": (self.tr("Area"), "m²", 1),
            "weight_kg": (self.tr("Weight"), "kg", 1),
            "shops": (self.tr("Number of shops"), "", 0),
            "supermarkets": (self.tr("Number of supermarkets"), "", 0),
            "hours": (self.tr("Hours"), self.tr("h"), 2),
        }[name]

    def value(self) -> Quantities | None:
        """Return the measures, None when none is stated."""
        stated = {name: field.value() for name, field in self.fields.items()}
        hidden = {
            name: getattr(self._shown, name)
            for name in Quantities.__struct_fields__
            if name not in stated
        }
        quantities = Quantities(**{**hidden, **stated})
        return None if quantities == Quantities() else quantities

    def set_value(self, value: Quantities | None) -> None:
        """Show measures without a signal; those of other services are kept as they are."""
        self._shown = value or Quantities()
        for name, field in self.fields.items():
            if field.value() != getattr(self._shown, name):
                field.set_value(getattr(self._shown, name))

    def _edited(self, *_: object) -> None:
        self.changed.emit(self.value())
