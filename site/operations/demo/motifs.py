"""What is drawn for each kind of work."""

import math
from itertools import pairwise

from operations.demo.base import Picture
from operations.demo.canvas import (
    BLUE,
    BRICK,
    GREEN,
    GRID,
    HEIGHT,
    HUES,
    INK,
    MARGIN,
    NIGHT,
    OCHRE,
    PAPER,
    PLUM,
    WIDTH,
    Canvas,
)


def notebook(canvas: Canvas, picture: Picture) -> None:
    """A right triangle with squares on its sides on a squared page with the red margin."""
    canvas.squared()
    canvas.pen.line((1080, 0, 1080, HEIGHT), fill=MARGIN, width=5)
    a, b, c = (420, 540), (660, 540), (420, 360)
    squares = (
        (a, b, (660, 780), (420, 780)),
        (a, c, (240, 360), (240, 540)),
        (b, c, (600, 120), (840, 300)),
    )
    spots = ((540, 660), (330, 450), (630, 330))
    for number, (corners, hue) in enumerate(zip(squares, (GREEN, OCHRE, BLUE), strict=True)):
        canvas.pen.polygon(corners, fill=hue, outline=INK, width=4)
        if number < len(picture.labels):
            canvas.words(spots[number], picture.labels[number], size=56, fill=PAPER, anchor="mm")
    canvas.pen.polygon((a, b, c), fill=PAPER, outline=INK, width=5)


def bars(canvas: Canvas, picture: Picture) -> None:
    """Columns of a chart, the tallest filling the sheet, each with its value above."""
    step = 1000 / len(picture.values)
    for y in range(240, 681, 110):
        canvas.pen.line((100, y, 1100, y), fill=GRID, width=3)
    for number, (label, value) in enumerate(zip(picture.labels, picture.values, strict=True)):
        left, top = 100 + step * (number + 0.18), 680 - 400 * value / max(picture.values)
        canvas.pen.rectangle((left, top, left + step * 0.64, 680), fill=HUES[number % 5])
        canvas.words((left + step * 0.32, top - 46), str(value), size=36, anchor="ma")
        canvas.words((left + step * 0.32, 700), label, size=32, anchor="ma")
    canvas.pen.line((100, 680, 1100, 680), fill=INK, width=5)


def circuit(canvas: Canvas, picture: Picture) -> None:
    """A loop with a cell, a key and a lamp."""
    canvas.pen.rectangle((220, 280, 980, 640), outline=INK, width=8)
    canvas.pen.rectangle((550, 610, 650, 670), fill=PAPER)
    canvas.pen.line((572, 590, 572, 690), fill=BRICK, width=10)
    canvas.pen.line((624, 615, 624, 665), fill=INK, width=18)
    canvas.pen.rectangle((540, 262, 660, 298), fill=PAPER)
    canvas.pen.line((540, 280, 645, 225), fill=BLUE, width=10)
    for x in (540, 660):
        canvas.dot((x, 280), 13, BLUE)
    canvas.dot((980, 460), 62, OCHRE, INK)
    canvas.pen.line((938, 418, 1022, 502), fill=INK, width=6)
    canvas.pen.line((938, 502, 1022, 418), fill=INK, width=6)
    for label, at in zip(picture.labels, ((600, 710), (600, 320), (890, 460)), strict=False):
        canvas.words(at, label, size=32, anchor="rm" if at[0] > WIDTH * 0.7 else "ma")


def steps(canvas: Canvas, picture: Picture) -> None:
    """A staircase that goes up to the right, a label above each step."""
    count = max(len(picture.labels), 4)
    width = 1040 / count
    for number in range(count):
        left, top = 80 + width * number, 640 - 90 * number
        canvas.pen.rectangle((left, top, left + width - 8, 740), fill=HUES[number % 5])
        if number < len(picture.labels):
            canvas.words((left + width / 2, top - 44), picture.labels[number], size=34, anchor="ma")


def orbits(canvas: Canvas, _picture: Picture) -> None:
    """Three planets round a star in the night sky."""
    canvas.pen.rectangle((0, 0, WIDTH, HEIGHT), fill=NIGHT)
    for number in range(70):
        canvas.dot(((number * 397) % WIDTH, (number * 211 + 37) % HEIGHT), 1.5 + number % 3, GRID)
    for radius, angle, hue in ((130, 0.6, OCHRE), (230, 2.4, BRICK), (340, 5.4, BLUE)):
        box = (600 - radius * 1.4, 480 - radius * 0.75, 600 + radius * 1.4, 480 + radius * 0.75)
        canvas.pen.ellipse(box, outline="#5b708a", width=3)
        at = (600 + radius * 1.4 * math.cos(angle), 480 + radius * 0.75 * math.sin(angle))
        canvas.dot(at, 16 + radius / 24, hue)
    canvas.dot((600, 480), 52, "#f3d27a")


def drops(canvas: Canvas, picture: Picture) -> None:
    """The way of water: river, steam, cloud, rain."""
    canvas.pen.rectangle((0, 0, WIDTH, HEIGHT), fill="#eaf2f4")
    canvas.pen.polygon(((0, 660), (WIDTH, 600), (WIDTH, HEIGHT), (0, HEIGHT)), fill=BLUE)
    canvas.dot((180, 320), 70, "#e9b949")
    for x, y, radius in ((700, 300, 90), (800, 260, 110), (910, 300, 95), (805, 330, 100)):
        canvas.dot((x, y), radius, "#b9c7d0")
    for number in range(12):
        x, y = 690 + 46 * (number % 6), 440 + 80 * (number // 6) + 18 * (number % 2)
        canvas.pen.polygon(((x, y - 22), (x - 11, y + 6), (x + 11, y + 6)), fill=BLUE)
        canvas.dot((x, y + 6), 11, BLUE)
    for x in (300, 380, 460):
        curve = [(x + 16 * math.sin(y / 26), y) for y in range(400, 620, 6)]
        canvas.pen.line(curve, fill="#7fa3b5", width=7, joint="curve")
    places = ((380, 350, INK), (805, 300, INK), (1040, 470, INK), (600, 720, PAPER))
    for label, (x, y, hue) in zip(picture.labels, places, strict=False):
        canvas.words((x, y), label, size=36, fill=hue, anchor="mm")


def dice(canvas: Canvas, _picture: Picture) -> None:
    """A die, a coin and a bent paper clip."""
    canvas.pen.rectangle((0, 180, WIDTH, HEIGHT), fill="#dfe9e2")
    canvas.pen.rounded_rectangle((150, 340, 430, 620), 40, fill=PAPER, outline=INK, width=6)
    for x, y in ((220, 410), (360, 410), (290, 480), (220, 550), (360, 550)):
        canvas.dot((x, y), 24, GREEN)
    canvas.dot((640, 480), 130, OCHRE, INK)
    canvas.dot((640, 480), 92, "#d9a63c")
    for box in ((860, 340, 980, 640), (890, 380, 960, 600)):
        canvas.pen.rounded_rectangle(box, 36, outline=BLUE, width=12)
    canvas.pen.rectangle((845, 440, 900, 520), fill="#dfe9e2")


def robot(canvas: Canvas, _picture: Picture) -> None:
    """A cardboard robot whose hand is a pair of levers."""
    canvas.pen.rectangle((0, 180, WIDTH, HEIGHT), fill="#efe6d6")
    canvas.pen.rectangle((490, 240, 710, 390), fill=OCHRE, outline=INK, width=5)
    for x in (550, 650):
        canvas.dot((x, 310), 26, PAPER, INK)
    canvas.pen.rectangle((430, 410, 770, 650), fill="#c99b5a", outline=INK, width=5)
    canvas.pen.line((430, 410, 770, 650), fill="#b58648", width=4)
    for x in (470, 630):
        canvas.pen.rectangle((x, 660, x + 100, 760), fill=BRICK, outline=INK, width=5)
    joints = ((770, 470), (880, 400), (990, 470), (1100, 400))
    canvas.pen.line(joints, fill=BLUE, width=18, joint="curve")
    for joint in joints[:-1]:
        canvas.dot(joint, 16, INK)
    canvas.pen.line((430, 470, 270, 590), fill=BLUE, width=18)
    canvas.dot((270, 590), 30, PLUM, INK)


def book(canvas: Canvas, _picture: Picture) -> None:
    """An open exercise book with handwriting shown as lines, and a bookmark."""
    canvas.pen.rectangle((0, 0, WIDTH, HEIGHT), fill="#e6ecf3")
    for left, right in ((140, 596), (604, 1060)):
        canvas.pen.rectangle((left, 200, right, 720), fill=PAPER, outline=INK, width=4)
        for y in range(270, 700, 56):
            canvas.pen.line((left + 50, y, right - 50 - (y * 7) % 120, y), fill="#8ba3bd", width=6)
    canvas.pen.line((1000, 200, 1000, 720), fill=MARGIN, width=4)
    canvas.pen.polygon(((470, 190), (530, 190), (530, 460), (500, 430), (470, 460)), fill=BRICK)


def network(canvas: Canvas, picture: Picture) -> None:
    """Places round a common centre, joined by lines."""
    count = max(len(picture.labels), 5)
    turns = [2 * math.pi * number / count - math.pi / 2 for number in range(count)]
    spots = [(600 + 400 * math.cos(turn), 480 + 215 * math.sin(turn)) for turn in turns]
    for spot, following in pairwise([*spots, spots[0]]):
        canvas.pen.line((*spot, *following), fill=GRID, width=6)
        canvas.pen.line((600, 480, *spot), fill="#9fb3aa", width=5)
    canvas.dot((600, 480), 58, GREEN, INK)
    for number, spot in enumerate(spots):
        canvas.dot(spot, 36, HUES[number % 5], PAPER)
        if number < len(picture.labels):
            above = number == 0
            at = (spot[0], spot[1] - 46 if above else spot[1] + 46)
            canvas.words(at, picture.labels[number], size=32, anchor="md" if above else "ma")


def film(canvas: Canvas, picture: Picture) -> None:
    """Frames of a film in which a ball turns into a figure."""
    canvas.pen.rectangle((0, 250, WIDTH, 610), fill=NIGHT)
    for x in range(20, WIDTH, 60):
        for y in (268, 562):
            canvas.pen.rounded_rectangle((x, y, x + 32, y + 30), 6, fill=PAPER)
    for number in range(5):
        left = 30 + 232 * number
        canvas.pen.rectangle((left, 320, left + 212, 540), fill="#f2e6d0")
        wide, tall = 40 + 14 * number, 66 - 8 * number
        middle = left + 106
        canvas.pen.ellipse((middle - wide, 490 - tall, middle + wide, 490), fill=HUES[number])
        if number > 1:
            canvas.dot((middle, 480 - tall), 22 + 3 * number, HUES[number])
        if number < len(picture.labels):
            canvas.words((middle, 640), picture.labels[number], size=32, anchor="ma")
