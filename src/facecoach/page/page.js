"use strict";

/** The session: a clock that is read and never counted, what it shows, and what a touch or a key does. */

const BEAT = 250; // milliseconds between two looks at the clock
const ASLEEP = 2500; // milliseconds without a look after which the page says that it was away
const LONGEST_WORK = 3; // seconds that one look may add to what was worked
const WHOLE = 0.97; // share worked from which a session is logged as planned

const plan = JSON.parse(document.getElementById("data").textContent);
const moves = plan.moves;
const total = end(moves);

/** @param {string} id @returns {HTMLElement} */
function the(id) {
  return document.getElementById(id);
}

/** Show text, and touch the page only where it differs. @param {Element} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {string} name @param {string} kind @param {string} [text] @returns {HTMLElement} */
function made(name, kind, text = "") {
  const element = document.createElement(name);
  element.className = kind;
  element.textContent = text;
  return element;
}

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

/* ---- what is seen ---- */

/** Show a moment. @param {Object} moment */
function show(moment) {
  const old = session.shown;
  session.shown = moment;
  const move = moves[moment.move];
  const paused = !clock.running;
  if (!old || old.move !== moment.move) showMove(move);
  showPlate(moment, move, paused, !old || old.segment !== moment.segment || old.state !== moment.state);
  the("session").className = `session z-${move.zone} is-${paused ? "paused" : moment.state}`;
  write(the("left"), `${watch(Math.ceil(moment.left - EPSILON))} left`);
  showNext(moment);
  showBar(moment);
  stage.show(moment.scene, moment.since, !paused);
  the("clear").hidden = !plan.scenes[moment.scene].clear;
  the("picture").style.setProperty("--full", moment.state === "in" || moment.state === "out" ? moment.share.toFixed(3) : "0");
  if (!old || old.move !== moment.move || old.state !== moment.state || old.paused !== paused) fitState();
  moment.paused = paused;
}

/** @param {Object} move */
function showMove(move) {
  write(the("title"), move.title);
  write(the("zone"), plan.zones[move.zone]);
  write(the("cue"), move.cue);
  write(the("how"), move.how);
  the("text").scrollTop = 0;
  fitMove();
}

/** Both copies of the plate: light words on its tint, dark ones on its fill. */
function showPlate(moment, move, paused, jumps) {
  const plate = the("plate");
  const solid = moment.last && !paused && moment.state !== "ready";
  const share = paused ? 0 : solid ? 1 : moment.share;
  plate.className = `plate side-${moment.side || "none"}${solid ? " last" : ""}${jumps ? " snap" : ""}`;
  plate.style.setProperty("--share", share.toFixed(4));
  const word = paused ? "PAUSED" : moment.word;
  const firm = moment.state !== "release" && moment.state !== "switch" && !paused ? move.pressure : 0;
  plate.querySelectorAll(".words").forEach((words) => {
    write(words.querySelector(".digits"), moment.digits);
    write(words.querySelector(".word"), word);
    write(words.querySelector(".count"), countOf(moment, move, paused));
    write(words.querySelector(".press"), firm ? plan.pressures[firm - 1] : "");
    showDots(words.querySelector(".dots"), firm);
  });
  const lasts = moment.state === "ready" ? move.wait : move.segments[moment.segment].seconds;
  plate.classList.toggle("wide", moment.digits.length > 2);
  plate.classList.toggle("pair", Boolean(word) && lasts > 9);
}

/** @param {Element} dots @param {number} firm - 0 where nothing is said */
function showDots(dots, firm) {
  if (dots.dataset.firm === String(firm)) return;
  dots.dataset.firm = String(firm);
  const count = firm ? plan.pressures.length : 0;
  dots.replaceChildren(...Array.from({ length: count }, (_, index) => made("i", index < firm ? "full" : "")));
}

/** What stands below the state's word. @returns {string} */
function countOf(moment, move, paused) {
  if (paused || moment.state === "ready") return "";
  if (moment.state === "switch") return "switch sides";
  const { rep, turn } = move.segments[moment.segment];
  if (!rep[1]) return "";
  const sets = turn[1] > 1 ? `, set ${turn[0]} of ${turn[1]}` : "";
  return moment.state === "count" ? `of ${rep[1]}${sets}` : `${rep[0]} of ${rep[1]}${sets}`;
}

/** @param {Object} moment */
function showNext(moment) {
  const next = coming(moves, moment);
  write(the("after"), next.title ? `Next: ${next.title}` : "Then you are done");
  const kind = `next z-${next.zone || "face"}${moment.last ? " soon" : ""}`;
  if (the("next").className !== kind) the("next").className = kind;
}

/** @param {Object} moment */
function showBar(moment) {
  [...the("bar").querySelectorAll("i")].forEach((part, index) => {
    const move = moves[index];
    const share = Math.min(1, Math.max(0, (moment.worked - move.start) / move.seconds));
    if (part.dataset.share !== share.toFixed(3)) part.style.setProperty("--done", share.toFixed(3));
    part.dataset.share = share.toFixed(3);
    part.classList.toggle("here", index === moment.move);
  });
}

/** The whole as a bar: a part a move, in its zone's colour, a gap between steps. @param {HTMLElement} bar */
function buildBar(bar) {
  bar.replaceChildren(...moves.map((move, index) => {
    const opens = index && move.step !== moves[index - 1].step;
    const part = made("i", `z-${move.zone}${opens ? " opens" : ""}`);
    part.style.setProperty("--long", String(move.seconds));
    return part;
  }));
}

/** Make text smaller until it fits its box. @param {Element} element @param {number} most @param {number} least */
function fit(element, most, least, fits) {
  let size = most;
  element.style.setProperty("--size", size.toFixed(2));
  while (size > least && !fits()) {
    size *= 0.93;
    element.style.setProperty("--size", size.toFixed(2));
  }
}

function fitMove() {
  const text = the("text");
  fit(the("title"), 8, 4.2, () => the("title").scrollHeight <= the("title").clientHeight + 1);
  fit(text, 7.4, 4.2, () => text.scrollHeight <= text.clientHeight + 1);
}

function fitState() {
  const plate = the("plate");
  const words = plate.querySelector(".lower");
  const state = words.querySelector(".state");
  const parts = [...state.children];
  const wide = () => parts.every((part) => part.scrollWidth <= part.clientWidth + 1);
  fit(plate, 13, 4, () => wide() && state.offsetHeight <= words.clientHeight * 0.88);
}

/** Fit the opening: no caution may lie under the button that starts past it. */
function fitOpening() {
  const root = document.documentElement;
  const hidden = () => {
    const care = document.querySelector(".care").getBoundingClientRect();
    return care.bottom + window.scrollY > window.innerHeight - document.querySelector(".foot").offsetHeight + 8;
  };
  root.classList.remove("tight", "tighter");
  for (const kind of ["tight", "tighter"]) if (hidden()) root.classList.add(kind);
}

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

/* ---- buttons and keys ---- */

/** @param {string} id @param {{on: boolean}} what */
function choose(id, what) {
  what.on = !what.on;
  the(id).setAttribute("aria-pressed", String(what.on));
  write(the(id).querySelector(".word"), what.on ? "on" : "off");
}

function chooseSound() {
  choose("sound", tones);
  if (!tones.on) tones.stop();
  else if (clock.running) tones.play(clock.position);
}

function chooseVoice() {
  if (the("voice").disabled) return;
  choose("voice", voice);
  if (!voice.on) voice.stop();
}

/** @param {boolean} ready */
function voiceFound(ready) {
  the("voice").disabled = !ready;
  const why = ready ? "" : "This browser has no voice that speaks on the device itself.";
  write(the("voice-why"), why);
  the("voice").title = why;
  if (!voice.on) write(the("voice").querySelector(".word"), ready ? "off" : "none");
}

const KEYS = {
  " ": toggle, ArrowRight: forward, n: forward, ArrowLeft: back, p: back, m: chooseSound, v: chooseVoice,
};

/** @param {KeyboardEvent} event */
function pressed(event) {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey || the("session").hidden) return;
  event.preventDefault();
  if (!event.repeat) act();
}

/** Keys of a headset or a locked screen. */
function lockScreenKeys() {
  if (!navigator.mediaSession) return;
  if (window.MediaMetadata) navigator.mediaSession.metadata = new MediaMetadata({ title: plan.name, artist: "facecoach" });
  const acts = { play: toggle, pause: toggle, nexttrack: forward, previoustrack: back };
  Object.entries(acts).forEach(([name, act]) => navigator.mediaSession.setActionHandler(name, act));
}

function resized() {
  if (!the("opening").hidden) fitOpening();
  stage.fit();
  if (session.shown && !the("session").hidden) {
    fitMove();
    fitState();
  }
}

function prepare() {
  document.documentElement.classList.add("scripted");
  write(the("name"), plan.name);
  [the("bar"), the("whole")].forEach(buildBar);
  document.querySelectorAll(".same").forEach((place) => {
    const image = new Image(WIDE, 720);
    image.alt = "";
    image.src = the(`picture-${place.dataset.picture}`).src;
    place.replaceWith(image);
  });
  const whole = new Image(WIDE, 720);
  whole.alt = "";
  whole.src = the(`picture-${plan.scenes[plan.whole].picture}`).src;
  the("ending").append(whole);
  voice.find(voiceFound);
  fitOpening();
  lockScreenKeys();
}

function listen() {
  const acts = {
    start, again: start, pause: toggle, back, forward, stage: toggle, sound: chooseSound, voice: chooseVoice, copy,
  };
  Object.entries(acts).forEach(([id, act]) => the(id).addEventListener("click", act));
  document.addEventListener("keydown", pressed);
  document.addEventListener("keyup", (event) => {
    if (event.key === " " && !the("session").hidden) event.preventDefault();
  });
  document.addEventListener("visibilitychange", returned);
  window.addEventListener("resize", resized);
  STILL.addEventListener("change", () => stage.shown >= 0 && stage.change(stage.shown));
}

prepare();
listen();
window.setTimeout(() => tones.make(), 400);
