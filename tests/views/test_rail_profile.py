"""The function profile beside the form: every area, or those that were chosen."""

from pytestqt.qtbot import QtBot

from app.domain.casefile import CaseFile
from app.texts import Texts
from app.views.rail import Rail, profile_rows
from app.widgets.profile import ProfileBars
from app.workflow.visit_view import VisitView
from tests.documents.soroe_case import VISITED
from tests.factories import TODAY, assessment, casefile, denmark, koebenhavn
from tests.forms.harness import view_of
from tests.soroe import file, level, soroe


def view(case: CaseFile) -> VisitView:
    return view_of(case, soroe(), denmark(), VISITED)


def test_every_area_stands_there_where_all_are_assessed() -> None:
    shown = view_of(casefile(assessment("bad", "3")), koebenhavn(), denmark(), TODAY)
    assert len(profile_rows(shown)) == len(koebenhavn().areas)


def test_only_the_chosen_areas_stand_there_where_they_are_chosen() -> None:
    rows = profile_rows(view(file(level("goere_rent", "3"), level("samtale", "0"))))
    assert [(name, place) for name, place, _, _ in rows] == [("Gøre rent", 3), ("Samtale", 0)]


def test_the_profile_has_no_heading_while_it_is_empty(qtbot: QtBot) -> None:
    rail = Rail(Texts("da"))
    qtbot.addWidget(rail)
    profile = rail.findChild(ProfileBars)
    assert profile is not None
    rail.load(view(file()))
    assert rail.profile_title.isHidden()
    assert profile.isHidden()
    rail.load(view(file(level("goere_rent", "3"))))
    assert not rail.profile_title.isHidden()
    assert not profile.isHidden()
