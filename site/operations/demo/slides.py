"""Presentations of the sample."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from operations.demo.markup import Heading, lines_of
from operations.demo.word import NOTICE, WRITTEN
from operations.demo.works import Attachment

TITLE_LAYOUT, CONTENT_LAYOUT = 0, 1


def pptx(attachment: Attachment) -> bytes:
    """Write a title slide and a slide for each heading, its lines being the points."""
    show = Presentation()
    properties = show.core_properties
    properties.title, properties.author, properties.language = (
        attachment.title,
        "Методический центр (образец)",
        "ru-RU",
    )
    properties.last_modified_by = ""
    properties.created = properties.modified = WRITTEN
    first = show.slides.add_slide(show.slide_layouts[TITLE_LAYOUT])
    first.shapes.title.text, first.placeholders[1].text = attachment.title, NOTICE
    for heading, points in _pages(attachment):
        _slide(show, heading, points)
    packed = io.BytesIO()
    show.save(packed)
    return packed.getvalue()


def _pages(attachment: Attachment) -> Iterator[tuple[str, list[str]]]:
    """Headings with their points; text before the first heading stands under the file's own title."""
    heading, points = attachment.title, list[str]()
    for block in attachment.blocks:
        if isinstance(block, Heading):
            if points or heading != attachment.title:
                yield heading, points
            heading, points = block.text, []
        else:
            points.extend(lines_of(block))
    yield heading, points


def _slide(show: Any, heading: str, points: list[str]) -> None:
    slide = show.slides.add_slide(show.slide_layouts[CONTENT_LAYOUT])
    slide.shapes.title.text = heading
    frame = slide.placeholders[1].text_frame
    frame.text = "".join(points[:1])
    for point in points[1:]:
        frame.add_paragraph().text = point
