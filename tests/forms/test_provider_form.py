"""Provider: chosen per service, changed with the notice of the standard, earlier with a reason."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import ProviderChoice
from app.forms.provider import ChoicePart, ProviderForm, ServiceCard
from tests.factories import casefile, grant, koebenhavn, provider_choice
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


def parts(bench: Bench, service: str = "rengoering") -> list[ChoicePart]:
    return [p for p in bench.form.findChildren(ChoicePart) if p.service == service]


def card(bench: Bench, service: str = "rengoering") -> ServiceCard:
    return next(c for c in bench.form.findChildren(ServiceCard) if c.service == service)


@pytest.fixture
def chosen(open_form: Open) -> Bench:
    return open_form(ProviderForm, "provider", casefile(grant(), provider_choice()))


def test_each_granted_service_gets_a_card(open_form: Open) -> None:
    file = casefile(grant(), grant("g2"), grant("g3", service="indkoeb"))
    bench = open_form(ProviderForm, "provider", file)
    assert [c.service for c in bench.form.findChildren(ServiceCard)] == ["rengoering", "indkoeb"]


def test_without_services_a_sentence_says_what_to_do(open_form: Open) -> None:
    bench = open_form(ProviderForm, "provider")
    assert bench.form.none.isVisible()  # type: ignore[attr-defined]


def test_the_first_choice_makes_the_record_with_its_service(open_form: Open) -> None:
    bench = open_form(ProviderForm, "provider", casefile(grant()))
    (part,) = parts(bench)
    editor_of(bench, part.record(bench.view), "kind").choose(2)
    (made,) = bench.casefile.providers
    assert (made.kind, made.service, made.case) == ("self_chosen", "rengoering", "k1")
    assert parts(bench) == [part]


def test_a_provider_is_picked_from_the_list_of_the_standard(chosen: Bench, qtbot: QtBot) -> None:
    (part,) = parts(chosen)
    assert part.listed.isVisible()
    names = [part.listed.itemText(i) for i in range(1, part.listed.count())]
    assert names == [unit.name for unit in koebenhavn().provider.municipal]
    part.listed.setFocus()
    qtbot.keyClick(part.listed, Qt.Key.Key_Down)
    assert chosen.casefile.providers[0].provider == names[0]


def test_a_provider_can_be_typed(chosen: Bench, qtbot: QtBot) -> None:
    editor = editor_of(chosen, chosen.casefile.providers[0], "provider")
    editor.setFocus()
    qtbot.keyClicks(editor, "Hjælp A/S")
    editor.clearFocus()
    assert chosen.casefile.providers[0].provider == "Hjælp A/S"


def test_a_kind_without_a_list_offers_none(chosen: Bench) -> None:
    editor_of(chosen, chosen.casefile.providers[0], "kind").choose(1)
    (part,) = parts(chosen)
    assert not part.listed.isVisible()
    assert part.rule.text() == koebenhavn().provider.private_text


def test_a_change_begins_at_the_earliest_day_of_the_standard(chosen: Bench) -> None:
    """Asked on 23 November: a month's notice, then the first of a month (KBH-121)."""
    card(chosen).change.click()
    _, change = chosen.casefile.providers
    assert change.is_change
    assert change.requested_on == date(2026, 11, 23)
    assert change.starts_on == date(2027, 1, 1)
    assert "1. januar 2027" in parts(chosen)[1].rule.text()


def test_a_change_before_its_day_asks_for_a_reason(chosen: Bench) -> None:
    card(chosen).change.click()
    part = parts(chosen)[1]
    assert not part.early.isVisible()
    chosen.write(chosen.casefile.providers[1], "starts_on", date(2026, 12, 1))
    assert part.early.isVisible()


def test_a_change_can_be_cancelled(chosen: Bench) -> None:
    card(chosen).change.click()
    parts(chosen)[1].remove.click()
    assert len(chosen.casefile.providers) == 1


def test_a_provider_is_changed_when_the_decision_is_locked(chosen: Bench) -> None:
    chosen.change(locked=True)
    assert not card(chosen).same.isVisible()
    card(chosen).change.click()
    first, change = chosen.casefile.providers
    assert not editor_of(chosen, first, "kind").isEnabled()
    editor_of(chosen, change, "kind").choose(0)
    assert chosen.casefile.providers[1].kind == "municipal"
    part = next(p for p in parts(chosen) if p.choice == change.id)
    assert part.remove.isVisible()
    part.remove.click()
    assert chosen.casefile.providers == (first,)


def test_the_same_provider_is_used_for_all_services_in_one_act(open_form: Open) -> None:
    first = provider_choice(provider="Handicapcenter Øst", starts_on=date(2026, 12, 7))
    file = casefile(grant(), grant("g2", service="indkoeb"), first)
    bench = open_form(ProviderForm, "provider", file)
    card(bench).same.click()
    assert len(bench.edits) == 1
    other = next(p for p in bench.casefile.providers if p.service == "indkoeb")
    assert (other.kind, other.provider) == ("municipal", "Handicapcenter Øst")
    assert other.starts_on == date(2026, 12, 7)


def test_what_the_citizen_was_told_is_asked_as_the_standard_asks_it(chosen: Bench) -> None:
    answer = chosen.casefile.answer("conversation", "informed_free_choice")
    editor: Any = editor_of(chosen, answer, "choice")
    editor.choose(0)
    assert chosen.casefile.answer("conversation", "informed_free_choice").choice == "yes"


def test_an_unknown_service_is_left_out(open_form: Open) -> None:
    file = casefile(grant(service="nedlagt"), ProviderChoice(id="p9", service="nedlagt"))
    bench = open_form(ProviderForm, "provider", file)
    assert bench.form.findChildren(ServiceCard) == []


def pick(part: ChoicePart, place: int) -> None:
    """Pick a line of the list as a person does."""
    part.listed.setCurrentIndex(place)
    part.listed.activated.emit(place)


def test_a_provider_of_the_list_needs_no_name_beside_it(chosen: Bench) -> None:
    (part,) = parts(chosen)
    assert part.named.isVisible()
    pick(part, 1)
    first = koebenhavn().provider.municipal[0]
    assert chosen.casefile.providers[0].provider == first.name
    assert not part.named.isVisible()
    pick(part, 0)
    assert chosen.casefile.providers[0].provider == ""
    assert part.named.isVisible()


def test_a_provider_recorded_by_its_id_is_shown_by_its_name(open_form: Open) -> None:
    unit = koebenhavn().provider.municipal[0]
    file = casefile(grant(), provider_choice(provider=unit.id))
    bench = open_form(ProviderForm, "provider", file)
    (part,) = parts(bench)
    assert part.listed.currentText() == unit.name
    assert not part.named.isVisible()
    assert bench.edits == []


def test_a_typed_name_is_not_taken_away_by_the_lists_first_line(open_form: Open) -> None:
    file = casefile(grant(), provider_choice(provider="Hjælp A/S"))
    bench = open_form(ProviderForm, "provider", file)
    pick(parts(bench)[0], 0)
    assert bench.casefile.providers[0].provider == "Hjælp A/S"
