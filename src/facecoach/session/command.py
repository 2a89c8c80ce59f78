"""What may be asked of a session, by a key or by the system."""

from __future__ import annotations

from enum import Enum


class Command(Enum):
    """What a person, or the system on their behalf, may ask for: during a session, or before one."""

    PAUSE = "pause"
    NEXT = "next"
    BACK = "back"
    MORE = "more"
    LESS = "less"
    MUTE = "mute"
    VOICE = "voice"
    HELP = "help"
    LEAVE = "leave"
    ENTER = "enter"
    UP = "up"
    DOWN = "down"
    OTHER = "other"
    INTERRUPT = "interrupt"
    TERMINATE = "terminate"
    HANG_UP = "hang up"
    CLOSED = "closed"
    SUSPEND = "suspend"
    REDRAW = "redraw"
    ZERO = "0"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"
    SEVEN = "7"
    EIGHT = "8"
    NINE = "9"

    @property
    def digit(self) -> int | None:
        """The digit that was pressed, None for any other command."""
        return int(self.value) if self.value.isdecimal() else None
