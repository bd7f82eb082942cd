"""A letter in short and the information sheets of a decision in another language, as help.

The language is a folder of texts; a part of its own says that the Danish text holds.
"""

from app.documents import facts
from app.documents.parts import told_letter
from app.documents.personal_data import write_personal_data
from app.documents.story import Story
from app.documents.summary import write_told
from app.documents.writing import Writing

_KEY = "documents.other_language"
# Between one sheet and the next, in points.
_BETWEEN = 14.0
# The sheets that are told of with a few sentences; the Danish one has the rest.
_SHEETS = ("free_choice", "self_chosen", "duties", "open_counselling")


def write_other_language(writing: Writing) -> None:
    """Write the letter in short and each sheet that goes along, in the writing's language."""
    decided = told_letter(writing.content) == "letter"
    writing.title(1, f"{_KEY}.title" if decided else f"{_KEY}.title_letter")
    writing.story.box([(writing.words(f"{_KEY}.help"), writing.words(f"{_KEY}.help_words"))])
    _write_what_holds(writing, writing.story)
    write_told(writing)
    if decided:
        _write_sheets(writing)


def _write_sheets(writing: Writing) -> None:
    enclosed = [each.id for each in facts.enclosed(writing.content)]
    for sheet in _SHEETS:
        if sheet in enclosed:
            writing.story.space(_BETWEEN)
            writing.title(1, f"documents.{sheet}.title", room=110)
            writing.say(f"documents.{sheet}.help")
    if "personal_data" in enclosed:
        writing.story.space(_BETWEEN)
        write_personal_data(writing)


def _write_what_holds(writing: Writing, story: Story) -> None:
    """Say in Danish that the Danish text holds; for whoever else sees the page."""
    if writing.original is not None:
        story.text(writing.original.line(f"{_KEY}.holds"), "small", language="da-DK")
        story.space(8)
