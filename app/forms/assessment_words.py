"""An area of a standard without a scale: what the citizen says, and what is seen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import Assessment
from app.domain.standard import Area, Standard
from app.forms.area_texts import AreaTexts
from app.widgets.card import text_label
from app.widgets.flow import FlowLayout
from app.workflow.visit_view import VisitView


class WordsRow(AreaTexts):
    """An area in words alone: the standard has no levels to choose."""

    def __init__(self, area: Area, standard: Standard) -> None:
        super().__init__(area, standard)
        self.setWhatsThis("\n".join(line for line in (area.name, area.hint) if line))
        self._make_texts()
        self.observation = self.folds["observation"].open()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(4)
        column.addWidget(text_label(area.name, "area"))
        if area.hint:
            column.addWidget(text_label(area.hint, "hint"))
        column.addWidget(self.words)
        links = QWidget()
        flow = FlowLayout(links, 10)
        for fold in self.folds.values():
            column.addWidget(fold)
            flow.addWidget(fold.link)
        column.addWidget(links)

    def show_record(self, record: Assessment, view: VisitView) -> None:
        if record.help_means:
            self.folds["help_means"].open()
        changed = self.folds["changed"]
        if record.changed:
            changed.open()
        elif changed.editor is None:
            earlier = view.previous_on is not None or bool(view.casefile.visit.previous)
            changed.link.setVisible(earlier)
