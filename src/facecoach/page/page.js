"use strict";

/** Buttons and keys, and the page made ready. */

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
