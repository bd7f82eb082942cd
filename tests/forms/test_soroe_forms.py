"""Sorø's standard in the forms: what København's does not bring."""

from app.forms.assessment import AssessmentForm
from app.forms.assessment_group import GroupCard
from app.forms.assessment_row import AreaRow
from app.forms.services import ProposalsCard, ServicesForm
from tests.factories import casefile, koebenhavn
from tests.forms.conftest import Open
from tests.soroe import file, level, need, soroe


def test_a_standard_without_proposals_has_no_card_for_them(open_form: Open) -> None:
    bench = open_form(ServicesForm, "services", file(need()), standard=soroe())
    (card,) = bench.form.findChildren(ProposalsCard)
    assert card.isHidden()
    other = open_form(ServicesForm, "services", casefile(), standard=koebenhavn())
    (card,) = other.form.findChildren(ProposalsCard)
    assert not card.isHidden()


def test_every_area_of_the_method_is_there_to_choose(open_form: Open) -> None:
    chosen = file(level("goere_rent", "3"), level("samtale", "1"))
    bench = open_form(AssessmentForm, "assessment", chosen, standard=soroe())
    for group in bench.form.findChildren(GroupCard):
        group.open()
    bench.load()
    rows = bench.form.findChildren(AreaRow)
    assert {r.area.id for r in rows} == {a.id for a in soroe().areas}
    assert {r.area.id for r in rows if r.scale.value()} == {"goere_rent", "samtale"}
