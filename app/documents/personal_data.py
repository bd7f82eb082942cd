"""The sheet on how personal data is handled (GDPR art. 13): what the municipality must tell.

What the municipality has not said in its standard's file becomes whom to ask.
"""

from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing, ready
from app.domain.standard_parts import DataProtection

_KEY = "documents.personal_data"


def write_personal_data(writing: Writing) -> None:
    """Write who is responsible, what data is used for, who gets it, and what rights one has."""
    writing.title(1, f"{_KEY}.title")
    writing.say(f"{_KEY}.intro")
    _write_people(writing)
    for key in ("purpose", "which", "basis"):
        _write(writing, key)
    _write_receivers(writing)
    _write_kept(writing)
    for key in ("must", "human", "rights", "complain"):
        _write(writing, key)


def _told(writing: Writing) -> DataProtection:
    return writing.content.standard.municipality.data_protection


def _write(writing: Writing, key: str) -> None:
    writing.title(2, f"{_KEY}.{key}", room=60)
    writing.say(f"{_KEY}.{key}_words", paragraph=writing.content.standard.paragraph)


def _reach(writing: Writing) -> object:
    """Say whom to ask, and how, inside a sentence."""
    unit = facts.authority(writing.content)
    municipality = writing.content.standard.municipality
    words = writing.words(
        f"{_KEY}.reach",
        unit=unit.name if unit else municipality.name,
        phones=facts.phone_words(unit) if unit else "",
        address=", ".join(unit.address) if unit else "",
    )
    return ready(words)


def _write_people(writing: Writing) -> None:
    told = _told(writing)
    municipality = writing.content.standard.municipality
    writing.title(2, f"{_KEY}.who")
    writing.say(f"{_KEY}.who_words", municipality=municipality.name, reach=_reach(writing))
    writing.title(2, f"{_KEY}.officer")
    places = [*told.officer_address, told.officer_phone, told.officer_email]
    key = "officer_words" if told.reaches_officer else "officer_unknown"
    where = ", ".join(filter(None, places))
    writing.say(f"{_KEY}.{key}", where=where)


def _write_receivers(writing: Writing) -> None:
    writing.title(2, f"{_KEY}.receivers", room=90)
    known = list(writing.texts.paragraphs(f"{_KEY}.receivers_words"))
    added = [f"- {escape(name)}" for name in _told(writing).receivers]
    writing.story.texts([*known, *added])
    writing.say(f"{_KEY}.receivers_ask")


def _write_kept(writing: Writing) -> None:
    """Write how long data is kept and whether it leaves the EU, in the municipality's words.

    They are in Danish: in another language it is said whom to ask.
    """
    told = _told(writing)
    for key, words in (("kept", told.kept), ("transfers", told.transfers)):
        writing.title(2, f"{_KEY}.{key}", room=60)
        if words.strip() and writing.is_danish:
            writing.story.typed(words)
        else:
            writing.say(f"{_KEY}.{key}_unknown")
