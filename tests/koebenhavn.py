"""Finds its way in København's standard as it is shipped, for the tests of its content."""

from app.domain.standard import Item, Question, Service, Standard
from app.texts import RESOURCES

STANDARD = RESOURCES / "standards" / "koebenhavn-83-2007.toml"
LAW = RESOURCES / "law" / "denmark.toml"


def service(standard: Standard, service_id: str) -> Service:
    found = standard.service(service_id)
    assert found is not None
    return found


def item(standard: Standard, service_id: str, item_id: str) -> Item:
    found = service(standard, service_id).item(item_id)
    assert found is not None
    return found


def question(standard: Standard, section_id: str, question_id: str) -> Question:
    section = standard.section(section_id)
    assert section is not None
    return next(q for q in section.questions if q.id == question_id)


def questions_for(standard: Standard, kbh: str) -> set[str]:
    return {q.id for s in standard.sections for q in s.questions if kbh in q.ids}
