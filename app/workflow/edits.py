"""What a form asks to have written: each becomes one action of the journal."""

from typing import Any

import msgspec

from app.domain.records import Record


class SetField(msgspec.Struct, frozen=True):
    """Set one field whole. `record` is the one on the screen; if it is not in the journal
    yet, the fields that say what it belongs to are written with it."""

    record: Record
    field: str
    value: Any
    reason: str = ""


class TypeText(msgspec.Struct, frozen=True):
    """Text under way in a field: kept within 300 ms, one change when typing ends."""

    record: Record
    field: str
    text: str


class EndTyping(msgspec.Struct, frozen=True):
    """The field was left: what is pending becomes a change."""


class AddRecord(msgspec.Struct, frozen=True):
    """Make a record with every field that is not at its default."""

    record: Record


class RemoveRecord(msgspec.Struct, frozen=True):
    """End a record's life; its values stay in the journal."""

    record: Record


class Together(msgspec.Struct, frozen=True):
    """Several edits that are one act: undone together. `label` is said at undo.

    Signing, locking and delivery are not `undoable`.
    """

    edits: tuple[SetField | AddRecord | RemoveRecord, ...]
    label: str = ""
    undoable: bool = True


Edit = SetField | TypeText | EndTyping | AddRecord | RemoveRecord | Together
