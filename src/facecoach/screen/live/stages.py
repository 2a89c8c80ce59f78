"""The three stages of one session: panels in a terminal, plain lines, and JSON events."""

from __future__ import annotations

import json
from typing import Any, TextIO

from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.timing import whole
from facecoach.screen.live.layout import Layout, compose
from facecoach.screen.live.portrait import Portrait
from facecoach.screen.live.surface import Surface
from facecoach.screen.live.view import View, view
from facecoach.screen.spans import plain
from facecoach.session.player import Manner
from facecoach.session.state import Session
from facecoach.session.timeline import Cue
from facecoach.words import clock, span


class Panels:
    """A session in panels that fill the terminal and redraw only what has changed."""

    def __init__(self, surface: Surface, portrait: Portrait, caution: str = "") -> None:
        self._surface = surface
        self._portrait = portrait
        self._caution = caution
        self._shown: View | None = None
        self._layout = Layout(())

    def show(self, session: Session, manner: Manner) -> None:
        """Bring the screen up to date."""
        resized = self._surface.resized()
        now = view(session, manner, self._caution)
        if resized or now != self._shown:
            self._shown = now
            self._layout = compose(now, *self._surface.size, draws=self._portrait.draws)
            self._surface.put(self._layout.patches)
        if self._layout.face:
            self._portrait.draw(self._surface, self._layout.face, session)
        self._surface.flush()

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Nothing: what there is to tell is seen."""

    def rhythm(self, session: Session) -> float:
        """Return the seconds until the digits or the face change."""
        waiting = session.lead if session.lead > 0 else session.segment.end - session.position
        change = self._portrait.next_change(session) if self._layout.face else 1.0
        return min((waiting % 1) or 1.0, change)

    def enter(self) -> None:
        """Take the screen, all of it to be drawn again."""
        self._shown = None
        self._surface.enter()

    def leave(self) -> None:
        """Give the screen back as it was."""
        self._surface.leave()


class Lines:
    """A session as lines that stay: one at each move and at each milestone, fit for a log and a screen reader."""

    def __init__(self, stream: TextIO, caution: str = "") -> None:
        self._stream = stream
        self._caution = caution

    def show(self, session: Session, manner: Manner) -> None:
        """Nothing: a line is written when there is something to tell."""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Write the line of a moment that has one."""
        line = self._line(cue, session)
        if line:
            self._write(plain(line))

    def _write(self, line: str) -> None:
        self._stream.write(f"{line}\n")
        self._stream.flush()

    def _line(self, cue: Cue, session: Session) -> str:
        line, leg = session.timeline, session.timeline.legs[cue.leg]
        if cue.kind == "ready":
            caution = f" {self._caution}." if self._caution else ""
            return (
                f"{line.name}: {clock(line.seconds)}, {len(line.steps)} steps. Starting in {cue.seconds:g} s.{caution}"
            )
        if cue.kind == "move":
            where = f"{leg.title}, {ZONES[leg.zone].label.lower()}"
            return f"{clock(cue.at):>5}  {leg.step + 1}/{len(line.steps)}  {where}, {cue.seconds:g} s: {leg.move.cue}"
        said = {
            "switch": "Switch sides",
            "half": "Half way",
            "pause": "Paused",
            "resume": "Going on",
            "ask": "Leave? q again leaves, any other key stays",
            "gap": f"Away for {span(cue.seconds)}; that time is not counted",
            "end": "Left early" if session.phase == "left" else "Done",
        }.get(cue.kind)
        return f"{clock(cue.at):>5}  {said}" if said else ""

    def rhythm(self, session: Session) -> float:
        """Return a second: nothing is seen in between."""
        return 1.0

    def enter(self) -> None:
        """Nothing: lines need no screen."""

    def leave(self) -> None:
        """Nothing: lines stay."""


class Events(Lines):
    """A session as one JSON object a line, the moment it happens."""

    def __init__(self, stream: TextIO, about: dict[str, Any]) -> None:
        super().__init__(stream)
        self._opening: dict[str, Any] | None = about

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Write the event of a moment that is one, behind the one that opens the session."""
        if self._opening is not None:
            self._write(json.dumps({"event": "start", "at": whole(cue.at), **self._opening}, ensure_ascii=False))
            self._opening = None
        if event := self._event(cue, session):
            self._write(json.dumps(event, ensure_ascii=False))

    def _event(self, cue: Cue, session: Session) -> dict[str, Any] | None:
        leg = session.timeline.legs[cue.leg]
        more: dict[str, Any] = {}
        if cue.kind == "move":
            place = {"step": leg.step + 1, "title": leg.title, "zone": leg.zone}
            more = {**place, "seconds": whole(leg.seconds), "cue": leg.move.cue}
        elif cue.kind == "gap":
            more = {"seconds": round(cue.seconds, 1)}
        elif cue.kind == "end":
            more = {"outcome": session.outcome, "seconds": whole(session.seconds)}
        elif cue.kind not in ("pause", "resume"):
            return None
        return {"event": cue.kind, "at": whole(cue.at), **more}
