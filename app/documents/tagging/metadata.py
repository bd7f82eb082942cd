"""What a PDF/UA-1 file says about itself: title, language, XMP, viewer preferences."""

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

_PRODUCER = "Hjemmebesøg"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Metadata:
    """Title, author (the authority) and language of a document, and the day it carries."""

    title: str
    author: str
    day: date
    language: str = "da-DK"


def declare(canvas: Any, metadata: Metadata) -> None:
    """Write the metadata into the catalog and the information dictionary."""
    document = canvas._doc
    stamp = document._timeStamp
    stamp.YMDhms, stamp.dhh, stamp.dmm = (*metadata.day.timetuple()[:3], 0, 0, 0), 0, 0
    info = document.info
    info.title = info.subject = metadata.title
    info.author, info.creator, info.producer = metadata.author, _PRODUCER, _PRODUCER
    catalog = document.Catalog
    catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), _xmp(metadata)
    )
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if document.outline.levelstack:
        catalog.PageMode = PDFName("UseOutlines")


def _xmp(metadata: Metadata) -> bytes:
    day = f"{metadata.day.isoformat()}T00:00:00+00:00"
    values = {
        "title": metadata.title,
        "author": metadata.author,
        "language": metadata.language,
        "producer": _PRODUCER,
    }
    return _XMP.format(day=day, **{k: escape(v) for k, v in values.items()}).encode()
