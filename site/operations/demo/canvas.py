"""The sheet that pictures are drawn on: size, colours and words."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 800
PAPER, INK, GRID, MARGIN = "#fbfaf5", "#1f2d27", "#dbe5e0", "#c8453b"
GREEN, BLUE, OCHRE, PLUM, BRICK = HUES = ("#2f6f55", "#2f5f94", "#b07d1c", "#7a4a7f", "#a5533a")
NIGHT = "#16263a"
FONT = Path(__file__).parents[3] / "templates" / "static" / "fonts" / "golos.woff2"

Point = tuple[float, float]


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont | None:
    """The site's own font, or None where FreeType was built without brotli and cannot open WOFF2."""
    try:
        return ImageFont.truetype(str(FONT), size)
    except (OSError, ImportError):
        return None


@dataclass(frozen=True)
class Canvas:
    """A drawing with words that are left out where no Cyrillic font can be opened."""

    pen: ImageDraw.ImageDraw

    def words(self, at: Point, text: str, *, size: int = 30, fill: str = INK, anchor: str = "la") -> None:
        face = font(size)
        if face is not None:
            self.pen.text(at, text, font=face, fill=fill, anchor=anchor)

    def squared(self, step: int = 40) -> None:
        """Rule the sheet like a page of an exercise book."""
        for x in range(0, WIDTH, step):
            self.pen.line((x, 0, x, HEIGHT), fill=GRID, width=2)
        for y in range(0, HEIGHT, step):
            self.pen.line((0, y, WIDTH, y), fill=GRID, width=2)

    def dot(self, centre: Point, radius: float, fill: str, outline: str | None = None) -> None:
        x, y = centre
        box = (x - radius, y - radius, x + radius, y + radius)
        self.pen.ellipse(box, fill=fill, outline=outline, width=4)
