"""The command that writes waiting letters out for the municipality's Digital Post sender."""

import argparse
import sys

from app.clock import today
from app.texts import Texts
from app.workflow.outgoing import note_sent
from app.workflow.posting import Refused, post, waiting
from app.workflow.session import Session


def post_letters(options: argparse.Namespace, session: Session, texts: Texts) -> int:
    """Write what waits into the folder that was named; return 1 if something could not be.

    With `--sent` the letters are recorded as sent today: for a sender that takes what lies in
    the folder at once.
    """
    letters = waiting(session)
    if not letters:
        print(texts.message("post.none"))
        return 0
    posted = post(session, letters, options.file)
    print(texts.message("post.written", count=len(posted.written)))
    if options.sent:
        count = note_sent(session, posted.written, "digital_post", today(session.clock))
        print(texts.message("post.recorded", count=count))
    elif posted.written:
        print(texts.message("post.not_recorded"))
    for refused in posted.refused:
        print(_said(refused, texts), file=sys.stderr)
    return 1 if posted.refused else 0


def _said(refused: Refused, texts: Texts) -> str:
    number = refused.letter.row.case.number or texts.message("post.no_number")
    return texts.message("post.refused", case=number, why=texts.error(refused.error))
