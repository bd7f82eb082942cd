"""The open visit and what its page cannot do itself: undo notices, dialogs, printing, locking."""

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from app.domain.combining import parts_of_key
from app.errors import BugError, KnownError
from app.forms.asks import AddPhoto, Lock, Print, ShowDocument, ShowHistory, TurnToCitizen
from app.forms.words import short
from app.views.background import Background
from app.views.citizen_turn import CitizenTurn
from app.views.decision_lock import DecisionLock
from app.views.decision_preview import DecisionPreview
from app.views.document_window import open_document
from app.views.field_names import FieldNames
from app.views.history_dialog import HistoryDialog, VisitHistoryDialog
from app.views.letter_window import open_letter
from app.views.unfinished_lines import UnfinishedLines
from app.views.visit_editor import VisitEditor
from app.views.visit_page import VisitPage
from app.widgets.fields import LineEdit
from app.widgets.typed_field import TypedField
from app.workflow.open_visit import OpenVisit
from app.workflow.photos import attach, keep_photo
from app.workflow.printing import PrintJob, blobs_of, issued, newest_version, print_job
from app.workflow.session import Session
from app.workflow.unkept import Unkept, UnkeptText, unkept_text, write_back
from app.workflow.visit_history import changed_since_issued, visit_history
from app.workflow.visit_view import VisitView, blank_view, changed_section


class VisitDesk(QWidget):
    """Works on one visit.

    Signals:
        left: the visitator goes back to the day.
        said: a sentence and its tone.
        written: everything shown is in the journal.
        lock_wanted: whoever is at the turned screen leaves it otherwise than by the way back.
    """

    left = Signal()
    said = Signal(str, str)
    written = Signal()
    lock_wanted = Signal()

    def __init__(
        self, session: Session, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._background = background
        self._editor: VisitEditor | None = None
        self._lines: UnfinishedLines | None = None
        # The way back from the citizen's screen asks who is there.
        self.guarded = True
        self.turned: CitizenTurn | None = None
        # From before a lock, and still refused by the disk.
        self._waiting: tuple[UnkeptText, ...] = ()
        self.preview = DecisionPreview(self._job, self._pictures, session.texts)
        self.lock = DecisionLock(self, background)
        blank = blank_view(session)
        read = session.store.blobs.get
        self.page = VisitPage(blank, session.texts, self.preview, read, session.offered)
        # The section that a visit opens with comes last, and stays laid out in its place.
        self._unbuilt = [s.key for s in reversed(blank.sections)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.left.connect(self.left)
        help_key = QShortcut(QKeySequence("F1"), self)
        help_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        help_key.activated.connect(self.explain)
        self.page.asked.connect(self._carry_out)

    @property
    def editor(self) -> VisitEditor:
        """The visit that is open here."""
        if self._editor is None:
            raise BugError("no visit is open here")
        return self._editor

    @property
    def is_built(self) -> bool:
        """Tell whether every section is built."""
        return not self._unbuilt

    def build_more(self) -> bool:
        """Build one more section ahead of time; tell whether there are more."""
        if self._unbuilt:
            holder = self.parentWidget()
            if holder is not None:  # a visit has the whole width: no list of pages beside it
                self.resize(self.window().width(), holder.height())
            self.page.prepare(self._unbuilt.pop(0))
        return bool(self._unbuilt)

    def open(self, opened: OpenVisit) -> None:
        """Work on a visit; a desk opens one visit in its life."""
        self._unbuilt.clear()
        editor = VisitEditor(opened, self)
        editor.failed.connect(self._say_error)
        editor.written.connect(self.written)
        self._editor = editor
        self.page.attach(editor)
        self._lines = UnfinishedLines(self)
        self.preview.expect(editor.view)
        self._tell_what_is_later()

    def write_all(self) -> bool:
        """Write what is typed, half-typed dates too; tell whether all of it is kept."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.editor.seal()
        if not self.lock.finish():
            return False
        return not self.editor.opened.is_typing and self.page.write_again() and self._write_back()

    def put_back(self, texts: tuple[UnkeptText, ...]) -> bool:
        """Write what a lock interrupted; tell whether all of it is kept now."""
        self._waiting = texts
        return self._write_back()

    def unkept(self) -> Unkept:
        """Return what would be lost by leaving now."""
        opened = self.editor.opened
        found = [(b.find(v), b.field, b.text()) for b, v in self.page.unwritten(opened.view)]
        if opened.typing is not None:
            found.append((opened.typing.record, opened.typing.field, opened.typing.text))
        return Unkept(
            visit=opened.view.casefile.visit_id,
            section=self.page.section,
            texts=(*self._waiting, *(unkept_text(*each) for each in found)),
            unread=self.unread(),
            unsaved_answers=self.turned is not None and self.turned.has_answers,
        )

    def _write_back(self) -> bool:
        if self._waiting:
            self._waiting = write_back(self.editor.opened, self._waiting)
            self.editor.changed.emit(self.editor.view)
        return not self._waiting

    def unread(self) -> str:
        """Return what stands in fields that could not be read, each with its field's name."""
        wrong = (w for w in self.page.findChildren(QWidget) if w.property("error"))
        lines = (w.edit if isinstance(w, TypedField) else w for w in wrong)
        found = {w: short(w.text()) for w in lines if isinstance(w, LineEdit) and not w.is_full}
        return ", ".join(f"{w.accessibleName()}: {text}" for w, text in found.items() if text)

    def leave(self) -> None:
        """Write what is typed and stop the preview."""
        if self._editor is not None:
            self._editor.seal()
        if self._lines is not None:
            self._lines.stop()
        if self.turned is not None:
            self.turned.abandon()
            self.turned = None
        self.preview.close_worker()

    def undo(self) -> None:
        """Undo the last act and say what it was."""
        before = self.editor.view
        label = self.editor.undo()
        if label is not None:
            where = changed_section(before, self.editor.view)
            self.said.emit(_undone(self.tr("Undone"), label or where), "info")

    def redo(self) -> None:
        """Do the last undone act again and say what it was."""
        before = self.editor.view
        label = self.editor.redo()
        if label is not None:
            where = changed_section(before, self.editor.view)
            self.said.emit(_undone(self.tr("Done again"), label or where), "info")

    def explain(self) -> None:
        """Show the standard's words for what has focus."""
        from app.views.standard_words import StandardWords, words_for

        words = words_for(QApplication.focusWidget(), self.page)
        section, _ = parts_of_key(self.page.section)
        StandardWords(words, section, self.page.view_here.standard, self).exec()

    def show_history(self) -> None:
        """Show what was changed in the visit, by whom and when."""
        self.editor.seal()
        acts = visit_history(self.editor.opened)
        VisitHistoryDialog(acts, _names(self), self.session, self).exec()

    def _tell_what_is_later(self) -> None:
        """Say what changed after the decision was issued; the decision stands as it is."""
        later = changed_since_issued(self.editor.opened)
        if later:
            names = _names(self)
            changed = ", ".join(dict.fromkeys(names.name(key) for key in later))
            text = self.tr(
                "Changed after the decision was issued: {what}. The decision stands as it was "
                "issued."
            )
            self.said.emit(text.format(what=changed), "warn")

    def _carry_out(self, ask: object) -> None:
        self.editor.seal()
        try:
            if self.lock.busy and not isinstance(ask, ShowHistory):
                raise KnownError("visit.held")
            match ask:
                case ShowHistory(key):
                    found = self.editor.history(key)
                    HistoryDialog(key, found, self.session, self, _names(self).value).exec()
                case TurnToCitizen(purposes):
                    self._turn(purposes)
                case AddPhoto(subject):
                    self._add_photo(subject)
                case Print(parts, how):
                    self._print(parts, how)
                case ShowDocument("hearing" | "processing_notice" | "elder_care" as letter, about):
                    section = self.page.section
                    open_letter(letter, about, self.editor, self._background, self, section)
                case ShowDocument():
                    open_document(ask, self.page.view_here, self.session, self._background, self)
                case Lock():
                    self.lock.begin()
        except KnownError as error:
            self._say_error(error)

    def _turn(self, purposes: tuple[str, ...]) -> None:
        guard = self._background if self.guarded else None
        self.turned = CitizenTurn(self.session, self.editor, purposes, guard)
        self.turned.closed.connect(self._turned_back)
        self.turned.lock_wanted.connect(self.lock_wanted)
        self.turned.show_to_citizen(self.window())

    def _turned_back(self) -> None:
        self.turned = None
        self.written.emit()

    def _add_photo(self, subject: str) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a photo"), "", self.tr("Photos (*.jpg *.jpeg *.png *.webp)")
        )
        if path:
            self._background.run(
                lambda: keep_photo(self.session.store.blobs, path),
                lambda blob: self._attach(subject, blob),
                self._say_any,
            )

    def _attach(self, subject: str, blob: str) -> None:
        made = attach(self.editor.view, subject, blob)
        if shiboken6.isValid(self):
            self.editor.edit(made)
        else:  # the visit was left meanwhile: the photo is its all the same
            self.editor.opened.apply(made)

    def _print(self, parts: tuple[str, ...], how: str) -> None:
        from app.views.letter_printing import LetterPrinting  # when it is asked for

        printing = LetterPrinting(self.session, self._background, self, self.said.emit)
        printing.ask(self.editor.view, parts, how)

    def _job(self, view: VisitView, parts: tuple[str, ...]) -> PrintJob | bytes:
        blobs = self.session.store.blobs
        kept = issued(view, blobs, parts)
        version = newest_version(view) if view.locked else None
        return kept or print_job(view, None, parts, version=version, of_package=True)

    def _pictures(self, view: VisitView) -> Mapping[str, bytes]:
        return blobs_of(view.casefile, self.session.store.blobs)

    def _say_any(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if shiboken6.isValid(self):
            self._say_error(error)

    def _say_error(self, error: KnownError) -> None:
        self.said.emit(self.session.texts.error(error), "bad")


def _names(desk: VisitDesk) -> FieldNames:
    """Return what fields and their values are called on the forms of a visit."""
    return FieldNames(desk.page, desk.editor.view, desk.session.texts)


def _undone(done: str, label: str) -> str:
    return f"{done}: {label}" if label else f"{done}."
