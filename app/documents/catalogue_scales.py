"""The scales of a printed standard: areas, levels, the overall assessment, stair, questions."""

from app.documents.catalogue_frame import Book, lines
from app.documents.story import Group, TableRow, escape
from app.domain.standard import Question, Scale

_KEY = "documents.catalogue"


def write_scales(book: Book) -> None:
    """Write how function is assessed, and what is asked at a visit."""
    standard = book.standard
    if standard.scale:
        book.title(2, f"{_KEY}.scale", room=130)
        _write_scale(book, standard.scale)
    _write_areas(book)
    _write_proposals(book)
    if standard.overall:
        overall = standard.overall
        book.title(2, f"{_KEY}.overall", room=130)
        book.story.texts(lines([overall.note, overall.access_text]))
        _write_scale(book, overall.scale)
    if standard.stair:
        book.story.heading(2, escape(standard.stair.title), room=130)
        book.story.text(escape(standard.stair.text))
        steps = standard.stair.steps
        rows: list[TableRow] = [
            (
                f"{number}. {escape(step.name)}",
                escape(step.text),
                lines([book.service(s) for s in step.services]),
            )
            for number, step in enumerate(steps, start=1)
        ]
        book.table((3.4, 5.6, 3.4), ("step", "what", "services"), rows)
    _write_questions(book)


def _write_scale(book: Book, scale: Scale) -> None:
    book.story.text(book.words("documents.form.method", method=scale.method), "small")
    rows: list[TableRow] = [
        (f"{escape(level.value)}. {escape(level.name)}", escape(level.text))
        for level in scale.levels
    ]
    book.table((3, 9), ("level", "meaning"), rows)


def _write_areas(book: Book) -> None:
    standard = book.standard
    if not standard.areas:
        return
    names = {g.id: g.name for g in standard.groups}
    rows: list[TableRow] = []
    group = None
    for area in standard.areas:
        if area.group != group:
            group = area.group
            rows.append(Group(escape(names.get(group, group))))
        rows.append((escape(area.name), escape(area.hint)))
    book.title(2, f"{_KEY}.areas", room=130)
    book.table((4, 8), ("area", "about"), rows)


def _write_proposals(book: Book) -> None:
    """Write what the standard points to at given levels."""
    areas = {a.id: a.name for a in book.standard.areas}
    rows: list[TableRow] = [
        (
            escape(areas.get(p.area, p.area)),
            lines([book.level(level) for level in p.levels]),
            escape(p.text),
        )
        for p in book.standard.level_proposals
    ]
    if rows:
        book.title(2, f"{_KEY}.proposals", room=130)
        book.table((3, 3, 7), ("area", "level", "points_to"), rows)


def _write_questions(book: Book) -> None:
    sections = [s for s in book.standard.sections if s.questions]
    if not sections:
        return
    book.title(2, f"{_KEY}.questions", room=130)
    for section in sections:
        book.story.heading(3, escape(section.title))
        book.story.bullets([_question(question) for question in section.questions])


def _question(question: Question) -> str:
    options = ", ".join(option.name for option in question.options)
    return escape(f"{question.label} ({options})" if options else question.label)
