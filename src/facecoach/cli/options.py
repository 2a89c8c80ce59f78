"""The options and arguments of the commands, as Typer reads them. Only a command line with options needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from facecoach.cli import complete
from facecoach.settings import FaceMode, Motion, PaletteName, Sound
from facecoach.world import World

__all__ = ["World"]

LOOK = "Look"
NAME = "A routine's name, or a path to a `.yaml`"

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Routine = Annotated[str, typer.Argument(autocompletion=complete.routine_names, help=f"{NAME}.")]
AnyRoutine = Annotated[
    str | None,
    typer.Argument(
        metavar="[ROUTINE]",
        autocompletion=complete.routine_names,
        help=f"{NAME}; without, what is suggested.",
    ),
]
Edit = Annotated[bool, typer.Option("--edit", help="Open it in $VISUAL or $EDITOR, and check it on return.")]

# run
Plain = Annotated[bool, typer.Option("--plain", help="Lines, not panels: for a log or a screen reader.")]
Events = Annotated[bool, typer.Option("--json", help="One event a line, as it happens.")]
Voiced = Annotated[bool | None, typer.Option("--voice/--no-voice", help="Speak the cues with the system's voice.")]
Sounds = Annotated[
    Sound | None, typer.Option(help="Tones that tell the moments apart, the terminal's bell, or neither.")
]
Volume = Annotated[int | None, typer.Option(min=0, max=100, help="How loud the tones are, 0 to 100.")]
Feeling = Annotated[
    bool | None, typer.Option("--feel/--no-feel", help="Ask how tight it feels, 0 to 9, before and after.")
]
LeadIn = Annotated[int | None, typer.Option(min=0, max=60, help="Seconds before the first move, 0 to 60.")]
ChangeOver = Annotated[
    int | None, typer.Option("--change", min=0, max=15, help="Seconds before each step but the first, 0 to 15.")
]
Speed = Annotated[
    float, typer.Option(min=0.1, max=1000, help="Rehearse so many times faster, 0.1 to 1000; never logged.")
]
FromStep = Annotated[int, typer.Option("--from", min=1, max=200, help="Start at this step, 1 to 200.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a session that was cut off.")]
Log = Annotated[bool, typer.Option("--log/--no-log", help="Write the session to the journal.")]
Anyway = Annotated[bool, typer.Option("--anyway", help="Go on although a condition rules it out.")]
Colours = Annotated[PaletteName | None, typer.Option("--palette", rich_help_panel=LOOK, help="The face's colours.")]
Moving = Annotated[Motion | None, typer.Option("--motion", rich_help_panel=LOOK, help="How the strokes move.")]
Face = Annotated[FaceMode | None, typer.Option("--face", rich_help_panel=LOOK, help="How the face is drawn.")]

# list, show
ListExercises = Annotated[bool, typer.Option("--exercises", help="The exercises that a step may `use`.")]
Picture = Annotated[Path | None, typer.Option(metavar="FILE.png", help="Write it as a page to hang by the mirror.")]

# export
ExportRoutine = Annotated[
    str | None, typer.Argument(metavar="ROUTINE", autocompletion=complete.routine_names, help=f"{NAME}.")
]
ExportFile = Annotated[
    str | None,
    typer.Argument(
        metavar="FILE", autocompletion=complete.export_files, help="Its suffix says as what; `-` writes to a pipe."
    ),
]
ExportAs = Annotated[
    str | None, typer.Option("--as", metavar="FORM", help="As what, whatever the file is called: `html`, `wav`, `pdf`.")
]
RecordingVoice = Annotated[
    bool | None,
    typer.Option("--voice/--no-voice", help="Speak the cues in sound; without either, where a voice is there."),
]
Paper = Annotated[Literal["a4", "letter"] | None, typer.Option(help="The paper of a `.pdf` or `.png`; `a4` without.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]

# streak
Explain = Annotated[bool, typer.Option("--explain", help="Say of each day why it counted or not.")]
Year = Annotated[bool, typer.Option("--year", help="Show fifty-three weeks instead of twelve.")]
Form = Annotated[
    str | None, typer.Option("--format", metavar="T", help="Print one line, such as `{current} {week.done}`.")
]
CheckDue = Annotated[bool, typer.Option("--check", help="Print nothing; exit 0 when nothing is due today.")]

# history, log, undo
Last = Annotated[int | None, typer.Option(min=1, max=100_000, help="Only so many, the newest; 1 to 100000.")]
OfRoutine = Annotated[
    str | None,
    typer.Option("--routine", metavar="NAME", autocompletion=complete.routine_names, help="Only those of one routine."),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
OnDay = Annotated[str | None, typer.Option(metavar="DATE", help="The day it was; today without.")]
AtTime = Annotated[str | None, typer.Option(metavar="HH:MM", help="When it began.")]
Minutes = Annotated[int | None, typer.Option(min=1, max=180, help="How long it was, 1 to 180; as planned without.")]
Felt = Annotated[
    str | None,
    typer.Option(
        "--feel", metavar="B,A", help="How tight before and after, 0 (not at all) to 9; `6,` or `,3` for one."
    ),
]
RecordId = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="The beginning or end of an id; the last session's without.")
]

# import, and export of days
ImportFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="Loop Habit Tracker's export, zip or CSV, or a CSV: day, routine, minutes."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")]
IntoRoutine = Annotated[
    str | None,
    typer.Option(
        "--routine", metavar="NAME", autocompletion=complete.routine_names, help="The routine, where names do not tell."
    ),
]
OfHabit = Annotated[
    list[str] | None, typer.Option("--habit", metavar="NAME", help="Only this habit of Loop's; may be given again.")
]
HabitsFile = Annotated[
    Path | None, typer.Option("--habits", metavar="FILE.zip", help="Days practised, in Loop Habit Tracker's layout.")
]

# goal, pause
WeekGoal = Annotated[int | None, typer.Option("--week", min=1, max=7, help="Days a week to aim for, 1 to 7.")]
RestDays = Annotated[str | None, typer.Option("--rest", metavar="DAYS", help="Weekdays off, as `sat,sun`, or `none`.")]
DayStarts = Annotated[
    str | None, typer.Option(metavar="HH:MM", help="When a day begins; before it is still the evening before.")
]
Freezes = Annotated[int | None, typer.Option(min=0, max=5, help="Freezes to hold at most, 0 to 5.")]
Days = Annotated[int | None, typer.Option("--days", min=1, max=365, help="How many days, today included; 1 to 365.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="The last day of it.")]
End = Annotated[bool, typer.Option("--end", help="Be back from today on.")]

# plan
PlanName = Annotated[
    str, typer.Argument(metavar="NAME", autocompletion=complete.plan_names, help="A plan, as `plan list` has it.")
]
StartOn = Annotated[str, typer.Option("--on", metavar="DATE", help="Since when; it may lie in the past.")]
WeekNumber = Annotated[int, typer.Argument(metavar="WEEK", min=1, max=104, help="The number of a week.")]
OfPlan = Annotated[bool, typer.Option("--plan", help="That of a plan's file instead.")]

# remind
Times = Annotated[
    list[str] | None, typer.Option("--at", metavar="HH:MM", help="At what time of day; may be given more than once.")
]
Weekdays = Annotated[str | None, typer.Option("--on", metavar="DAYS", help="Only on these, as `mon,wed`; else daily.")]
Printed = Annotated[bool, typer.Option("--print", help="Show what would be installed, and where, as without any.")]
Installed = Annotated[bool, typer.Option("--install", help="Install it, in place of the one before.")]
Removed = Annotated[bool, typer.Option("--remove", help="Take it away again, and leave nothing behind.")]
Now = Annotated[bool, typer.Option("--now", help="Remind now, unless today is done; this is what a timer runs.")]

# zones, learn, safety
ZoneArgument = Annotated[
    str | None, typer.Argument(autocompletion=complete.zone_names, help="A zone; all of them without.")
]
Topic = Annotated[
    str | None,
    typer.Argument(autocompletion=complete.topic_names, help="A topic, or a word to look up; without, what there is."),
]
ConditionName = Annotated[
    str,
    typer.Argument(
        metavar="CONDITION", autocompletion=complete.condition_names, help="As `facecoach safety` lists it."
    ),
]
Since = Annotated[str, typer.Option("--on", metavar="DATE", help="Since when: a date, today, yesterday or a weekday.")]
Screened = Annotated[
    str, typer.Argument(autocompletion=complete.routine_names, help="A routine that asks questions first.")
]
Yes = Annotated[bool, typer.Option("--yes", help="None of it is so; ask nothing.")]

# new, edit, check, build
Own = Annotated[
    str,
    typer.Argument(
        metavar="ROUTINE", autocompletion=complete.routine_names, help="One of your own, or a bundled one to copy."
    ),
]
NewName = Annotated[str, typer.Argument(help="Small letters, digits and dashes.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="ROUTINE", autocompletion=complete.routine_names, help="Begin with a copy of it."),
]
Offered = Annotated[
    str,
    typer.Argument(
        metavar="FILE|URL", autocompletion=complete.own_names, help="A file, an https address; a name with --update."
    ),
]
KeptAs = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Keep it by this name.")]
Agreed = Annotated[bool, typer.Option("--yes", help="Do not ask; it does not speak for errors of safety.")]
Renew = Annotated[bool, typer.Option("--update", help="Fetch one again that was added, and show what changed.")]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...", autocompletion=complete.routine_names, help="Names or paths; your own folder without."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")]
Format = Annotated[Literal["full", "short"], typer.Option("--format", help="With the line and a caret, or one a line.")]
BuildMinutes = Annotated[int, typer.Option("--minutes", min=1, max=15, help="How long it is to last, 1 to 15.")]
ZoneList = Annotated[
    str, typer.Option(metavar="A,B", autocompletion=complete.zone_lists, help="What to work, apart by commas.")
]
Save = Annotated[str | None, typer.Option("--save", metavar="NAME", help="Keep it among your own routines.")]
StartNow = Annotated[bool, typer.Option("--run", help="Start it at once.")]

# doctor
Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be mended without losing a line.")]
