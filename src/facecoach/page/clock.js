"use strict";

/**
 * What there is to see at a moment: a pure function of the moves and a position, in seconds from the touch that starts
 * a session. The lead-in and the change-overs lie in the position; nothing here counts, remembers or looks at a clock.
 *
 * @typedef {{at: number, seconds: number, task: string, side: string, rep: number[], turn: number[],
 *   scenes: number[][]}} Segment
 * @typedef {{step: number, title: string, zone: string, cue: string, say: string, how: string, pressure: number,
 *   breathe: ?number[], counted: boolean, start: number, seconds: number, at: number, wait: number,
 *   segments: Segment[]}} Move
 * @typedef {{state: string, word: string, side: string, move: number, segment: number, digits: string, share: number,
 *   drains: boolean, last: boolean, into: number, worked: number, left: number, scene: number, since: number,
 *   done: boolean}} Moment
 */

const LAST = 3;
const SWITCHING = 3;
const RESTART = 3;
const LONG_REST = 8;
const EPSILON = 1e-6;

const WORDS = {
  ready: "GET READY", running: "", switch: "", hold: "HOLD", release: "LET GO", count: "COUNT", in: "BREATHE IN",
  out: "BREATHE OUT", done: "DONE",
};

/** The position at which a session ends. @param {Move[]} moves @returns {number} */
function end(moves) {
  const last = moves[moves.length - 1];
  return last.at + last.seconds;
}

/** The move under way, or the one that is waited for. @param {Move[]} moves @param {number} position */
function moveAt(moves, position) {
  let found = 0;
  moves.forEach((move, index) => { if (move.at - move.wait <= position + EPSILON) found = index; });
  return found;
}

/** The segment so many seconds into a move. @param {Move} move @param {number} into @returns {number} */
function segmentAt(move, into) {
  let found = 0;
  move.segments.forEach((segment, index) => { if (segment.at <= into + EPSILON) found = index; });
  return found;
}

/** The paced breath so many seconds into a move, or null. @param {Move} move @param {number} into */
function breathAt(move, into) {
  const segment = move.segments[segmentAt(move, into)];
  const paced = segment.task === "work" || (segment.task === "rest" && segment.seconds > LONG_REST);
  if (!move.breathe || !paced) return null;
  const [drawn, let_] = move.breathe;
  const round = Math.max(0, into - segment.at + EPSILON) % (drawn + let_);
  const inward = round < drawn;
  const begins = into + EPSILON - (inward ? round : round - drawn);
  const lasts = Math.min(inward ? drawn : let_, segment.at + segment.seconds - begins);
  const share = Math.min(1, Math.max(0, (into - begins) / lasts));
  return { way: inward ? "in" : "out", left: begins + lasts - into, full: inward ? share : 1 - share };
}

/** Seconds as the digits show them. @param {number} seconds @returns {string} */
function digitsOf(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - EPSILON));
  return whole < 100 ? String(whole) : watch(whole);
}

/** Seconds as a watch shows them. @param {number} seconds @returns {string} */
function watch(seconds) {
  const whole = Math.floor(seconds + 0.5);
  const rest = String(whole % 60).padStart(2, "0");
  return `${Math.floor(whole / 60)}:${rest}`;
}

/** Whether sides were switched a moment ago. @param {Move} move @param {Segment} segment @param {number} into */
function switched(move, segment, into) {
  const first = move.segments.find((one) => one.side === segment.side);
  return first !== move.segments[0] && into - first.at < SWITCHING;
}

/** The state of a move at work. @param {Move} move @param {Segment} segment @param {number} into */
function stateOf(move, segment, into) {
  if (switched(move, segment, into)) return "switch";
  const breath = breathAt(move, into);
  if (breath) return breath.way;
  if (!segment.rep[1]) return "running";
  if (segment.task === "rest") return "release";
  return move.counted ? "count" : "hold";
}

/** The scene that a segment shows, and since when. @param {Segment} segment @param {number} into */
function sceneOf(segment, into) {
  const shown = segment.scenes.filter(([from]) => from <= into - segment.at + EPSILON);
  const [from, number] = shown[shown.length - 1] || segment.scenes[0];
  return { scene: number, since: Math.max(0, into - segment.at - from) };
}

/** What is shown while a move is waited for. @param {Move} move @param {number} index @param {number} position */
function waiting(move, index, position) {
  const left = move.at - position;
  return {
    state: "ready", word: WORDS.ready, side: sideOf(move.segments[0]), move: index, segment: 0,
    digits: digitsOf(left), share: left / move.wait, drains: true, last: false, into: 0, worked: move.start,
    scene: move.segments[0].scenes[0][1], since: move.wait - left, done: false,
  };
}

/** What is shown while a move is done. @param {Move} move @param {number} index @param {number} position */
function working(move, index, position) {
  const into = Math.min(move.seconds, position - move.at);
  const number = segmentAt(move, into);
  const segment = move.segments[number];
  const state = stateOf(move, segment, into);
  const left = segment.at + segment.seconds - into;
  const breath = breathAt(move, into);
  const counting = move.counted && segment.rep[1] > 0 && segment.task !== "rest";
  const share = state === "release" ? left / segment.seconds : 1 - left / segment.seconds;
  return {
    state, word: wordOf(state, segment), side: sideOf(segment), move: index, segment: number,
    digits: breath ? digitsOf(breath.left) : counting ? String(segment.rep[0]) : digitsOf(left),
    share: breath ? breath.full : share, drains: state === "release", last: move.seconds - into <= LAST + EPSILON,
    into, worked: move.start + into, ...sceneOf(segment, into), done: false,
  };
}

/** The state in a word; without one, the side. @param {string} state @param {Segment} segment */
function wordOf(state, segment) {
  const sided = (state === "switch" || state === "running") && sideOf(segment);
  return sided ? segment.side.toUpperCase() : WORDS[state];
}

/** @param {Segment} segment @returns {string} */
function sideOf(segment) {
  return segment.side === "left" || segment.side === "right" ? segment.side : "";
}

/** What there is to see at a position. @param {Move[]} moves @param {number} position @returns {Moment} */
function momentAt(moves, position) {
  const held = Math.max(0, position);
  const index = moveAt(moves, held);
  const move = moves[index];
  const found = held < move.at - EPSILON ? waiting(move, index, held) : working(move, index, held);
  const last = moves[moves.length - 1];
  const total = last.start + last.seconds;
  return { ...found, left: Math.max(0, total - found.worked), done: held >= end(moves) - EPSILON };
}

/** Where "next" leads: to the move that is waited for, else to the next with its change-over, else to the end. */
function after(moves, position) {
  const index = moveAt(moves, position);
  if (position < moves[index].at) return moves[index].at;
  const following = moves[index + 1];
  return following ? following.at - following.wait : end(moves);
}

/** Where "back" leads: to the start of this move; from its first seconds, to the one before. */
function before(moves, position) {
  const index = moveAt(moves, position);
  const early = position - moves[index].at < RESTART;
  return moves[early && index ? index - 1 : index].at;
}

/** What comes after a moment: the other side of this move, the next move, or nothing more. */
function coming(moves, moment) {
  const move = moves[moment.move];
  const side = moment.state !== "ready"
    && move.segments.slice(moment.segment).find((one) => one.side !== move.segments[moment.segment].side);
  if (side) return { zone: move.zone, title: `${side.side} side` };
  const following = moves[moment.move + 1];
  if (!following) return { zone: "", title: "" };
  return { zone: following.zone, title: following.step === move.step ? following.cue : following.title };
}

/**
 * The moments worth hearing, in order: [position, kind].
 * @param {Move[]} moves @param {number} half - the middle of the session as worked, 0 where it is not told
 * @returns {Array<[number, string]>}
 */
function cues(moves, half) {
  const found = moves.flatMap((move) => [...waits(move), ...works(move)]);
  const middle = half && moves.find((move) => move.start <= half && half < move.start + move.seconds);
  if (middle) found.push([middle.at + half - middle.start, "half"]);
  found.push([end(moves), "done"]);
  return found.sort((one, other) => one[0] - other[0]);
}

/** @param {Move} move @returns {Array<[number, string]>} */
function waits(move) {
  return move.wait ? [[move.at - move.wait, "ready"], ...ticks(move.at, move.wait)] : [];
}

/** @param {Move} move @returns {Array<[number, string]>} */
function works(move) {
  const turns = move.segments.slice(1).map((segment, index) => {
    const earlier = move.segments[index];
    const kind = segment.side !== earlier.side ? "switch" : segment.task === "rest" ? "release" : "hold";
    return [move.at + segment.at, kind];
  });
  return [[move.at, "move"], ...turns, ...ticks(move.at + move.seconds, move.seconds)];
}

/** @param {number} until @param {number} seconds @returns {Array<[number, string]>} */
function ticks(until, seconds) {
  return [3, 2, 1].filter((left) => seconds > left).map((left) => [until - left, "tick"]);
}
