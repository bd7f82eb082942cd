"""Consents that were answered no, and what follows from it."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import CONSENT, place
from app.domain.records import Consent
from app.domain.rules import ConsentRefused
from app.domain.standard import ConsentPurpose


def consent_refused(rule: ConsentRefused, facts: Facts) -> tuple[Finding, ...]:
    """Find purposes that the citizen said no to (KBH-072)."""
    purposes = (p for p in facts.standard.consents if p.id in rule.purposes)
    answers = ((p, answer_to(p, facts)) for p in purposes)
    return tuple(
        facts.find(rule, purpose.id, place(CONSENT, consent, "answer"), purpose=purpose.name)
        for purpose, consent in answers
        if consent and consent.answer == "no"
    )


def answer_to(purpose: ConsentPurpose, facts: Facts) -> Consent | None:
    """Return the newest answered consent of a purpose."""
    asked = (c for c in reversed(facts.casefile.consents) if c.purpose == purpose.id)
    return next((c for c in asked if c.answer), None)


def refused_information(facts: Facts) -> Consent | None:
    """Return a consent to obtain information that was answered no."""
    purposes = (p for p in facts.standard.consents if p.kind == "obtain")
    answers = (answer_to(p, facts) for p in purposes)
    return next((c for c in answers if c and c.answer == "no"), None)
