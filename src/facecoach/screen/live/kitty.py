"""Pictures in pixels by the protocol of kitty: each tile is sent once, then only placed.

A tile keeps the number it was sent under, and no number comes twice: what is sent again under its old one loses its
places in some terminals. `q=2` keeps a terminal from answering.
"""

from __future__ import annotations

from base64 import standard_b64encode
from collections.abc import Iterator

from facecoach.face.pixels import Layers, Tile

PIECE = 4096  # characters of a picture in one code, as the protocol has it
KEPT = 400  # tiles that a terminal holds at once: more than a move has, and far below what it has room for
ALL = "\x1b_Ga=d,d=A,q=2\x1b\\"
CUT = f"\x1b_Gm=0,q=2\x1b\\{ALL}"  # ends a picture that was cut off, and takes all away


class Kitty:
    """Tiles as codes; knows which the terminal holds, and under which number from `first` on."""

    cut = CUT

    def __init__(self, first: int) -> None:
        self._next = first
        self._held: dict[Tile, int] = {}

    def ready(self, before: Layers | None, after: Layers) -> bool:
        """Return that it can be shown: little is sent, and only once."""
        return True

    def show(self, x: int, y: int, before: Layers | None, after: Layers) -> str:
        """Return the codes that turn the picture whose upper left cell is (x, y) into another."""
        old = before.tiles if before else ()
        places = [(level, tile) for level, tile in enumerate(after.tiles) if tile not in old[level : level + 1]]
        codes = [self._placed(x, y, tile, level) for level, tile in places]
        codes += [self._taken(tile) for tile in old if tile not in after.tiles]
        return "".join(codes + self._forgotten(after))

    def here(self, shown: Layers) -> str:
        """Return the codes that show a picture at the cursor for good."""
        return "".join(self.sent(tile) + self.place(tile, level) for level, tile in enumerate(shown.tiles))

    def lift(self, shown: Layers) -> str:
        """Return the codes that take such a picture away again, where writing over it does not."""
        return "".join(self._taken(tile) for tile in shown.tiles)

    def hide(self, x: int, y: int, before: Layers) -> str:
        """Return the codes that take a picture away; what it was made of stays with the terminal."""
        return self.lift(before)

    def clear(self) -> str:
        """Return the codes that take away all pictures, and what they were made of; nothing where none were sent."""
        held, self._held = self._held, {}
        return "".join(command(f"a=d,d=I,i={number}") for number in held.values()) + (ALL if held else "")

    def _placed(self, x: int, y: int, tile: Tile, level: int) -> str:
        return f"{self.sent(tile)}\x1b[{y + tile.y + 1};{x + tile.x + 1}H{self.place(tile, level)}"

    def sent(self, tile: Tile) -> str:
        """Return the codes that send a tile; none where the terminal holds it."""
        number = self._held.pop(tile, 0)
        self._held[tile] = number or self._next
        return "" if number else "".join(self._pieces(tile))

    def place(self, tile: Tile, level: int) -> str:
        """Return the code that shows a tile that was sent at the cursor, which stays where it is."""
        size = f"c={tile.columns},r={tile.rows}"
        return command(f"a=p,i={self._held[tile]},p=1,{size},z={level},C=1")

    def _pieces(self, tile: Tile) -> Iterator[str]:
        text = standard_b64encode(tile.data).decode()
        number, self._next = self._next, self._next + 1
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
        for at, piece in enumerate(pieces):
            head = f"a=t,t=d,f=100,i={number}," if at == 0 else ""
            yield command(f"{head}m={int(at + 1 < len(pieces))}", piece)

    def _taken(self, tile: Tile) -> str:
        return command(f"a=d,d=i,i={self._held[tile]},p=1") if tile in self._held else ""

    def _forgotten(self, shown: Layers) -> list[str]:
        """Return the codes that free the tiles that were shown longest ago."""
        spare = [tile for tile in list(self._held)[:-KEPT] if tile not in shown.tiles]
        return [command(f"a=d,d=I,i={self._held.pop(tile)}") for tile in spare]


def command(keys: str, payload: str = "") -> str:
    """Return a code of the protocol that is not answered."""
    return f"\x1b_G{keys},q=2;{payload}\x1b\\" if payload else f"\x1b_G{keys},q=2\x1b\\"
