"""The home as a workplace (arbejdspladsvurdering): what was seen, agreed, and photographed."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.form_words import add_pairs, yes_no
from app.documents.look import WIDTH, scale
from app.documents.pictures import photo_picture
from app.documents.story import BESIDE_GAP, Group, Piece, Styled, TableRow, escape, typed
from app.documents.writing import Writing, plain
from app.domain.records import Attachment, WorkplaceItem
from app.domain.standard import WorkplacePoint
from app.wording import enumeration, short_date

# The height of a photo in points, and how many stand beside each other.
_PHOTO_HEIGHT, _BESIDE = 170.0, 2
_KEY = "documents.workplace"
_TO_CHANGE = ("action", "blocking")


def write_workplace(writing: Writing) -> None:
    """Write the requirements, what must be changed, what else was seen, and the photos."""
    workplace = writing.content.standard.workplace
    writing.title(1, f"{_KEY}.title")
    writing.story.text(escape(workplace.intro))
    _write_check(writing)
    if workplace.obligations:
        writing.title(2, f"{_KEY}.obligations")
        writing.story.bullets([escape(o) for o in workplace.obligations])
    answered = _answered(writing)
    if not answered:
        writing.say(f"{_KEY}.nothing")
    changes = [(p, i) for p, i in answered if i.status in _TO_CHANGE]
    _write_changes(writing, changes)
    _write_points(writing, [(p, i) for p, i in answered if i.status not in _TO_CHANGE])
    _write_photos(writing)


def _answered(writing: Writing) -> list[tuple[WorkplacePoint, WorkplaceItem]]:
    file = writing.content.casefile
    pairs = [(p, file.workplace_item(p.id)) for p in writing.content.standard.workplace.points]
    return [(point, item) for point, item in pairs if item.status]


def _write_check(writing: Writing) -> None:
    check = writing.content.casefile.workplace
    rules = writing.content.standard.provider
    listed = {u.id: u.name for u in (*rules.municipal, *rules.private)}
    values = (
        ("done_on", facts.day_words(check.done_on)),
        ("done_by", escape(check.done_by)),
        ("present", escape(check.present)),
        ("provider", escape(listed.get(check.provider, check.provider))),
        ("next_review", facts.day_words(check.next_review)),
        ("informed", yes_no(writing, check.informed)),
        ("receipt", escape(check.receipt)),
    )
    add_pairs(writing, [(writing.words(f"{_KEY}.{key}"), value) for key, value in values])


def _write_changes(
    writing: Writing, changes: Sequence[tuple[WorkplacePoint, WorkplaceItem]]
) -> None:
    """Write the action plan: what, who, when, and what to do until then."""
    if not changes:
        return
    writing.title(2, f"{_KEY}.todo", room=120)
    keys = ("point", "action", "responsible", "deadline")
    head = [writing.words(f"{_KEY}.{key}") for key in keys]
    rows: list[TableRow] = []
    for status in ("blocking", "action"):
        found = [(point, item) for point, item in changes if item.status == status]
        if found:
            rows.append(Group(_status(writing, found[0][1])))
            rows += [_change(writing, point, item) for point, item in found]
    writing.story.table((5.2, 4.6, 1.8, 1.9), head, rows)


def _change(writing: Writing, point: WorkplacePoint, item: WorkplaceItem) -> TableRow:
    agreed: list[Piece] = [*typed(item.action)]
    agreed += until_then(writing, item)
    if item.followed_up:
        day = facts.day_words(item.followed_up)
        agreed.append(Styled(writing.words(f"{_KEY}.followed_up", day=day), "cell_muted"))
    agreed += [Styled(line, "cell_muted") for line in typed(item.result)]
    party = item.responsible or point.responsible
    name = writing.words(f"{_KEY}.{'provider_party' if party == 'provider' else party}")
    deadline = short_date(item.deadline) if item.deadline else ""
    seen = [Styled(line, "cell") for line in typed(item.remark)]
    shown = _shown(writing, item)
    about = [Styled(shown, "cell_muted")] if shown else []
    return [escape(point.text), *seen, *about], agreed, name, deadline


def until_then(writing: Writing, item: WorkplaceItem) -> list[str]:
    """Say what is done until a point is changed, or nothing."""
    lines = typed(item.temporary)
    mark = f"<b>{writing.words(f'{_KEY}.temporary')}</b>"
    return [f"{mark} {lines[0]}", *lines[1:]] if lines else []


def _status(writing: Writing, item: WorkplaceItem) -> str:
    key = "action_status" if item.status == "action" else item.status
    return writing.words(f"{_KEY}.{key}")


def _write_points(
    writing: Writing, answered: Sequence[tuple[WorkplacePoint, WorkplaceItem]]
) -> None:
    if not answered:
        return
    rows: list[TableRow] = []
    area = None
    for point, item in answered:
        if point.area != area:
            area = point.area
            rows.append(Group(escape(area)))
        said = [*typed(item.remark), _shown(writing, item)]
        remark = [Styled(line, "cell_muted") for line in said if line]
        rows.append(([Styled(escape(point.text), "cell"), *remark], _status(writing, item)))
    writing.title(2, f"{_KEY}.all", room=120)
    head = [writing.words(f"{_KEY}.{key}") for key in ("point", "status")]
    writing.story.table((10, 2), head, rows)


def _photos(writing: Writing) -> list[Attachment]:
    """Return the photos in the order of the points they show, the others last."""
    file, points = writing.content.casefile, writing.content.standard.workplace.points
    places = {file.workplace_item(p.id).id: number for number, p in enumerate(points)}
    photos = [a for a in file.all(Attachment) if a.media_type.startswith("image/") and a.blob]
    return sorted(photos, key=lambda photo: places.get(photo.subject, len(places)))


def _shown(writing: Writing, item: WorkplaceItem) -> str:
    """Say which photos show a point, or nothing."""
    photos = enumerate(_photos(writing), start=1)
    found = [str(number) for number, photo in photos if photo.subject == item.id]
    return writing.words(f"{_KEY}.shown", numbers=enumeration(found)) if found else ""


def _write_photos(writing: Writing) -> None:
    """Write the photos two beside each other, each with its number and what it shows."""
    photos = list(enumerate(_photos(writing), start=1))
    if not photos:
        return
    photo = _PHOTO_HEIGHT / scale(writing.story.size)  # no larger in large print
    writing.title(2, f"{_KEY}.photos", room=photo + 50)
    for at in range(0, len(photos), _BESIDE):
        row = photos[at : at + _BESIDE]
        writing.story.beside([_photo(writing, number, photo) for number, photo in row], _BESIDE)


def _photo(writing: Writing, number: int, photo: Attachment) -> Sequence[Piece]:
    caption = " ".join(photo.caption.split())
    key = "photo_alt" if caption else "photo_alt_plain"
    alt = plain(writing.words(f"{_KEY}.{key}", number=number, caption=caption))
    data = writing.content.blobs.get(photo.blob, b"")
    picture = photo_picture(data, (WIDTH - BESIDE_GAP) / _BESIDE, _PHOTO_HEIGHT, alt)
    first, *rest = (*typed(photo.caption), "")
    said = [f"<b>{writing.words(f'{_KEY}.photo', number=number)}</b> {first}", *filter(None, rest)]
    lost = () if picture else (Styled(writing.words(f"{_KEY}.photo_unreadable"), "small"),)
    return [*([picture] if picture else []), *lost, *(Styled(line, "small") for line in said)]
