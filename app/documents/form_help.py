"""Consents, help, providers and the week in the assessment form."""

from app.clock import local, local_day
from app.documents import facts
from app.documents.form_words import add_table
from app.documents.story import Piece, Styled, TableRow, escape, typed
from app.documents.week import write_week
from app.documents.writing import Writing
from app.domain.records import Consent, Grant
from app.wording import clock

_STATES = ("ok", "action", "blocking")


def write_help(writing: Writing) -> None:
    """Write what was consented to, the workplace, the help with its providers, the week."""
    _write_consents(writing)
    _write_workplace(writing)
    _write_services(writing)
    _write_week(writing)


def _write_consents(writing: Writing) -> None:
    found = [c for c in writing.content.casefile.consents if c.answer]
    if not found:
        return
    writing.title(2, "documents.form.consents", room=110)
    rows = [_consent(writing, consent) for consent in found]
    add_table(writing, (6, 3, 4), ("consent", "consent_answer", "consent_when"), rows)


def _consent(writing: Writing, consent: Consent) -> TableRow:
    purposes = {p.id: p.name for p in writing.content.standard.consents}
    name = escape(purposes.get(consent.purpose, consent.purpose))
    answer = writing.words(f"documents.consents.given_{consent.answer}")
    taken = moment_words(writing, "withdrawn", consent)
    pieces: list[Piece] = [answer, *([Styled(taken, "cell_muted")] if taken else [])]
    return name, pieces, moment_words(writing, "moment", consent)


def moment_words(writing: Writing, key: str, consent: Consent) -> str:
    """Say when a consent was given (`moment`) or taken back (`withdrawn`), if it was."""
    at = consent.withdrawn_at if key == "withdrawn" else consent.signed_at
    if at is None:
        return ""
    return writing.words(
        f"documents.consents.{key}",
        day=facts.day_words(local_day(at)),
        clock=clock(local(at)),
        how=consent.withdrawn_how,
    )


def _write_services(writing: Writing) -> None:
    grants = writing.content.casefile.grants
    if not grants:
        return
    writing.title(2, "documents.form.services", room=110)
    rows = [_service(writing, grant) for grant in grants]
    keys = ("service", "often", "when", "provider", "start")
    add_table(writing, (3.8, 2.7, 2.6, 2.9, 3.1), keys, rows)


def _service(writing: Writing, grant: Grant) -> TableRow:
    content = writing.content
    package = facts.package_name(content, grant)
    items = escape(". ".join(filter(None, (package, facts.item_names(content, grant)))))
    name = escape(facts.service_name(content, grant.service))
    choice = facts.provider_of(content, grant.service)
    reasons = [Styled(line, "cell_muted") for line in typed(grant.reason)]
    return (
        [name, *([Styled(items, "cell_muted")] if items else []), *reasons],
        escape(facts.how_often(grant)),
        escape(facts.times(content, grant)),
        escape(facts.provider_name(content, choice)) if choice else "",
        facts.day_words(grant.starts_on),
    )


def _write_week(writing: Writing) -> None:
    """Write the week of the help that is given."""
    grants = facts.given(writing.content)
    if grants:
        writing.title(3, "documents.form.week", room=120)
        write_week(writing, grants)


def _write_workplace(writing: Writing) -> None:
    file, points = writing.content.casefile, writing.content.standard.workplace.points
    states = [file.workplace_item(p.id).status for p in points]
    counts = {state: states.count(state) for state in _STATES}  # type: ignore[arg-type]
    if any(counts.values()):
        writing.title(2, "documents.form.workplace", room=46)
        writing.say("documents.form.workplace_summary", **counts)
