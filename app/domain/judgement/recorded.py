"""The function levels recorded at the visit, and where they stand on the standard's scale."""

from app.domain.casefile import CaseFile
from app.domain.records import Assessment
from app.domain.standard import Standard


class Levels:
    """Levels of areas and items. One given in another scale than the standard's says nothing."""

    def __init__(self, casefile: CaseFile, standard: Standard) -> None:
        scale = standard.scale
        self.casefile = casefile
        self.standard = standard.id
        self.scale = scale.id if scale else ""
        self.names = {v.value: v.name for v in scale.levels} if scale else {}
        self.order = {value: rank for rank, value in enumerate(self.names)}
        self._assessments: dict[str, Assessment] = {}

    def assessment(self, area: str) -> Assessment:
        """Return the assessment of an area at this visit."""
        if area not in self._assessments:
            self._assessments[area] = self.casefile.assessment(self.standard, area)
        return self._assessments[area]

    def of(self, area: str, item: str = "") -> str:
        """Return the level recorded for an area, or for an item of it where that differs."""
        if not area:
            return ""
        recorded = self.assessment(area)
        level = recorded.item_levels.get(item, recorded.level)
        return level.value if level is not None and level.scale == self.scale else ""

    def is_assessed(self, area: str) -> bool:
        """Tell whether anything was found in an area: a level, or words where there is no scale."""
        found = self.assessment(area)
        return bool(found.level or found.own_words.strip() or found.observation.strip())

    def rank(self, value: str) -> int | None:
        """Return how far down the scale a level stands; None if it is no level of it."""
        return self.order.get(value)

    def name(self, value: str) -> str:
        """Return what the scale calls a level."""
        return self.names.get(value, value)
