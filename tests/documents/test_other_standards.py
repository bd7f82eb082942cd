"""The decision letter under standards with a stair, packages, no scale, or no free choice."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.documents.coming import coming
from app.documents.package import build, build_volumes, parts_for
from app.domain.findings import Anchor, Finding
from app.domain.records import ActionPlan, Decision, FollowUp, Grant, ProcessingNotice, Record
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import StandardRef
from tests import factories as make
from tests.documents import reading, soroe_case, support

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))


def letter(*changed: Record, **fields: Any) -> str:
    return reading.text(build(["letter"], support.content(*changed, **fields)))


def grant(**fields: Any) -> Grant:
    ref = StandardRef(id="lille", version="1")
    known = {"standard": ref, "need": "n1", "service": "support", "items": ()}
    return make.grant("g1", **{**known, "starts_on": date(2026, 12, 1), **fields})


def refused() -> list[Record]:
    reason = "Du klarer det selv med råd."
    return [make.decision_item("n1", "refused", reasons=reason)]


def shipped(path: Path) -> tuple[Standard, str]:
    rules = load_standard(path)
    return rules, next(s.id for s in rules.services if s.visitated)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_letter_speaks_of_a_free_choice_that_the_standard_does_not_give(path: Path) -> None:
    """KOG-111, SOR-089."""
    rules, service = shipped(path)
    content = support.content(standard=rules, service=service)
    words = reading.text(build(parts_for(content), content)).lower()
    assert ("frit valg" in words) is rules.provider.free_choice


def test_a_standard_without_a_scale_tells_what_was_seen() -> None:
    """KER-034: no scale in the source."""
    rules = msgspec.structs.replace(support.standard(), scale=None)
    words = letter(standard=rules)
    assert "Skemaet viser, hvordan du klarer dig i dag." in words
    assert "Ruddi kan selv, når der ligger en plan på bordet." in words
    assert "Niveau" not in words


def test_the_overall_assessment_stands_with_its_reason_and_decides_nothing() -> None:
    """SOR-032, SOR-033: an indication of the need that does not in itself decide the grant."""
    words = letter()
    assert "Samlet vurderer vi: C. Moderat. Du har et moderat behov." in words
    assert "Du har brug for støtte på flere områder." in words
    assert "Den samlede vurdering afgør ikke alene, hvilken hjælp du får." in words


def test_the_stair_says_where_one_stands_where_to_go_and_why_not_lower() -> None:
    """KOG-005, SOR-040."""
    words = letter()
    assert "Her står du nu Støtte hjemme" in words
    assert "Her vil vi gerne hen Kursus" in words
    considered = words.partition("Vi har også set på")[2]
    assert considered.strip().startswith("»Åben rådgivning« og »Kursus« Du har prøvet et kursus")


def test_what_was_written_of_the_stair_stands_once() -> None:
    """SOR-040: it is the reason of the rule that asks for the lower steps."""
    reason = "Du har prøvet et kursus og kunne ikke følge med."
    assert letter().count(reason) == 1
    content = support.content()
    asked = Finding(
        id="step",
        rule="step",
        title="Trin",
        text="",
        ref="",
        anchor=Anchor(section="overall"),
        reason=reason,
    )
    judged = msgspec.structs.replace(content.judgement, findings=(asked,))
    words = letter(judgement=judged)
    assert words.count(reason) == 1
    assert words.index(reason) > words.index("Derfor har vi besluttet det")


def test_what_every_citizen_gets_stands_after_the_reasons() -> None:
    words = letter()
    order = ("Det får du", "Den hjælp, du får", "Derfor har vi", "Vi ses igen", "Hjælpen omfatter:")
    places = [words.index(said) for said in order]
    assert places == sorted(places)


def test_a_level_is_said_in_the_words_of_its_scale() -> None:
    words = reading.text(build(["letter", "assessment_form", "order"], soroe_case.content()))
    assert words.count("3 – svære begrænsninger") == 3
    assert "fra 0 (ingen begrænsninger) til 4 (totale begrænsninger)" in words


def test_a_level_that_is_another_than_last_time_shows_both() -> None:
    also = make.need("n2", service="clean"), make.decision_item("n2", "refused", reasons="Nej.")
    words = reading.heard(build(["letter"], support.content(*also)))
    assert "Socialt liv b. Lidt Sidst: c" in words
    assert "Hjemmet c. Meget Ruddi" in words


def test_a_package_with_its_hours_and_the_places_stand_with_the_help() -> None:
    """KER-034, KOG-105."""
    words = letter(grant(extent=None, package="p3", places=("home", "course"), items=("group",)))
    assert "Det får du Socialpædagogisk støtte (pakke 3)" in words
    assert "Op til 2,5 timer om ugen" in words
    assert "Gruppeforløb. Sted: hjemme hos dig og i kursuslokalet." in words


def test_a_draft_of_help_without_extent_and_package_marks_the_gap() -> None:
    words = letter(grant(extent=None), draft=True)
    assert "[Mangler: hvor tit]" in words
    assert "[Mangler: hvor tit]" not in letter(grant(extent=None, package="p3"), draft=True)


def test_what_a_service_comprises_and_how_long_it_lasts_is_told() -> None:
    """KOG-112, SOR-084."""
    words = letter()
    for said in (
        "Hjælpen omfatter: Støtte til struktur. Støtte til netværk.",
        "Hvor længe? Du får støtten, til målene er nået.",
        "Sådan begynder hjælpen. Støtten begynder på den dato, der står i brevet.",
        "Sådan stopper du. Vil du stoppe, så sig det til os.",
        "Hjælpen omfatter normalt ikke: Ledsagelse til ferie.",
        "Støtten er gratis.",
    ):
        assert said in words


def test_without_free_choice_the_letter_says_who_gives_the_help() -> None:
    """KOG-111, SOR-089."""
    words = letter()
    assert "Hvem giver hjælpen? Vores egne medarbejdere giver støtten." in words
    assert "En anden kan gøre det efter aftale." in words
    assert "Støtteteamet" in words


def test_what_is_open_to_all_is_pointed_to_and_never_granted() -> None:
    """KOG-010, SOR-010, SOR-070."""
    need = make.need("n2", service="open")
    extra = make.grant("g2", need="n2", service="open", standard=None, items=())
    words = letter(need, make.decision_item("n2", "granted"), extra)
    assert "Åben rådgivning Det kan du bruge uden en afgørelse" in words
    assert "Det kan du også bruge" in words
    assert "Åben rådgivning: Du får råd, når du har brug for det. Du kan komme" in words
    assert "Det får du Socialpædagogisk støtte (2 gange om ugen)" in words
    assert "Åben rådgivning Ja, det får du" not in words


def test_passages_hang_on_whether_help_is_given() -> None:
    given, without = letter(), letter(*refused())
    assert "Du er med. Du deltager." in given
    assert "Kom forbi." not in given
    assert "Kom forbi. Døren er åben." in without
    assert "Du er med." not in without
    assert "Skriv til os. Brug Digital Post." in given
    assert "Skriv til os. Brug Digital Post." in without


def test_the_first_follow_ups_stand_with_their_dates_and_the_status() -> None:
    """KOG-108, SOR-086, SOR-087."""
    words = letter()
    assert "Vi følger op på hjælpen den 23. februar 2027 og 23. maj 2027." in words
    assert "Derefter gør vi det en gang om året." in words
    assert "Det første statusnotat skal være hos os senest den 26. januar 2027." in words
    assert "Vi holder et møde om, hvordan det går." in words


def test_follow_ups_after_the_help_has_ended_are_left_out() -> None:
    short = support.content(grant(ends_on=date(2027, 3, 31)))
    (found,) = coming(short)
    assert found.days == (date(2027, 2, 23),)
    assert found.then_every_months is None


def test_services_with_follow_ups_of_their_own_are_told_one_by_one() -> None:
    """SOR-072: counted from the start, after ten weeks."""
    rules = support.standard()
    own = msgspec.structs.replace(
        rules.follow_up,
        after_weeks=(10,),
        after_months=(),
        then_every_months=None,
        counted_from="start",
        report_weeks_before=None,
    )
    services = tuple(
        msgspec.structs.replace(s, follow_up=own) if s.id == "clean" else s for s in rules.services
    )
    ref = StandardRef(id="lille", version="1")
    second = make.grant(
        "g2", need="n1", service="clean", standard=ref, items=(), starts_on=date(2027, 1, 4)
    )
    words = letter(second, standard=msgspec.structs.replace(rules, services=services))
    assert "Rengøring: Vi følger op den 15. marts 2027." in words
    assert "Socialpædagogisk støtte: Vi følger op den 23. februar 2027 og 23. maj 2027." in words


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("", "Vi har tilbudt dig en handleplan."),
        ("yes", "Du har sagt ja til en handleplan."),
        ("no", "Det er helt i orden og ændrer ikke den hjælp, du får."),
    ],
)
def test_the_offer_of_an_action_plan_is_told_and_a_no_changes_nothing(wish: Any, said: str) -> None:
    """KOG-040, KER-040, SOR-034."""
    plan = ActionPlan(id="h1", case="k1", offered_on=date(2026, 11, 23), wish=wish)
    words = letter(plan)
    assert said in words
    assert "servicelovens § 141 (handleplan)" in words
    assert "Den hjælp, du får" in words


def test_nobody_is_told_of_a_plan_that_was_not_offered() -> None:
    assert "handleplan" not in letter(ActionPlan(id="h1", case="k1")).partition("Det følger")[0]


def test_a_letter_without_help_speaks_of_no_plan() -> None:
    assert "handleplan" not in letter(*refused())


def test_the_action_plan_is_enclosed_only_when_it_is_wanted() -> None:
    assert "action_plan" in parts_for(support.content())
    declined = ActionPlan(id="h1", case="k1", wish="no")
    assert "action_plan" not in parts_for(support.content(declined))


def test_open_counselling_is_enclosed_only_when_no_help_is_given() -> None:
    assert parts_for(support.content(*refused())) == (
        "letter",
        "assessment_form",
        "open_counselling",
    )
    assert "open_counselling" not in parts_for(support.content())


def test_technology_that_was_considered_is_told() -> None:
    """KOG-006."""
    assert "En app med påmindelser kan hjælpe dig." in letter()


def test_a_late_answer_that_was_announced_is_told() -> None:
    sent = ProcessingNotice(id="pn1", case="k1", request="r1", sent_on=date(2026, 11, 9))
    assert "Det skrev vi til dig om den 9. november 2026." in letter(sent)
    assert "Vi nåede ikke at svare" not in letter()


def follow_up(result: Any, kind: Any = "", outcome: Any = "granted") -> str:
    said = {"before": "2 gange om ugen", "after": "1 gang om ugen", "what_changed": "Du kan mere."}
    return letter(
        FollowUp(
            id="f1",
            case="k1",
            visit=make.VISIT,
            result=result,
            reason="Støtten virker, som den skal.",
            goals="Du åbner selv din post nu.",
        ),
        Decision(id=make.DECISION, case="k1", visit=make.VISIT, kind=kind, facts="Vi har talt."),
        make.decision_item("n1", outcome, **(said if outcome != "granted" else {})),
    )


def test_a_follow_up_may_end_with_that_the_help_goes_on() -> None:
    words = follow_up("continue")
    assert "Din hjælp fortsætter" in words
    assert "Fra hvornår Hjælpen fortsætter uden pause" in words
    assert "Det viste opfølgningen: Støtten virker, som den skal." in words
    assert "Sådan er det gået med målene: Du åbner selv din post nu." in words


def test_a_follow_up_that_changes_or_ends_help_shows_before_and_now() -> None:
    """A change rests on what is different: before, now, and what changed."""
    changed = follow_up("change", "change", "changed")
    assert "Vi ændrer din hjælp" in changed
    assert "2 gange om ugen" in changed
    assert "Du kan mere." in changed
    ended = follow_up("end", "end", "ended")
    assert "Din hjælp hører op" in ended
    assert "Den hjælp, du får" not in ended


def test_letters_of_two_standards_in_one_file_each_count_their_pages() -> None:
    content = support.content()
    pdf = build_volumes([(("letter",), content), (("letter",), content)])
    assert reading.faults(pdf) == []
    pages = reading.pages(pdf)
    half = len(pages) // 2
    assert f"Side 1 af {half}" in pages[0]
    assert f"Side 1 af {half}" in pages[half]
