"""What to print: which parts, how many of each, for whom, how large, and on both sides or not."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.documents.content import Receiver, Size
from app.views.scrolling import scrolling
from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import heading, muted
from app.widgets.fields import Combo, labelled
from app.workflow.copies import MOST_COPIES, Habits, Wanted

LEAST_WIDTH, LEAST_HEIGHT = 620, 540


class PartRow:
    """A part that can be printed, and how many copies."""

    def __init__(self, key: str, name: str, copies_name: str) -> None:
        self.key = key
        self.box = QCheckBox(name.replace("&", "&&"))
        self.box.setAccessibleName(name)
        self.box.setMinimumHeight(40)
        self.copies = Combo([(count, str(count)) for count in range(1, MOST_COPIES + 1)])
        self.copies.setFixedWidth(84)
        self.copies.setAccessibleName(copies_name)
        self.box.toggled.connect(self.copies.setEnabled)

    @property
    def count(self) -> int:
        """How many copies are wanted, 0 if the part is not."""
        return int(self.copies.currentData()) if self.box.isChecked() else 0


class PrintDialog(QDialog):
    """Asks what to print, or to save as one PDF; what was chosen is there the next time."""

    def __init__(
        self,
        parts: Mapping[Receiver, Mapping[str, str]],
        habits: Habits,
        chosen: Sequence[str] = (),
        *,
        advice: Mapping[Receiver, str] | None = None,
        saving: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`parts` are the names of the parts for each receiver; without `chosen` all are.

        `advice` is what is to be known before a copy is made for one.
        """
        super().__init__(parent)
        self._parts, self._habits, self._chosen = parts, habits, tuple(chosen)
        self._saving, self._advice = saving, advice or {}
        self.setModal(True)
        self.setWindowTitle(self.tr("Save as PDF") if saving else self.tr("Print the decision"))
        self.resize(LEAST_WIDTH, LEAST_HEIGHT)
        self.rows: list[PartRow] = []
        self.receiver = Combo([(r, name) for r, name in self._receivers().items() if r in parts])
        self.text_size = Combo(self._sizes())
        self.duplex = QCheckBox(self.tr("On both sides of the paper"))
        self.duplex.setChecked(habits.duplex)
        self.all = link_button(self.tr("All"))
        self.letter_alone = link_button(self.tr("Only the letter"))
        self.advice = muted("")
        self.act = primary_button(self.tr("Save") if saving else self.tr("Print"))
        self.cancel = plain_button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._show_parts()
        self.act.setFocus()

    def wanted(self) -> Wanted:
        """Return what was chosen."""
        return Wanted(
            copies=tuple((row.key, row.count) for row in self.rows if row.count),
            receiver=self.receiver.currentData(),
            size=self.text_size.currentData(),
            duplex=self.duplex.isChecked(),
        )

    def _receivers(self) -> dict[Receiver, str]:
        return {
            "citizen": self.tr("The citizen"),
            "representative": self.tr("The citizen's representative"),
            "provider": self.tr("The provider"),
            "file": self.tr("The municipality's file"),
        }

    def _sizes(self) -> list[tuple[Size | None, str]]:
        return [
            (None, self.tr("As the citizen gets it")),
            ("normal", self.tr("Usual text")),
            ("16", self.tr("Large print, 16 points")),
            ("20", self.tr("Large print, 20 points")),
        ]

    def _show_parts(self) -> None:
        """Offer the parts that there are for the receiver."""
        said = self._advice.get(self.receiver.currentData(), "")
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        self.receiver.setAccessibleDescription(said)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.rows = []
        for key, name in self._parts[self.receiver.currentData()].items():
            row = PartRow(key, name, self.tr("Copies of {part}").format(part=name))
            row.copies.setCurrentIndex(row.copies.findData(self._habits.of(key)))
            row.box.setChecked(not self._chosen or key in self._chosen)
            row.copies.setEnabled(row.box.isChecked())
            row.copies.setVisible(not self._saving)
            row.box.toggled.connect(self._allow)
            place = len(self.rows)
            self._grid.addWidget(row.box, place, 0)
            self._grid.addWidget(row.copies, place, 1)
            self.rows.append(row)
        self._grid.setRowStretch(len(self.rows), 1)
        self._allow()

    def _tick(self, keys: Sequence[str] | None) -> None:
        for row in self.rows:
            row.box.setChecked(keys is None or row.key in keys)

    def _allow(self, *_: object) -> None:
        self.act.setEnabled(any(row.count for row in self.rows))

    def _connect(self) -> None:
        self.receiver.currentIndexChanged.connect(lambda _: self._show_parts())
        self.all.clicked.connect(lambda: self._tick(None))
        self.letter_alone.clicked.connect(lambda: self._tick([r.key for r in self.rows[:1]]))
        self.act.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        over = self.tr("Parts") if self._saving else self.tr("Parts and copies")
        words.addWidget(muted(over), 1)
        words.addWidget(self.letter_alone)
        words.addWidget(self.all)
        parts = QWidget()
        parts.setObjectName("page")
        self._grid = QGridLayout(parts)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(16)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(labelled(self.tr("For"), self.receiver), 1)
        choices.addWidget(labelled(self.tr("Text"), self.text_size), 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.duplex)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.act)
        self.duplex.setVisible(not self._saving)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading(self.windowTitle()))
        column.addLayout(choices)
        column.addWidget(self.advice)
        column.addLayout(words)
        column.addWidget(scrolling(parts), 1)
        column.addLayout(foot)
