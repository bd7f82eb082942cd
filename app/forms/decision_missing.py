"""What is still missing before the decision can be locked, and what goes with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.findings import Missing
from app.domain.judgement import enclosed
from app.domain.standard import Standard
from app.forms.asks import GoTo
from app.forms.disclosure import Disclosure
from app.forms.finding_list import FindingList
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, add_part
from app.forms.words import short
from app.texts import Texts
from app.widgets.buttons import link_button
from app.widgets.card import text_label
from app.widgets.chips import Tone
from app.widgets.theme import tokens
from app.workflow.visit_view import VisitView


class Dot(QWidget):
    """A dot in a tone; what it means is said by the words beside it."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self.tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(12, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().tone(self.tone)[0]))
        painter.drawEllipse(QRectF(1, 8, 9, 9))


class MissingRow(FormPart):
    """One thing that is missing, with the way to its field."""

    def __init__(self, blocks: bool) -> None:
        super().__init__()
        self.missing: Missing | None = None
        self.words = text_label("", "body" if blocks else "muted")
        self.go = link_button(self.tr("Go to"))
        self.go.clicked.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Dot("bad" if blocks else "neutral"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.column.addLayout(row)

    def show_missing(self, missing: Missing, words: str) -> None:
        """Say what is missing."""
        self.missing = missing
        self.words.setText(words)
        self.go.setAccessibleName(self.tr("Go to: {what}").format(what=words))

    def _go(self) -> None:
        if self.missing is not None:
            self.asked.emit(GoTo(self.missing.anchor))


class MissingRows(FormPart):
    """Rows that are used again when what is missing changes, so that focus stays."""

    def __init__(self, texts: Texts, blocks: bool) -> None:
        super().__init__()
        self.texts = texts
        self.blocks = blocks
        self.rows: list[MissingRow] = []
        self.column.setSpacing(0)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these, and no others."""
        while len(self.rows) < len(missing):
            self.rows.append(add_part(self, MissingRow(self.blocks)))
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(missing))
            if index < len(missing) and row.missing != missing[index]:
                found = missing[index]
                params = {name: short(value) for name, value in found.params.items()}
                row.show_missing(found, self.texts.message(found.key, **params))


class MissingCard(CardPart):
    """What a legal letter still lacks, and what else a whole case should hold."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.card.set_title(self.tr("Before you can lock the decision"))
        self.blocking = add_part(self, MissingRows(texts, blocks=True))
        self.nothing = QWidget()
        row = QHBoxLayout(self.nothing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Dot("ok"))
        row.addWidget(text_label(self.tr("The letter has everything it must have."), "muted"), 1)
        self.column.addWidget(self.nothing)
        self.hints = self.nest(MissingRows(texts, blocks=False))
        self.more = Disclosure("", lambda: self.hints)
        self.column.addWidget(self.more)
        self.hints.setParent(self)
        self.hints.hide()

    def load(self, view: VisitView) -> None:
        super().load(view)
        missing = view.judgement.missing
        blocking = [m for m in missing if m.blocks]
        others = [m for m in missing if not m.blocks]
        self.blocking.show_missing(blocking)
        self.hints.show_missing(others)
        self.nothing.setVisible(not blocking)
        self.more.setVisible(bool(others))
        self.more.show_words(
            self.tr("Show %n other point(s)", "", len(others)), self.tr("Hide the other points")
        )


class OpenFindings(FormPart):
    """The findings that ask for a reason and belong to no need on the page."""

    def __init__(self) -> None:
        super().__init__()
        self.title = text_label(self.tr("What the standard says besides"), "section")
        self.column.addWidget(self.title)
        self.list = add_part(self, FindingList())

    def load(self, view: VisitView) -> None:
        super().load(view)
        needs = {need.id for need in view.casefile.needs}
        found = [f for f in view.judgement.findings if f.needs_reason and f.need not in needs]
        self.list.show_findings(found, view)
        self.setVisible(bool(found))


class EnclosuresCard(CardPart):
    """What goes with the decision, and whether it can be made yet."""

    def __init__(self, standard: Standard) -> None:
        super().__init__()
        self.card.set_title(self.tr("Enclosures in the package"))
        self.grid = FieldGrid()
        self.column.addWidget(self.grid)
        self.rows = {e.id: (e.title, self._row()) for e in standard.enclosures}

    def _row(self) -> QLabel:
        label = text_label("", "body")
        label.setContentsMargins(0, 4, 0, 4)
        self.grid.add(label)
        return label

    def load(self, view: VisitView) -> None:
        super().load(view)
        lacking = tuple(m.key for m in view.judgement.missing)
        going = enclosures_of(view)
        for key, (title, label) in self.rows.items():
            self.grid.show_field(label, key in going)
            missing = any(k.startswith(f"missing.enclosure_{key}") for k in lacking)
            words = self.tr("{title} (not ready)") if missing else "✓ {title}"
            label.setText(words.format(title=title))
            label.setProperty("kind", "muted" if missing else "body")
            label.style().polish(label)


def enclosures_of(view: VisitView) -> frozenset[str]:
    """Return what goes with the decision as it stands, under each standard of the visit."""
    shares = tuple(view.shares.values()) or (view,)
    return frozenset().union(
        *(enclosed(v.casefile, v.standard, v.national, v.today) for v in shares)
    )
