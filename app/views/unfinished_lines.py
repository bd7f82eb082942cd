"""Lines half typed, as a date or a CPR number: kept while they are typed, and put back."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.casefile import FieldKey
from app.domain.findings import Anchor
from app.forms.binding import Binding, TextBinding
from app.forms.section import Panel, SectionForm
from app.forms.words import short
from app.journal.changes import ChangeId
from app.views.visit_page import UndoKeys, application
from app.widgets.fields import set_error
from app.widgets.typed_field import TypedField
from app.workflow.unfinished import (
    Place,
    Unfinished,
    forget_line,
    heads_of,
    keep_line,
    unfinished_lines,
)

if TYPE_CHECKING:  # it makes this
    from app.views.visit_desk import VisitDesk


class Noted:
    """A line that had focus: what it showed before it was typed in, and what of it is kept."""

    def __init__(self, place: Place, before: str) -> None:
        self.place = place
        self.before = before
        self.kept = ""
        self.heads: tuple[ChangeId, ...] = ()
        # Kept, and told of, but not in the line: its field has changed since.
        self.beside = False
        self.marked = False


class UnfinishedLines(QObject):
    """Keeps what stands in a visit's lines and is no value yet; after a crash it is put back.

    It goes back into its line, marked, and not into the record: only leaving the line makes
    it a value. Where the field has changed since, the record's value is shown and the line is
    told over the page. Esc lets go of it. What is typed in text fields is kept elsewhere.
    """

    def __init__(self, desk: "VisitDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._page = desk.page
        self._opened = desk.editor.opened
        self._undo_keys = UndoKeys(desk.editor, self)
        self._lines: dict[QLineEdit, Noted] = {}
        application().focusChanged.connect(self._follow)
        desk.editor.changed.connect(self._look_at_all)
        QTimer.singleShot(0, self, self.put_back)

    def stop(self) -> None:
        """Watch no more."""
        self._undo_keys.stop()
        application().focusChanged.disconnect(self._follow)
        self._desk.editor.changed.disconnect(self._look_at_all)
        for line in filter(shiboken6.isValid, self._lines):
            line.textChanged.disconnect(self._heard)
            line.editingFinished.disconnect(self._heard)
        self._lines.clear()

    def put_back(self) -> None:
        """Show what was kept where it was typed, with focus in the line typed last."""
        kept = [(each, self._line_of(each)) for each in unfinished_lines(self._opened)]
        back = [(each, line) for each, line in kept if line and not each.overtaken]
        beside = [pair for pair in kept if pair not in back]
        if back:
            last, line = back[-1]
            self._page.show_section(last.section)
            line.setFocus()
        for each, line in back:
            self._fill(line, each)
        for each, shown in beside:
            if shown is not None:
                noted = self._watch(shown, each.place)
                noted.kept, noted.beside = each.text, True
        self._tell(kept, beside)

    # How it is kept

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now not in self._lines:
            place = place_of(now, self._opened.view.casefile.visit_id)
            if place is not None and self._page.isAncestorOf(now):
                self._watch(now, place)
        self._look_at_all()

    def _watch(self, line: QLineEdit, place: Place) -> Noted:
        if line not in self._lines:
            self._lines[line] = Noted(place, line.text())
            line.installEventFilter(self)
            line.textChanged.connect(self._heard)
            line.editingFinished.connect(self._heard)
        return self._lines[line]

    def _heard(self, *_: object) -> None:
        line = self.sender()
        if isinstance(line, QLineEdit) and line in self._lines:
            self._look_at(line)

    def _look_at_all(self, *_: object) -> None:
        for line in tuple(self._lines):
            if shiboken6.isValid(line):
                self._look_at(line)
            else:
                noted = self._lines.pop(line)
                if noted.kept:
                    forget_line(self._opened, noted.place)

    def _look_at(self, line: QLineEdit) -> None:
        noted, text = self._lines[line], line.text()
        if line.isModified() and text.strip():
            if text != noted.kept:
                self._keep(line, noted, text)
        elif line.isModified() or not noted.beside:
            if noted.kept:
                self._let_go(line, noted)
            if not line.isModified():
                noted.before = text

    def _keep(self, line: QLineEdit, noted: Noted, text: str) -> None:
        _mark(line, noted, "")
        noted.kept, noted.beside = text, False
        noted.heads = heads_of(self._opened, noted.place)
        keep_line(self._opened, noted.place, text)

    def _let_go(self, line: QLineEdit, noted: Noted) -> None:
        """Forget what is kept, unless another's change took its place in the line."""
        _mark(line, noted, "")
        came_in = noted.heads != heads_of(self._opened, noted.place)
        if came_in and not line.isModified() and line.hasFocus() and line.text() != noted.kept:
            noted.beside = True
            self._desk.said.emit(self._say_beside([_named(line, noted.kept)]), "warn")
            return
        noted.kept, noted.beside = "", False
        forget_line(self._opened, noted.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and isinstance(watched, QLineEdit)
            and (noted := self._lines.get(watched)) is not None
            and noted.kept
        ):
            self._give_up(watched, noted)
            return True
        return super().eventFilter(watched, event)

    def _give_up(self, line: QLineEdit, noted: Noted) -> None:
        noted.kept, noted.beside = "", False
        forget_line(self._opened, noted.place)
        _mark(line, noted, "")
        _say(line, "")
        line.setText(noted.before)

    # How it is put back

    def _line_of(self, kept: Unfinished) -> QLineEdit | None:
        """Return the line that a text was typed in, if it can be typed in now."""
        if kept.section not in [section.key for section in self._opened.view.sections]:
            return None
        key = kept.place.key
        self._page.go_to(Anchor(section=kept.section, key=key if key.entity else None))
        form = self._page.form(kept.section)
        visit = self._opened.view.casefile.visit_id
        return next(
            (
                line
                for line in form.findChildren(QLineEdit)
                if place_of(line, visit) == kept.place
                and line.isVisibleTo(form)
                and not line.isReadOnly()
            ),
            None,
        )

    def _fill(self, line: QLineEdit, kept: Unfinished) -> None:
        """Type a text into its line again, so that leaving the line reads it."""
        noted = self._watch(line, kept.place)
        if line.text() == kept.text:
            return
        line.selectAll()
        line.insert(kept.text)
        _mark(
            line,
            noted,
            self.tr("Not finished: you were writing this when the program stopped or locked."),
        )

    def _tell(
        self,
        kept: list[tuple[Unfinished, QLineEdit | None]],
        beside: list[tuple[Unfinished, QLineEdit | None]],
    ) -> None:
        back = [_named(line, each.text) for each, line in kept if (each, line) not in beside]
        sentences = []
        if back:
            said = self.tr(
                "Not finished when you left, and not recorded yet. It is back where you wrote "
                "it: {what}."
            )
            sentences.append(said.format(what=", ".join(back)))
        if beside:
            sentences.append(self._say_beside([_named(line, e.text) for e, line in beside]))
        if sentences:
            self._desk.said.emit("\n".join(sentences), "warn")

    def _say_beside(self, what: list[str]) -> str:
        return self.tr(
            "You were writing this, but its field has been changed since or is not shown. It is "
            "not recorded: {what}. Write it again if it still holds, or press Esc in the field "
            "to let it go."
        ).format(what=", ".join(what))


def place_of(line: QLineEdit, visit: str) -> Place | None:
    """Name a line in a section; None for a text field, and for one that nothing is kept of."""
    part: Panel | None = None
    widget: QWidget | None = line
    while widget is not None:
        bound = widget.findChildren(Binding, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if bound:
            key = bound[0].key
            text = isinstance(bound[0], TextBinding)
            return None if text or key is None else Place(key, _number(line, widget))
        if part is None and isinstance(widget, Panel):
            part = widget
        if isinstance(widget, SectionForm):
            break
        widget = widget.parentWidget()
    if part is None or not part.keeps_lines:
        return None
    return Place(FieldKey("", visit, type(part).__name__), _number(line, part))


def _number(line: QLineEdit, within: QWidget) -> int:
    return 0 if line is within else within.findChildren(QLineEdit).index(line)


def _named(line: QLineEdit | None, text: str) -> str:
    name = line.accessibleName() if line is not None else ""
    return f"{name}: {short(text)}" if name else short(text)


def _mark(line: QLineEdit, noted: Noted, text: str) -> None:
    """Say under a line that it is unfinished, or take that away."""
    if noted.marked or text:
        noted.marked = bool(text)
        _say(line, text)


def _say(line: QLineEdit, text: str) -> None:
    holder = line.parentWidget()
    if isinstance(holder, TypedField):
        holder.say(text)
    else:
        set_error(line, text)
