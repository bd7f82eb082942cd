"""The points of the home as a workplace, grouped by area; details appear when needed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from app.domain.casefile import CaseFile
from app.domain.records import WorkplaceItem
from app.domain.standard import WorkplacePoint
from app.forms.acts import change
from app.forms.binding import ValueBinding
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, add_part
from app.forms.photos import BlobReader, PhotoStrip
from app.forms.standard_form import Fields
from app.widgets.buttons import plain_button
from app.widgets.card import muted, text_label
from app.widgets.choice import ChoiceGroup
from app.workflow.edits import SetField, Together
from app.workflow.visit_view import VisitView

NOT_IN_ORDER = ("action", "blocking")
# Room in logical pixels that a point needs to stand beside its scale.
BESIDE = 300


class StatusScale(ChoiceGroup):
    """In order, to be changed, to be changed before help starts, not relevant; "" is open."""

    def __init__(self, name: str) -> None:
        before = self.tr("To be changed before help can start")
        options = [
            ("ok", self.tr("In order"), self.tr("In order")),
            ("action", self.tr("Change"), self.tr("To be changed")),
            ("blocking", self.tr("Before start"), before),
            ("na", self.tr("Not relevant"), self.tr("Not relevant")),
        ]
        super().__init__(name, options)

    def value(self) -> str:
        """Return the status, "" if none is chosen."""
        return super().value() or ""


def responsible_options() -> list[tuple[str, str]]:
    """Return who can be responsible for a change."""
    return [
        ("citizen", QCoreApplication.translate("PointRow", "The citizen")),
        ("municipality", QCoreApplication.translate("PointRow", "The municipality")),
        ("provider", QCoreApplication.translate("PointRow", "The provider")),
    ]


class PointDetails(FormPart):
    """What is to be done about a point that is not in order."""

    def __init__(self, point: WorkplacePoint, read: BlobReader | None) -> None:
        super().__init__()
        self.point = point
        self.photos = PhotoStrip(read)
        self.another_way = text_label("", "hint")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = FieldGrid()
        fields = Fields(self, grid, lambda view: view.casefile.workplace_item(self.point.id))
        fields.area("remark", self.tr("Remark"))
        fields.area("action", self.tr("What is to be done"))
        fields.segments("responsible", self.tr("Responsible"), responsible_options(), wide=True)
        fields.date("deadline", self.tr("Deadline"))
        fields.area("temporary", self.tr("Temporary solution"))
        self.column.setContentsMargins(16, 4, 0, 8)
        self.column.addWidget(grid)
        self.column.addWidget(self.another_way)
        add_part(self, self.photos)

    def load(self, view: VisitView) -> None:
        super().load(view)
        item = view.casefile.workplace_item(self.point.id)
        blocked = item.status == "blocking" and not item.temporary.strip()
        self.another_way.setText(
            self.tr(
                "The citizen keeps the right to help. Write a temporary solution, or how the "
                "help can be given in another way until this is changed."
            )
            if blocked
            else ""
        )
        self.another_way.setVisible(blocked)
        self.photos.show_photos(item.id, self.point.text, view)


class StatusBinding(ValueBinding):
    """Sets a point's status; one that is not in order gets its usual responsible with it."""

    def __init__(self, editor: StatusScale, point: WorkplacePoint) -> None:
        super().__init__(editor, lambda view: view.casefile.workplace_item(point.id), "status")
        self.point = point
        self.casefile: CaseFile | None = None

    def load(self, view: VisitView) -> None:
        self.casefile = view.casefile
        super().load(view)

    def put(self, value: object) -> None:
        record = self.record
        first = isinstance(record, WorkplaceItem) and not record.responsible
        if not self.loading and record and self.casefile and first and value in NOT_IN_ORDER:
            self._asked_for_edit = True
            responsible = self.point.responsible
            self.edited.emit(
                change(
                    self.casefile, record, self.point.text, status=value, responsible=responsible
                )
            )
            return
        super().put(value)


class PointRow(FormPart):
    """One point: what is asked, its status, and its details."""

    def __init__(self, point: WorkplacePoint, read: BlobReader | None) -> None:
        super().__init__()
        self.point = point
        self.read = read
        self.details: PointDetails | None = None
        self.setWhatsThis("\n".join(filter(None, (point.text, point.risk))))
        self.status = StatusScale(point.text)
        self.line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.line.setSpacing(6)
        self.line.addWidget(text_label(point.text, "body"), 1)
        self.line.addWidget(self.status)
        self.column.addLayout(self.line)
        self.bind(StatusBinding(self.status, point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self.status.minimumSizeHint().width() + BESIDE
        direction = QBoxLayout.Direction
        self.line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def load(self, view: VisitView) -> None:
        wanted = view.casefile.workplace_item(self.point.id).status in NOT_IN_ORDER
        if wanted and self.details is None:
            self.details = add_part(self, PointDetails(self.point, self.read))
        if self.details is not None:
            self.details.setVisible(wanted)
        super().load(view)


class AreaCard(CardPart):
    """The points of one area that concern the chosen services."""

    def __init__(
        self, area: str, points: Sequence[WorkplacePoint], read: BlobReader | None
    ) -> None:
        super().__init__()
        self.area = area
        self.view: VisitView | None = None
        self.all_ok = plain_button(self.tr("All in order"))
        self.all_ok.setAccessibleName(self.tr("All in order: {area}").format(area=area))
        self.all_ok.clicked.connect(self._set_all_ok)
        head = QHBoxLayout()
        self.left = muted("")
        self.left.setWordWrap(False)
        head.addWidget(text_label(area, "section"), 1)
        head.addWidget(self.left)
        head.addWidget(self.all_ok)
        self.column.addLayout(head)
        self.rows = [add_part(self, PointRow(point, read)) for point in points]

    def show_points(self, relevant: frozenset[str], view: VisitView) -> None:
        """Show the points that are relevant, and those that are answered already."""
        self.view = view
        for row in self.rows:
            answered = bool(view.casefile.workplace_item(row.point.id).status)
            row.setVisible(row.point.id in relevant or answered)
        shown = self._shown()
        self.setVisible(bool(shown))
        open_points = len(self._open())
        self.left.setText(
            self.tr("%n point(s) left", "", open_points) if open_points else self.tr("Gone through")
        )
        self.all_ok.setVisible(len(shown) > 1)
        self.all_ok.setEnabled(bool(open_points) and not view.locked)

    def _shown(self) -> list[PointRow]:
        return [row for row in self.rows if not row.isHidden()]

    def _open(self) -> list[WorkplaceItem]:
        if self.view is None:
            return []
        items = [self.view.casefile.workplace_item(row.point.id) for row in self._shown()]
        return [item for item in items if not item.status]

    def _set_all_ok(self) -> None:
        fields = tuple(SetField(item, "status", "ok") for item in self._open())
        if fields:
            label = self.tr("All in order: {area}").format(area=self.area)
            self.edited.emit(Together(fields, label))
