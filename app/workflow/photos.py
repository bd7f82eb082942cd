"""Photos of the home: cleaned of what the camera wrote, and kept with the case."""

from pathlib import Path

from app.domain.ids import new_id
from app.domain.records import Attachment
from app.interchange.photo import load_photo
from app.store.blobs import Blobs
from app.workflow.edits import AddRecord
from app.workflow.visit_view import VisitView

MEDIA_TYPE = "image/jpeg"


def keep_photo(blobs: Blobs, path: str | Path) -> str:
    """Clean a photo and keep it encrypted; return its hash.

    Raises KnownError "photo.…" for what is no photo, is too large, or cannot be read.
    """
    return blobs.put(load_photo(Path(path)))


def attach(view: VisitView, subject: str, blob: str) -> AddRecord:
    """Return the edit that puts a kept photo with its subject, under the consent given."""
    kinds = {p.id: p.kind for p in view.standard.consents}
    given = [
        c for c in view.casefile.consents if kinds.get(c.purpose) == "photo" and c.answer == "yes"
    ]
    photo = Attachment(
        id=new_id(),
        case=view.casefile.case.id,
        subject=subject,
        blob=blob,
        media_type=MEDIA_TYPE,
        consent=given[-1].id if given else "",
    )
    return AddRecord(photo)
