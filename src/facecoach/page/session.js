"use strict";

/** The session: a clock that is read and never counted, what is heard, and what a touch does. */

const BEAT = 250; // milliseconds between two looks at the clock
const ASLEEP = 2500; // milliseconds without a look after which the page says that it was away
const LONGEST_WORK = 3; // seconds that one look may add to what was worked
const WHOLE = 0.97; // share worked from which a session is logged as planned

/**
 * A clock that tells how far a session is. `performance.now()` may stand still while a device sleeps and the time of
 * day may be set: only where a look came late, and the day went further by more than a second, is the difference taken.
 */
class Clock {
  constructor() {
    this.position = 0;
    this.running = false;
    this.mark = 0;
    this.day = 0;
  }

  /** @param {number} position - seconds */
  run(position) {
    this.position = position;
    this.running = true;
    this.look();
  }

  stop() {
    this.now();
    this.running = false;
  }

  /** Take the time from here. */
  look() {
    this.mark = performance.now();
    this.day = Date.now();
  }

  /** The position now, in seconds, and how many milliseconds lie since the last look. @returns {number} */
  now() {
    if (!this.running) return 0;
    const steady = performance.now() - this.mark;
    const missed = Date.now() - this.day - steady;
    const gone = steady + (missed > 1000 && Math.max(steady, missed) > ASLEEP ? missed : 0);
    this.position += gone / 1000;
    this.look();
    return gone;
  }
}

const clock = new Clock();
const tones = new Tones(cues(moves, plan.half), total);
const voice = new Voice();
const stage = new Stage(the("stage"), the("picture"), the("tracks"), plan.scenes);
const session = { worked: 0, timer: 0, shown: null, told: "", lock: null, noted: 0 };

/* ---- what is heard ---- */

/** Say once what is to be done: aloud, and to a screen reader. @param {Object} moment */
function tell(moment) {
  const key = `${moment.move} ${moment.state === "ready"} ${moment.side}`;
  if (key === session.told) return;
  const [before_, ready] = session.told.split(" ");
  const same = before_ === String(moment.move);
  session.told = key;
  const move = moves[moment.move];
  if (same && ready === "true") return write(the("status"), moment.side ? `Go. ${named(moment.side)}.` : "Go.");
  if (same && moment.side) return say(`Switch sides: ${moment.side} side.`);
  if (!same) say(move.say, introduced(move, moment));
  return undefined;
}

/** @param {string} spoken @param {string} [read] */
function say(spoken, read = spoken) {
  voice.say(spoken);
  write(the("status"), read);
}

/** @param {string} side @returns {string} */
function named(side) {
  return `${side.charAt(0).toUpperCase()}${side.slice(1)} side`;
}

/** A move as a screen reader has it. @returns {string} */
function introduced(move, moment) {
  const firm = move.pressure ? ` Pressure ${plan.pressures[move.pressure - 1]}.` : "";
  const each = new Set(move.segments.map((one) => one.side)).size > 1;
  const side = moment.side ? ` ${named(moment.side)}${each ? " first" : ""}.` : "";
  const ready = moment.state === "ready" ? "Get ready. " : "";
  return `${ready}${move.title}. ${move.cue}${side}${firm} ${Math.round(move.seconds)} seconds.`;
}

/* ---- time ---- */

/** Look at the clock and show what it comes to. */
function beat() {
  window.clearTimeout(session.timer);
  const from = clock.position;
  const gone = clock.now();
  if (gone > ASLEEP && !tones.plays && away(from, gone)) return;
  work(from, clock.position);
  const moment = momentAt(moves, clock.position);
  if (moment.done) return finish();
  tones.follow(clock.position);
  show(moment);
  tell(moment);
  const late = (clock.position * 1000) % BEAT;
  session.timer = window.setTimeout(beat, BEAT - late + 1);
  return undefined;
}

/** Add what was worked between two positions; long silences are not work. */
function work(from, to) {
  const gone = momentAt(moves, to).worked - momentAt(moves, from).worked;
  session.worked += Math.max(0, Math.min(gone, LONGEST_WORK));
}

/** Say how long nobody was here; a session that would have ended meanwhile waits where it was left. */
function away(from, gone) {
  const long = watch(gone / 1000);
  if (clock.position < total - EPSILON) {
    note(`Away for ${long}. It went on; back takes you to where you were.`);
    session.left = from;
    return false;
  }
  clock.position = from;
  pause();
  note(`Away for ${long}. It waits where you left it.`);
  return true;
}

/** @param {string} text - nothing to take it away */
function note(text) {
  window.clearTimeout(session.noted);
  the("note").hidden = !text;
  write(the("note"), text);
  if (text) session.noted = window.setTimeout(() => note(""), 8000);
  else session.left = undefined;
}

/* ---- what a touch does ---- */

function start() {
  session.worked = 0;
  session.told = "";
  session.shown = null;
  screenOf("session");
  stage.fit();
  the("text").focus({ preventScroll: true });
  tones.play(0);
  clock.run(0);
  awake();
  beat();
}

function pause() {
  clock.stop();
  window.clearTimeout(session.timer);
  tones.stop();
  voice.stop();
  asleep();
  show(momentAt(moves, clock.position));
  the("pause").setAttribute("aria-label", "Go on");
  write(the("status"), "Paused.");
}

function resume() {
  the("pause").setAttribute("aria-label", "Pause");
  note("");
  clock.run(clock.position);
  tones.play(clock.position);
  awake();
  write(the("status"), "On it goes.");
  beat();
}

function toggle() {
  if (the("session").hidden) return;
  if (clock.running) {
    clock.now();
    pause();
  } else {
    resume();
  }
}

/** @param {number} position */
function jump(position) {
  if (position >= total - EPSILON) return finish();
  const going = clock.running;
  note("");
  voice.stop();
  session.told = "";
  session.shown = null;
  stage.playing.forEach(({ animation }) => animation.pause());
  clock.position = position;
  if (!going) {
    show(momentAt(moves, position));
    return tell(momentAt(moves, position));
  }
  clock.look();
  tones.play(position);
  return beat();
}

function forward() {
  settle();
  jump(after(moves, clock.position));
}

/** Back: to where someone was before they went away, else to the start of a move. */
function back() {
  settle();
  jump(session.left === undefined ? before(moves, clock.position) : session.left);
}

/** Bring position and work up to this moment. */
function settle() {
  const from = clock.position;
  clock.now();
  work(from, Math.min(clock.position, total));
}

function finish() {
  window.clearTimeout(session.timer);
  clock.running = false;
  clock.position = total;
  voice.stop();
  asleep();
  note("");
  screenOf("done");
  figures();
  the("finished").focus();
  write(the("status"), "Done.");
}

/** What a session came to, and the line that writes it down. */
function figures() {
  const zones = Object.keys(plan.zones).length;
  const facts = [watch(session.worked), counted(moves.length, "move"), counted(zones, "zone")];
  the("figures").replaceChildren(...facts.map((fact) => made("li", "chip", fact)));
  const minutes = Math.min(180, Math.max(1, Math.round(session.worked / 60)));
  const short = session.worked < WHOLE * plan.seconds;
  write(the("log"), `facecoach log ${plan.log}${short ? ` --minutes ${minutes}` : ""}`);
}

/** @param {number} number @param {string} noun @returns {string} */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** @param {string} id */
function screenOf(id) {
  ["opening", "session", "done"].forEach((one) => { the(one).hidden = one !== id; });
  window.scrollTo(0, 0);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(the("log").textContent);
    write(the("copy"), "Copied");
  } catch {
    window.getSelection().selectAllChildren(the("log"));
    write(the("copy"), "Marked");
  }
}

/* ---- the screen stays on ---- */

async function awake() {
  try {
    if (navigator.wakeLock && !session.lock) session.lock = await navigator.wakeLock.request("screen");
    if (session.lock) session.lock.onrelease = () => { session.lock = null; };
  } catch {
    session.lock = null;
  }
}

function asleep() {
  if (session.lock) session.lock.release().catch(() => undefined);
  session.lock = null;
}

function returned() {
  if (document.visibilityState !== "visible" || !clock.running) return;
  awake();
  beat();
}
