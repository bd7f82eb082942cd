"""The letter's block about the help in general: what it comprises, its limits, how it stops."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing
from app.domain.standard import Package, Service

# More texts than this become a list.
_RUN_IN = 3
_SET = "fine"


def write_about(writing: Writing) -> None:
    """Write what holds for everybody who gets the help: after what concerns this citizen.

    A few lines for a service, or a part of its own where the standard says more. It is set
    smaller than the rest.
    """
    services = facts.given_services(writing.content)
    short = [(s, texts) for s in services if not _tells(s) and (texts := _limits(writing, s))]
    long = [s for s in services if _tells(s)]
    provider = _provider(writing, services)
    if not (short or long or provider):
        return
    writing.title(2, "letter.services.details")
    writing.led(writing.words("letter.services.who"), [provider], _SET)
    lines = [f"<b>{escape(s.name)}:</b> {' '.join(texts)}" for s, texts in short]
    writing.story.bullets(lines, _SET)
    for service in long:
        if len(long) > 1 or short:
            writing.title(3, "letter.services.about", room=90, service=service.name)
        _write_service(writing, service)


def _provider(writing: Writing, services: Sequence[Service]) -> str:
    """Say who gives the help where the citizen has no choice of provider."""
    rules = writing.content.standard.provider
    if rules.free_choice or all(s.provider_text for s in services):
        return ""
    said = [rules.own_text, rules.external_text if rules.external else ""]
    return " ".join(filter(None, said))


def _tells(service: Service) -> bool:
    """Tell whether a standard says more of a service than its limits."""
    return bool(service.covers or service.duration_text or service.start_text or service.stop_text)


def _write_service(writing: Writing, service: Service) -> None:
    """Write what a service comprises, how it begins and stops, and last what it is not."""
    for package in _packages(writing, service):
        writing.led(escape(f"{package.name}:"), [package.text], _SET)
    _listed(writing, "covers", service.covers)
    for key, text in (
        ("duration", service.duration_text),
        ("start", service.start_text),
        ("stop", service.stop_text),
        ("by", service.provider_text),
    ):
        writing.led(writing.words(f"letter.services.{key}"), [text], _SET)
    if limits := " ".join(_limits(writing, service, exclusions=False)):
        lead = writing.words("letter.services.good_to_know")
        writing.story.text(f"<b>{lead}</b> {limits}", _SET)
    _listed(writing, "covers_not", service.exclusions)


def _packages(writing: Writing, service: Service) -> list[Package]:
    """Return the packages of support that are given of a service, with words of their own."""
    given = {g.package for g in facts.given(writing.content) if g.service == service.id}
    return [p for p in writing.content.standard.packages if p.id in given and p.text]


def _listed(writing: Writing, key: str, texts: Sequence[str]) -> None:
    """Write texts after a bold lead: a few in its line, more as a list."""
    lead = f"<b>{writing.words(f'letter.services.{key}')}</b>"
    if len(texts) > _RUN_IN:
        writing.story.text(lead, _SET)
        writing.story.bullets([escape(t) for t in texts], _SET)
    elif texts:
        writing.story.text(f"{lead} {escape(' '.join(texts))}", _SET)


def _limits(writing: Writing, service: Service, *, exclusions: bool = True) -> list[str]:
    """Return the limits of service and items, how a scheme delivers, what the citizen has."""
    items = facts.given_items(writing.content, service)
    limits = [i.limits for i in items if i.limits]
    delivery = service.delivery if any(i.requires for i in items) else ()
    outside = service.exclusions if exclusions else ()
    texts = [escape(t) for t in (*service.limits, *limits, *outside, *delivery)]
    if service.citizen_provides:
        what = " ".join(service.citizen_provides)
        texts.append(writing.words("letter.services.provides", what=what))
    return texts
