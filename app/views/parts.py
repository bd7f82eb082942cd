"""What the parts of the package are called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.domain.standard import Standard


def part_names(standard: Standard) -> dict[str, str]:
    """Return the name of each part by its id, the letter first."""
    letter = QCoreApplication.translate("Parts", "Decision letter")
    return {"letter": letter, **{e.id: e.title for e in standard.enclosures}}
