"""The tones tell the moments of a session apart, at a level that the volume sets, and never clip."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ear import height, loudest, strength
from facecoach.sound.synthesis import LOUDEST, PEAK, RATE, amplitude, channels, samples
from facecoach.sound.tones import BRIEF, TONES, Chime, Note, Speakers, ToneName

NAMES: tuple[ToneName, ...] = get_args(ToneName)
PITCHES = sorted({note.hertz for tone in TONES.values() for note in tone.notes})
BEFORE_WORDS: tuple[ToneName, ...] = ("ready", "move", "hold", "release", "switch", "count")
EVERYWHERE = [Chime(name, brief=brief) for name in NAMES for brief in (False, True)]
EVERYWHERE += [Chime("switch", side) for side in get_args(Speakers)]


def pitches(name: ToneName) -> list[float]:
    """Return the pitches of a tone in their order."""
    return [note.hertz for note in TONES[name].notes]


def heard(name: ToneName, note: Note) -> float:
    """Return the pitch that is heard in the first 50 ms of a note, or in all of it."""
    first = round(note.at / 1000 * RATE)
    return loudest(samples(Chime(name))[first : first + round(min(note.ms, 50) / 1000 * RATE)], PITCHES)


def test_every_moment_has_its_tone() -> None:
    """There is a tone for every name."""
    assert set(TONES) == set(NAMES)


def test_told_apart() -> None:
    """No two moments have the same pitches in the same order, but for the ticks, of which the last one is longer."""
    assert len({tuple(pitches(name)) for name in NAMES}) == len(NAMES) - 1
    assert pitches("tick") == pitches("last")
    assert TONES["last"].seconds == 1.5 * TONES["tick"].seconds


def test_told_apart_before_words() -> None:
    """Those that words follow are told apart by the little that is left of them."""
    kept = [Chime(name, brief=True).tone.notes for name in BEFORE_WORDS]
    assert len({tuple(note.hertz for note in notes) for notes in kept}) == len(BEFORE_WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_pitches_sound_as_designed(name: ToneName) -> None:
    """Of all pitches there are, the one that a note is to have is the one that is heard."""
    assert [heard(name, note) for note in TONES[name].notes] == [note.hertz for note in TONES[name].notes]


def test_hold_rises_and_let_go_falls() -> None:
    """Hold goes up a fifth; letting go is its mirror, softer and longer."""
    low, high = pitches("hold")
    assert high / low == pytest.approx(3 / 2, rel=0.01)
    assert pitches("release") == [high, low]
    assert height(samples(Chime("release"))) < height(samples(Chime("hold")))
    assert TONES["release"].seconds > TONES["hold"].seconds


def test_the_clock_is_an_octave_lower() -> None:
    """Pause falls and going on rises, both below every tone of the body."""
    assert pitches("pause") == pitches("resume")[::-1] == sorted(pitches("pause"), reverse=True)
    assert max(pitches("pause")) < min(min(pitches(name)) for name in NAMES if name not in ("pause", "resume"))


def test_a_switch_is_a_pair_twice() -> None:
    """Four knocks of one pitch, silent between, the pairs further apart than the knocks of a pair."""
    sound = samples(Chime("switch"))
    gaps = [sound[round(at * RATE) : round((at + 0.1) * RATE)] for at in (0.1, 0.31, 0.43, 0.65)]
    assert len({note.hertz for note in TONES["switch"].notes}) == 1
    assert [height(gap) for gap in gaps] == [0, 0, 0, 0]


def test_only_get_ready_swells() -> None:
    """Get ready grows for a third of a second; every other tone of one note is at its height within 40 ms."""
    single = [Chime(name) for name in NAMES if len(TONES[name].notes) == 1]
    late = [one.name for one in single if height(samples(one)[: RATE // 25]) < 0.9 * height(samples(one))]
    assert late == ["ready"]
    assert height(samples(Chime("ready"))[: RATE // 4]) < 0.9 * height(samples(Chime("ready")))


@pytest.mark.parametrize("chime", EVERYWHERE, ids=str)
def test_no_click(chime: Chime) -> None:
    """Every tone begins and ends in silence."""
    sound, wide = samples(chime), channels(chime)
    assert height([*sound[: 2 * wide], *sound[-2 * wide :]]) < LOUDEST / 800


@pytest.mark.parametrize("name", NAMES)
def test_brief_before_words(name: ToneName) -> None:
    """Before words a tone is over within 0.3 s, and begins as it always does."""
    brief, whole = TONES[name].brief, TONES[name]
    assert brief.seconds <= BRIEF / 1000
    assert brief.notes[0].hertz == whole.notes[0].hertz


@given(st.sampled_from(EVERYWHERE), st.integers(0, 100))
def test_never_clips(chime: Chime, volume: int) -> None:
    """At every volume a tone peaks where its level and the volume say, far below full scale; 0 is silence."""
    expected = LOUDEST * amplitude(PEAK + chime.tone.level - 0.3 * (100 - volume)) if volume else 0
    assert height(samples(chime, volume)) == pytest.approx(expected, rel=0.01, abs=2)
    assert expected < LOUDEST / 2


@pytest.mark.parametrize(("side", "channel"), [("left", 0), ("right", 1)])
def test_a_switch_comes_from_its_side(side: Speakers, channel: int) -> None:
    """A switch to the right sounds from the right, and is not quite silent on the left."""
    sound = samples(Chime("switch", side))
    near, far = sound[channel::2], sound[1 - channel :: 2]
    assert height(near) == height(samples(Chime("switch")))
    assert strength(far, 587) == pytest.approx(strength(near, 587) / 5, rel=0.1)
