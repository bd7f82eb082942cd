"""The home as a workplace: what concerns the services, details when needed, photos by consent."""

import msgspec
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.records import Attachment, WorkplaceItem
from app.forms.asks import AddPhoto
from app.forms.photos import photo_consent
from app.forms.workplace import WorkplaceForm
from app.forms.workplace_points import AreaCard, PointRow
from app.workflow.edits import SetField, Together
from tests.factories import (
    TODAY,
    casefile,
    consent,
    grant,
    koebenhavn,
    workplace_item,
)
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


def row(bench: Bench, point: str) -> PointRow:
    return next(r for r in bench.form.findChildren(PointRow) if r.point.id == point)


def area(bench: Bench, point: str) -> AreaCard:
    return next(
        a for a in bench.form.findChildren(AreaCard) if any(r.point.id == point for r in a.rows)
    )


def item(bench: Bench, point: str) -> WorkplaceItem:
    return bench.casefile.workplace_item(point)


def of_service(service: str) -> str:
    points = koebenhavn().workplace.points
    return next(p.id for p in points if p.services == (service,) and not p.items)


@pytest.fixture
def empty(open_form: Open) -> Bench:
    return open_form(WorkplaceForm, "workplace")


def test_only_points_that_concern_the_chosen_services_are_asked(open_form: Open) -> None:
    point = of_service("rengoering")
    without = open_form(WorkplaceForm, "workplace")
    assert row(without, point).isHidden()
    chosen = open_form(WorkplaceForm, "workplace", casefile(grant()))
    assert not row(chosen, point).isHidden()


def test_a_point_with_an_answer_stays_when_its_service_goes(open_form: Open) -> None:
    point = of_service("rengoering")
    bench = open_form(WorkplaceForm, "workplace", casefile(workplace_item(point, "ok")))
    assert not row(bench, point).isHidden()


def test_details_appear_when_something_is_to_be_changed(empty: Bench) -> None:
    shown = row(empty, "adgang.vej")
    assert shown.details is None
    shown.status.choose(1)
    assert shown.details is not None
    assert shown.details.isVisible()
    shown.status.choose(0)
    assert not shown.details.isVisible()


def test_a_point_that_is_not_in_order_gets_its_usual_responsible_in_the_same_act(
    empty: Bench,
) -> None:
    row(empty, "adgang.vej").status.choose(1)
    assert [type(e) for e in empty.edits] == [Together]
    assert item(empty, "adgang.vej").status == "action"
    assert item(empty, "adgang.vej").responsible == row(empty, "adgang.vej").point.responsible


def test_a_responsible_that_was_chosen_is_kept(open_form: Open) -> None:
    file = casefile(workplace_item("adgang.vej", "action", responsible="provider"))
    bench = open_form(WorkplaceForm, "workplace", file)
    row(bench, "adgang.vej").status.choose(2)
    assert item(bench, "adgang.vej").responsible == "provider"


def test_all_in_order_is_one_act_and_leaves_what_is_answered(open_form: Open) -> None:
    file = casefile(workplace_item("adgang.lys", "blocking"))
    bench = open_form(WorkplaceForm, "workplace", file)
    area(bench, "adgang.lys").all_ok.click()
    (act,) = bench.edits
    assert isinstance(act, Together)
    assert item(bench, "adgang.lys").status == "blocking"
    others = [r.point.id for r in area(bench, "adgang.lys").rows if not r.isHidden()]
    others.remove("adgang.lys")
    assert {item(bench, point).status for point in others} == {"ok"}


def test_a_blocking_point_says_that_the_right_to_help_stays(open_form: Open) -> None:
    file = casefile(workplace_item("adgang.lys", "blocking"))
    bench = open_form(WorkplaceForm, "workplace", file)
    details = row(bench, "adgang.lys").details
    assert details is not None
    assert details.another_way.isVisible()
    bench.write(item(bench, "adgang.lys"), "temporary", "Vi kommer ad bagdøren")
    assert not details.another_way.isVisible()


def test_photos_need_a_consent_that_is_a_yes_and_not_withdrawn() -> None:
    yes = consent("photo")
    assert photo_consent(casefile(yes), koebenhavn()) == yes
    for missing in (
        casefile(),
        casefile(consent("photo", "no")),
        casefile(consent("photo", signed_at=None)),
        casefile(consent("obtain")),
        casefile(msgspec.structs.replace(yes, withdrawn_at=yes.signed_at)),
    ):
        assert photo_consent(missing, koebenhavn()) is None


def test_without_consent_a_sentence_stands_in_the_place_of_the_photo_button(
    open_form: Open,
) -> None:
    file = casefile(workplace_item("adgang.lys", "action"))
    details = row(open_form(WorkplaceForm, "workplace", file), "adgang.lys").details
    assert details is not None
    assert not details.photos.add.isVisible()
    assert details.photos.why_not.isVisible()


def test_a_photo_is_asked_for_with_its_point_as_subject(open_form: Open) -> None:
    file = casefile(workplace_item("adgang.lys", "action"), consent("photo"))
    bench = open_form(WorkplaceForm, "workplace", file)
    details = row(bench, "adgang.lys").details
    assert details is not None
    details.photos.add.click()
    assert bench.asks == [AddPhoto(item(bench, "adgang.lys").id)]


def test_a_photo_has_a_caption_and_can_be_removed(open_form: Open, qtbot: QtBot) -> None:
    point = workplace_item("adgang.lys", "action")
    photo = Attachment(id="a1", case="k1", subject=point.id, blob="no-such-picture")
    bench = open_form(WorkplaceForm, "workplace", casefile(point, photo, consent("photo")))
    qtbot.keyClicks(editor_of(bench, photo, "caption"), "Lampen ved døren")
    assert bench.kinds()[-1] == "TypeText"
    details = row(bench, "adgang.lys").details
    assert details is not None
    card = next(iter(details.photos.photos.shown.values()))
    card.findChild(QLabel)
    card.remove.click()  # type: ignore[attr-defined]
    assert bench.casefile.all(Attachment) == ()


def test_the_review_is_dated_and_its_next_day_follows_the_interval(empty: Bench) -> None:
    review = empty.form.panels[-1]
    review.done_now.click()  # type: ignore[attr-defined]
    assert empty.casefile.workplace.done_on == TODAY
    assert empty.casefile.workplace.done_by == "Vibeke Visitator"
    review.intervals[0].click()  # type: ignore[attr-defined]
    months = koebenhavn().workplace.reviews[0].months
    assert empty.casefile.workplace.next_review == TODAY.replace(year=TODAY.year + months // 12)
    assert isinstance(empty.edits[-1], SetField)


def test_told_requirements_are_recorded(empty: Bench) -> None:
    editor_of(empty, empty.casefile.workplace, "informed").choose(0)
    assert empty.casefile.workplace.informed is True
