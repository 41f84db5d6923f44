"""A chart as the pictures of a Word document: 300 dots to the inch, with a text alternative."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from reports.charts.rendering import svg_text
from reports.charts.specification import specification
from reports.charts.upright import in_parts, upright
from reports.report.model import Figure
from reports.word.fields import caption_label
from reports.word.markup import attribute, paragraph, run, shown
from reports.word.png import packed_again
from reports.word.sheets import PORTRAIT

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

DOTS_TO_THE_INCH, POINTS_TO_THE_INCH, EMU_TO_THE_POINT = 300, 72, 12700
# The caption stands above a picture, on the same page.
ROOM_FOR_CAPTION = 60
# A chart that would be drawn smaller than this is drawn in parts: 12 pixels become 6.7 points.
SMALLEST = 0.56
SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
# More pictures than that has no chart.
PARTS = 100


def figure_markup(figure: Figure, document: "DocumentPart") -> str:
    """Return caption and pictures of ``figure``; the files of the pictures go into ``document``."""
    label = caption_label("Figure", figure.number)
    caption = paragraph("Caption", label, run(": "), shown(figure.caption))
    pictures = [_picture(svg, figure, number, document) for number, svg in enumerate(drawn(figure))]
    return caption + "".join(pictures)


def drawn(figure: Figure) -> list[str]:
    """Return the chart as SVG, in parts where a page could not hold the whole and be read."""
    spec = upright(specification(figure.draw))
    whole = svg_text(spec)
    if _scale(whole) >= SMALLEST:
        return [whole]
    return [svg_text(part) for part in in_parts(spec)]


def _size(svg: str) -> tuple[float, float]:
    found = SIZE.search(svg)
    if found is None:
        raise ValueError("the chart has no size")
    return float(found[1]), float(found[2])


def _scale(svg: str) -> float:
    """Return how many points a pixel becomes so that the picture fits between the margins."""
    width, height = _size(svg)
    room = PORTRAIT.text_height - ROOM_FOR_CAPTION
    return min(PORTRAIT.text_width / width, room / height, 1.0)


def _picture(svg: str, figure: Figure, number: int, document: "DocumentPart") -> str:
    import vl_convert

    scale = _scale(svg)
    dots = scale * DOTS_TO_THE_INCH / POINTS_TO_THE_INCH
    png = packed_again(vl_convert.svg_to_png(svg, scale=dots))
    identity, _ = document.get_or_add_image(BytesIO(png))
    alt = f"{figure.label}, continued. {figure.alt}" if number else figure.alt
    name = f"{figure.label}, part {number + 1}" if number else figure.label
    width, height = (round(each * scale * EMU_TO_THE_POINT) for each in _size(svg))
    own = f'id="{figure.number * PARTS + number}" name={attribute(name)} descr={attribute(alt)}'
    extent = f'cx="{width}" cy="{height}"'
    return paragraph("Picture", _drawing(identity, own, extent))


def _drawing(identity: str, own: str, extent: str) -> str:
    """Return a picture that stands in its line like a letter."""
    picture = (
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {own}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{identity}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {own}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{kind}">{picture}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
