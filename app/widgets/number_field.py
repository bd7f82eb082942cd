"""A number typed with a Danish comma, with its unit beside it."""

import re

from PySide6.QtCore import Signal

from app.widgets.card import muted
from app.widgets.typed_field import TypedField

_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)


def read_number(text: str, decimals: int) -> float | int | None:
    """Read a number with comma or point; raises ValueError when it is none, or too fine."""
    words = text.replace(" ", "").replace("\u00a0", "")
    if not words:
        return None
    if not _NUMBER.fullmatch(words):
        raise ValueError(text)
    number = float(words.replace(",", "."))
    if round(number, decimals) != number:
        raise ValueError(text)
    return number if decimals else int(number)


def write_number(number: float | int | None, decimals: int) -> str:
    """Write a number with a Danish comma and no empty decimals."""
    if number is None:
        return ""
    if not decimals or number == int(number):
        return str(int(number))
    return f"{number:.{decimals}f}".rstrip("0").replace(".", ",")


class NumberField(TypedField):
    """A number or None; `suffix` is its unit. What is no number stays, and is said.

    Signals:
        changed: the number, None when the field was emptied.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        suffix: str = "",
        decimals: int = 0,
        least: float = 0,
        most: float = 999_999,
    ) -> None:
        super().__init__(name)
        self.decimals, self.least, self.most = decimals, least, most
        self._value: float | int | None = None
        self.edit.setMaxLength(16)
        self.edit.setMinimumWidth(64)
        self.edit.setMaximumWidth(120)
        self.edit.setAccessibleName(f"{name}, {suffix}" if suffix else name)
        self.suffix = muted(suffix)
        self.suffix.setWordWrap(False)
        if not suffix:
            self.suffix.hide()
        self.line.setSpacing(8)
        self.line.addWidget(self.suffix)
        self.line.addStretch(1)

    def value(self) -> float | int | None:
        """Return the last number that was right."""
        return self._value

    def set_value(self, value: float | int | None) -> None:
        """Show a number without a signal. What is being corrected is left alone."""
        if self.has_error() and value == self._value:
            return
        self._value = value
        self.edit.setText(write_number(value, self.decimals))
        self.say("")

    def finish(self) -> None:
        """Read the number; one that is none, too small or too large is said."""
        try:
            number = read_number(self.edit.text(), self.decimals)
        except ValueError:
            whole = self.tr("Write a whole number, such as 12.")
            self.say(self.tr("Write a number, such as 12,5.") if self.decimals else whole)
            return
        if number is not None and not self.least <= number <= self.most:
            low, high = (write_number(n, self.decimals) for n in (self.least, self.most))
            self.say(self.tr("Write a number from {low} to {high}.").format(low=low, high=high))
            return
        self.say("")
        self.edit.setText(write_number(number, self.decimals))
        if number != self._value:
            self._value = number
            self.changed.emit(number)
