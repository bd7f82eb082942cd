"""Tab goes through a form as it is read, also through what was put there later.

Qt's own order is that in which widgets came to the window, and it refuses to move those that
take focus only for a part of theirs. So a form finds the next field itself.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QPlainTextEdit, QWidget

_LEAVES = (QComboBox, QAbstractSpinBox, QPlainTextEdit, QLabel)


def first_stop(form: QWidget) -> QWidget | None:
    """Return the first field of a form that Tab stops at."""
    return next(_stops(form), None)


def next_stop(form: QWidget, now: QWidget | None, forward: bool) -> QWidget | None:
    """Return where Tab goes from a field: the next one read, then out of the form."""
    stops = list(_stops(form))
    if now is None or not stops:
        return None
    if now in stops:
        place = stops.index(now) + (1 if forward else -1)
        return stops[place] if 0 <= place < len(stops) else _outside(form, now, forward)
    # Focus stands where Tab does not stop, such as a segment reached with the mouse.
    later = [stop for stop in stops if _is_after(form, stop, now) == forward]
    return (later[0] if forward else later[-1]) if later else _outside(form, now, forward)


def _outside(form: QWidget, now: QWidget, forward: bool) -> QWidget | None:
    step = now.nextInFocusChain() if forward else now.previousInFocusChain()
    while step is not None and step is not now:
        if not form.isAncestorOf(step) and _takes_tab(step, form.window()):
            return step
        step = step.nextInFocusChain() if forward else step.previousInFocusChain()
    return None


def _takes_tab(widget: QWidget, within: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and (widget is within or widget.isVisibleTo(within))
    )


def _stops(form: QWidget) -> Iterator[QWidget]:
    return (w for w in _read(form) if _takes_tab(w, form))


def _is_after(form: QWidget, stop: QWidget, now: QWidget) -> bool:
    order = list(_read(form))
    return now not in order or order.index(stop) > order.index(now)


def _read(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and those within it that are not hidden, in the order they are read."""
    yield widget
    if isinstance(widget, _LEAVES):
        return
    for child in _inner(widget):
        if not child.isHidden():
            yield from _read(child)


def _inner(widget: QWidget) -> Iterable[QWidget]:
    in_order: Callable[[], Iterable[QWidget]] | None = getattr(widget, "in_order", None)
    if in_order is not None:
        return in_order()
    return [c for c in widget.children() if isinstance(c, QWidget) and not c.isWindow()]
