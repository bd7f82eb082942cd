"""The visit that is open: every edit goes through here to the journal and back."""

from collections.abc import Collection, Mapping, Sequence

from app.domain.casefile import CaseFile, FieldKey
from app.domain.standard import Standard
from app.errors import BugError, KnownError
from app.journal.journal import ChangeId, HistoryEntry, Write
from app.workflow.edits import (
    AddRecord,
    Edit,
    EndTyping,
    RemoveRecord,
    SetField,
    Together,
    TypeText,
)
from app.workflow.library import ref_of
from app.workflow.picture import Painter, earlier_visit
from app.workflow.session import Session, casefile_of
from app.workflow.signed import SignedConsents
from app.workflow.visit_view import VisitView
from app.workflow.writing import Written, clean_text, key_of, scope_of, writes_of

Act = tuple[str, ...]
Heads = Mapping[FieldKey, tuple[ChangeId, ...]]


class OpenVisit:
    """One visit being worked on.

    `view` is always the picture of what is written plus `typing`, the text under way. Nothing
    here knows a window; the journal's errors pass as KnownError and leave `view` as it was.
    """

    def __init__(self, session: Session, visit_id: str) -> None:
        snapshot = session.snapshot(visit_id)
        casefile = casefile_of(visit_id, snapshot)
        self.session = session
        self.section = ""
        self._painter = Painter(session, casefile)
        self._place = self._painter.place
        self._signed = SignedConsents(session.store.journal)
        self._written = casefile
        self._heads: dict[FieldKey, tuple[ChangeId, ...]] = dict(snapshot.heads)
        self.typing: TypeText | None = None
        self._typing_heads: tuple[ChangeId, ...] = ()
        self._undo: list[Act] = []
        self._redo: list[Act] = []
        self._show(casefile)
        self._recover()
        if self._place.look():
            self._show(self._written)

    # What is shown

    @property
    def standard(self) -> Standard:
        """The standard of the visit; what several say together, where there are several."""
        return self.view.standard

    @property
    def view(self) -> VisitView:
        """The picture to show now."""
        return self._view

    @property
    def is_typing(self) -> bool:
        """Tell whether text is under way."""
        return self.typing is not None

    @property
    def can_undo(self) -> bool:
        """Tell whether an act of this sitting can be undone."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Tell whether an undone act can be done again."""
        return bool(self._redo)

    def reload(self) -> None:
        """Read the case anew from the journal; text under way stays in its place."""
        snapshot = self.session.store.journal.snapshot(self._scopes)
        self._heads = dict(snapshot.heads)
        self._written = casefile_of(self._written.visit_id, snapshot)
        self._show(_with_typing(self._written, self.typing))

    def catch_up(self) -> bool:
        """Read the case anew if others have written in it, or moved it; tell whether they had."""
        if moved := self._place.look():
            self.seal()  # what is being typed was begun while the case was one's own
        heads = self.session.store.journal.snapshot(self._scopes).heads
        if not moved and _unordered(heads) == _unordered(self._heads):
            return False
        self.reload()
        return True

    def history(self, key: FieldKey) -> tuple[HistoryEntry, ...]:
        """Return who changed a field, when and from what, newest first."""
        return self.session.store.journal.history(key)

    @property
    def heads(self) -> Heads:
        """The changes that the fields on the screen come from."""
        return self._heads

    # What is written

    def apply(self, edit: Edit) -> None:
        """Carry out one edit of a form: written when this returns, text under way excepted."""
        if not isinstance(edit, EndTyping):
            self._place.check()
        match edit:
            case TypeText():
                self._type(edit)
            case EndTyping():
                self.seal()
            case Together(edits, label, undoable):
                self._write(edits, label=label, undoable=undoable)
            case SetField() | AddRecord() | RemoveRecord():
                self._write((edit,), reason=getattr(edit, "reason", ""))

    def seal(self) -> None:
        """Make the text under way one change."""
        typing = self.typing
        if typing is None:
            return
        key = key_of(typing.record, typing.field)
        edit = SetField(typing.record, typing.field, typing.text)
        self.typing = None
        if getattr(typing.record, typing.field) != clean_text(typing.text):
            try:
                self._append(writes_of(edit, self._written), {key: self._typing_heads})
            except KnownError:
                self.typing = typing
                raise
        self.session.store.pending.clear(key)

    def undo(self) -> str:
        """Undo the last act of this sitting; return what it was called.

        Raises KnownError "journal.replaced_since" when somebody has changed it since.
        """
        return self._turn(self._undo, self._redo)

    def redo(self) -> str:
        """Do the last undone act again; return what it was called."""
        return self._turn(self._redo, self._undo)

    def hold(self, held: bool) -> None:
        """Let nothing be written, for a decision is being locked; or let it again."""
        self._place.held = held
        self._show(self._written)

    def issue(self, writes: Sequence[Written], made_from: Heads | None = None) -> None:
        """Write what issues a decision: whole, and never undone.

        Raises KnownError "decision.changed_meanwhile" if a field is not as it is shown, or was
        when the documents were made.
        """
        self._place.check()
        stored = self.session.store.journal.snapshot(self._scopes)
        if _unordered(stored.heads) != _unordered(made_from or self._heads):
            self.reload()
            raise KnownError("decision.changed_meanwhile")
        self._append(writes, {}, undoable=False)

    def forget_undo(self) -> None:
        """Let nothing before this moment be undone."""
        self._undo.clear()
        self._redo.clear()

    # How

    def _turn(self, source: list[Act], target: list[Act]) -> str:
        self._place.check()
        self.seal()
        if not source:
            return ""
        journal = self.session.store.journal
        label = journal.label_of(source[-1][0])
        turned = tuple(journal.undo(action) for action in reversed(source[-1]))
        source.pop()
        target.append(turned)
        self.reload()
        return label

    @property
    def _scopes(self) -> list[str]:
        return [s for s in (self._written.citizen.id, self._written.case.id) if s]

    def _type(self, edit: TypeText) -> None:
        key = key_of(edit.record, edit.field)
        typing = self.typing
        if typing is not None and key_of(typing.record, typing.field) != key:
            self.seal()
            typing = None
        if typing is None:
            typing = self._begin_typing(edit, key)
        self.typing = TypeText(typing.record, typing.field, edit.text)
        scope = scope_of(key, self._written)
        self.session.store.pending.put(key, scope, edit.text, self._typing_heads, self.section)
        self._show(self._written.with_value(key, edit.text))

    def _begin_typing(self, edit: TypeText, key: FieldKey) -> TypeText:
        """Note the heads on the screen, and write what a new record belongs to.

        The identity is written at once, so that text found after a crash has its place.
        """
        self.typing, self._typing_heads = edit, self._heads.get(key, ())
        identity = writes_of(SetField(edit.record, edit.field, ""), self._written)[:-1]
        if identity:
            self._append(identity, {})
            self._undo.pop()
        record = self._written.records[key.entity][key.id]
        return TypeText(record, edit.field, edit.text)

    def _write(
        self,
        edits: Sequence[SetField | AddRecord | RemoveRecord],
        label: str = "",
        reason: str = "",
        undoable: bool = True,
    ) -> None:
        self.seal()
        casefile, writes = self._written, list[Written]()
        for edit in edits:
            for key, value in writes_of(edit, casefile):
                writes.append((key, value))
                casefile = casefile.with_value(key, value)
        self._append(writes, {}, label=label, reason=reason, undoable=undoable)

    def _append(
        self,
        writes: Sequence[Written],
        heads: dict[FieldKey, tuple[ChangeId, ...]],
        label: str = "",
        reason: str = "",
        undoable: bool = True,
    ) -> None:
        if not writes:
            return
        actions, actor = list[str](), self.session.profile.name
        unseen = False
        for scope, mine in _by_scope(writes, self._written).items():
            changes = [Write(k, v, heads.get(k, self._heads.get(k, ()))) for k, v in mine]
            appended = self.session.store.journal.append(
                scope, changes, actor=actor, label=label, reason=reason, undoable=undoable
            )
            unseen = unseen or _has_unseen(appended.heads, self._heads, {k for k, _ in mine})
            self._heads.update(appended.heads)
            actions.append(appended.action)
        if undoable:
            self._undo.append(tuple(actions))
        self._redo.clear()
        self._take(writes, unseen)

    def _take(self, writes: Sequence[Written], unseen: bool) -> None:
        ended = any(key.field == "removed" for key, _ in writes)
        if ended or unseen or self._written.disputes:
            self.reload()
            return
        for key, value in writes:
            self._written = self._written.with_value(key, value)
        self._show(self._written)

    def _recover(self) -> None:
        """Seal the text that a crash left behind, and remember where the cursor was."""
        for text in self.session.store.pending.of(self._scopes):
            self.section = text.section or self.section
            if text.is_value:
                self._append([(text.key, clean_text(text.text))], {text.key: text.heads})
                self.session.store.pending.clear(text.key)

    def _show(self, casefile: CaseFile) -> None:
        self._view = self._painter.paint(self._signed.held(casefile, self._heads))


def open_visit(session: Session, visit_id: str) -> OpenVisit:
    """Open a visit in the standard it was planned with, or the newest; begin it if planned."""
    from app.workflow.last_time import carry_over  # it works on what is opened here

    opened = OpenVisit(session, visit_id)
    if begin(opened):
        carry_over(opened)
    return opened


def begin(opened: OpenVisit) -> bool:
    """Mark a planned visit as begun, and pin the standards it is made under; tell if it was."""
    visit = opened.view.casefile.visit
    if visit.state not in ("", "planned") or opened.view.moved_to is not None:
        return False
    edits: list[SetField | AddRecord | RemoveRecord] = [
        SetField(visit, "state", "ongoing"),
        SetField(visit, "started_at", opened.session.clock()),
    ]
    chosen = tuple(map(ref_of, opened.view.standards))
    if visit.standards != chosen:
        edits.append(SetField(visit, "standards", chosen))
    earlier = earlier_visit(opened.view.casefile)
    if earlier is not None and not visit.previous:
        edits.append(SetField(visit, "previous", earlier.id))
    opened.apply(Together(tuple(edits)))
    opened.forget_undo()
    return True


def heads_in_words(heads: Heads) -> bytes:
    """Return which change every field on the screen comes from, for the record."""
    lines = (
        f"{k.entity} {k.id} {k.field} {' '.join(f'{h.epoch}:{h.seq}' for h in changes)}"
        for k, changes in heads.items()
    )
    return "\n".join(sorted(lines)).encode()


def _with_typing(casefile: CaseFile, typing: TypeText | None) -> CaseFile:
    if typing is None:
        return casefile
    return casefile.with_value(key_of(typing.record, typing.field), typing.text)


def _by_scope(writes: Sequence[Written], casefile: CaseFile) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = {}
    for key, value in writes:
        scope = scope_of(key, casefile)
        if not scope:
            raise BugError("a change without a scope")
        found.setdefault(scope, []).append((key, value))
    return found


def _has_unseen(now: Heads, before: Heads, written: Collection[FieldKey]) -> bool:
    """Tell whether records that were just written hold what others wrote meanwhile.

    What a removal would replace is all that a record holds.
    """
    if any(len(now.get(key, ())) > 1 for key in written):
        return True
    mine = {change for key in written for change in now.get(key, ())}
    whole = [key for key in now if key.field == "removed"]
    return any({*now[key]} - mine - {*before.get(key, ())} for key in whole)


def _unordered(
    heads: Heads,
) -> dict[FieldKey, frozenset[ChangeId]]:
    return {key: frozenset(changes) for key, changes in heads.items()}
