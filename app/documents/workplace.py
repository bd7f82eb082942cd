"""The home as a workplace (arbejdspladsvurdering): what was seen, agreed, and photographed."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.form_words import add_pairs, yes_no
from app.documents.look import WIDTH
from app.documents.pictures import Picture, photo_picture
from app.documents.story import Group, Piece, Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.records import Attachment, WorkplaceItem
from app.domain.standard import WorkplacePoint
from app.wording import short_date

_PHOTO_HEIGHT = 175.0
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
    writing.story.table((5.2, 4.6, 1.8, 1.9), head, [_change(writing, p, i) for p, i in changes])


def _change(writing: Writing, point: WorkplacePoint, item: WorkplaceItem) -> TableRow:
    status = [Styled(_status(writing, item), "cell_muted")] if item.status == "blocking" else []
    agreed: list[Piece] = [*typed(item.action)]
    if item.temporary.strip():
        agreed.append(writing.words(f"{_KEY}.temporary", words=item.temporary))
    if item.followed_up:
        day = facts.day_words(item.followed_up)
        agreed.append(Styled(writing.words(f"{_KEY}.followed_up", day=day), "cell_muted"))
    agreed += [Styled(line, "cell_muted") for line in typed(item.result)]
    party = item.responsible or point.responsible
    name = writing.words(f"{_KEY}.{'provider_party' if party == 'provider' else party}")
    deadline = short_date(item.deadline) if item.deadline else ""
    seen = [Styled(line, "cell") for line in typed(item.remark)]
    return [escape(point.text), *seen, *status], agreed, name, deadline


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
        remark = [Styled(line, "cell_muted") for line in typed(item.remark)]
        rows.append(([Styled(escape(point.text), "cell"), *remark], _status(writing, item)))
    writing.title(2, f"{_KEY}.all", room=120)
    head = [writing.words(f"{_KEY}.{key}") for key in ("point", "status")]
    writing.story.table((10, 2), head, rows)


def _write_photos(writing: Writing) -> None:
    file = writing.content.casefile
    photos = [a for a in file.all(Attachment) if a.media_type.startswith("image/") and a.blob]
    if not photos:
        return
    writing.title(2, f"{_KEY}.photos", room=_PHOTO_HEIGHT + 50)
    for photo in photos:
        picture = _photo(writing, photo)
        with writing.story.together():
            if picture:
                writing.story.figure(picture)
            else:
                writing.say(f"{_KEY}.photo_unreadable")
            writing.story.texts(typed(photo.caption), "small")
            writing.story.space(6)


def _photo(writing: Writing, photo: Attachment) -> Picture | None:
    caption = photo.caption.strip()
    key = "photo_alt" if caption else "photo_alt_plain"
    alt = writing.words(f"{_KEY}.{key}", caption=caption)
    data = writing.content.blobs.get(photo.blob, b"")
    return photo_picture(data, WIDTH * 0.62, _PHOTO_HEIGHT, alt)
