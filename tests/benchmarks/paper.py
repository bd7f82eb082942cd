"""What a package holds, as blocks that any engine can set.

Nothing of the program is imported here: engines are measured in processes of their own.
"""

from typing import Literal

import msgspec

Kind = Literal["h1", "h2", "h3", "p", "li", "figure", "table", "part"]


class Cell(msgspec.Struct):
    """A cell of a table: its paragraphs, whether it is a head, how many columns it takes."""

    lines: list[str]
    head: bool = False
    span: int = 1


class Block(msgspec.Struct):
    """A block in reading order; a `part` begins a page, a `figure` has a text that tells it."""

    kind: Kind
    text: str = ""
    rows: list[list[Cell]] = []


class Package(msgspec.Struct):
    """What is to be set: the case's number, what its package holds, and its photo as JPEG."""

    number: int
    blocks: list[Block]
    photo: bytes
