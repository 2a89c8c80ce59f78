"""Pages as a PDF whose text is text: it can be selected, searched and read aloud (ISO 32000-1).

A letter's code is its number in Unicode, so what is copied is what was written, letters that the font lacks included.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from facecoach.screen.paper import typeface
from facecoach.screen.paper.canvas import DPI, Size, Spot
from facecoach.screen.paper.truetype import THOUSAND, Font, font
from facecoach.screen.paper.typeface import Colour

NAME = "NotoSans-Regular"
_POINT = 72 / DPI  # points a dot
_RULE = 2
_QUALITY = 90  # of a JPEG, at which a drawn face shows no trace of it
_BMP = 0xFFFF  # the last letter that has a code; what is beyond it is shown as missing
_MAPS = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
/CMapName /Letters def /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{ranges}
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its width and height in pixels, and the JPEG that holds it."""

    width: int
    height: int
    data: bytes


class Page:
    """A page that becomes one of a PDF: the operators that draw it, its pictures, and the letters that it uses."""

    ground: Colour = (255, 255, 255)  # the paper's own
    grain = 1.5  # 300 pixels an inch

    def __init__(self, size: Size) -> None:
        self.size = size
        self.pictures: list[Picture] = []
        self.letters: set[str] = set()
        self._drawn = [f"{_POINT:g} 0 0 {-_POINT:g} 0 {size[1] * _POINT:.2f} cm 1 J 1 j"]

    @property
    def operators(self) -> bytes:
        """What draws it."""
        return "\n".join(self._drawn).encode("ascii")

    def write(self, spot: Spot, words: str, size: int, colour: Colour, weight: int = 0) -> None:
        """Write words, as wide as the typeface measures them."""
        if not words.strip():
            return
        text = "".join(char if ord(char) <= _BMP else "\N{REPLACEMENT CHARACTER}" for char in words)
        self.letters |= {*text}
        wide = sum(map(font().width, text)) * size / THOUSAND
        stretch = 100 * typeface.width(words, size) / wide if wide else 100
        style = f"{_shade(colour)} rg {_shade(colour)} RG {2 * weight} w {2 if weight else 0} Tr"
        place = f"/F {size} Tf {stretch:.2f} Tz 1 0 0 -1 {spot[0]:.2f} {spot[1]:.2f} Tm"
        self._drawn.append(f"BT {style} {place} <{text.encode('utf-16-be').hex()}> Tj ET")

    def rule(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Draw a line."""
        path = f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S"
        self._drawn.append(f"{_shade(colour)} RG {_RULE} w {path}")

    def disc(self, corner: Spot, size: int, colour: Colour) -> None:
        """Draw a disc: a line of no length, with round ends."""
        x, y = corner[0] + size / 2, corner[1] + size / 2
        self._drawn.append(f"{_shade(colour)} RG {size} w {x:.2f} {y:.2f} m {x:.2f} {y:.2f} l S")

    def picture(self, corner: Spot, side: int, image: Image.Image) -> None:
        """Lay a picture down."""
        x, y = corner
        self._drawn.append(f"q {side} 0 0 {-side} {x:.2f} {y + side:.2f} cm /P{len(self.pictures)} Do Q")
        held = BytesIO()
        image.save(held, "JPEG", quality=_QUALITY, subsampling=0)
        self.pictures.append(Picture(*image.size, held.getvalue()))


def pdf(title: str, pages: Sequence[Page]) -> bytes:
    """Return pages as a PDF."""
    book = _Book()
    root, tree = book.later(), book.later()
    face = _face(book, font(), sorted(set().union(*(page.letters for page in pages))))
    known = dict.fromkeys(one for page in pages for one in page.pictures)
    pictures = {one: _picture(book, one) for one in known}
    kids = [_page(book, page, tree, (face, pictures)) for page in pages]
    book.put(tree, f"<< /Type /Pages /Count {len(kids)} /Kids [{_refs(kids)}] >>".encode())
    book.put(root, f"<< /Type /Catalog /Pages {tree} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>".encode())
    told = book.add(f"<< /Title <feff{title.encode('utf-16-be').hex()}> /Producer (facecoach) >>".encode())
    return book.written(root, told)


class _Book:
    """The objects of a PDF, numbered from 1."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def later(self) -> int:
        """Return the number of an object that is put later."""
        return self.add(b"")

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self._objects.append(body)
        return len(self._objects)

    def put(self, number: int, body: bytes) -> None:
        """Put an object in its place."""
        self._objects[number - 1] = body

    def stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> int:
        """Add a stream and return its number; `packed` is whether it is yet to be."""
        held = zlib.compress(data, 9) if packed else data
        flate = " /Filter /FlateDecode" if packed else ""
        head = f"<< /Length {len(held)}{flate} {entries} >>\nstream\n".encode()
        return self.add(head + held + b"\nendstream")

    def written(self, root: int, told: int) -> bytes:
        """Return the file: the objects, where each of them begins, and which of them is the first."""
        whole, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self._objects, 1):
            places.append(f"{len(whole):010} 00000 n \n")
            whole += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start, count = len(whole), len(places) + 1
        whole += f"xref\n0 {count}\n0000000000 65535 f \n{''.join(places)}".encode()
        whole += f"trailer\n<< /Size {count} /Root {root} 0 R /Info {told} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(whole)


def _page(book: _Book, page: Page, tree: int, shared: tuple[int, Mapping[Picture, int]]) -> int:
    """Add a page with a font and pictures that pages share, and return its number."""
    drawn, (face, known) = book.stream(page.operators), shared
    pictures = " ".join(f"/P{index} {known[one]} 0 R" for index, one in enumerate(page.pictures))
    box = " ".join(f"{side * _POINT:.2f}" for side in page.size)
    used = f"<< /Font << /F {face} 0 R >> /XObject << {pictures} >> >>"
    entries = f"/MediaBox [0 0 {box}] /Contents {drawn} 0 R /Resources {used}"
    return book.add(f"<< /Type /Page /Parent {tree} 0 R {entries} >>".encode())


def _picture(book: _Book, one: Picture) -> int:
    size = f"/Width {one.width} /Height {one.height} /ColorSpace /DeviceRGB /BitsPerComponent 8"
    return book.stream(one.data, f"/Type /XObject /Subtype /Image {size} /Filter /DCTDecode", packed=False)


def _face(book: _Book, face: Font, letters: Sequence[str]) -> int:
    """Add a font and return its number."""
    file = book.stream(face.data, f"/Length1 {len(face.data)}")
    box = " ".join(map(str, face.box))
    heights = f"/FontBBox [{box}] /Ascent {face.ascent} /Descent {face.descent} /CapHeight {face.ascent} /StemV 80"
    kind = f"/Type /FontDescriptor /FontName /{NAME} /Flags 4 /ItalicAngle 0"
    about = book.add(f"<< {kind} {heights} /FontFile2 {file} 0 R >>".encode())
    widths = " ".join(f"{ord(letter)} [{face.width(letter)}]" for letter in letters)
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    glyphs = book.stream(_glyphs(face, letters))
    inner = book.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{NAME} {system} /FontDescriptor {about} 0 R "
        f"/W [{widths}] /CIDToGIDMap {glyphs} 0 R >>".encode()
    )
    read = book.stream(_MAPS.format(ranges=_ranges(letters)).encode())
    kind = f"/Type /Font /Subtype /Type0 /BaseFont /{NAME} /Encoding /Identity-H"
    return book.add(f"<< {kind} /DescendantFonts [{inner} 0 R] /ToUnicode {read} 0 R >>".encode())


def _glyphs(face: Font, letters: Iterable[str]) -> bytes:
    """Return the glyph of each code, two bytes each."""
    found = bytearray(2 * (_BMP + 1))
    for letter in letters:
        found[2 * ord(letter) : 2 * ord(letter) + 2] = face.glyphs.get(ord(letter), 0).to_bytes(2)
    return bytes(found)


def _ranges(letters: Iterable[str]) -> str:
    """Return what says that codes are letters: a range for each 256 of them, as none may be longer."""
    rows = sorted({ord(letter) >> 8 for letter in letters})
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]  # no more may stand in one list
    return "\n".join(
        "\n".join(
            (f"{len(part)} beginbfrange", *(f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in part), "endbfrange")
        )
        for part in parts
    )


def _refs(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _shade(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour)
