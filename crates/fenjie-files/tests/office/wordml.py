"""Pieces of WordprocessingML, which python-docx has no functions for, as text."""

from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
CHANGE = 'w:id="9" w:author="文印室" w:date="2026-03-05T10:00:00Z"'
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def symbol(font: str, code: str) -> str:
    """A character that is named by its place in a font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def note(number: int) -> str:
    """The sign of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def style(name: str) -> str:
    """The property that gives a paragraph its style."""
    return f'<w:pStyle w:val="{name}"/>'


def in_list(number: int, level: int = 0) -> str:
    """The property that puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def inserted(content: str) -> str:
    """Runs that somebody has put in."""
    return f"<w:ins {CHANGE}>{content}</w:ins>"


def deleted(words: str, kind: str = "del") -> str:
    """Words that somebody has taken out."""
    return f"<w:{kind} {CHANGE}><w:r><w:delText>{escape(words)}</w:delText></w:r></w:{kind}>"


def changed(kind: str) -> str:
    """The property of a paragraph whose end is a change too."""
    return f"<w:rPr><w:{kind} {CHANGE}/></w:rPr>"


def control(content: str, properties: str = "") -> str:
    """A content control around runs, paragraphs or cells."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def text_box(content: str) -> str:
    """A text box in both forms, of which Word shows one: that of today and that of Word 2007."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = (
        f'<w:drawing><wp:anchor><a:graphic><a:graphicData uri="{SHAPE}">'
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    picture = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    alternatives = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{alternatives}</mc:AlternateContent></w:r>"


def cell(content: str, properties: str = "") -> str:
    """A cell; of words alone, or of paragraphs and tables."""
    inner = content if content.startswith("<w:") else paragraph(run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(at: int, numbers: str, text: str, more: str = "") -> str:
    """A level of a list: what kind of numbers, and what stands around them."""
    start, form = '<w:start w:val="1"/>', f'<w:numFmt w:val="{numbers}"/>'
    return f'<w:lvl w:ilvl="{at}">{start}{form}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(document: Any, forms: dict[int, str], uses: dict[int, tuple[int, str]]) -> None:  # noqa: ANN401
    """Puts these lists in the place of those that python-docx brings."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for number, levels in forms.items():
        numbering.append(parse(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'))
    for number, (form, own) in uses.items():
        numbering.append(parse(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{form}"/>{own}</w:num>'))


def add_style(document: Any, name: str, properties: str) -> None:  # noqa: ANN401
    """Adds a style of paragraphs."""
    named = f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{properties}</w:pPr>'
    document.styles.element.append(parse(f'<w:style w:type="paragraph" w:styleId="{name}">{named}</w:style>'))


def add_notes(document: Any, words: list[str]) -> None:  # noqa: ANN401
    """Adds footnotes, which are counted from 1; the line above them is the note 0."""
    line = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    sign = "<w:r><w:footnoteRef/></w:r>"
    notes = [f'<w:footnote w:id="{at}">{paragraph(sign + run(one))}</w:footnote>' for at, one in enumerate(words, 1)]
    content = f"<w:footnotes {NAMESPACES}>{line}{''.join(notes)}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def fill(document: Any, content: str) -> None:  # noqa: ANN401
    """Puts paragraphs and tables into the body, in front of what Word keeps at its end."""
    body = document.element.body
    for element in parse(f"<w:body>{content}</w:body>"):
        body.insert(len(body) - 1, element)


def parse(xml: str) -> Any:  # noqa: ANN401
    """An element with the namespaces it needs."""
    head, rest = xml.split(">", 1)
    return parse_xml(f"{head} {NAMESPACES}>{rest}")
