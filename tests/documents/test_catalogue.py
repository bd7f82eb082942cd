"""A whole standard as a readable PDF."""

from pathlib import Path

import msgspec
import pytest

from app.documents.catalogue import build_catalogue
from app.domain.rules import Rule
from app.domain.standard import FollowUp
from app.domain.standard_file import load_standard
from app.texts import Texts
from tests import factories as make
from tests.documents import reading, support

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_standard_is_a_whole_tagged_pdf(path) -> None:  # type: ignore[no-untyped-def]
    standard = load_standard(path)
    pdf = build_catalogue(standard)
    assert reading.faults(pdf) == []
    words = reading.text(pdf)
    for said in (
        standard.title,
        *(s.name for s in standard.services),
        *(i.name for s in standard.services for i in s.items),
        *(a.name for a in standard.areas),
        *(p.text for p in standard.workplace.points),
        *(u.name for u in standard.units),
        *(r.text for r in standard.reasons),
    ):
        assert reading.squeeze(said) in words
    assert "$" not in words


def test_a_service_stands_with_its_nine_fields() -> None:
    """SOR-070 to SOR-090: the fields of the source's own catalogue."""
    words = reading.text(build_catalogue(support.standard()))
    about = words.partition("Socialpædagogisk støtte Lovgrundlag")[2]
    for said in (
        "Servicelovens § 85 (støtte)",
        "Formål Du klarer din hverdag",
        "Omfatter Støtte til struktur. Støtte til netværk.",
        "Omfatter ikke Ledsagelse til ferie.",
        "Hvor længe Du får støtten, til målene er nået.",
        "Sådan begynder den Støtten begynder",
        "Sådan meldes den fra Vil du stoppe",
        "Egenbetaling Støtten er gratis.",
        "Steder Hjemme hos dig og I kursuslokalet",
        "Pakker Pakke 3",
    ):
        assert said in about


def test_what_is_open_to_all_is_said_to_need_no_grant() -> None:
    words = reading.text(build_catalogue(support.standard()))
    assert "Åben rådgivning Praktisk hjælp Åben for alle" in words
    assert "Socialpædagogisk støtte Praktisk hjælp Bliver bevilget" in words


def test_scale_overall_stair_deadlines_and_contacts_are_there() -> None:
    words = reading.text(build_catalogue(support.standard()))
    for said in (
        "b. Lidt Lidt hjælp",
        "C. Moderat Du har et moderat behov.",
        "3. Støtte hjemme Hjemme Socialpædagogisk støtte",
        "Afgørelse 1 uge efter henvendelsen",
        "Borgeren kan ikke vælge leverandør.",
        "Støttekontoret Prøvevej 1, 9999 Prøveby 11 22 33 44",
        "Må vi give oplysninger videre?",
    ):
        assert said in words


def test_a_rule_is_a_sentence_with_its_own_numbers_and_names() -> None:
    swaps = {
        "kind": "swaps_above",
        "id": "swaps",
        "title": "Mange bytter",
        "text": "Der er byttet mere end $count gange på $months måneder.",
        "ref": "5.4",
        "count": 3,
        "months": 2,
        "needs_reason": False,
    }
    limit = {
        "kind": "longer_than",
        "id": "long",
        "title": "For længe",
        "text": "$service varer længere end $months måneder.",
        "ref": "6",
        "services": ["support"],
    }
    found = msgspec.convert([swaps, limit], tuple[Rule, ...])
    words = reading.text(build_catalogue(msgspec.structs.replace(support.standard(), rules=found)))
    assert "Der er byttet mere end 3 gange på 2 måneder." in words
    assert "Socialpædagogisk støtte varer længere end 6 måneder." in words
    assert "Kræver ingen grund · Kilde: 5.4" in words


def test_each_word_that_a_rule_may_hold_has_a_word_in_danish() -> None:
    from typing import get_args

    table = Texts("da").table("documents")["catalogue"]
    assert isinstance(table, dict)
    offered = {name for kind in get_args(Rule) for name in kind.offers}
    assert [name for name in sorted(offered) if f"word_{name}" not in table] == []


def test_the_same_standard_gives_the_same_bytes() -> None:
    assert build_catalogue(make.koebenhavn()) == build_catalogue(make.koebenhavn())


def test_the_printed_standard_names_itself_and_its_authority() -> None:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(build_catalogue(make.koebenhavn()))) as document:
        assert str(document.docinfo["/Title"]) == make.koebenhavn().title


def follow_up(**fields: object) -> FollowUp:
    return msgspec.convert({"max_months": 12, "text": "Vi ser på hjælpen."} | fields, FollowUp)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            {"after_months": [3, 6], "then_every_months": 12, "report_weeks_before": 4},
            "Efter 3 og 6 måneder, regnet fra afgørelsen. Derefter hver 12. måned. "
            "Leverandørens statusnotat skal være der 4 uger før hver gang.",
        ),
        (
            {"after_weeks": [10], "counted_from": "start", "permanent_only": False},
            "Efter 10 uger, regnet fra hjælpens begyndelse. Der går højst 12 måneder mellem",
        ),
        ({}, "Ved varig hjælp går der højst 12 måneder mellem to gange."),
        (
            {"report_weeks_before": 1, "report_to": "post@proeve.dk"},
            "1 uge før hver gang, sendt til post@proeve.dk.",
        ),
    ],
)
def test_a_follow_up_stands_with_its_schedule_in_figures(
    rule: dict[str, object], said: str
) -> None:
    """KOG-108, SOR-072, SOR-086, SOR-087."""
    standard = msgspec.structs.replace(support.standard(), follow_up=follow_up(**rule))
    assert said in reading.text(build_catalogue(standard)).partition("Opfølgning:")[2]


def test_a_service_followed_up_in_its_own_way_says_how() -> None:
    rules = support.standard()
    own = follow_up(after_weeks=[10], counted_from="start")
    services = (msgspec.structs.replace(rules.services[0], follow_up=own), *rules.services[1:])
    words = reading.text(build_catalogue(msgspec.structs.replace(rules, services=services)))
    assert "Opfølgning Vi ser på hjælpen. Efter 10 uger, regnet fra hjælpens begyndelse." in words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_deadline_stands_with_its_length(path: Path) -> None:
    standard = load_standard(path)
    words = reading.text(build_catalogue(standard))
    units = {"days": "dage", "weeks": "uger", "months": "måneder"}
    for rule in standard.deadlines:
        for unit, word in units.items():
            if count := getattr(rule, unit):
                assert f"{rule.name} {count} {word} efter" in words
