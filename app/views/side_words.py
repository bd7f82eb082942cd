"""Who wrote one of several values, where and when, and what differs in it: in words."""

from PySide6.QtCore import QCoreApplication

from app.clock import local
from app.domain.word_diff import Piece, word_diff
from app.wording import clock, short_date
from app.workflow.disputes import Dispute, Side


def where(side: Side) -> str:
    """Say on which computer it was written."""
    if side.here:
        return QCoreApplication.translate("Sides", "On this computer")
    if side.computer:
        words = QCoreApplication.translate("Sides", "On the computer {name}")
        return words.format(name=side.computer)
    return QCoreApplication.translate("Sides", "On another computer")


def when(side: Side) -> str:
    """Say when it was written, by the clock of that computer."""
    at = local(side.at)
    words = QCoreApplication.translate("Sides", "{day} at {time}")
    return words.format(day=short_date(at.date()), time=clock(at))


def is_since_before(dispute: Dispute) -> bool:
    """Tell whether the values are told by what was done to the text that all had before."""
    values = [side.value for side in dispute.sides]
    return bool(dispute.before) and all(
        isinstance(value, str)
        and any(p.kind == "same" and p.text.strip() for p in word_diff(dispute.before, value))
        for value in values
    )


def differences(dispute: Dispute, side: Side) -> tuple[Piece, ...]:
    """Return a text in pieces: against what all had before, or what only it says.

    Nothing if it is no text, or no other stands beside it.
    """
    if not isinstance(side.value, str):
        return ()
    if is_since_before(dispute):
        return word_diff(dispute.before, side.value)
    others = [each.value for each in dispute.sides if each is not side]
    texts = [text for text in others if isinstance(text, str) and text]
    if not texts or not side.value:
        return ()
    pieces = word_diff(texts[0], side.value)
    if not any(piece.kind == "same" and piece.text.strip() for piece in pieces):
        return ()
    return tuple(piece for piece in pieces if piece.kind != "removed")
