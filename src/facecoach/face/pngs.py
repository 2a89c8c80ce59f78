"""Tiles as small PNG pictures with a palette, which the terminal scales to their cells."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from facecoach.face.pixels import Grid, Tile, Tint

COVERING, RARE, EDGES = 144, 64, 40  # colours: of what covers most, of what is small and bright, half clear ones
MARKS = 128  # colours of a tile that moves
SHADES = 16  # steps in which a veil fades at the person's edge
COARSE = 2  # pixels of a picture that one of its veil stands for, each way


class Pngs:
    """A way to make tiles of a grid's size."""

    def __init__(self, cells: Grid) -> None:
        self.cells = cells

    def whole(self, image: Image.Image) -> Tile:
        """Return a picture as a tile that covers all of the grid."""
        return Tile(0, 0, self.cells.columns, self.cells.rows, painted(image))

    def piece(self, image: Image.Image, corner: tuple[int, int]) -> Tile:
        """Return an image of whole cells as a tile whose upper left corner is at these pixels."""
        return Tile(*self.cells.span(image.size, corner), marked(image))

    def veil(self, alpha: Image.Image, tint: Tint) -> Tile:
        """Return a tile of one colour over a person, given as the picture's alpha."""
        return Tile(0, 0, self.cells.columns, self.cells.rows, veil(alpha, tint))


def painted(image: Image.Image) -> bytes:
    """Return a whole RGBA picture as a PNG with a palette: the person's colours, its half clear edge, and nothing."""
    alpha, flat = image.getchannel("A"), image.convert("RGB")
    found, solid = told(flat, COVERING, RARE)
    rim = image.copy()
    rim.paste((0, 0, 0, 0), (0, 0), alpha.point(_SOLID))
    edge = rim.quantize(EDGES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    half = _colours(edge)
    found.paste(
        _indices(edge).point([min(index + len(solid), 255) for index in range(256)]), (0, 0), alpha.point(_HALF)
    )
    found.paste(len(solid) + len(half), (0, 0), alpha.point(_CLEAR))
    return _png(found, [*((*colour, 255) for colour in solid), *half, (0, 0, 0, 0)])


def told(image: Image.Image, covering: int, rare: int) -> tuple[Image.Image, list[tuple[int, int, int]]]:
    """Return an RGB picture as the numbers of its colours, and these: of what covers most, and of what is small.

    A cut at the median alone loses what is small and bright; a tree of colours alone shows skin in bands.
    """
    colours = _entries(image, covering, Image.Quantize.MEDIANCUT) + _entries(image, rare, Image.Quantize.FASTOCTREE)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return _indices(image.quantize(palette=palette, dither=Image.Dither.NONE)), colours


def marked(image: Image.Image) -> bytes:
    """Return a small RGBA picture as a PNG with a palette."""
    found = image.quantize(MARKS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return _png(_indices(found), _colours(found))


def veil(alpha: Image.Image, tint: Tint) -> bytes:
    """Return a veil of one colour over a person, given as the picture's alpha, as a PNG that is coarser than it."""
    shares = [index / (SHADES - 1) for index in range(SHADES)]
    steps = alpha.reduce(COARSE).point([round(level / 255 * (SHADES - 1)) for level in range(256)])
    return _png(steps, [(*tint[:3], round(255 * share * tint[3])) for share in shares])


_SOLID = [0] * 248 + [255] * 8
_CLEAR = [255] * 8 + [0] * 248
_HALF = [0] * 8 + [255] * 240 + [0] * 8

_Rgba = tuple[int, int, int, int]


def _entries(image: Image.Image, count: int, method: Image.Quantize) -> list[tuple[int, int, int]]:
    """Return the colours that an RGB image comes down to."""
    return [colour[:3] for colour in _colours(image.quantize(count, method, dither=Image.Dither.NONE))]


def _colours(image: Image.Image) -> list[_Rgba]:
    """Return the colours of an image's palette that it uses."""
    raw, last = image.getpalette("RGBA") or [], image.getextrema()[1]
    return [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, min(len(raw), 4 * int(last) + 4), 4)]  # type: ignore[arg-type]  # one band


def _indices(image: Image.Image) -> Image.Image:
    """Return the numbers of an image's colours as an image of their own."""
    return Image.frombytes("L", image.size, image.tobytes())


def _png(indices: Image.Image, colours: list[_Rgba]) -> bytes:
    image, out = Image.frombytes("P", indices.size, indices.tobytes()), BytesIO()
    image.putpalette([part for colour in colours for part in colour[:3]])
    image.save(out, "PNG", transparency=bytes(colour[3] for colour in colours), compress_level=6)
    return out.getvalue()
