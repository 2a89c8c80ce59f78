"""The forms in which a routine goes along: what each is, which options it takes, how it gets there, what makes it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facecoach.errors import CoachError, UsageError
from facecoach.words import listed

if TYPE_CHECKING:
    from facecoach.routine.shelf import Card, Loaded
    from facecoach.screen.paper.canvas import PaperName
    from facecoach.screen.paper.sheet import Subject
    from facecoach.session.timeline import Timeline
    from facecoach.settings import Settings
    from facecoach.sound.production import Overrun, Recording
    from facecoach.sound.speech import Dictation
    from facecoach.world import World


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a form: a voice or none, the paper, times of day and weekdays."""

    voice: bool | None = None
    paper: PaperName | None = None
    at: tuple[str, ...] = ()
    on: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The options that were given."""
        voice = "--no-voice" if self.voice is False else "--voice"
        values = {voice: self.voice, "--paper": self.paper, "--at": self.at or None, "--on": self.on}
        return tuple(name for name, value in values.items() if value is not None)


@dataclass(frozen=True, slots=True)
class Taken:
    """A routine to be taken along: as it was asked for, read, and at a glance, with what is wished.

    `after` undoes, once all is written, what was needed for it.
    """

    asked: str
    loaded: Loaded
    card: Card
    settings: Settings
    wish: Wish
    after: ExitStack

    @property
    def command(self) -> str:
        """How the routine is named in a shell."""
        known = self.loaded.entry.origin != "path"
        return self.loaded.entry.slug if known else shlex.quote(self.asked)

    @property
    def line(self) -> Timeline:
        """Its timeline, at the pace of the settings."""
        from facecoach.session.laying import laid_out

        return laid_out(self.loaded.routine).paced(self.settings.change)

    @property
    def lead_in(self) -> float:
        """The seconds before its first move."""
        return float(self.settings.lead_in)


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made of a routine: the file, in blocks, and what to say of it beside its size."""

    blocks: Iterable[bytes]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """A form: what it is, how it gets where it is used, what makes it, and the options it takes."""

    what: str
    along: str
    write: Callable[[World, Taken], Written]
    takes: tuple[str, ...] = ()


def fitting(suffix: str, wish: Wish) -> Writer:
    """Return what writes a form as wished; raises UsageError for an option that says nothing of it."""
    for option in wish.given:
        if option not in WRITERS[suffix].takes:
            others = listed([f"`{name}`" for name, one in WRITERS.items() if option in one.takes], "and")
            raise UsageError(f"a `{suffix}` takes no `{option}`", f"it is for {others}")
    return WRITERS[suffix]


def _page(_: World, taken: Taken) -> Written:
    from facecoach.page.content import Pace
    from facecoach.page.markup import Sheet
    from facecoach.page.writer import page
    from facecoach.safety.gate import questions
    from facecoach.words import spoken

    routine = taken.loaded.routine
    asked = questions(taken.card)
    cautions = asked or tuple(spoken(name) for name in routine.avoid_if)
    sheet = Sheet(routine.about or "", routine.needs, cautions, screens=bool(asked))
    return Written((page(taken.line, sheet, Pace(taken.lead_in, taken.command), taken.settings.palette),))


def _wav(world: World, taken: Taken) -> Written:
    from facecoach.sound.riff import riff

    made, notes = _recording(world, taken)
    return Written(riff(made.name, made.chapters, made.width, made.frames, made.blocks()), notes)


def _mp3(world: World, taken: Taken) -> Written:
    from facecoach.sound.mp3 import encoded, encoder

    lame = encoder()
    made, notes = _recording(world, taken)
    return Written(encoded(made.name, made.chapters, lame(made.width), made.blocks()), notes)


def _recording(world: World, taken: Taken) -> tuple[Recording, tuple[str, ...]]:
    """Return a routine as sound, and what to say of it; raises CoachError."""
    from facecoach.safety.gate import caution
    from facecoach.sound.production import overruns, produced

    line, voice = taken.line, _voice(world, taken)
    made = produced(line, taken.lead_in, voice)
    silent = ["no voice here speaks into files, so it has tones alone; `espeak-ng` would"]
    unsaid = silent if voice is None and taken.wish.voice is None else []
    late = map(_overrun, overruns(made, line, taken.lead_in))
    return made, (*unsaid, *late, *filter(None, [caution(taken.card)]))


def _voice(world: World, taken: Taken) -> Dictation | None:
    """Return a voice that speaks into files, where there is one and it is not declined; raises CoachError."""
    from tempfile import TemporaryDirectory

    from facecoach.sound.speech import Dictation, find_writer

    command = find_writer(world.which) if taken.wish.voice is not False else None
    if command is None and taken.wish.voice:
        raise CoachError("no voice here speaks into files", "install `espeak-ng`, or leave `--voice` out")
    return Dictation(command, world.finish, taken.after.enter_context(TemporaryDirectory())) if command else None


def _overrun(one: Overrun) -> str:
    times = f"takes {one.takes:.0f} s to say and has {one.has:.0f} s"
    return f"the cue of `{one.title}` {times}: its end is left out; a shorter one, or a `say`, fits"


def _picture(_: World, taken: Taken) -> Written:
    from facecoach.screen.paper.poster import printed

    return Written((printed(_subject(taken)),), _lacking(taken))


def _sheets(_: World, taken: Taken) -> Written:
    from facecoach.screen.paper.booklet import booklet

    return Written((booklet(_subject(taken)),), _lacking(taken))


def _subject(taken: Taken) -> Subject:
    from facecoach.screen.paper.canvas import SIZES
    from facecoach.screen.paper.sheet import Subject

    paper = taken.wish.paper or "a4"
    return Subject(taken.loaded.routine, taken.command, taken.settings.palette, SIZES[paper])


def _lacking(taken: Taken) -> tuple[str, ...]:
    from facecoach.cli.routines import lacks
    from facecoach.screen.paper.poster import unprinted

    lacking = unprinted(taken.loaded.routine)
    return (lacks(lacking),) if lacking else ()


def _calendar(world: World, taken: Taken) -> Written:
    from facecoach.habit.dates import parse_clock, parse_weekdays
    from facecoach.remind.calendar import Appointment, calendar, first
    from facecoach.safety.gate import caution

    if not taken.wish.at:
        raise UsageError("a calendar needs a time of day", "as in `--at 07:30 --on mon,wed,fri`")
    on = parse_weekdays(taken.wish.on) if taken.wish.on is not None else ()
    if taken.wish.on is not None and not on:
        raise UsageError("`--on` names no weekday", "as in `--on mon,wed`; daily without it")
    at = sorted({parse_clock(text) for text in taken.wish.at})
    routine, now = taken.loaded.routine, world.now()
    text = "\n".join(filter(None, (f"facecoach run {taken.command}", routine.about, caution(taken.card))))
    one = Appointment(routine.name, text, taken.line.lasting(taken.lead_in), taken.loaded.entry.asked)
    times = listed([f"{clock:%H:%M}" for clock in at])
    begins = min(first(clock, on, now) for clock in at)
    told = f"at {times} {f'on {listed(on)}' if on else 'daily'}, wherever you are, from {begins:%Y-%m-%d} on"
    alarms = "some calendars ignore alarms from files: look at the first one, or `facecoach remind --at` rings here"
    return Written((calendar(one, at, on, now),), (told, alarms))


_SENT = "to the phone: send it there (mail, cable, AirDrop)"
_PRINTED = "print it, and hang it by the mirror"
_VOICES, _DAYS = ("--voice", "--no-voice"), ("--at", "--on")

# A further form is a line here, and its suffix in the help of `export` and of `--as`.
WRITERS: dict[str, Writer] = {
    ".html": Writer(
        "a page for a phone's browser", f"{_SENT}, save it, open it in the browser; it needs no network", _page
    ),
    ".wav": Writer("sound, a chapter a step", f"{_SENT}; anything plays it, a `.mp3` is far smaller", _wav, _VOICES),
    ".mp3": Writer("sound, a chapter a step", f"{_SENT}; anything plays it", _mp3, _VOICES),
    ".png": Writer("one page", _PRINTED, _picture, ("--paper",)),
    ".pdf": Writer("a page to print", _PRINTED, _sheets, ("--paper",)),
    ".ics": Writer("an appointment that comes again", f"{_SENT}, or open it here, in your calendar", _calendar, _DAYS),
}
