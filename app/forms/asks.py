"""What a section asks the window to do, because a form cannot do it itself."""

import msgspec

from app.domain.casefile import FieldKey
from app.domain.findings import Anchor


class GoTo(msgspec.Struct, frozen=True):
    """Show the place where something is put right."""

    anchor: Anchor


class ShowHistory(msgspec.Struct, frozen=True):
    """Show who changed a field, when, and from what."""

    key: FieldKey


class TurnToCitizen(msgspec.Struct, frozen=True):
    """Turn the screen to the citizen with these consents and nothing else."""

    purposes: tuple[str, ...]


class AddPhoto(msgspec.Struct, frozen=True):
    """Choose a photo and keep it, without EXIF, with a subject of the case."""

    subject: str


class Print(msgspec.Struct, frozen=True):
    """Print, save or show parts of the package: their ids, none means all."""

    parts: tuple[str, ...] = ()
    how: str = "print"


class ShowDocument(msgspec.Struct, frozen=True):
    """Show a document of the case as it will be printed: "order", "action_plan" and the like.

    `subject` is the id of the record that it is about, "" where the case has but one.
    """

    part: str
    subject: str = ""


class Lock(msgspec.Struct, frozen=True):
    """Sign and lock the decision."""


Ask = GoTo | ShowHistory | TurnToCitizen | AddPhoto | Print | ShowDocument | Lock
