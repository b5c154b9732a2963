"""Calm covers drawn from simple shapes; the same data always gives the same picture."""

import io
import textwrap
from collections.abc import Callable

from PIL import Image, ImageDraw

from operations.demo import motifs
from operations.demo.base import Picture
from operations.demo.canvas import HEIGHT, INK, PAPER, WIDTH, Canvas

MOTIFS: dict[str, Callable[[Canvas, Picture], None]] = {
    "notebook": motifs.notebook,
    "bars": motifs.bars,
    "circuit": motifs.circuit,
    "steps": motifs.steps,
    "orbits": motifs.orbits,
    "drops": motifs.drops,
    "dice": motifs.dice,
    "robot": motifs.robot,
    "book": motifs.book,
    "network": motifs.network,
    "film": motifs.film,
}


def draw(picture: Picture) -> bytes:
    """Paint a picture of a work or a piece of news.

    Returns:
        A PNG of 1200 × 800 pixels; its text alternative is `picture.alt`.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas = Canvas(ImageDraw.Draw(image))
    MOTIFS[picture.kind](canvas, picture)
    for number, line in enumerate(textwrap.wrap(picture.title, 34)):
        canvas.words((80, 56 + 64 * number), line, size=52, fill=INK if picture.kind != "orbits" else PAPER)
    packed = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()
