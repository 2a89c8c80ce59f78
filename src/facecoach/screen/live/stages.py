"""The three stages of one session: panels in a terminal, plain lines, and JSON events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.screen.data import as_json
from facecoach.screen.live.inquiry import Inquiry
from facecoach.screen.live.layout import Layout, compose
from facecoach.screen.live.outlet import Outlet
from facecoach.screen.live.portrait import Portrait
from facecoach.screen.live.surface import Surface
from facecoach.screen.live.view import View, view
from facecoach.screen.spans import plain
from facecoach.session.breath import breath
from facecoach.session.player import Composed, Manner
from facecoach.session.state import Session
from facecoach.session.timeline import Cue, Leg
from facecoach.words import clock, span, whole

REFINING = 0.1  # seconds after which a picture that appeared roughly is shown whole
CAUTIONED = 5.0  # seconds for which a caution is shown where there is no lead-in


class Panels:
    """A session in panels that fill the terminal and redraw only what has changed."""

    def __init__(self, surface: Surface, portrait: Portrait, caution: str = "", inquiry: Inquiry | None = None) -> None:
        self._surface = surface
        self._portrait = portrait
        self._caution = caution
        self._inquiry = inquiry
        self._led: bool | None = None
        self._begun = False
        self._paged = False
        self._shown: View | None = None
        self._layout = Layout(())

    def show(self, session: Session, manner: Manner) -> None:
        """Bring the screen up to date, unless the terminal is still busy with what it was sent before."""
        if self._surface.busy:
            return
        if self._paged:
            self._surface.wipe()
            self._paged = False
        if self._inquiry:
            self._inquiry.attend()
        resized = self._surface.resized()
        now = view(session, manner, self._cautioned(session))
        now = replace(now, clear=self._portrait.clears(session))
        if resized or now != self._shown:
            self._lay_out(now)
        fresh = not self._surface.pictured
        if self._layout.face:
            self._portrait.draw(self._surface, self._layout.face, session)
        if self._layout.next_face and now.ahead and not fresh:
            self._portrait.draw_next(self._surface, self._layout.next_face, session, now.ahead.leg)
        rooms = (self._layout.face, self._layout.next_face)
        self._surface.keep((room.x, room.y) for room in rooms if room)
        self._refining = fresh
        self._surface.flush()
        if self._inquiry and self._surface.pictured:
            self._inquiry.ask()

    def page(self, composed: Composed, zones: tuple[ZoneName, ...] = ()) -> tuple[int, int] | None:
        """Show a page in place of the session, these zones lit on its face, if it has one."""
        if not self._paged or self._surface.resized():
            self._surface.wipe()
            self._paged, self._shown = True, None
        layout: Layout = composed(*self._surface.size)
        self._surface.put(layout.patches)
        if layout.face and self._portrait.draws:
            self._portrait.draw_worked(self._surface, layout.face, zones)
        self._surface.keep([(layout.face.x, layout.face.y)] if layout.face else ())
        self._surface.flush()
        return self._surface.size

    def _lay_out(self, now: View) -> None:
        if self._shown is None or bool(self._shown.closing) != bool(now.closing):
            self._surface.forget()
        self._shown = now
        self._layout = compose(now, *self._surface.size, draws=self._portrait.draws)
        self._surface.put(self._layout.patches)

    def _cautioned(self, session: Session) -> str:
        """Return the caution for as long as it is shown: in the lead-in, or at first where there is none."""
        self._led = session.lead > 0 if self._led is None else self._led
        self._begun = self._begun or session.lead <= 0
        return self._caution if not self._begun or (not self._led and session.seconds < CAUTIONED) else ""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Say nothing: panels show a session as it stands."""

    def rhythm(self, session: Session) -> float:
        """Return the seconds until the digits or the face change."""
        waiting = session.lead if session.lead > 0 else session.segment.end - session.position
        if session.lead <= 0 and (paced := breath(session.leg, session.position)):
            waiting = paced.left
        change = self._portrait.next_change(session) if self._layout.face else 1.0
        return min((waiting % 1) or 1.0, change, REFINING if self._refining else 1.0)

    def enter(self) -> None:
        """Take the screen, all of it to be drawn again."""
        self._shown = None
        self._surface.enter()

    def leave(self) -> None:
        """Give the screen back as it was."""
        self._surface.leave()
        if self._inquiry:
            self._inquiry.settle()


class Lines:
    """A session as lines that stay: one for each move and other cue with words, fit for a log or a screen reader."""

    def __init__(self, outlet: Outlet, caution: str = "") -> None:
        self._outlet = outlet
        self._caution = caution
        self._opened = False

    def show(self, session: Session, manner: Manner) -> None:
        """Draw nothing: a line is written when there is something to tell."""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Write the line of a cue that has one, and before the first cue the line that opens the session."""
        if not self._opened:
            self._opened = True
            self._write(plain(self._opening(cue, session)))
        line = self._line(cue, session)
        if line:
            self._write(plain(line))

    def _opening(self, cue: Cue, session: Session) -> str:
        line, caution = session.timeline, f" {self._caution}." if self._caution else ""
        starting = f" Starting in {cue.seconds:g} s." if cue.kind == "ready" else ""
        return f"{line.name}: {clock(line.seconds)}, {len(line.steps)} steps.{starting}{caution}"

    def _write(self, line: str) -> None:
        self._outlet.write(f"{line}\n")

    def _line(self, cue: Cue, session: Session) -> str:
        line, leg = session.timeline, session.timeline.legs[cue.leg]
        if cue.kind == "move":
            where = f"{leg.title}, {ZONES[leg.zone].label.lower()}"
            dose = f"{cue.seconds:g} s{_dosed(leg)}"
            return f"{clock(cue.at):>5}  {leg.step + 1}/{len(line.steps)}  {where}, {dose}: {leg.act.cue}"
        if cue.kind == "change":
            return f"{clock(cue.at):>5}  Next, in {cue.seconds:g} s: {leg.title}. {leg.act.cue}"
        said = {
            "switch": f"Switch sides: {leg.segments[cue.segment].side}",
            "half": "Half way",
            "pause": "Paused",
            "resume": "Going on",
            "ask": "Leave? q again leaves, any other key stays",
            "gap": f"Away for {span(cue.seconds)}; that time is not counted",
            "end": "Left early" if session.phase == "left" else "Done",
        }.get(cue.kind)
        return f"{clock(cue.at):>5}  {said}" if said else ""

    def page(self, composed: Composed, zones: tuple[ZoneName, ...] = ()) -> tuple[int, int] | None:
        """Show no page: what there is to say is a line."""
        return None

    def rhythm(self, session: Session) -> float:
        """Return a second: nothing is seen in between."""
        return 1.0

    def enter(self) -> None:
        """Take no screen: lines need none."""

    def leave(self) -> None:
        """Leave the lines where they are."""


def _dosed(leg: Leg) -> str:
    """Return how often a move is done, how long each time is held, and on which side it begins."""
    first = leg.segments[0]
    held = "" if leg.act.moves else f", {first.seconds:g} s each"
    times = f", {first.reps} times{held}" if first.reps else ""
    return times + (f", {first.side} side" if first.side in ("left", "right") else "")


class Events(Lines):
    """A session as events: one JSON object a line, written as each happens."""

    def __init__(self, outlet: Outlet, about: dict[str, Any]) -> None:
        super().__init__(outlet)
        self._about = about

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Write the event of a cue that is one, and before the first cue the event that opens the session."""
        if not self._opened:
            self._opened = True
            self._write(as_json({"event": "start", "at": whole(cue.at), **self._about}))
        if event := self._event(cue, session):
            self._write(as_json(event))

    def _event(self, cue: Cue, session: Session) -> dict[str, Any] | None:
        leg = session.timeline.legs[cue.leg]
        more: dict[str, Any] = {}
        if cue.kind in ("move", "change"):
            place = {"step": leg.step + 1, "title": leg.title, "zone": leg.zone}
            more = {**place, "seconds": whole(cue.seconds), "cue": leg.act.cue}
        elif cue.kind == "gap":
            more = {"seconds": round(cue.seconds, 1)}
        elif cue.kind == "end":
            more = {"outcome": session.outcome, "seconds": whole(session.seconds)}
        elif cue.kind not in ("pause", "resume"):
            return None
        return {"event": cue.kind, "at": whole(cue.at), **more}
