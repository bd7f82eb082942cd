"""Which language a copy is explained in beside the Danish that holds."""

from app.documents.content import Content
from app.domain.records import Citizen
from app.texts import help_languages
from app.wording import language_name


def help_language(content: Content) -> str:
    """Return the code of the language that this copy has help pages in, "" for none."""
    return language_for(content.casefile.citizen, content.language)


def language_for(citizen: Citizen, chosen: str = "") -> str:
    """Return what was chosen for a copy, else what the citizen needs, "" for Danish alone.

    Where nobody was asked it is the citizen's own language, if there are texts in it.
    """
    wanted = chosen or citizen.help_language or _code_of(citizen.language)
    return wanted if wanted in help_languages() else ""


def _code_of(spoken: str) -> str:
    """Return the code of a language that somebody wrote by its name, or nothing."""
    said = spoken.strip().lower()
    for code in help_languages():
        if said in (code, language_name(code).lower(), language_name(code, code).lower()):
            return code
    return ""
