"""The documents of a case beside its decision: order, plans, status, letters, sheets, changes."""

from datetime import date, datetime
from typing import Any

import msgspec
import pytest

from app.documents.package import Part, build, parts_for
from app.domain.records import (
    ActionPlan,
    Case,
    Consent,
    FollowUp,
    Hearing,
    Order,
    ProcessingNotice,
    ProviderPlan,
    Record,
    StatusReport,
)
from app.errors import KnownError
from tests import factories as make
from tests.documents import reading, sample, support

OF_CASE: tuple[Part, ...] = (
    "order",
    "action_plan",
    "provider_plan",
    "status_report",
    "hearing",
    "processing_notice",
    "elder_care",
    "follow_up_summary",
    "duties",
    "open_counselling",
)


def words_of(part: Part, *changed: Record, **fields: Any) -> str:
    return reading.text(build([part], support.content(*changed, **fields)))


@pytest.mark.parametrize("part", OF_CASE)
def test_each_document_of_the_case_is_a_whole_tagged_pdf(part: Part) -> None:
    assert reading.faults(build([part], support.content())) == []


@pytest.mark.parametrize("part", [p for p in OF_CASE if p != "hearing"])
def test_each_can_be_made_before_anything_is_recorded(part: Part) -> None:
    empty = support.content(casefile=make.casefile(make.citizen(name="", cpr=None, address=None)))
    assert reading.faults(build([part], empty)) == []


@pytest.mark.parametrize("part", ["hearing", "action_plan", "status_report", "provider_plan"])
def test_what_waits_for_no_decision_is_no_draft_before_it(part: Part) -> None:
    assert "UDKAST" not in words_of(part, draft=True)
    assert "UDKAST" in words_of("order", draft=True)


def test_an_order_holds_help_goals_start_and_what_comes_after() -> None:
    """KER-041: the order to the provider, always with the goals."""
    words = words_of("order")
    for said in (
        "Til Støtteteamet, Prøvevej 2",
        "Socialpædagogisk støtte (2 gange om ugen)",
        "Fra den 1. december 2026",
        "Ring, før I kommer første gang.",
        "Du åbner selv din post hver uge.",
        "Vi følger op 23. februar 2027 og 23. maj 2027",
        "Statusnotat senest 26. januar 2027",
        "post@proeve.dk",
        "Støttekontoret, telefon 11 22 33 44",
    ):
        assert said in words


def test_an_order_tells_how_the_citizen_manages_only_with_consent() -> None:
    """KBH-071."""
    shared = words_of("order")
    assert "150277-9995" in shared
    assert "Sådan klarer borgeren sig" in shared
    for consent in (
        make.consent("share", "no"),
        make.consent("share", withdrawn_at=datetime(2026, 11, 23, 12, 0)),
        make.consent("share", expires_on=date(2026, 11, 22)),
    ):
        kept = words_of("order", consent)
        assert "Borgeren har ikke givet samtykke" in kept
        assert "9995" not in kept
        assert "når der ligger en plan på bordet" not in kept
        assert "Du åbner selv din post hver uge." in kept
    none = reading.text(build(["order"], support.without(Consent)))
    assert "Borgeren har ikke givet samtykke" in none


def test_a_no_to_one_of_two_consents_to_share_is_a_no() -> None:
    rules = support.standard()
    second = msgspec.structs.replace(rules.consents[0], id="share_more")
    rules = msgspec.structs.replace(rules, consents=(*rules.consents, second))
    refused = make.consent("share_more", "no")
    assert "Borgeren har ikke givet samtykke" in words_of("order", refused, standard=rules)


@pytest.mark.parametrize("receiver", ["citizen", "provider"])
def test_an_order_never_holds_a_protected_address(receiver: Any) -> None:
    hidden = make.citizen(protected_address=True)
    words = words_of("order", hidden, receiver=receiver)
    assert "Adressen er beskyttet" in words
    assert "Testgrusgraven" not in words
    assert "Hillerød" not in words


def test_an_order_tells_staff_what_is_to_be_changed_in_the_home() -> None:
    content = sample.issued()
    words = reading.text(build(["order"], content))
    assert "Høje dørtrin til badet." in words
    assert "Indtil da: Hjælp til vask i soveværelset." in words


def test_an_order_is_about_the_service_it_names() -> None:
    order = Order(id="b2", case="k1", service="rengoering", message="Nøglen ligger hos naboen.")
    words = reading.text(build(["order"], sample.issued(order, subject="b2")))
    assert "Nøglen ligger hos naboen." in words
    assert "Det bestiller vi" in words
    ordered = words.partition("Det bestiller vi")[2].partition("Formål og mål")[0]
    assert "Rengøring" in ordered
    assert "Tøjvask" not in ordered


def test_a_document_is_about_the_record_it_is_asked_for() -> None:
    first = Order(id="b1", case="k1", message="Den første.")
    second = Order(id="b2", case="k1", message="Den anden.")
    assert "Den første." in words_of("order", first, second, subject="b1")
    assert "Den anden." in words_of("order", first, second)


def test_the_action_plan_holds_its_four_contents() -> None:
    """KOG-040; serviceloven § 141, stk. 3."""
    words = words_of("action_plan")
    places = [
        words.index(title)
        for title in ("Formålet", "Det skal der til", "Så længe", "Andet, der er vigtigt")
    ]
    assert places == sorted(places)
    assert "Du vil bo godt i din egen bolig." in words
    assert "servicelovens § 141 (handleplan)" in words


def test_a_declined_action_plan_says_that_nothing_changes() -> None:
    """KER-040."""
    declined = ActionPlan(id="h1", case="k1", wish="no", wish_reason="Jeg har mål nok.")
    words = words_of("action_plan", declined)
    assert "Det ændrer ikke den hjælp, du får." in words
    assert "Jeg har mål nok." in words
    assert "Det skal der til" not in words


def rules_drawn(content: Any, part: Part) -> int:
    return reading.operators(build([part], content)).count("l")


def test_what_is_empty_has_lines_to_write_on() -> None:
    """SOR-087: the form is sent to the provider, who fills it in."""
    filled = StatusReport(
        id="sr1",
        case="k1",
        effect="Mere ro.",
        goals="To er nået.",
        function_change="Laver selv mad.",
        proposal="Færre besøg.",
        written_by="Mikkel Test Pædagog",
    )
    blank = support.content()
    assert rules_drawn(blank, "status_report") > rules_drawn(
        support.content(filled), "status_report"
    )


def test_a_status_report_holds_effect_goals_function_and_proposal() -> None:
    """KER-060, SOR-087."""
    filled = StatusReport(
        id="sr1",
        case="k1",
        due_on=date(2027, 1, 26),
        effect="Mere ro.",
        goals="To er nået.",
        function_change="Laver selv mad.",
        proposal="Færre besøg.",
    )
    words = words_of("status_report", filled)
    for said in (
        "Skal være hos os senest 26. januar 2027",
        "Sendes til post@proeve.dk",
        "Hvad har hjælpen betydet? Mere ro.",
        "To er nået.",
        "Laver selv mad.",
        "Færre besøg.",
    ):
        assert said in words


def test_a_blank_status_report_says_when_the_first_is_due() -> None:
    words = reading.text(build(["status_report"], support.without(StatusReport)))
    assert "Skal være hos os senest 26. januar 2027" in words


def test_the_providers_plan_says_who_does_what() -> None:
    """KER-042: goals, methods, what staff support, what the citizen and network do."""
    plan = ProviderPlan(
        id="pp1",
        case="k1",
        service="support",
        goals="Post hver uge.",
        methods="Vi sidder sammen.",
        staff_part="Vi ringer dagen før.",
        citizen_part="Du finder posten frem.",
        network_part="Din søster kommer om søndagen.",
    )
    words = words_of("provider_plan", plan)
    for said in (
        "Det arbejder vi hen imod",
        "Sådan arbejder vi Vi sidder sammen.",
        "Det gør medarbejderen Vi ringer dagen før.",
        "Det gør du Du finder posten frem.",
        "Din søster kommer om søndagen.",
    ):
        assert said in words


def test_a_hearing_says_what_it_means_how_and_by_when_to_reply() -> None:
    """KOG-034; forvaltningsloven § 19."""
    words = words_of("hearing")
    for said in (
        "Svar senest 7. december 2026",
        "Oplysningerne kommer fra Jobcentret:",
        "Du er ikke mødt op til tre aftaler.",
        "Oplysningerne taler imod det, du har søgt om.",
        "De har stor betydning for, hvad vi beslutter.",
        "Hører vi ikke fra dig senest den 7. december 2026",
        "Venlig hilsen Sanne Test Visitator",
        "Du kan få en anden med.",
    ):
        assert said in words


def test_the_last_day_to_reply_is_a_working_day_after_the_hearing_was_sent() -> None:
    sent = Hearing(
        id="ho1", case="k1", source="Lægen", content="Du har astma.", sent_on=date(2026, 12, 11)
    )
    assert "Svar senest 28. december 2026" in words_of("hearing", sent)


def test_information_that_does_not_count_against_one_is_said_so() -> None:
    mild = Hearing(id="ho1", case="k1", source="Lægen", content="Du har astma.", detrimental=False)
    words = words_of("hearing", mild)
    assert "taler imod" not in words
    assert "Oplysningerne kan få betydning" in words


def test_a_hearing_without_its_information_is_marked_as_a_draft() -> None:
    words = words_of("hearing", Hearing(id="ho1", case="k1", source="Lægen"))
    assert "[Mangler: hvad oplysningerne siger]" in words
    assert "UDKAST" in words


def test_a_hearing_about_nothing_is_refused_with_a_sentence() -> None:
    with pytest.raises(KnownError) as refused:
        build(["hearing"], support.without(Hearing))
    assert refused.value.key == "documents.no_record"


def test_a_late_answer_says_the_old_day_the_reason_and_the_new_day() -> None:
    """Retssikkerhedsloven § 3."""
    words = words_of("processing_notice")
    for said in (
        "Du får svar senest 15. december 2026",
        "Du søgte om socialpædagogisk støtte den 2. november 2026.",
        "Vi skulle have svaret senest den 9. november 2026.",
        "Vi venter på en udtalelse fra din læge.",
        "Vi afgør din sag senest den 15. december 2026.",
    ):
        assert said in words


def test_a_late_answer_without_reason_or_date_is_a_draft() -> None:
    words = words_of("processing_notice", ProcessingNotice(id="pn1", case="k1"))
    assert "[Mangler: den nye dato]" in words
    assert "[Mangler: grunden til, at svaret kommer senere]" in words


def elder_case() -> Case:
    reason = "Du har nået folkepensionsalderen, og du klarer mindre, fordi du er blevet ældre."
    return make.case(
        legal_basis="elder_care_act", legal_basis_reason=reason, unit="handicapomraadet"
    )


def test_a_case_under_another_law_is_recorded_and_guided_on() -> None:
    act = {"kind": "elder_care_act", "id": "elder", "title": "Alder", "text": "Alder", "ref": ""}
    content = support.content(elder_case(), standard=support.standard(rules=[act]))
    assert parts_for(content) == ("elder_care",)
    words = reading.text(build(parts_for(content), content))
    for said in (
        "Din sag hører til under ældreloven",
        "Derfor får du ikke en afgørelse efter servicelovens § 85.",
        "Du har nået folkepensionsalderen",
        "Du skal ikke begynde forfra.",
        "en afgørelse, som du kan klage over",
    ):
        assert said in words


def test_the_duties_are_the_standards_own_sheet() -> None:
    """SOR-051."""
    pdf = build(["duties"], support.content())
    assert "Senest kl. 9 samme dag." in reading.text(pdf)
    assert reading.bookmarks(pdf) == ["Dine pligter"]


def test_without_a_sheet_what_is_open_to_all_is_listed() -> None:
    words = words_of("open_counselling")
    assert "Åben rådgivning Du får råd, når du har brug for det." in words
    assert "Socialpædagogisk støtte" not in words


def test_without_a_sheet_the_duties_are_those_of_the_home() -> None:
    words = reading.text(build(["duties"], sample.content()))
    assert "Du sørger for de redskaber og rengøringsmidler" in words


def test_a_follow_up_shows_each_area_before_and_now() -> None:
    """KER-060."""
    result = FollowUp(id="f1", case="k1", visit=make.VISIT, result="change", reason="Det virker.")
    pdf = build(["follow_up_summary"], support.content(result))
    words = reading.heard(pdf)
    for said in (
        "siden besøget den 20. maj 2026",
        "Vi er nået frem til Hjælpen bliver ændret",
        "Du klarer dig bedre på 1 område. 1 område er som sidst.",
        "Hjemmet c. Meget c. Meget Det er som sidst.",
        "Socialt liv c. Meget b. Lidt Du klarer dig bedre end sidst.",
        "Trin på trappen",
        "Du åbner selv din post hver uge. I gang",
    ):
        assert said in words
    assert reading.alternatives(pdf) == [
        "Niveau c på en skala fra a til c, sidst c",
        "Niveau b på en skala fra a til c, sidst c",
    ]


def test_the_form_holds_levels_stair_and_every_kind_of_answer() -> None:
    """The overall assessment and the stair are said in words."""
    rules = support.standard()
    section = msgspec.convert(
        {
            "id": "own",
            "title": "Egne spørgsmål",
            "questions": [
                {
                    "id": "many",
                    "label": "Hvad vil du gerne?",
                    "kind": "several",
                    "options": [{"value": "a", "name": "Ud"}, {"value": "b", "name": "Hjem"}],
                },
                {"id": "count", "label": "Hvor mange trin er der?", "kind": "number"},
            ],
        },
        type(rules.sections[0]),
    )
    rules = msgspec.structs.replace(rules, sections=(section,))
    answers = [
        support.answer("own", "many", choices=("a", "b")),
        support.answer("own", "count", number=14.5),
    ]
    words = words_of("assessment_form", *answers, standard=rules)
    for said in (
        "Hvad vil du gerne? Ud, Hjem",
        "Hvor mange trin er der? 14,5",
        "Samlet faglig vurdering C. Moderat",
        "Trin nu Støtte hjemme",
        "Trin, der sigtes mod Kursus",
        "Overvejede trin »Åben rådgivning« og »Kursus«",
        "Sidst: c",
    ):
        assert said in words


def test_the_form_of_a_standard_without_a_scale_has_no_levels() -> None:
    rules = msgspec.structs.replace(support.standard(), scale=None)
    words = words_of("assessment_form", standard=rules)
    assert "Ruddi kan selv, når der ligger en plan på bordet." in words
    assert "Niveau" not in words


def test_the_form_of_a_follow_up_holds_what_it_came_to() -> None:
    result = FollowUp(id="f1", case="k1", visit=make.VISIT, result="end", reason="Målet er nået.")
    words = words_of("assessment_form", result)
    assert "Vi er nået frem til Hjælpen hører op Derfor Målet er nået." in words
    assert "Du klarer dig bedre på 1 område." in words


def test_a_standard_names_its_own_form() -> None:
    assert words_of("assessment_form").startswith("Prøvekommune · Udredningsskema")


NASTY = "æøå „citat“ <b>&amp; </para> {{ 7 * 7 }} $service \u202e§ 85\n\n- linje"
LONG = "Vi har talt om det i dag. " * 700


@pytest.mark.parametrize("words", [NASTY, LONG], ids=["nasty", "long"])
def test_whatever_is_typed_comes_out_as_it_was_written(words: str) -> None:
    typed: list[Record] = [
        Order(id="b1", case="k1", message=words),
        ActionPlan(id="h1", case="k1", wish="yes", purpose=words, effort=words, responsible="A"),
        ProviderPlan(id="pp1", case="k1", goals=words, methods=words),
        StatusReport(id="sr1", case="k1", effect=words, proposal=words),
        Hearing(id="ho1", case="k1", source="Lægen", content=words),
        ProcessingNotice(id="pn1", case="k1", reason=words, new_date=date(2026, 12, 15)),
        FollowUp(id="f1", case="k1", visit=make.VISIT, result="continue", reason=words),
        make.case(legal_basis_reason=words, unit="handicapomraadet"),
    ]
    content = support.content(*typed)
    pdf = build(OF_CASE, content)
    assert reading.faults(pdf) == []
    said = reading.squeeze(words.replace("\u202e", ""))[:60]
    assert reading.text(pdf).count(said) >= 8
