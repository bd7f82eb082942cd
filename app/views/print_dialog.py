"""What to print: which parts, how many of each, for whom, how large, and on both sides or not."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.documents.content import LETTERS, Size
from app.domain.combining import parts_of_key
from app.views.scrolling import scrolling
from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import heading, muted, text_label
from app.widgets.fields import Combo, labelled
from app.workflow.copies import MOST_COPIES, Habits, Wanted
from app.workflow.copy_offer import AS_USUAL, DANISH, Choice

LEAST_WIDTH, LEAST_HEIGHT = 860, 560
# What a copy is about: a letter, or to a provider the order.
_MAIN = (*LETTERS, "order")


class Receiving(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who can get a copy: what they are called, the names of the parts there are by the
    language of the copy, and what is to be known before."""

    choice: Choice
    label: str
    names: Mapping[str, Mapping[str, str]]
    advice: str = ""


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
        receivers: Sequence[Receiving],
        habits: Habits,
        chosen: Sequence[str] = (),
        *,
        caution: str = "",
        left_out: str = "",
        languages: Mapping[str, str] | None = None,
        addressee: str = "",
        saving: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Without `chosen` all parts are ticked, but for what is doubtful.

        `caution` is what is to be known of a copy that is not the issued letter itself,
        `left_out` who is not among the receivers, and why. `languages` are the names of those
        that pages of help can be in, by their codes. `addressee` is the contact who is chosen to
        begin with; without, the first receiver is.
        """
        super().__init__(parent)
        self._habits, self._chosen = habits, tuple(chosen)
        self._saving, self._caution = saving, caution
        self.setModal(True)
        self.setWindowTitle(self.tr("Save as PDF") if saving else self.tr("Print the decision"))
        self.resize(LEAST_WIDTH, LEAST_HEIGHT)
        self.rows: list[PartRow] = []
        self._receivers = dict(enumerate(receivers))
        self.receiver = Combo([(n, each.label) for n, each in self._receivers.items()])
        found = (n for n, each in self._receivers.items() if each.choice.addressee == addressee)
        self.receiver.setCurrentIndex(next(found, 0))
        self.text_size = Combo(self._sizes())
        self.language = Combo(self._languages(languages or {}))
        self.duplex = QCheckBox(self.tr("On both sides of the paper"))
        self.duplex.setChecked(habits.duplex)
        self.all = link_button(self.tr("All"))
        self.main_alone = link_button("")
        self.advice = text_label("", "body")
        self.left_out = muted(left_out)
        self.act = primary_button(self.tr("Save") if saving else self.tr("Print"))
        self.cancel = plain_button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._show_receiver()
        self.act.setFocus()

    def wanted(self) -> Wanted:
        """Return what was chosen."""
        choice = self._receiving.choice
        return Wanted(
            copies=tuple((row.key, row.count) for row in self.rows if row.count),
            receiver=choice.receiver,
            addressee=choice.addressee,
            order=choice.order,
            provider=choice.provider,
            size=self.text_size.currentData(),
            language=self._language,
            duplex=self.duplex.isChecked(),
        )

    @property
    def _receiving(self) -> Receiving:
        return self._receivers[self.receiver.currentData()]

    @property
    def _language(self) -> str:
        """The language that is chosen, where the receiver gets pages of help at all."""
        chosen = str(self.language.currentData())
        return chosen if chosen in self._receiving.names else AS_USUAL

    def _sizes(self) -> list[tuple[Size | None, str]]:
        return [
            (None, self.tr("By the need")),
            ("normal", self.tr("Usual text")),
            ("16", self.tr("Large print, 16 points")),
            ("20", self.tr("Large print, 20 points")),
        ]

    def _languages(self, names: Mapping[str, str]) -> list[tuple[str, str]]:
        helped = self.tr("With help pages in {language}")
        return [
            (AS_USUAL, self.tr("By the need")),
            (DANISH, self.tr("Danish alone")),
            *((code, helped.format(language=name)) for code, name in names.items()),
        ]

    def _show_receiver(self) -> None:
        """Offer what there is for the receiver."""
        self.language.setEnabled(len(self._receiving.names) > 1)
        self._show_parts(self._receiving.choice.doubtful, self._chosen)

    def _show_language(self) -> None:
        """Offer the pages in the language; what was left out stays so."""
        self._show_parts([row.key for row in self.rows if not row.count])

    def _show_parts(self, without: Sequence[str], chosen: Sequence[str] = ()) -> None:
        names = self._receiving.names[self._language]
        ticked = [k for k in names if k not in without and (k in chosen or not chosen)]
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        # Of what was chosen there may be nothing for this receiver.
        self.rows = [
            self._row(key, name, key in ticked if ticked else key not in without)
            for key, name in names.items()
        ]
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row.box, place, 0)
            self._grid.addWidget(row.copies, place, 1)
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(len(self.rows), 1)
        self._name_main()
        self._advise()
        self._allow()

    def _row(self, key: str, name: str, ticked: bool) -> PartRow:
        row = PartRow(key, name, self.tr("Copies of {part}").format(part=name))
        row.copies.setCurrentIndex(row.copies.findData(self._habits.of(key)))
        row.box.setChecked(ticked)
        row.copies.setEnabled(ticked)
        row.copies.setVisible(not self._saving)
        row.box.toggled.connect(self._allow)
        return row

    def _main(self) -> list[str]:
        """Return the parts that a copy is about: the letters, or to a provider the order."""
        kinds = [kind for kind in _MAIN if any(_is(row, kind) for row in self.rows)]
        return [row.key for row in self.rows if kinds and _is(row, kinds[0])]

    def _name_main(self) -> None:
        main = self._main()
        is_order = any(parts_of_key(key)[0] == "order" for key in main)
        words = self.tr("Only the order") if is_order else self.tr("Only the letter")
        self.main_alone.setText(words)
        self.main_alone.setVisible(0 < len(main) < len(self.rows))

    def _advise(self) -> None:
        """Say what is to be known before; of the issued letter itself there is nothing."""
        size, receiving = self.text_size.currentData(), self._receiving
        is_letter = receiving.choice.receiver == "citizen" and size is None and not self._language
        said = "\n".join(filter(None, (receiving.advice, "" if is_letter else self._caution)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))
        said = " ".join(filter(None, (said, self.left_out.text())))
        self.receiver.setAccessibleDescription(said)

    def _tick(self, keys: Sequence[str] | None) -> None:
        for row in self.rows:
            row.box.setChecked(keys is None or row.key in keys)

    def _allow(self, *_: object) -> None:
        self.act.setEnabled(any(row.count for row in self.rows))

    def _connect(self) -> None:
        self.receiver.currentIndexChanged.connect(lambda _: self._show_receiver())
        self.language.currentIndexChanged.connect(lambda _: self._show_language())
        self.text_size.currentIndexChanged.connect(lambda _: self._advise())
        self.all.clicked.connect(lambda: self._tick(None))
        self.main_alone.clicked.connect(lambda: self._tick(self._main()))
        self.act.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        over = self.tr("Parts") if self._saving else self.tr("Parts and copies")
        words.addWidget(muted(over), 1)
        words.addWidget(self.main_alone)
        words.addWidget(self.all)
        parts = QWidget()
        parts.setObjectName("page")
        self._grid = QGridLayout(parts)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(16)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(labelled(self.tr("For"), self.receiver), 4)
        choices.addWidget(labelled(self.tr("Text"), self.text_size), 2)
        choices.addWidget(labelled(self.tr("Language"), self.language), 2)
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
        column.addWidget(self.left_out)
        self.left_out.setVisible(bool(self.left_out.text()))
        column.addLayout(words)
        column.addWidget(scrolling(parts), 1)
        column.addLayout(foot)


def _is(row: PartRow, kind: str) -> bool:
    return parts_of_key(row.key)[0] == kind
