"""Who a copy of a decision's documents can be for, what each may get, and what to know first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.documents.content import Part, Receiver
from app.documents.jobs import part_alone, whole, words_of
from app.domain.combining import parts_of_key
from app.domain.judgement.delivery import REPRESENTS
from app.domain.records import ContactRole, Order
from app.errors import KnownError
from app.store.blobs import Blobs
from app.texts import help_languages
from app.workflow.copy_source import Source, brought_up, source_of
from app.workflow.printing import part_key, print_job
from app.workflow.visit_view import VisitView

if TYPE_CHECKING:  # heavy, and a start does not need it
    from app.documents.receivers import Copy

HELP: Part = "other_language"
# The codes of the languages that a copy is explained in: as the citizen gets it, and Danish alone.
AS_USUAL, DANISH = "", "da"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A receiver, by name and role where there are several, and what there is for them.

    `addressee` is the contact's id, `order` the id of the order a provider gets and `provider`
    who that is in the standard. `parts` are by the language that is chosen for the copy; those
    that are `doubtful` are not to be taken along unasked. `advice` are keys of sentences.
    """

    receiver: Receiver
    parts: Mapping[str, tuple[str, ...]]
    name: str = ""
    role: ContactRole = ""
    addressee: str = ""
    order: str = ""
    provider: str = ""
    doubtful: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who might be looked for and is not offered; `key` is why, in messages.toml."""

    key: str
    name: str = ""
    role: ContactRole = ""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What can be printed or saved of a visit's documents, and the view that names them.

    `caution` is the key of what is to be known before a copy is made that is not the issued
    letter itself, "" for nothing.
    """

    view: VisitView
    choices: tuple[Choice, ...]
    left_out: tuple[LeftOut, ...] = ()
    caution: str = ""


def offer(view: VisitView, blobs: Blobs) -> Offer:
    """Return who can get what of a visit's documents. Slow: in a thread; raises as `make`."""
    source = source_of(view, blobs)
    package = whole(source.job(None)).parts
    if source.version is not None:
        kept = source.kept
        package = (*(p for p in package if p in kept), *(k for k in kept if k not in package))
    providers = tuple(_providers(source))
    return Offer(
        view=source.view,
        choices=(
            Choice(receiver="citizen", parts=_in_languages(package, source)),
            *_representatives(source, package),
            *providers,
            Choice(
                receiver="file", parts=_in_languages(package, source), advice=_protected(source)
            ),
        ),
        left_out=tuple(_left_out(view, bool(providers))),
        caution=_caution(source),
    )


def _in_languages(package: Sequence[str], source: Source) -> dict[str, tuple[str, ...]]:
    """Return the parts by language: the help pages follow what is chosen."""
    alone = tuple(key for key in package if parts_of_key(key)[0] != HELP)
    standards = tuple(source.view.shares) or ("",)
    helping = tuple(part_key(HELP, each, standards) for each in standards)
    explained = dict.fromkeys(help_languages(), (*alone, *helping))
    return {AS_USUAL: tuple(package), DANISH: alone, **explained}


def _representatives(source: Source, package: Sequence[str]) -> Iterator[Choice]:
    """Yield those who represent the citizen now, and who did when the letter was issued."""
    from app.documents.receivers import represents

    now = [c for c in source.now.casefile.contacts if represents(c)]
    ids = {contact.id for contact in now}
    then = [c for c in source.view.casefile.contacts if represents(c) and c.id not in ids]
    for contact in (*now, *then):
        ended = ("copies.represents_no_more",) if contact in then else ()
        yield Choice(
            receiver="representative",
            parts=_in_languages(package, source),
            name=contact.name.strip(),
            role=contact.role,
            addressee=contact.id,
            advice=(*ended, *_protected(source)),
        )


def _protected(source: Source) -> tuple[str, ...]:
    hidden = (v.casefile.citizen.protected_address for v in (source.now, source.view))
    return ("copies.protected",) if any(hidden) else ()


def _providers(source: Source) -> Iterator[Choice]:
    """Yield the providers: one for each order, else each who was chosen for help that is given."""
    orders, chosen = source.now.casefile.all(Order), dict(_chosen(source.now))
    if not (orders or chosen):
        return
    found = tuple(_provider_copies(source))
    keys = tuple(source.view.shares)

    def named(parts: "Callable[[Copy], Sequence[Part]]") -> tuple[str, ...]:
        every = ((p, standard) for standard, copy in found for p in parts(copy))
        return tuple(dict.fromkeys(part_key(p, s, keys) if keys else p for p, s in every))

    parts, doubtful = named(lambda copy: copy.parts), named(lambda copy: copy.doubtful)
    advice = tuple(dict.fromkeys(key for _, copy in found for key in copy.advice))
    each = [(o.id, o.provider, chosen.get(o.provider, o.provider), advice) for o in orders]
    if not each:
        each = [("", p, name, (*advice, "copies.no_order")) for p, name in chosen.items()]
    for order, provider, name, said in each:
        yield Choice(
            receiver="provider",
            parts={AS_USUAL: parts},
            name=name,
            order=order,
            provider=provider,
            doubtful=doubtful,
            advice=said,
        )


def _provider_copies(source: Source) -> "Iterator[tuple[str, Copy]]":
    """Yield what a provider may have under each standard, "" where the visit has one."""
    from app.documents.parts import parts_for
    from app.documents.receivers import copies

    job = brought_up(source.job(None), source, "provider")
    for standard, content in (job.shares or {"": job.content}).items():
        for copy in copies(content, parts_for(content)):
            if copy.receiver == "provider":
                yield standard, copy


def _chosen(view: VisitView) -> Iterator[tuple[str, str]]:
    """Yield who was chosen for the help that is given, with their names."""
    from app.documents import facts

    job = print_job(view, None, ())
    for content in job.shares.values() or (job.content,):
        for grant in facts.given(content):
            choice = facts.provider_of(content, grant.service)
            if choice is not None and choice.provider:
                yield choice.provider, facts.provider_name(content, choice)


def _left_out(view: VisitView, has_provider: bool) -> Iterator[LeftOut]:
    for contact in view.casefile.contacts:
        if contact.role in REPRESENTS and not contact.gets_letters and contact.name.strip():
            yield LeftOut(
                key="copies.gets_no_letters", name=contact.name.strip(), role=contact.role
            )
    if not has_provider:
        yield LeftOut(key="copies.no_provider")


def _caution(source: Source) -> str:
    """Tell whether a copy says what was issued, word for word."""
    if source.version is None:
        return ""
    if source.frozen is None:
        return "copies.as_now"
    return "" if _says_the_same(source) else "copies.words_changed"


def _says_the_same(source: Source) -> bool:
    """Tell whether what was issued would be said with the same words today."""
    words = source.frozen.words if source.frozen is not None else {}
    job = source.job(None, source.kept)
    try:
        return all(words.get(key) == words_of(part_alone(job, key)) for key in job.parts)
    except KnownError:  # a text of today does not fit what was known then
        return False
