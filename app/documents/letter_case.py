"""The letter's blocks about the case: facts, reasons, views, basis, payment, rights, complaint."""

from app.clock import local_day
from app.documents import facts
from app.documents.letter_about import write_about
from app.documents.letter_after import write_follow_up, write_plan
from app.documents.letter_function import write_areas, write_overall
from app.documents.letter_reasons import write_reasons
from app.documents.story import escape, joined, typed
from app.documents.writing import Writing
from app.domain.records import Answer, HouseholdMember
from app.domain.standard import LetterText
from app.wording import enumeration


def write_facts(writing: Writing) -> None:
    """Block 8: what the visitator weighed, function by area, home and other help."""
    writing.title(2, "letter.facts.title")
    decision = facts.decision(writing.content)
    writing.story.typed(decision.facts)
    if not decision.facts.strip():
        writing.say_gap("facts")
    write_areas(writing)
    write_overall(writing)
    _write_home(writing)


def _write_home(writing: Writing) -> None:
    file = writing.content.casefile
    lines = [_member(writing, m) for m in file.household]
    helpers = [c for c in file.contacts if c.role == "other_help" and c.name.strip()]
    if helpers:
        who = enumeration([c.name for c in helpers])
        lines.append(writing.words("letter.facts.other_help", who=who))
    network = [a for a in file.all(Answer) if a.question == "network" and a.text.strip()]
    if not lines and not network:
        return
    for answer in network:
        words = " ".join(answer.text.split())
        lines.append(_ended(writing.words("letter.facts.network", words=words)))
    writing.story.text(f"<b>{writing.words('letter.facts.home')}</b> {' '.join(lines)}")


def _member(writing: Writing, member: HouseholdMember) -> str:
    """Say who lives with the citizen, and what they can take on."""
    relation = member.relation or "other"
    kin = writing.words(f"documents.relation.{relation}")
    who = f"{member.name} ({kin})" if member.name else writing.words(f"letter.kin.{relation}")
    parts = [writing.words("letter.facts.member", who=who)]
    for capacity in member.capacities:
        service = facts.service_name(writing.content, capacity.service).lower()
        name = member.name.split(" ")[0] or writing.words(f"letter.kin.{relation}").capitalize()
        key = f"letter.facts.capacity_{capacity.share}"
        parts += [writing.words(key, who=name, service=service), escape(capacity.note)]
    return " ".join(_ended(part) for part in (*parts, escape(member.note)) if part)


def _ended(text: str) -> str:
    """Return a note as a sentence among others."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def write_views(writing: Writing) -> None:
    """Block 10: what the citizen said, how it weighed, replies to hearings."""
    decision, story = facts.decision(writing.content), writing.story
    replies = [h for h in writing.content.casefile.hearings if h.reply.strip()]
    said = decision.citizens_views.strip()
    must = facts.gives_less(writing.content)
    if not said and not replies and not (must and story.draft):
        return
    writing.title(2, "letter.views.title")
    story.typed(decision.citizens_views)
    if not said and must:
        writing.say_gap("views")
    writing.led(writing.words("letter.views.weighed"), [decision.views_weighed])
    if must and not decision.views_weighed.strip():
        writing.say_gap("views_weighed")
    for hearing in replies:
        writing.say("letter.views.reply", source=hearing.source)
        story.typed(hearing.reply, "quote")


def write_rehabilitation(writing: Writing) -> None:
    """Block 11: what the law asks to assess before the help, and technology."""
    decision, story = facts.decision(writing.content), writing.story
    assessed, what = decision.rehabilitation_assessed, facts.assessed_first(writing.content)
    if not (assessed or decision.technology.strip() or (what and story.draft)):
        return
    writing.title(2, "letter.rehabilitation.title")
    first = (
        writing.words(f"letter.rehabilitation.{assessed}", what=what) if assessed and what else ""
    )
    story.texts(joined(first, typed(decision.rehabilitation_reason)))
    if what and not (assessed and decision.rehabilitation_reason.strip()):
        writing.say_gap("rehabilitation")
    writing.led(writing.words("letter.rehabilitation.technology"), [decision.technology])


def write_basis(writing: Writing) -> None:
    """Block 12: what the decision rests on; what is missing if consent was refused."""
    file, decision = writing.content.casefile, facts.decision(writing.content)
    writing.title(2, "letter.basis.title")
    sources = facts.named([h.source for h in file.hearings if h.source.strip()])
    day = facts.day_words(local_day(file.visit.planned.start) if file.visit.planned else None)
    lines = [
        writing.words("letter.basis.visit", day=day) if day else "",
        writing.words("letter.basis.present", who=file.visit.present.strip())
        if file.visit.present.strip()
        else "",
        writing.words("letter.basis.sources", sources=sources) if sources else "",
    ]
    writing.story.texts([" ".join(filter(None, lines))] if any(lines) else [])
    if decision.existing_basis:
        writing.say("letter.basis.existing")
        if decision.missing_information.strip():
            writing.led(writing.words("letter.basis.missing"), [decision.missing_information])
        else:
            writing.say_gap("missing_information")


def write_payment(writing: Writing) -> None:
    """Block 13: what the citizen pays, if anything."""
    content = writing.content
    typed_in = facts.decision(writing.content).user_payment
    lines = [escape(s.user_payment) for s in facts.given_services(content) if s.user_payment]
    for grant in facts.given(content):
        service = content.standard.service(grant.service)
        found = [service.item(i) for i in grant.items] if service else []
        lines += [escape(i.user_payment) for i in found if i and i.user_payment]
        lines += typed(grant.own_payment)
    if not lines and not typed_in.strip():
        return
    writing.title(2, "letter.payment.title")
    writing.story.typed(typed_in)
    kept = list(dict.fromkeys(lines))
    (writing.story.texts if len(kept) == 1 else writing.story.bullets)(kept)


def write_rights(writing: Writing) -> None:
    """Block 17: access to documents, companion, interpreter."""
    found = rights(writing)
    if found:
        writing.title(2, "letter.rights.title")
        writing.run_in(found)


def rights(writing: Writing) -> list[LetterText]:
    """Return what every citizen has a right to in a case."""
    return [t for t in _national(writing) if not _is_complaint(t)]


def write_complaint(writing: Writing) -> None:
    """Block 18: the complaint guidance that is valid on the document's day."""
    content = writing.content
    everywhere = [t for t in _national(writing) if _is_complaint(t)]
    here = facts.passages(content, content.standard.complaint)
    writing.title(2, "letter.complaint.title", room=72)
    if not everywhere and not here:
        writing.say_gap("complaint")
    writing.run_in([*everywhere, *here])


def _national(writing: Writing) -> tuple[LetterText, ...]:
    return facts.passages(writing.content, writing.content.national.passages)


def _is_complaint(text: LetterText) -> bool:
    return text.id.startswith("complaint")


BLOCKS = (
    write_facts,
    write_reasons,
    write_views,
    write_rehabilitation,
    write_basis,
    write_payment,
    write_follow_up,
    write_plan,
    write_about,
    write_rights,
    write_complaint,
)
