"""Signing a decision: from a draft to an issued version that nothing changes.

Its documents are made beside the window: `begin_locking` holds the visit as it is on the screen,
`issue_documents` makes them in a thread, and `finish_locking` writes all of it, or nothing.
"""

import hashlib
from collections.abc import Callable, Mapping

import msgspec

from app.documents.jobs import PrintJob, Said, make_all, part_alone
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import DecisionVersion
from app.errors import KnownError
from app.journal.journal import ChangeId
from app.workflow.frozen import freeze
from app.workflow.open_visit import OpenVisit, heads_in_words
from app.workflow.printing import FILE_COPY, PACKAGE, for_file, whole_job
from app.workflow.sealing import await_seal
from app.workflow.session import Profile, Session
from app.workflow.visit_view import VisitView
from app.workflow.writing import key_of, recorded

Maker = Callable[[Mapping[str, PrintJob]], Mapping[str, Said]]


class Locking(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on its way to be locked: its version without documents, what they are made
    from, and the changes that the fields on the screen came from."""

    version: DecisionVersion
    view: VisitView
    heads: Mapping[FieldKey, tuple[ChangeId, ...]]


def lock_decision(opened: OpenVisit) -> DecisionVersion:
    """Make the decision final with the visitator's name, title and the time, at once.

    Raises as `begin_locking`, `issue_documents` and `finish_locking`.
    """
    locking = begin_locking(opened)
    try:
        version = issue_documents(opened.session, locking)
    except BaseException:
        opened.hold(False)
        raise
    return finish_locking(opened, locking, version)


def begin_locking(opened: OpenVisit) -> Locking:
    """Take the decision as it is on the screen, and hold the visit: nothing is written in it.

    It is held until `finish_locking`, or until `opened.hold(False)` gives it up. Raises
    KnownError "decision.incomplete" while a legal element is missing, "decision.unsigned" while
    the visitator has no name or title.
    """
    must_be_signed(opened.session.profile)
    opened.seal()
    view = opened.view
    decision = view.casefile.decision
    if decision is None or view.judgement.blocked:
        raise KnownError("decision.incomplete")
    earlier, profile = view.casefile.versions, opened.session.profile
    version = DecisionVersion(
        id=new_id(),
        decision=decision.id,
        case=view.casefile.case.id,
        number=len(earlier) + 1,
        name=profile.name,
        title=profile.title,
        unit=profile.unit,
        locked_at=opened.session.clock(),
        replaces=earlier[-1].id if earlier else "",
    )
    locking = Locking(version=version, view=view, heads=dict(opened.heads))
    opened.hold(True)
    return locking


def issue_documents(session: Session, locking: Locking, make: Maker = make_all) -> DecisionVersion:
    """Return the version with each of its documents, and the whole package, made and kept.

    What they were made from is kept with them. Slow: in a thread; `make` may hand the making to
    a process. Nothing names what is kept before it is written by `finish_locking`.
    """
    blobs, version = session.store.blobs, locking.version
    package = whole_job(locking.view, blobs, version=version)
    jobs: dict[str, PrintJob] = {PACKAGE: package, FILE_COPY: for_file(package)}
    made = make(jobs | {part: part_alone(package, part) for part in package.parts})
    parts = {name: blobs.put(each.pdf) for name, each in made.items()}
    words = {part: made[part].words for part in package.parts}
    return msgspec.structs.replace(
        version,
        parts=parts,
        heads=blobs.put(heads_in_words(locking.heads)),
        made_from=freeze(locking.view, words, blobs),
        content_hash=hash_of(parts),
    )


def finish_locking(
    opened: OpenVisit, locking: Locking, version: DecisionVersion
) -> DecisionVersion:
    """Write the decision with its documents: all of it, or nothing if a field was changed.

    Its seals are made after it, by `seal_waiting`. Raises KnownError
    "decision.changed_meanwhile" and what the journal raises; the visit is not held any more.
    """
    view = locking.view
    writes = recorded(version)
    if view.casefile.decision is not None:
        writes.append((key_of(view.casefile.decision, "state"), "locked"))
    writes.append((key_of(view.casefile.visit, "state"), "closed"))
    opened.hold(False)
    await_seal(opened.session, version)
    opened.issue(writes, made_from=locking.heads)
    # What was signed must not be changed behind its letter by a later Ctrl+Z.
    opened.forget_undo()
    return version


def must_be_signed(profile: Profile, unsigned: str = "decision.unsigned") -> None:
    """Stop a letter that nobody would stand under: KnownError `unsigned`."""
    if not (profile.name.strip() and profile.title.strip()):
        raise KnownError(unsigned)


def hash_of(parts: dict[str, str]) -> str:
    """Return the hash over all documents of an issued letter, by their names and hashes."""
    listed = "\n".join(f"{name} {sha}" for name, sha in sorted(parts.items()))
    return hashlib.sha256(listed.encode()).hexdigest()
