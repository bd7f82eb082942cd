"""One area of the function assessment: its level, and the texts that stand beside it."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import Assessment
from app.domain.standard import Area, Scale, Standard
from app.domain.values import Level
from app.forms.area_texts import AreaTexts, opener
from app.forms.binding import MappedBinding, ValueBinding
from app.widgets.card import text_label
from app.widgets.flow import FlowLayout
from app.widgets.level_scale import LevelScale
from app.workflow.visit_view import VisitView

# With more levels than these a segment is as narrow as a finger allows.
_FEW_LEVELS = 4


class ItemLevels(QWidget):
    """The levels of single tasks in an area, where they differ from the area's own."""

    changed = Signal()

    def __init__(self, area: str, scale: Scale, items: Mapping[str, str]) -> None:
        super().__init__()
        self.scale_id = scale.id
        self.setAccessibleName(area)
        self.scales: dict[str, LevelScale] = {}
        self._others: dict[str, Level] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (item, name) in enumerate(items.items()):
            self.scales[item] = LevelScale(f"{area}, {name}", level_options(scale))
            self.scales[item].changed.connect(self._changed)
            self.scales[item].setFixedWidth(scale_width(self, scale, False))
            grid.addWidget(text_label(name, ""), row, 0)
            grid.addWidget(self.scales[item], row, 1)
        self._chain()

    def value(self) -> dict[str, Level]:
        """Return the levels that are set; those of items that are not shown are kept."""
        shown = {i: Level(scale=self.scale_id, value=s.value()) for i, s in self._set()}
        return {**self._others, **shown}

    def set_value(self, value: Mapping[str, Level]) -> None:
        """Show levels."""
        self._others = {i: level for i, level in value.items() if i not in self.scales}
        for item, scale in self.scales.items():
            level = value.get(item)
            scale.set_value(level.value if level and level.scale == self.scale_id else None)

    def _set(self) -> list[tuple[str, LevelScale]]:
        return [(item, scale) for item, scale in self.scales.items() if scale.value()]

    def _chain(self) -> None:
        scales = list(self.scales.values())
        for scale, following in pairwise(scales):
            scale.moved_on.connect(following.setFocus)
        if scales:
            self.setFocusProxy(scales[0])

    def _changed(self, *_: object) -> None:
        self.changed.emit()


class AreaRow(AreaTexts):
    """An area: name and scale, the citizen's own words, and what is opened beside them.

    Signals:
        moved_on: a digit set the level; the next area may take focus.
    """

    moved_on = Signal()

    def __init__(self, area: Area, standard: Standard, scale: Scale) -> None:
        super().__init__(area, standard)
        self.scale_data = scale
        self._wide: bool | None = None
        self.setWhatsThis(means(area, scale))
        self.items: ItemLevels | None = None
        self._make_scale()
        self._make_texts()
        self._make_items()
        self._lay_out()

    @property
    def first(self) -> QWidget:
        return self.scale

    @property
    def recorded(self) -> bool:
        return self.record is not None and self.record.level is not None

    def show_record(self, record: Assessment, view: VisitView) -> None:
        self.scale.set_previous(self._level_in_scale(self.previous))
        self._unfold(record)

    def reveal(self, key: FieldKey | None) -> bool:
        if key is not None and key.field == "item_levels" and self.is_mine(key) and self.names:
            self.items_link.setChecked(True)
        return super().reveal(key)

    def set_wide(self, wide: bool) -> None:
        """Put name, scale and texts side by side, or the name over the scale."""
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self.name, self.scale, self.texts):
            self.grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        self.grid.addWidget(self.name, 0, 0, top)
        self.grid.addWidget(self.scale, *((0, 1) if wide else (1, 0)), top)
        self.grid.addWidget(self.texts, 0, 2, 2, 1, top)
        width = scale_width(self, self.scale_data, wide)
        self.scale.setFixedWidth(width)
        self.name.setFixedWidth(name_width(self) if wide else width)
        self.name.setMinimumHeight(self.scale.minimumSizeHint().height() if wide else 0)

    def _level_in_scale(self, record: Assessment | None) -> str | None:
        return self._shown(record.level) if record else None

    def _shown(self, level: Level | None) -> str | None:
        return level.value if level and level.scale == self.scale_data.id else None

    def _recorded(self, value: str | None) -> Level | None:
        return Level(scale=self.scale_data.id, value=value) if value else None

    def _make_scale(self) -> None:
        self.name = text_label(self.area.name, "area")
        self.name.setToolTip(self.area.hint)
        self.scale = LevelScale(self.area.name, level_options(self.scale_data))
        self.scale.setWhatsThis(means(self.area, self.scale_data))
        self.scale.moved_on.connect(self.moved_on)
        self.bind(
            MappedBinding(
                self.scale, self._find, "level", shown=self._shown, recorded=self._recorded
            )
        )

    def _make_items(self) -> None:
        self.names = item_names(self.area, self.standard)
        self.items_link = opener(self.tr("Single tasks"))
        self.items_link.setAccessibleName(self._named(self.tr("Single tasks")))
        self.items_link.setCheckable(True)
        self.items_link.toggled.connect(self._show_items)
        if not self.names:
            self.items_link.hide()

    def _show_items(self, shown: bool) -> None:
        if self.items is None:
            # Made when it is wanted: a standard has some fifty items, few get a level.
            self.items = ItemLevels(
                self._named(self.tr("Single tasks")), self.scale_data, self.names
            )
            self.outer.addWidget(self.items)
            self._bind_late(ValueBinding(self.items, self._find, "item_levels"))
        self.items.setVisible(shown)

    def _lay_out(self) -> None:
        self.texts = QWidget()
        column = QVBoxLayout(self.texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        links = QWidget()
        flow = FlowLayout(links, 10)
        for fold in self.folds.values():
            column.addWidget(fold)
            flow.addWidget(fold.link)
        flow.addWidget(self.items_link)
        column.addWidget(links)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(2, 1)
        self.grid.setRowStretch(1, 1)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(16, 8, 16, 4)
        self.outer.addLayout(self.grid)
        self.set_wide(False)

    def _unfold(self, record: Assessment) -> None:
        for field in ("observation", "help_means"):
            if getattr(record, field):
                self.folds[field].open()
        if record.item_levels:
            self.items_link.setChecked(True)
        before, now = self._level_in_scale(self.previous), self._level_in_scale(record)
        differs = before is not None and now is not None and before != now
        changed = self.folds["changed"]
        if differs or record.changed:
            changed.open()
        elif changed.editor is None or not changed.editor.hasFocus():
            changed.hide()


def level_options(scale: Scale) -> list[tuple[str, str, str]]:
    """Return what a scale shows: value, the value itself, and its name with its meaning."""
    return [(level.value, level.value, f"{level.name}. {level.text}") for level in scale.levels]


def legend_of(scale: Scale) -> str:
    """Name every level on one line that breaks between them, not within."""
    return " · ".join(f"{level.value}\u00a0{level.name}" for level in scale.levels)


def means(area: Area, scale: Scale) -> str:
    """Say the standard's words for an area and for each level."""
    levels = (f"{level.value}: {level.name}. {level.text}" for level in scale.levels)
    return "\n".join(line for line in (area.name, area.hint, *levels) if line)


def item_names(area: Area, standard: Standard) -> dict[str, str]:
    """Return the names of an area's items by their ids."""
    services = [s for s in map(standard.service, area.services) if s is not None]
    known: dict[str, str] = {item.id: item.name for s in services for item in s.items}
    return {item: known[item] for item in area.items if item in known}


def name_width(widget: QWidget) -> int:
    """Return how wide the column of names is, in logical pixels."""
    return 20 * widget.fontMetrics().averageCharWidth()


def scale_width(widget: QWidget, scale: Scale, wide: bool) -> int:
    """Return how wide the column of scales is, in logical pixels."""
    count = len(scale.levels)
    roomy, tight = (9, 6) if count <= _FEW_LEVELS else (8, 5)
    return count * (roomy if wide else tight) * widget.fontMetrics().averageCharWidth()
