"""One thing at a time is heard: a tone, then its words; what would cover either waits or is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.timeline import Cue, Kind
from facecoach.sound.speaker import Speaker
from facecoach.sound.tones import Chime

STEP = {"zone": "jaw", "title": "Hinge", "reps": 2, "hold": 5, "rest": 6, "cue": "Open."}
LEG = laid_out(Routine.model_validate({"name": "test", "steps": [STEP]})).legs[0]
MUTED, TOLD = Manner(muted=True, voiced=True), "Hinge. Open."


@dataclass
class Room:
    """A clock, a voice, a player and a bell, and what was heard from them: when, and what."""

    seconds: float = 0.0
    able: bool = True
    hangs: bool = False
    spoken: float = 2.0
    heard: list[tuple[float, str]] = field(default_factory=list)
    until: float = 0.0
    stopped: int = 0
    shrill: list[float] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Speak for two seconds, or for ever."""
        self.until = inf if self.hangs else self.seconds + self.spoken
        self.heard.append((round(self.seconds, 2), text))

    def hush(self) -> None:
        """Speak no more."""
        if self.speaking:
            self.heard.append((round(self.seconds, 2), "hush"))
        self.until = 0.0

    @property
    def speaking(self) -> bool:
        """Whether the voice speaks."""
        return self.seconds < self.until

    def play(self, chime: Chime) -> float:
        """Play a chime."""
        self.heard.append((round(self.seconds, 2), f"[{chime.name}]"))
        return chime.tone.seconds if self.able else 0.0

    def attend(self) -> float:
        """Have nothing to do."""
        return inf

    def stop(self) -> None:
        """Play no more."""
        self.stopped += 1

    def close(self) -> None:
        """Play no more."""

    def ring(self) -> None:
        """Ring the bell."""
        self.shrill.append(self.seconds)


def listened(
    room: Room, *cues: tuple[float, Kind], speaker: Speaker | None = None, manner: Manner | None = None
) -> None:
    """Sound cues at their seconds, and let the speaker do meanwhile what is due; three seconds pass after the last."""
    speaker = speaker or Speaker(lambda: room.seconds, room, room)
    for at, kind in (*cues, (cues[-1][0] + 3, None)):
        while room.seconds < at:
            room.seconds = min(at, room.seconds + min(1.0, max(0.001, speaker.attend())))
        if kind:
            speaker(Cue(at, kind, seconds=5, segment=0), LEG, manner or Manner(voiced=True))
        speaker.attend()


def test_words_follow_their_tone() -> None:
    """A cue is spoken as soon as its tone has ended."""
    room = Room()
    listened(room, (0, "move"))
    assert room.heard == [(0, "[move]"), (0.3, TOLD)]


def test_no_count_over_a_cue() -> None:
    """Ticks are left out while a cue is spoken or about to be."""
    room = Room()
    listened(room, (0, "move"), (0.2, "tick"), (1, "tick"), (2.2, "tick"), (2.4, "tick"))
    assert [what for _, what in room.heard] == ["[move]", TOLD, "[tick]"]


def test_letting_go_waits_for_half_a_second() -> None:
    """A hold's end comes up to half a second late rather than over a cue; later than that it is left out."""
    room = Room()
    listened(room, (0, "move"), (2, "release"))
    assert room.heard[2:] == [(2.35, "[release]"), (2.65, "Let go")]
    room = Room()
    listened(room, (0, "move"), (1.5, "release"))
    assert [what for _, what in room.heard] == ["[move]", TOLD]


def test_a_switch_waits_for_the_cue() -> None:
    """A switch of sides is too much to miss: it comes when the cue has been spoken, with its words."""
    room = Room()
    listened(room, (0, "move"), (1, "switch"))
    assert room.heard[2:] == [(2.3, "[switch]"), (2.6, "Switch sides")]


def test_the_middle_waits_for_a_tone() -> None:
    """Half way at the moment of a hold sounds after it; a hold never waits for half way."""
    room, quiet = Room(), Manner()
    listened(room, (0, "hold"), (0, "half"), manner=quiet)
    assert room.heard == [(0, "[hold]"), (0.4, "[half]")]
    room = Room()
    listened(room, (0, "half"), (0.2, "hold"), manner=quiet)
    assert room.heard == [(0, "[half]"), (0.2, "[hold]")]


def test_a_tick_gives_way_to_a_hold() -> None:
    """Of two cues at one moment the one that asks for something is heard."""
    room = Room()
    listened(room, (0, "release"), (0, "tick"), manner=Manner())
    assert room.heard == [(0, "[release]")]


def test_the_next_move_ends_a_cue() -> None:
    """The next move and a pause end what is spoken, at once."""
    room = Room()
    listened(room, (0, "move"), (1, "move"), (2, "pause"))
    assert [what for _, what in room.heard] == ["[move]", TOLD, "hush", "[move]", TOLD, "hush", "[pause]"]


def test_nothing_late_after_a_move() -> None:
    """What waited for one move is not heard in the next."""
    room = Room(spoken=0.5)
    listened(room, (0, "move"), (0.5, "switch"), (0.7, "move"))
    assert "[switch]" not in [what for _, what in room.heard]


def test_a_move_does_not_end_its_own_cue() -> None:
    """Where a cue was told before its move, the move waits until it has been spoken, and then says so."""
    room = Room(spoken=3)
    speaker = Speaker(lambda: room.seconds, room, room)
    speaker(Cue(0, "change", seconds=2), LEG, Manner(voiced=True))
    room.seconds = 2
    speaker.attend()
    room.seconds = 2.5
    speaker(Cue(0, "move", seconds=5, told=True), LEG, Manner(voiced=True))
    listened(room, (6.0, "tick"), speaker=speaker)
    assert [what for _, what in room.heard] == ["[ready]", TOLD, "[move]", "Now"]


def test_the_first_picture_comes_first() -> None:
    """Get ready is made and played only once the speaker is attended to, after the picture."""
    room = Room()
    speaker = Speaker(lambda: room.seconds, room, room)
    speaker(Cue(0, "ready", seconds=5), LEG, Manner())
    assert room.heard == []
    speaker.attend()
    assert room.heard == [(0, "[ready]")]


def test_mute_ends_what_waits() -> None:
    """Muted, a tone that waited is not heard any more; the words after it are."""
    room = Room()
    speaker = Speaker(lambda: room.seconds, room, room)
    speaker(Cue(0, "move", seconds=5), LEG, Manner(voiced=True))
    room.seconds = 0.3
    speaker.attend()
    speaker(Cue(0.3, "switch", seconds=5), LEG, Manner(voiced=True))
    listened(room, (0.5, "voice"), speaker=speaker, manner=MUTED)
    assert [what for _, what in room.heard] == ["[move]", TOLD, "Switch sides"]


def test_mute_ends_what_sounds() -> None:
    """Muted, the tone under way is ended, and nothing waits for it."""
    room = Room()
    speaker = Speaker(lambda: room.seconds, room, room)
    listened(room, (0, "move"), (0.1, "voice"), speaker=speaker, manner=MUTED)
    assert (room.stopped > 0, speaker.sounding) == (True, False)


def test_a_voice_that_hangs_does_not_silence_the_rest() -> None:
    """A voice that never ends is ended after longer than any cue takes, and tones are heard again."""
    room = Room(hangs=True)
    listened(room, (0, "move"), (20, "tick"), (30, "tick"))
    assert [what for _, what in room.heard] == ["[move]", TOLD, "hush", "[tick]"]


def test_the_voice_off_ends_what_is_spoken() -> None:
    """The voice's own key silences it at once."""
    room = Room()
    speaker = Speaker(lambda: room.seconds, room, room)
    listened(room, (0, "move"), speaker=speaker)
    room.until = inf
    speaker(Cue(3, "voice"), LEG, Manner())
    assert room.heard[-1] == (3, "hush")


def test_the_bell_where_there_is_no_player() -> None:
    """Without a player the bell rings, also over words, and not where it never did."""
    room = Room()
    listened(room, (0, "move"), (1, "tick"), (5, "half"), speaker=Speaker(lambda: room.seconds, room, None, room.ring))
    assert room.shrill == [0, 1]


def test_the_bell_where_the_player_cannot() -> None:
    """A player that cannot play leaves it to the bell, and words wait for nothing."""
    room = Room(able=False)
    listened(room, (0, "move"), speaker=Speaker(lambda: room.seconds, room, room, room.ring))
    assert (room.shrill, room.heard[-1]) == ([0], (0, TOLD))


def test_neither_player_nor_bell_nor_voice() -> None:
    """With nothing to be heard from, nothing is heard and nothing is due."""
    room = Room()
    speaker = Speaker(lambda: room.seconds)
    speaker(Cue(0, "move", seconds=5), LEG, Manner(voiced=True))
    assert (speaker.attend(), speaker.sounding, room.heard) == (inf, False, [])


def test_sounding_until_the_last_word() -> None:
    """A speaker sounds until its last tone and the words after it have ended."""
    room = Room()
    speaker = Speaker(lambda: room.seconds, room, room)
    speaker(Cue(LEG.end, "end"), LEG, Manner(voiced=True))
    while speaker.sounding and room.seconds < 60:
        room.seconds += 0.01
        speaker.attend()
    assert [what for _, what in room.heard] == ["[done]", "Done"]
    assert 3.5 < room.seconds < 3.7
