"""Files from elsewhere, opened with care: one table, or the tables in a zip; nothing is ever unpacked to the disk."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from facecoach.errors import CoachError
from facecoach.files import reading
from facecoach.habit.loop import CHECKMARKS, HABITS
from facecoach.habit.table import fault

MOST_BYTES = 8 * 1024 * 1024
MOST_ZIPPED = 4 * 1024 * 1024
MOST_FILES = 2000
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a zip needs a time; this one says nothing of its maker
_SINGLE = re.compile(rf"[^/\\]+/{CHECKMARKS}")
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


def opened(path: Path) -> dict[str, bytes]:
    """Return the tables in a file by their names: one, or those of Loop's in a zip; raises CoachError."""
    raw = _raw(path)
    if raw.startswith(b"PK"):
        return _zipped(raw, path.name)
    return {path.name: raw}


def _raw(path: Path) -> bytes:
    try:
        with reading(path) as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as wrong:
        why = (wrong.strerror or "it is not a file").lower()
        raise CoachError(f"`{path}` cannot be read: {why}", "it is a zip or a CSV that is meant") from None
    most = MOST_ZIPPED if raw.startswith(b"PK") else MOST_BYTES
    if len(raw) > most:
        line = raw.count(b"\n", 0, most) + 1
        place = path.name if most == MOST_ZIPPED else f"{path.name}:{line}"
        raise fault(place, f"it is larger than {most >> 20} MiB", "is it the right file?")
    if not raw.strip():
        raise fault(path.name, "it is empty")
    return raw


def _zipped(raw: bytes, name: str) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            inside = archive.infolist()
            _refused(inside, name)
            wanted = [one for one in inside if one.filename in (HABITS, CHECKMARKS) or _SINGLE.fullmatch(one.filename)]
            if not any(one.filename.endswith(CHECKMARKS) for one in wanted):
                raise fault(name, f"it holds no `{CHECKMARKS}`", "Loop writes one: Settings, Export as CSV")
            return _unpacked(archive, wanted, name)
    except _BROKEN as wrong:
        raise fault(name, "this zip cannot be read", f"it is damaged, or locked ({type(wrong).__name__})") from None


def _refused(inside: list[ZipInfo], name: str) -> None:
    """Raise CoachError for an archive that is not Loop's: too many files, or paths that lead out of it."""
    if len(inside) > MOST_FILES:
        raise fault(name, f"it holds more than {MOST_FILES} files", "is it the right file?")
    for one in inside:
        parts = one.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise fault(name, f"`{one.filename[:60]}` leads out of the archive", "no export of Loop's does that")


def _unpacked(archive: ZipFile, wanted: list[ZipInfo], name: str) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for one in wanted:
        with archive.open(one) as file:
            files[one.filename] = file.read(left + 1)
        left -= len(files[one.filename])
        if left < 0:
            raise fault(f"{name}/{one.filename}", f"more than {MOST_BYTES >> 20} MiB come out", "is it the right file?")
    return files


def packed(files: Mapping[str, str]) -> bytes:
    """Return a zip of these texts, the same bytes for the same texts."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, LONG_AGO), text.encode(), ZIP_DEFLATED)
    return whole.getvalue()


def save(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file, over one that is there only with `force`; raises CoachError."""
    from facecoach.files import create, replace

    try:
        (replace if force else create)(path, data)
    except FileExistsError:
        raise CoachError(f"`{path}` is there already", "`--force` writes over it") from None
    except OSError as wrong:
        raise CoachError(f"`{path}` cannot be written: {(wrong.strerror or os.strerror(5)).lower()}") from None
