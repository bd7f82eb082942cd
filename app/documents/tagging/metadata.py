"""What a PDF/UA-1 and PDF/A-3a file says about itself: title, language, XMP, preferences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app.documents.tagging.archive import EmbeddedFile, SealPlace, declare_colours, embed

_PRODUCER = "Hjemmebesøg"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Metadata:
    """Title, author (the authority) and language of a document, and the day it carries.

    `files` are the data that lie in it, `seals` the places that are left for seals.
    """

    title: str
    author: str
    day: date
    language: str = "da-DK"
    files: Sequence[EmbeddedFile] = ()
    seals: Sequence[SealPlace] = ()


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
    declare_colours(document)
    embed(document, metadata.files, metadata.day)
    if document.outline_root:
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
