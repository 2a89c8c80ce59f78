"use strict";

/** What is seen of a session at a moment; the page is touched only where it differs. */

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
  if (!old || [old.move, old.state, old.digits.length, old.paused].join() !== [moment.move, moment.state, moment.digits.length, paused].join()) fitState();
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
  plate.classList.toggle("wide", moment.digits.length > 2);
  plate.classList.toggle("pair", Boolean(word) && highest(moment, move) > 9);
}

/** How far the digits of a state go, so that they keep one size. @returns {number} */
function highest(moment, move) {
  const { seconds, rep } = move.segments[moment.segment];
  return moment.state === "ready" ? move.wait : moment.state === "count" ? rep[1] : seconds;
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
