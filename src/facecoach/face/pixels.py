"""Pictures of pixels: layers of tiles that lie on whole cells, each a small PNG that the terminal scales to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from facecoach.face.cells import Frame

LONGEST = 480  # pixels of a picture's longer side: more is not seen from where a session is watched
COVERING, RARE, EDGES = 144, 64, 40  # colours: of what covers most, of what is small and bright, half clear ones
MARKS = 128  # colours of a tile that moves
SHADES = 16  # steps in which a veil fades at the person's edge
COARSE = 2  # pixels of a picture that one of its veil stands for, each way

Cell = tuple[int, int]  # width and height of a terminal's cell in its own pixels
Tint = tuple[int, int, int, float]  # a colour and how much of it covers, 0 to 1


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A piece of a picture as a PNG: where it lies in it and how large it is, in cells."""

    x: int
    y: int
    columns: int
    rows: int
    png: bytes


@dataclass(frozen=True, slots=True)
class Layers:
    """A picture as tiles from the lowest up; two pictures share the tiles that are alike in both.

    `veil` makes the tile that tints all of it.
    """

    tiles: tuple[Tile, ...]
    veil: Callable[[Tint], Tile] = field(compare=False)

    def veiled(self, tint: Tint) -> Layers:
        """Return the picture with a tint over it."""
        return Layers((*self.tiles, self.veil(tint)), self.veil)


Shown = Frame | Layers  # a picture as cells, or as pixels


@dataclass(frozen=True, slots=True)
class Grid:
    """A picture's cells, and the painted pixels of each."""

    columns: int
    rows: int
    across: int
    down: int

    @property
    def size(self) -> tuple[int, int]:
        """The picture's width and height in painted pixels."""
        return self.columns * self.across, self.rows * self.down

    def whole(self, png: bytes) -> Tile:
        """Return a tile that covers all of the picture."""
        return Tile(0, 0, self.columns, self.rows, png)

    def piece(self, image: Image.Image, corner: tuple[int, int]) -> Tile:
        """Return an image of whole cells as a tile whose upper left corner is at these pixels."""
        place = corner[0] // self.across, corner[1] // self.down
        return Tile(*place, image.width // self.across, image.height // self.down, marked(image))


def grid(columns: int, rows: int, cell: Cell) -> Grid:
    """Return the grid of a picture of so many cells, as fine as the terminal up to the longest side."""
    share = min(1.0, LONGEST / max(columns * cell[0], rows * cell[1]))
    return Grid(columns, rows, max(1, int(cell[0] * share)), max(1, int(cell[1] * share)))


def standing(image: Image.Image, cells: Grid) -> Layers:
    """Return an RGBA picture of a grid's size as the one tile that it takes while nothing in it moves."""
    alpha = image.getchannel("A")
    return Layers((cells.whole(painted(image)),), lambda tint: cells.whole(veil(alpha, tint)))


def painted(image: Image.Image) -> bytes:
    """Return a whole RGBA picture as a PNG with a palette: the person's colours, its half clear edge, and nothing.

    A cut at the median alone loses what is small and bright; a tree of colours alone shows skin in bands.
    """
    alpha, flat = image.getchannel("A"), image.convert("RGB")
    solid = _entries(flat, COVERING, Image.Quantize.MEDIANCUT) + _entries(flat, RARE, Image.Quantize.FASTOCTREE)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in solid for part in colour])
    found = _indices(flat.quantize(palette=palette, dither=Image.Dither.NONE))
    rim = image.copy()
    rim.paste((0, 0, 0, 0), (0, 0), alpha.point(_SOLID))
    edge = rim.quantize(EDGES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    half = _colours(edge)
    found.paste(
        _indices(edge).point([min(index + len(solid), 255) for index in range(256)]), (0, 0), alpha.point(_HALF)
    )
    found.paste(len(solid) + len(half), (0, 0), alpha.point(_CLEAR))
    return _png(found, [*((*colour, 255) for colour in solid), *half, (0, 0, 0, 0)])


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
