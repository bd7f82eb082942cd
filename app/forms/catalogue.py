"""The whole catalogue of services and items, filtered as one types."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.standard import Service, Standard
from app.forms.disclosure import Disclosure
from app.forms.grant_record import add_item, new_grant
from app.forms.parts import CardPart
from app.forms.service_facts import ServiceFacts, service_words
from app.widgets.buttons import plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import LineEdit, labelled
from app.widgets.flow import FlowLayout
from app.workflow.edits import AddRecord, Together
from app.workflow.visit_view import VisitView


class ItemButton(QPushButton):
    """Puts one item of the catalogue into the help."""

    def __init__(self, text: str, service: str) -> None:
        super().__init__()
        self.words = f"+ {text}"
        self._show_words()
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(40)
        self.setAccessibleName(
            self.tr("Add {item} to {service}").format(item=text, service=service)
        )

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.words) + 40
        return QSize(wide, max(40, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        """Shorten the words to the room there is; the whole stands in the tooltip then."""
        room = max(self.width() - 36, 0)
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self.words if shown != self.words else "")


class ServiceBlock(QWidget):
    """One service of the catalogue with its items."""

    def __init__(self, service: Service, standard: Standard) -> None:
        super().__init__()
        self.service = service
        self.standard = standard
        self.today = standard.valid_from
        grantable = service.items if service.visitated else ()
        self.buttons = {item.id: ItemButton(item.name, service.name) for item in grantable}
        self.words = {item.id: _words(item.name, item.examples) for item in service.items}
        self.add = plain_button(self.tr("Add a line"))
        self.add.setAccessibleName(self.tr("Add a line of {service}").format(service=service.name))
        head = QHBoxLayout()
        head.addWidget(text_label(service.name, "section"), 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addLayout(head)
        about = " ".join(part for part in (service.extent_text, service.time_text) if part)
        if not service.visitated:
            about = self.tr("Open to everybody: needs no grant.")
            self.add.hide()
        if about:
            column.addWidget(muted(about))
        self.facts = Disclosure(service.name, self._read)
        closed, opened = self.tr("What the standard says"), self.tr("Hide what the standard says")
        self.facts.show_words(closed, opened)
        column.addWidget(self.facts)
        items = QWidget()
        flow = FlowLayout(items, 8)
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addWidget(items)

    def show_day(self, day: date) -> None:
        """Read the standard as it is on a day: a law may have been replaced since."""
        self.today = day
        self.setWhatsThis(service_words(self.service, self.standard, day))

    def _read(self) -> QWidget:
        return ServiceFacts(self.service, self.standard, self.today)

    def filter(self, wanted: list[str]) -> bool:
        """Show what holds every word that is typed; tell whether anything does."""
        items = "" if self.buttons else " ".join(item.name for item in self.service.items)
        own = _words(self.service.name, items)
        for item, button in self.buttons.items():
            text = f"{own} {self.words[item]}"
            button.setVisible(all(word in text for word in wanted))
        found = any(not button.isHidden() for button in self.buttons.values())
        found = found or all(word in own for word in wanted)
        self.setVisible(found)
        return found


class CatalogueCard(CardPart):
    """Every service of the standard, to browse or to search."""

    def __init__(self, standard: Standard) -> None:
        super().__init__()
        self.standard = standard
        self.card.set_title(self.tr("The catalogue"))
        self.view: VisitView | None = None
        few = ", ".join(example.lower() for example in _examples(standard))
        self.search = LineEdit(self.tr("For example: {items}").format(items=few))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.nothing = muted(self.tr("Nothing in the catalogue has these words."))
        self.nothing.hide()
        self.column.addWidget(labelled(self.tr("Search in the catalogue"), self.search))
        self.column.addWidget(self.nothing)
        self.blocks = [self._block(service) for service in standard.services]

    def _block(self, service: Service) -> ServiceBlock:
        block = ServiceBlock(service, self.standard)
        block.add.clicked.connect(lambda: self._add_line(service))
        for item, button in block.buttons.items():
            button.clicked.connect(lambda _=False, item=item: self._add_item(service, item))
        self.column.addWidget(block)
        return block

    def load(self, view: VisitView) -> None:
        super().load(view)
        if self.view is None or self.view.locked != view.locked:
            for block in self.blocks:
                for button in (block.add, *block.buttons.values()):
                    button.setEnabled(not view.locked)
        if self.view is None or self.view.today != view.today:
            for block in self.blocks:
                block.show_day(view.today)
        self.view = view

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        shown = [block.filter(wanted) for block in self.blocks]
        self.nothing.setVisible(not any(shown))

    def _add_line(self, service: Service) -> None:
        if self.view is not None:
            label = self.tr("{service} added").format(service=service.name)
            self.edited.emit(Together((AddRecord(new_grant(self.view, service, ())),), label))

    def _add_item(self, service: Service, item: str) -> None:
        found = service.item(item)
        if self.view is not None and found is not None:
            label = self.tr("{item} added").format(item=found.name)
            self.edited.emit(add_item(self.view, service, item, label))


def _words(name: str, examples: str) -> str:
    return f"{name} {examples}".casefold()


def _examples(standard: Standard) -> list[str]:
    """Return the shortest item of each of the first services: what one may search for."""
    services = [service for service in standard.services if service.items][:3]
    return [min((item.name for item in service.items), key=len) for service in services]
