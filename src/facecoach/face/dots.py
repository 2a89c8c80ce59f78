"""Drawing in single dots: thin lines, tones, and marks that clear the ground they stand on."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageChops
from PIL.ImageDraw import ImageDraw

from facecoach.face import curves
from facecoach.face.window import Window

INK = 255
SCREEN = ("#...", "..#.")
SLANTS = ("#....", "....#", "...#.", "..#..", ".#...")

Spots = list[tuple[float, float]]


def trace(spots: Spots) -> list[tuple[int, int]]:
    """Return the dots of a line one dot wide, without the elbows that make a curve look thick."""
    dense: list[tuple[int, int]] = []
    for (ax, ay), (bx, by) in pairwise(spots):
        steps = max(int(2 * max(abs(bx - ax), abs(by - ay))), 1)
        dense += [(int(ax + (bx - ax) * i / steps), int(ay + (by - ay) * i / steps)) for i in range(steps + 1)]
    kept: list[tuple[int, int]] = []
    for dot in dense:
        if kept and dot == kept[-1]:
            continue
        if len(kept) > 1 and abs(dot[0] - kept[-2][0]) == 1 and abs(dot[1] - kept[-2][1]) == 1:
            kept.pop()
        kept.append(dot)
    return kept


def tiled(pattern: tuple[str, ...], window: Window) -> Image.Image:
    """Return the window filled with a pattern."""
    rows = [bytes(INK if row[x % len(row)] == "#" else 0 for x in range(window.width)) for row in pattern]
    return Image.frombytes(
        "L", (window.width, window.height), b"".join(rows[y % len(rows)] for y in range(window.height))
    )


def hollowed(tones: Image.Image, lines: Image.Image) -> Image.Image:
    """Return tones without the dots on and next to lines, so that neither thickens the other."""
    wide = lines.copy()
    for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        wide = ImageChops.lighter(wide, ImageChops.offset(lines, *step))
    return ImageChops.subtract(tones, wide)


def dash(pen: ImageDraw, spots: Spots) -> None:
    """Draw every other dot of a line."""
    pen.point(trace(spots)[::2], fill=INK)


def band(pen: ImageDraw, spots: Spots, width: int) -> None:
    """Draw a line of some width on a strip cleared for it."""
    pen.line(spots, fill=0, width=width + 4)
    pen.line(spots, fill=INK, width=width)


def dot(pen: ImageDraw, spot: tuple[float, float], reach: float) -> None:
    """Draw a disc on ground cleared for it."""
    (x, y), clear = spot, reach + 1.5
    pen.ellipse((x - clear, y - clear, x + clear, y + clear), fill=0)
    pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=INK)


def ring(pen: ImageDraw, spot: tuple[float, float], reach: float) -> None:
    """Draw a circle on ground cleared for it and for what it holds."""
    (x, y), clear = spot, reach + 1.5
    pen.ellipse((x - clear, y - clear, x + clear, y + clear), fill=0)
    pen.ellipse((x - reach, y - reach, x + reach, y + reach), outline=INK)


def arrow(pen: ImageDraw, spots: Spots) -> None:
    """Draw an arrow head at the end of a line, on ground cleared for it."""
    path = tuple(spots)
    size = min(4.5, max(curves.milestones(path)[-1] / 8, 2.6))
    pen.polygon(curves.arrowhead(path, size + 1.5), fill=0)
    pen.polygon(curves.arrowhead(path, size), fill=INK)
