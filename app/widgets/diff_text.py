"""A text with what was added and removed marked in it, for the eye and for the ear."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.word_diff import Kind, Piece
from app.widgets.theme import tokens

_THIN_SPACE = "\u2009"


class DiffText(QLabel):
    """Shows pieces of a text: underlined what came, struck through what went.

    `said` is what a screen reader is told of a piece by its kind, with {text}.
    """

    def __init__(
        self, pieces: Sequence[Piece], said: dict[Kind, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pieces = tuple(pieces)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        spoken = (said.get(p.kind, "{text}").format(text=p.text.strip()) for p in self.pieces)
        self.setAccessibleName(" ".join(filter(None, spoken)))
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        html, struck = "", False
        for piece in self.pieces:
            html += (_THIN_SPACE if struck and piece.kind == "added" else "") + _marked(piece)
            struck = piece.kind == "removed"
        if html != self.text():
            self.setText(html)


def _marked(piece: Piece) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    theme = tokens()
    if piece.kind == "added":
        style = f"color:{theme.primary}; background:{theme.tint}; font-weight:600"
        return f'<u style="{style}">{text}</u>'
    if piece.kind == "removed":
        return f'<s style="color:{theme.muted}">{text}</s>'
    return text
