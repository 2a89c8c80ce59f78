"""A recording as a WAV and as an MP3, read back by other readers: length, samples, title and chapters."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Iterator
from io import BytesIO
from struct import unpack_from

import pytest

from facecoach.errors import CoachError
from facecoach.sound.mp3 import encoded, encoder
from facecoach.sound.production import Recording, produced
from facecoach.sound.riff import riff
from facecoach.sound.synthesis import RATE
from recording import timeline

lameenc = pytest.importorskip("lameenc")


@pytest.fixture(scope="module")
def made() -> Recording:
    """Return a recording with two channels and change-overs."""
    return produced(timeline("inside-mouth"), 5, None)


@pytest.fixture(scope="module")
def wav(made: Recording) -> bytes:
    """Return it as a WAV."""
    return b"".join(riff(made.name, made.chapters, made.width, made.frames, made.blocks()))


@pytest.fixture(scope="module")
def mp3(made: Recording) -> bytes:
    """Return it as an MP3."""
    return b"".join(encoded(made.name, made.chapters, encoder()(made.width), made.blocks()))


def chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and content of each chunk between two places."""
    while at < end:
        name, size = unpack_from("<4sI", data, at)
        assert at + 8 + size <= end
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def labels(wav: bytes) -> list[tuple[str, float]]:
    """Return the label of each cue point of a WAV, and its second."""
    whole = list(chunks(wav, 12, len(wav)))
    points = dict(whole)[b"cue "]
    spots = {
        unpack_from("<I", points, 4 + 24 * n)[0]: unpack_from("<I", points, 24 + 24 * n)[0] for n in range(points[0])
    }
    told = next(data for name, data in whole if name == b"LIST" and data.startswith(b"adtl"))
    found = [(unpack_from("<I", data)[0], data[4:]) for name, data in chunks(told, 4, len(told)) if name == b"labl"]
    return [(text.rstrip(b"\0").decode(), spots[number] / RATE) for number, text in found]


def test_a_wav_holds_what_was_made(made: Recording, wav: bytes) -> None:
    """The standard library reads its length and all of its samples."""
    with wave.open(BytesIO(wav)) as file:
        assert file.getnframes() == made.frames
        assert file.getparams()[:3] == (made.width, 2, RATE)
        assert file.readframes(made.frames) == b"".join(block.tobytes() for block in made.blocks())


def test_a_wav_says_how_long_it_is_first(made: Recording, wav: bytes) -> None:
    """Its head is right before a sample is made, so that it can go through a pipe."""
    assert unpack_from("<I", wav, 4)[0] == len(wav) - 8
    assert next(riff(made.name, made.chapters, made.width, made.frames, iter(()))) == wav[:44]


def test_chapters_of_a_wav(made: Recording, wav: bytes) -> None:
    """It has a cue point with its label where each step begins, and the routine's name."""
    assert [(title, round(at, 3)) for title, at in labels(wav)] == [(one.title, one.start) for one in made.chapters]
    assert dict(chunks(wav, 12, len(wav)))[b"LIST"] == b"INFOINAM" + (len(made.name) + 1).to_bytes(4, "little") + (
        made.name.encode() + b"\0" + bytes((len(made.name) + 1) % 2)
    )


def test_an_mp3_is_as_long(made: Recording, mp3: bytes) -> None:
    """Another reader finds an MP3 as long as the routine, to a tenth of a second, at its rate and width."""
    from mutagen.mp3 import MP3

    info = MP3(BytesIO(mp3)).info
    assert info.length == pytest.approx(made.frames / RATE, abs=0.1)
    assert (info.sample_rate, info.channels) == (RATE, made.width)


def test_chapters_of_an_mp3(made: Recording, mp3: bytes) -> None:
    """Another reader finds its title, and each step as a chapter, in the order of its table of contents."""
    from mutagen.id3 import ID3

    tags = ID3(BytesIO(mp3))
    assert str(tags["TIT2"]) == made.name
    found = [tags[f"CHAP:{name}"] for name in tags.getall("CTOC")[0].child_element_ids]
    assert [(str(one.sub_frames["TIT2"]), one.start_time / 1000, one.end_time / 1000) for one in found] == [
        (one.title, one.start, one.end) for one in made.chapters
    ]


def test_letters_beyond_ascii() -> None:
    """Titles in any writing come back as they were written."""
    from mutagen.id3 import ID3

    from facecoach.sound.chapters import Chapter
    from facecoach.sound.tag import tag

    told = [Chapter("Décolletage 首", 0, 1)]
    lame = encoder()(1)
    data = b"".join(encoded("Żółw", told, lame, [array("h", bytes(2 * RATE))]))
    assert data.startswith(tag("Żółw", told))
    tags = ID3(BytesIO(data))
    assert (str(tags["TIT2"]), str(tags["CHAP:chapter1"].sub_frames["TIT2"])) == ("Żółw", "Décolletage 首")
    assert labels(b"".join(riff("Żółw", told, 1, RATE, [array("h", bytes(2 * RATE))])))[0][0] == "Décolletage 首"


def test_without_lame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra an MP3 is refused with what to install, and what needs nothing."""
    monkeypatch.setitem(sys.modules, "lameenc", None)
    with pytest.raises(CoachError) as caught:
        encoder()
    assert "facecoach[mp3]" in caught.value.hint
    assert ".wav" in caught.value.hint
