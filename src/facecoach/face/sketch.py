"""The lines of a face for line art: its outline, eyes, nose and mouth."""

from __future__ import annotations

from facecoach.face import curves, lips
from facecoach.face.atlas import Atlas
from facecoach.face.curves import Path
from facecoach.face.expression import browed, moved, puffed, squinted
from facecoach.face.mouths import Mouth
from facecoach.face.scene import Scene


def sketched(scene: Scene, atlas: Atlas, mouth: Mouth) -> tuple[Path, ...]:
    """Return all lines of a face that stands still, on both halves."""
    return (*_outline(scene, atlas, mouth), *_eyes(scene, atlas, mouth), *_face(scene, atlas, mouth), *_mouth(mouth))


def silhouette(atlas: Atlas, mouth: Mouth) -> tuple[Path, ...]:
    """Return the areas of body and head, which hide what lies behind them."""
    return (*atlas.outline.body.outlines, *(moved(path, mouth) for path in atlas.outline.head.outlines))


def mouthed(mouth: Mouth) -> tuple[Path, ...]:
    """Return the area of the lips and of what they open to."""
    if mouth.round:
        return lips.rims(mouth.round)[:1]
    upper, _, lower = lips.contours(mouth.lips) if mouth.lips else ((), (), ())
    return ((*upper, *reversed(lower)),)


def _outline(scene: Scene, atlas: Atlas, mouth: Mouth) -> list[Path]:
    out = atlas.outline
    head = moved(curves.mirror(out.head.path), mouth)
    jaw = tuple(point for point in head if point[1] > 0.36)
    body = tuple(point for point in out.body.path if 0.665 < point[1] < 0.999)
    ear = tuple(point for point in out.ears.path if point[0] > 0.216 or point[1] > 0.455)
    lines = [jaw, body, out.hair.path, out.hairline.path, ear]
    if "scalp" not in scene.zones:
        lines.append(_band_edge(atlas))
    return _both(lines)


def _band_edge(atlas: Atlas) -> Path:
    """Return the headband's upper edge, as far as it can be told from the hair's."""
    line, width = atlas.outline.hairline.path, atlas.outline.headband
    edge = curves.ribbon(line, -width, -width * 0.5)[: len(line)]
    return tuple(point for point in edge if point[1] < 0.30)


def _eyes(scene: Scene, atlas: Atlas, mouth: Mouth) -> list[Path]:
    marks = atlas.features
    brow = browed(marks.brows.path, mouth, raised=scene.brows == "raised")
    lines = [brow, tuple((x, y - 0.009) for x, y in brow[3:-4])]
    if scene.eyes == "closed":
        return _both([*lines, marks.closed_lids.path])
    iris = marks.irises.ellipses[0]
    shares = (0.8, 0.45, 0.2) if not mouth.scrunch else (0.35,)
    lines += [squinted(line.path, mouth) for line in (marks.lid, marks.lower_lid)]
    lines += [curves.ring((iris.dx, iris.y), iris.rx * share, iris.ry * share) for share in shares]
    return _both(lines)


def _face(scene: Scene, atlas: Atlas, mouth: Mouth) -> list[Path]:
    marks = atlas.features
    lines = [marks.nose_wing.path, marks.nose_base.path]
    if scene.camera in ("full", "neck"):
        lines.append(marks.collarbones.path)
    if "apple" in mouth.cheeks:
        lines.append(marks.smile_lines.path)
    if "hollow" in mouth.cheeks:
        lines.append(curves.spline(((0.126, 0.500), (0.108, 0.535), (0.104, 0.570), (0.112, 0.600))))
    if puffed(mouth):
        forms = [atlas.cheeks[name] for name in mouth.cheeks]
        lines += [curves.ring((form.dx, form.y), form.rx * 0.6, form.ry * 0.6)[8:29] for form in forms]
    if mouth.scrunch:
        lines += [wrinkle.path for wrinkle in marks.nose_wrinkles]
    return _both(lines)


def _mouth(mouth: Mouth) -> list[Path]:
    paths: list[Path] = []
    if mouth.lips:
        upper, seam, lower = lips.contours(mouth.lips)
        gap = lips.opening(mouth.lips)
        paths += [upper, lower, (*gap, gap[0]) if mouth.lips.gap else seam]
    if mouth.round:
        paths += lips.rims(mouth.round)
    return paths


def _both(lines: list[Path]) -> list[Path]:
    return [path for line in lines for path in (line, curves.mirror(line))]
