"""Packages, places, open services and the catalogue's headings; a provider without free choice."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.records import Grant, ProviderChoice
from app.forms.catalogue import ServiceBlock
from app.forms.grant_card import GrantCard
from app.forms.provider import ChoicePart, ProviderForm
from app.forms.request import RequestForm
from app.forms.service_facts import facts_of, service_words
from app.forms.services import ServicesForm
from app.widgets.inputs import MultiChoice
from tests.factories import TODAY, casefile, koebenhavn, need
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


def services(open_form: Open) -> Bench:
    return open_form(ServicesForm, "services", casefile(rich.granted()), rich.rich())


def block(bench: Bench, service: str) -> ServiceBlock:
    return next(b for b in bench.form.findChildren(ServiceBlock) if b.service.id == service)


def grant_of(bench: Bench) -> Grant:
    return bench.casefile.all(Grant)[0]


def test_a_package_is_chosen_and_says_its_hours_and_what_it_is(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = services(open_form)
    card = bench.form.findChildren(GrantCard)[0]
    card.disclosure.open()
    combo = editor_of(bench, grant_of(bench), "package")
    assert "3,5" in combo.itemText(2)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert grant_of(bench).package == "p1"
    assert card.details is not None
    assert card.details.package_text.text() == "Let nedsat funktionsevne"
    assert "Pakke 1" in card.short.text()


def test_places_of_the_support_are_chosen(open_form: Open, qtbot: QtBot) -> None:
    bench = services(open_form)
    bench.form.findChildren(GrantCard)[0].disclosure.open()
    places = editor_of(bench, grant_of(bench), "places")
    for place in (1, 0):
        qtbot.mouseClick(places.chips[place], Qt.MouseButton.LeftButton)
    assert grant_of(bench).places == ("home", "town")


def test_a_service_of_the_first_standard_asks_no_package_and_no_place(open_form: Open) -> None:
    from tests.factories import grant

    bench = open_form(ServicesForm, "services", casefile(grant()), koebenhavn())
    bench.form.findChildren(GrantCard)[0].disclosure.open()
    details: Any = bench.form.findChildren(GrantCard)[0].details
    assert {b.field for b in details.bindings}.isdisjoint({"package", "places"})


def test_a_service_open_to_everybody_is_pointed_to_and_cannot_be_granted(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = services(open_form)
    found = block(bench, "open")
    assert not found.add.isVisible()
    assert found.buttons == {}
    said = [label.text() for label in found.findChildren(QLabel)]
    assert "Open to everybody: needs no grant." in said


def test_a_service_open_to_everybody_is_not_applied_for(open_form: Open) -> None:
    bench = open_form(RequestForm, "request", casefile(), rich.rich())
    offered = {v for chips in bench.form.findChildren(MultiChoice) for v in chips.values}
    assert {"course", "support"} <= offered
    assert "open" not in offered


def test_everything_the_standard_says_of_a_service_can_be_read_where_it_is_chosen(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = services(open_form)
    found = block(bench, "support")
    assert found.facts.body is None
    qtbot.mouseClick(found.facts.button, Qt.MouseButton.LeftButton)
    said = "\n".join(label.text() for label in found.findChildren(QLabel))
    for field in rich.NINE_FIELDS.values():
        for line in [field] if isinstance(field, str) else field:
            assert line in said
    assert "lovens paragraf" in said
    assert "Et selvstændigt liv" in said


def test_the_same_words_are_told_at_f1(open_form: Open) -> None:
    bench = services(open_form)
    told = block(bench, "support").whatsThis()
    assert told.splitlines()[0] == "Socialpædagogisk støtte"
    for line in ("Bor i kommunen", "Behandling", "Ring til enheden."):
        assert line in told
    assert bench.form.findChildren(GrantCard)[0].whatsThis() == told


def test_headings_that_the_standard_says_nothing_under_are_left_out() -> None:
    standard = rich.rich()
    course = standard.service("course")
    assert course is not None
    assert len(facts_of(course, standard, TODAY)) == 2
    assert service_words(course, standard, TODAY).splitlines()[0] == "Kursusforløb"


def test_the_catalogue_is_searched_in_open_services_too(open_form: Open, qtbot: QtBot) -> None:
    bench = services(open_form)
    form: Any = bench.form
    qtbot.keyClicks(form.catalogue.search, "samtale")
    assert block(bench, "open").isVisible()
    assert not block(bench, "course").isVisible()


def provider(open_form: Open) -> Bench:
    file = casefile(need(service="support"), rich.granted(), rich.granted("g2", "course"))
    return open_form(ProviderForm, "provider", file, rich.rich())


def choice(bench: Bench) -> ProviderChoice:
    part = bench.form.findChildren(ChoicePart)[0]
    return part.record(bench.view)


def test_without_free_choice_only_own_staff_and_agreements_are_offered(open_form: Open) -> None:
    bench = provider(open_form)
    kinds = editor_of(bench, choice(bench), "kind")
    assert kinds.values == ["municipal", "external"]
    said = "\n".join(label.text() for label in bench.form.findChildren(QLabel))
    assert "Kommunens egne medarbejdere giver støtten." in said


def test_an_external_provider_is_seen_in_the_register(open_form: Open) -> None:
    bench = provider(open_form)
    seen = editor_of(bench, choice(bench), "listed")
    assert not seen.isVisible()
    editor_of(bench, choice(bench), "kind").choose(1)
    assert seen.isVisible()
    assert "Tilbudsportalen" in seen.accessibleName()
    seen.choose(0)
    assert (choice(bench).kind, choice(bench).listed) == ("external", True)


def test_no_notice_is_spoken_of_where_the_standard_has_none(open_form: Open) -> None:
    bench = provider(open_form)
    editor_of(bench, choice(bench), "kind").choose(0)
    cards: Any = bench.form
    next(iter(cards.cards.shown.values())).change.click()
    parts = bench.form.findChildren(ChoicePart)
    assert len(parts) == 3
    assert all(not part.rule.isVisible() for part in parts)
