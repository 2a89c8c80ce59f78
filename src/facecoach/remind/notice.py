"""The one notification: whether it is due, what it says, and the program that shows it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facecoach.words import clipped, clock

if TYPE_CHECKING:
    from facecoach.habit.history import History
    from facecoach.remind.machine import Machine
    from facecoach.today import Advice

TITLE = "facecoach"
_SILENT = ("done", "rest", "paused")
_APPLE = (
    "on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run",
)  # fmt: skip
_TOAST = """\
$ErrorActionPreference = 'Stop'
function Plain($coded) {{ [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($coded)) }}
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = $manager::GetTemplateContent('ToastText02')
$texts = $xml.GetElementsByTagName('text')
[void]$texts.Item(0).AppendChild($xml.CreateTextNode((Plain '{title}')))
[void]$texts.Item(1).AppendChild($xml.CreateTextNode((Plain '{body}')))
$sender = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\\WindowsPowerShell\\v1.0\\powershell.exe'
$manager::CreateToastNotifier($sender).Show([Windows.UI.Notifications.ToastNotification]::new($xml))
"""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says, as plain text."""

    title: str
    body: str


def due(history: History, advice: Advice) -> Notice | None:
    """Return what to say now; None where today is done, at rest or paused, or rest is what suits."""
    if history.state in _SILENT or advice.card is None:
        return None
    card = advice.card
    lead = "Go on with" if advice.kind == "resume" else "Now would suit:"
    name = clipped("".join(char for char in card.name if char.isprintable()), 60)
    return Notice(TITLE, f"{lead} {name}, {clock(card.seconds)} ({advice.command})")


def shown_by(notice: Notice, machine: Machine) -> tuple[str, ...] | None:
    """Return the command that shows a notice; None where the machine has no program for it.

    The text is an argument or encoded, so that none of it is ever markup, an option or a command.
    """
    if machine.platform == "darwin":
        script = tuple(part for text in _APPLE for part in ("-e", text))
        return _found(machine, "osascript", (*script, notice.title, notice.body))
    if machine.platform == "win32":
        return _found(machine, "powershell", ("-NoProfile", "-NonInteractive", "-EncodedCommand", _toast(notice)))
    body = notice.body.replace("&", "and").replace("<", "\u2039").replace(">", "\u203a")
    return _found(machine, "notify-send", ("--app-name=facecoach", "--", notice.title, body))


def _found(machine: Machine, name: str, arguments: tuple[str, ...]) -> tuple[str, ...] | None:
    path = machine.which(name)
    return (path, *arguments) if path else None


def _toast(notice: Notice) -> str:
    title, body = (b64encode(text.encode()).decode() for text in (notice.title, notice.body))
    return b64encode(_TOAST.format(title=title, body=body).encode("utf-16-le")).decode()
