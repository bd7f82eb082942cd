"""Photos of a point of the workplace check: thumbnails with caption, adding and removing."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.casefile import CaseFile
from app.domain.records import Attachment, Consent
from app.domain.standard import Standard
from app.forms.asks import AddPhoto
from app.forms.binding import TextBinding
from app.forms.parts import FormPart, PartList, add_part
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted
from app.widgets.fields import LineEdit, labelled
from app.workflow.edits import RemoveRecord
from app.workflow.visit_view import VisitView

# Gives the bytes of a blob by its sha256.
BlobReader = Callable[[str], bytes]

THUMBNAIL = QSize(120, 90)  # logical pixels


def photo_consent(casefile: CaseFile, standard: Standard) -> Consent | None:
    """Return the consent that photos rest on: signed, a yes, and not withdrawn."""
    purposes = {p.id for p in standard.consents if p.kind == "photo"}
    newest = [c for c in casefile.consents if c.purpose in purposes and c.signed_at][-1:]
    return next((c for c in newest if c.answer == "yes" and c.withdrawn_at is None), None)


def thumbnail(data: bytes) -> QPixmap:
    """Read a picture at thumbnail size; a null pixmap if it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    picture = QPixmap.fromImage(image) if not image.isNull() else QPixmap()
    picture.setDevicePixelRatio(2)
    return picture


class PhotoCard(FormPart):
    """One photo with its caption."""

    def __init__(self, photo: str, read: BlobReader | None) -> None:
        super().__init__()
        self.photo = photo
        self.read = read
        self.blob: str | None = None
        self.picture = QLabel()
        self.picture.setMinimumSize(THUMBNAIL)
        self.caption = LineEdit()
        self.remove = link_button(self.tr("Remove photo"))
        self.remove.clicked.connect(self._remove)
        self._lay_out()
        self.bind(TextBinding(self.caption, self.record, "caption"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.addWidget(labelled(self.tr("Caption"), self.caption))
        texts.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(texts, 1)
        self.column.addLayout(row)

    def record(self, view: VisitView) -> Attachment:
        """Find the photo in a view."""
        found = view.casefile.get(Attachment, self.photo)
        return found or Attachment(id=self.photo, case=view.casefile.case.id)

    def load(self, view: VisitView) -> None:
        super().load(view)
        record = self.record(view)
        name = record.caption or self.tr("Photo without caption")
        self.picture.setAccessibleName(name)
        self.remove.setAccessibleName(self.tr("Remove photo: {caption}").format(caption=name))
        if record.blob != self.blob:
            self.blob = record.blob
            self._show(record.blob)

    def _show(self, blob: str) -> None:
        picture = thumbnail(self.read(blob)) if self.read and blob else QPixmap()
        if picture.isNull():
            self.picture.setText(self.tr("The photo cannot be shown"))
            self.picture.setWordWrap(True)
        else:
            self.picture.setPixmap(picture)

    def _remove(self) -> None:
        record = self.bindings[0].record
        if record is not None:
            self.edited.emit(RemoveRecord(record))


class PhotoStrip(FormPart):
    """The photos of one subject, and a way to add one when the citizen has said yes."""

    def __init__(self, read: BlobReader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = ""
        self.photos = PartList(lambda photo: PhotoCard(photo, read))
        self.add = plain_button(self.tr("Add photo"))
        self.add.clicked.connect(lambda: self.asked.emit(AddPhoto(self.subject)))
        self.why_not = muted(
            self.tr("Photos need the citizen's consent. Ask for it under Consent first.")
        )
        self.why_not.setWordWrap(True)
        add_part(self, self.photos)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.why_not)

    def show_photos(self, subject: str, name: str, view: VisitView) -> None:
        """Show the photos of a record; `name` says to a screen reader what they belong to."""
        self.subject = subject
        self.add.setAccessibleName(self.tr("Add photo: {name}").format(name=name))
        found = [a.id for a in view.casefile.all(Attachment) if a.subject == subject]
        self.photos.show_ids(found)
        self.photos.load(view)
        allowed = photo_consent(view.casefile, view.standard) is not None
        self.add.setVisible(allowed)
        self.why_not.setVisible(not allowed)

    def load(self, view: VisitView) -> None:
        """Photos are shown by show_photos, which knows the subject."""
