"""Tagged PDF (PDF/UA-1) on reportlab: structure tree, tagged flowables, compact writer."""

# First: reportlab reads its default font when its other modules are imported.
import app.documents.tagging.fonts  # noqa: F401
