"""What was typed of a visit that is not planned yet: kept encrypted until it is, or is given up."""

import msgspec

from app.workflow.session import Session

_NAME = "draft.visit"


class VisitDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A half-filled form: whom it is for, its texts by field as they were typed, its choices.

    `citizen` is the id of one that is known, or "". Nothing in it has been read or checked.
    """

    citizen: str = ""
    texts: dict[str, str] = {}
    kind: str = ""
    standards: tuple[str, ...] = ()


def keep_draft(session: Session, draft: VisitDraft) -> None:
    """Keep it in the place of the one before; KnownError if the disk refuses."""
    session.store.local.set(_NAME, msgspec.json.encode(draft).decode())


def kept_draft(session: Session) -> VisitDraft | None:
    """Return what was typed when the program locked, was closed or died; None if nothing was."""
    kept = session.store.local.get(_NAME)
    return msgspec.json.decode(kept, type=VisitDraft) if kept else None


def forget_draft(session: Session) -> None:
    """Let go of it: the visit is planned, or given up."""
    if session.store.local.get(_NAME):
        session.store.local.set(_NAME, "")
