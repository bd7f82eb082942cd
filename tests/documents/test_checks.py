"""The checks of the documents find what is planted: a check that never fails proves nothing."""

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest

from app.documents.package import build
from tests.documents import reading, sample, structure
from tests.documents.opened import Opened

Defect = Callable[[pikepdf.Pdf], None]


@cache
def sound() -> bytes:
    return build(["letter"], sample.issued(receiver="file"))


def spoiled(defect: Defect) -> bytes:
    """Return a sound letter with one thing wrong."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as document:
        defect(document)
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


def first(document: pikepdf.Pdf, role: str) -> pikepdf.Object:
    return next(e for e in Opened(document).elements if str(e.S) == f"/{role}")


def no_title(document: pikepdf.Pdf) -> None:
    _metadata(document, b"dc:title", b"dc:source")


def no_part_of_pdfa(document: pikepdf.Pdf) -> None:
    _metadata(document, b"<pdfaid:part>3</pdfaid:part>", b"")


def no_part_of_pdfua(document: pikepdf.Pdf) -> None:
    _metadata(document, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def _metadata(document: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    stream = document.Root.Metadata
    stream.write(stream.read_bytes().replace(old, new))


def no_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def not_marked(document: pikepdf.Pdf) -> None:
    document.Root.MarkInfo.Marked = False


def file_name_for_title(document: pikepdf.Pdf) -> None:
    document.Root.ViewerPreferences.DisplayDocTitle = False


def no_colours(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


def other_colours(document: pikepdf.Pdf) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.N = 1


def font_outside(document: pikepdf.Pdf) -> None:
    font = next(o for o in document.objects if _is(o, "/FontDescriptor"))
    del font.FontFile2


def letters_without_meaning(document: pikepdf.Pdf) -> None:
    font = next(o for o in document.objects if _is(o, "/Font") and "/ToUnicode" in o)
    del font.ToUnicode


def _is(found: pikepdf.Object, kind: str) -> bool:
    return isinstance(found, pikepdf.Dictionary) and str(found.get("/Type", "")) == kind


def a_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


def a_head_without_scope(document: pikepdf.Pdf) -> None:
    del first(document, "TH").A


def a_heading_too_low(document: pikepdf.Pdf) -> None:
    first(document, "H2").S = pikepdf.Name.H4


def an_unknown_role(document: pikepdf.Pdf) -> None:
    first(document, "P").S = pikepdf.Name.Paragraf


def content_of_two(document: pikepdf.Pdf) -> None:
    one, other = [e for e in Opened(document).elements if str(e.S) == "/P"][:2]
    other.K.append(one.K[0])


def content_that_nobody_names(document: pikepdf.Pdf) -> None:
    del first(document, "P").K


def a_gap_in_the_parent_tree(document: pikepdf.Pdf) -> None:
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    del numbers[1][len(numbers[1]) - 1]


def a_parent_tree_out_of_step(document: pikepdf.Pdf) -> None:
    listed = document.Root.StructTreeRoot.ParentTree.Nums[1]
    listed[0], listed[1] = listed[1], listed[0]


def text_among_the_lines(document: pikepdf.Pdf) -> None:
    _draw(document, b"/Artifact BMC BT /F1 9 Tf (skjult) Tj ET EMC")


def text_outside_everything(document: pikepdf.Pdf) -> None:
    _draw(document, b"BT /F1 9 Tf (skjult) Tj ET")


def _draw(document: pikepdf.Pdf, code: bytes) -> None:
    sheet = document.pages[0]
    font = next(iter(sheet.Resources.Font.keys())).encode()
    sheet.contents_add(document.make_stream(code.replace(b"/F1", font)))


def widths_of_another_font(document: pikepdf.Pdf) -> None:
    font = next(o for o in document.objects if _is(o, "/Font") and "/Widths" in o)
    font.Widths = pikepdf.Array([1000 for _ in font.Widths])


def a_character_without_meaning(document: pikepdf.Pdf) -> None:
    font = next(o for o in document.objects if _is(o, "/Font") and "/ToUnicode" in o)
    lines = font.ToUnicode.read_bytes().split(b"\n")
    pairs = [line for line in lines if line.endswith(b" <0065>")]
    font.ToUnicode.write(b"\n".join(line for line in lines if line not in pairs[:1]))


def an_item_outside_a_list(document: pikepdf.Pdf) -> None:
    first(document, "L").S = pikepdf.Name.Sect


def a_cell_outside_a_row(document: pikepdf.Pdf) -> None:
    first(document, "TR").S = pikepdf.Name.Sect


def a_picture_without_text(document: pikepdf.Pdf) -> None:
    first(document, "P").S = pikepdf.Name.Figure


def a_mark_that_is_not_closed(document: pikepdf.Pdf) -> None:
    _draw(document, b"/Artifact BMC")


def metadata_that_nobody_can_read(document: pikepdf.Pdf) -> None:
    document.Root.Metadata.write(b"<not-xml")


def a_seal_outside_the_structure(document: pikepdf.Pdf) -> None:
    first(document, "Form").S = pikepdf.Name.Sect


def a_seal_that_leads_astray(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots[0].StructParent = document.pages[0].Annots[1].StructParent


def fields_in_any_order(document: pikepdf.Pdf) -> None:
    del document.pages[0].obj.Tabs


def data_without_relation(document: pikepdf.Pdf) -> None:
    del document.attachments["sag.json"].obj.AFRelationship


def data_of_no_kind(document: pikepdf.Pdf) -> None:
    del document.attachments["sag.json"].obj.EF.F["/Subtype"]


def data_of_nothing(document: pikepdf.Pdf) -> None:
    del document.Root.AF


DEFECTS: tuple[Defect, ...] = (
    no_title,
    no_part_of_pdfa,
    no_part_of_pdfua,
    no_language,
    not_marked,
    file_name_for_title,
    no_colours,
    other_colours,
    font_outside,
    letters_without_meaning,
    a_script,
    a_head_without_scope,
    a_heading_too_low,
    an_unknown_role,
    content_of_two,
    content_that_nobody_names,
    a_gap_in_the_parent_tree,
    a_parent_tree_out_of_step,
    text_among_the_lines,
    text_outside_everything,
    widths_of_another_font,
    a_character_without_meaning,
    an_item_outside_a_list,
    a_cell_outside_a_row,
    a_picture_without_text,
    a_mark_that_is_not_closed,
    metadata_that_nobody_can_read,
    a_seal_outside_the_structure,
    a_seal_that_leads_astray,
    fields_in_any_order,
    data_without_relation,
    data_of_no_kind,
    data_of_nothing,
)


# What our own checks are there for.
OWN: tuple[Defect, ...] = (
    a_head_without_scope,
    a_gap_in_the_parent_tree,
    a_character_without_meaning,
    text_among_the_lines,
    a_mark_that_is_not_closed,
)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__)
def test_what_is_planted_is_found(defect: Defect) -> None:
    assert reading.faults(spoiled(defect)) != []


def test_a_letter_that_was_only_rewritten_is_sound() -> None:
    assert reading.faults(spoiled(lambda _: None)) == []


@pytest.mark.parametrize("defect", OWN, ids=lambda defect: defect.__name__)
def test_the_own_checks_find_what_the_validator_does_not(defect: Defect) -> None:
    with pikepdf.open(io.BytesIO(spoiled(defect))) as document:
        assert structure.findings(document) != []
