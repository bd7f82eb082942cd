"""The completed assessment form (visitationsskema), part by part as the visit went."""

from app.clock import local, local_day
from app.documents import facts
from app.documents.changes import follow_up_pairs
from app.documents.form_functions import write_functions
from app.documents.form_help import write_help
from app.documents.form_words import Pairs, add_pairs, has_value, label, yes_no
from app.documents.story import CellContent, escape, typed
from app.documents.writing import Writing
from app.domain.records import Answer, Contact, HouseholdMember
from app.domain.standard import Question, Section
from app.wording import clock


def write_assessment_form(writing: Writing) -> None:
    """Write the whole form; what is not recorded is left out."""
    visit = writing.content.casefile.visit
    day = facts.day_words(local_day(visit.planned.start)) if visit.planned else ""
    own = escape(facts.own_title(writing.content, "assessment_form"))
    writing.story.heading(1, own or writing.words("documents.form.title"))
    writing.say("documents.form.intro", day=day)
    _write_citizen(writing)
    _write_household(writing)
    _write_contacts(writing)
    _write_request(writing)
    _write_visit(writing)
    for section in writing.content.standard.sections:
        _write_answers(writing, section)
    _write_follow_up(writing)
    write_functions(writing)
    write_help(writing)


def _write_follow_up(writing: Writing) -> None:
    """Write what a follow-up came to."""
    pairs = follow_up_pairs(writing)
    if any(has_value(value) for _, value in pairs):
        writing.title(2, "documents.form.follow_up", room=90)
        add_pairs(writing, pairs)


def _write_citizen(writing: Writing) -> None:
    citizen, case = writing.content.casefile.citizen, writing.content.casefile.case
    writing.title(2, "documents.form.citizen", room=110)
    pairs: Pairs = [
        (label(writing, "name"), escape(citizen.name)),
        (label(writing, "cpr"), _cpr(writing)),
        (label(writing, "born"), facts.day_words(citizen.birth_date)),
        (label(writing, "address"), _address(writing)),
        (label(writing, "phone"), escape(citizen.phone)),
        (label(writing, "email"), escape(citizen.email)),
        (label(writing, "language"), escape(citizen.language)),
        (label(writing, "interpreter"), _interpreter(writing)),
        (label(writing, "digital_post"), _choice(writing, citizen.digital_post)),
        (label(writing, "target_group"), _target_group(writing)),
        (label(writing, "unit"), _unit(writing)),
        (label(writing, "legal_basis"), _legal_basis(writing)),
        (label(writing, "permanence"), _choice(writing, case.permanence)),
        (label(writing, "turning_choice"), _choice(writing, citizen.turning_choice)),
    ]
    add_pairs(writing, pairs)


def _choice(writing: Writing, value: str) -> str:
    return label(writing, value) if value else ""


def _cpr(writing: Writing) -> str:
    cpr = writing.content.casefile.citizen.cpr
    return escape(f"{cpr.value[:6]}-{cpr.value[6:]}") if cpr else ""


def _address(writing: Writing) -> CellContent:
    citizen = writing.content.casefile.citizen
    if writing.content.hides_address:
        return label(writing, "protected")
    if citizen.address is None:
        return ""
    place = citizen.address
    lines = [place.care_of, place.street, f"{place.postcode} {place.city}"]
    notice = [label(writing, "protected")] if citizen.protected_address else []
    return ", ".join(filter(None, [*map(escape, lines), *notice]))


def _interpreter(writing: Writing) -> str:
    interpreter = writing.content.casefile.citizen.interpreter
    if interpreter is None or interpreter.need is None:
        return ""
    if not interpreter.need:
        return writing.words("documents.answer.no")
    kind = label(writing, interpreter.kind) if interpreter.kind else ""
    return writing.words("documents.form.interpreter_yes", kind=kind)


def _target_group(writing: Writing) -> str:
    wanted = writing.content.casefile.case.target_group
    groups = writing.content.standard.target_groups
    return escape(next((g.name for g in groups if g.id == wanted), wanted))


def _unit(writing: Writing) -> str:
    unit = facts.authority(writing.content)
    return escape(unit.name if unit else writing.content.casefile.case.unit)


def _legal_basis(writing: Writing) -> CellContent:
    case = writing.content.casefile.case
    return [_choice(writing, case.legal_basis), *typed(case.legal_basis_reason)]


def _write_household(writing: Writing) -> None:
    members = writing.content.casefile.household
    if not members:
        return
    writing.title(2, "documents.form.household")
    pairs: Pairs = [(escape(m.name) or _relation(writing, m), _member(writing, m)) for m in members]
    add_pairs(writing, pairs)


def _relation(writing: Writing, member: HouseholdMember) -> str:
    return writing.words(f"documents.relation.{member.relation}") if member.relation else ""


def _member(writing: Writing, member: HouseholdMember) -> CellContent:
    healthy = {True: "healthy_yes", False: "healthy_no"}.get(member.healthy)  # type: ignore[arg-type]
    about = [
        _relation(writing, member) if member.name else "",
        writing.words("documents.form.born_year", year=member.birth_year)
        if member.birth_year
        else "",
        label(writing, healthy) if healthy else "",
    ]
    lines = [", ".join(filter(None, about))]
    for capacity in member.capacities:
        service = facts.service_name(writing.content, capacity.service).lower()
        key = f"letter.facts.capacity_{capacity.share}"
        who = member.name or _relation(writing, member).capitalize()
        lines.append(writing.words(key, who=who, service=service))
        lines.append(escape(capacity.note))
    return [*filter(None, lines), *typed(member.note)]


def _write_contacts(writing: Writing) -> None:
    contacts = [c for c in writing.content.casefile.contacts if c.name.strip() or c.phone.strip()]
    if not contacts:
        return
    writing.title(2, "documents.form.contacts")
    add_pairs(writing, [(_role(writing, c), _contact(writing, c)) for c in contacts])


def _role(writing: Writing, contact: Contact) -> str:
    return writing.words(f"documents.role.{contact.role or 'relative'}")


def _contact(writing: Writing, contact: Contact) -> CellContent:
    letters = label(writing, "representative_letters") if contact.gets_letters else ""
    parts = [escape(contact.name), escape(contact.relation), escape(contact.phone), letters]
    return [", ".join(filter(None, parts)), *typed(contact.note)]


def _write_request(writing: Writing) -> None:
    request = writing.content.casefile.request
    if request is None:
        return
    asked = {o.value: o.name for o in writing.content.standard.requesters}
    needs = [facts.need_name(writing.content, n) for n in writing.content.casefile.needs]
    sender = asked.get(request.received_from, request.received_from)
    writing.title(2, "documents.form.request")
    pairs: Pairs = [
        (label(writing, "received"), facts.day_words(request.received_on)),
        (
            label(writing, "received_from"),
            escape(", ".join(dict.fromkeys(filter(None, (sender, request.caller))))),
        ),
        (label(writing, "caller_consent"), yes_no(writing, request.caller_consent)),
        (label(writing, "applied_for"), [escape(facts.named(needs)), *typed(request.applied_for)]),
        (label(writing, "acute"), _acute(writing)),
        (label(writing, "contacted"), facts.day_words(request.contacted_on)),
    ]
    add_pairs(writing, pairs)


def _acute(writing: Writing) -> CellContent:
    request = writing.content.casefile.request
    if request is None or not request.acute:
        return yes_no(writing, request.acute) if request else ""
    day = facts.day_words(request.acute_start)
    return [writing.words("documents.form.acute_yes", day=day), *typed(request.acute_reason)]


def _write_visit(writing: Writing) -> None:
    visit = writing.content.casefile.visit
    planned = visit.planned
    when = (
        writing.words(
            "documents.form.visit_when",
            day=facts.day_words(local_day(planned.start)),
            clock=clock(local(planned.start)),
        )
        if planned
        else ""
    )
    name = escape(", ".join(filter(None, (writing.content.name, writing.content.title))))
    pairs: Pairs = [
        (label(writing, "visit"), when),
        (label(writing, "present"), escape(visit.present)),
        (label(writing, "visitator"), name),
    ]
    if any(value for _, value in pairs):
        writing.title(2, "documents.form.visit")
        add_pairs(writing, pairs)


def _write_answers(writing: Writing, section: Section) -> None:
    """Write the questions of a section that were answered."""
    rows: list[tuple[str, CellContent]] = []
    for question in section.questions:
        answer = writing.content.casefile.answer(section.id, question.id)
        value = _answer(writing, question, answer) if question.in_form else ()
        if value:
            rows.append((escape(question.label), value))
    if rows:
        writing.title(2, "documents.form.section", title=section.title)
        writing.story.pairs(rows)


def _answer(writing: Writing, question: Question, answer: Answer) -> tuple[str, ...]:
    names = {o.value: o.name for o in question.options}
    choice = names.get(answer.choice, "")
    several = ", ".join(names.get(c, c) for c in answer.choices)
    number = "" if answer.number is None else facts.amount_words(answer.number)
    if question.kind == "yes_no" and answer.choice in ("yes", "no"):
        choice = writing.words(f"documents.answer.{answer.choice}")
    chosen = (escape(words) for words in (choice, several, number))
    parts = (*chosen, facts.day_words(answer.day), *typed(answer.text))
    return tuple(p for p in parts if p)
