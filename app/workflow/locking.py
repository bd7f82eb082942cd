"""Signing a decision: from a draft to an issued version that nothing changes."""

import hashlib

import msgspec

from app.domain.ids import new_id
from app.domain.records import DecisionVersion
from app.errors import KnownError
from app.workflow.open_visit import OpenVisit, heads_in_words
from app.workflow.printing import FILE_COPY, PACKAGE, PrintJob, for_file, make, whole_job
from app.workflow.sealing import await_seal
from app.workflow.session import Profile
from app.workflow.writing import key_of, recorded


def lock_decision(opened: OpenVisit) -> DecisionVersion:
    """Make the decision final with the visitator's name, title and the time.

    The parts are made from the picture on the screen; nothing is written if a field was
    changed meanwhile. Its seals are made after it, by `seal_waiting`. Raises KnownError
    "decision.incomplete" while a legal element is missing, "decision.unsigned" while the
    visitator has no name or title, and "decision.changed_meanwhile".
    """
    _must_be_signed(opened.session.profile)
    opened.seal()
    view = opened.view
    decision = view.casefile.decision
    if decision is None or view.judgement.blocked:
        raise KnownError("decision.incomplete")
    earlier = view.casefile.versions
    version = DecisionVersion(
        id=new_id(),
        decision=decision.id,
        case=view.casefile.case.id,
        number=len(earlier) + 1,
        name=opened.session.profile.name,
        title=opened.session.profile.title,
        unit=opened.session.profile.unit,
        locked_at=opened.session.clock(),
        replaces=earlier[-1].id if earlier else "",
    )
    version = with_documents(opened, version)
    writes = recorded(version)
    writes.append((key_of(decision, "state"), "locked"))
    writes.append((key_of(view.casefile.visit, "state"), "closed"))
    await_seal(opened.session, version)
    opened.issue(writes)
    # What was signed must not be changed behind its letter by a later Ctrl+Z.
    opened.forget_undo()
    return version


def _must_be_signed(profile: Profile) -> None:
    """Stop a decision that nobody would stand under; a machine approves none."""
    if not (profile.name.strip() and profile.title.strip()):
        raise KnownError("decision.unsigned")


def with_documents(opened: OpenVisit, version: DecisionVersion) -> DecisionVersion:
    """Return the version with each of its documents, and the whole package, made and kept."""
    view, blobs = opened.view, opened.session.store.blobs
    package = whole_job(view, blobs, version=version)
    jobs: dict[str, PrintJob] = {PACKAGE: package, FILE_COPY: for_file(package)}
    for part in package.parts:
        jobs[part] = msgspec.structs.replace(package, parts=(part,))
    parts = {name: blobs.put(make(job)) for name, job in jobs.items()}
    heads = blobs.put(heads_in_words(opened.heads))
    return msgspec.structs.replace(version, parts=parts, heads=heads, content_hash=_hash_of(parts))


def _hash_of(parts: dict[str, str]) -> str:
    listed = "\n".join(f"{name} {sha}" for name, sha in sorted(parts.items()))
    return hashlib.sha256(listed.encode()).hexdigest()
