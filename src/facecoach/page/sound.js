"use strict";

/**
 * The tones of a session as one sound file, made in memory. One element plays it from end to end: unlike tones set off
 * by timers it is on time in the background, and may go on behind a locked screen.
 */

const TONE_RATE = 8000;
const LOUDEST = 0.35; // -9 dBFS
const SHORT_SOUND = 1800; // seconds up to which a sample has two bytes

// [Hz, milliseconds, beginning at milliseconds, dB]
const TONES = {
  ready: { swell: true, notes: [[392, 900, 0, -4]] },
  move: { notes: [[523, 700, 0, 0], [1047, 700, 0, -8]] },
  hold: { notes: [[440, 110, 0, -2], [659, 260, 140, -2]] },
  release: { notes: [[659, 110, 0, -5], [440, 420, 140, -5]] },
  switch: { notes: [[587, 90, 0, 0], [587, 90, 210, 0], [587, 90, 550, 0], [587, 90, 760, 0]] },
  half: { notes: [[1047, 120, 0, -6], [784, 120, 150, -6], [1047, 500, 300, -6]] },
  tick: { notes: [[880, 60, 0, -8]] },
  in: { notes: [[330, 300, 0, -10], [392, 500, 260, -10]] },
  out: { notes: [[392, 300, 0, -10], [330, 500, 260, -10]] },
  done: { notes: [[523, 1600, 0, 0], [659, 1500, 130, 0], [784, 1400, 260, 0], [1047, 1200, 390, 0]] },
};

/** @param {number} level - decibels @returns {number} */
function gain(level) {
  return LOUDEST * Math.pow(10, level / 20);
}

/** How loud a note is at a share of its length. @param {number} at - seconds @param {number} seconds @param {boolean} swell */
function envelope(at, seconds, swell) {
  if (swell) return Math.sin(Math.PI * Math.min(1, at / seconds) ** 0.75) ** 2;
  const decay = Math.pow(10, (-2 * at) / seconds);
  return Math.min(1, at / 0.008) * decay * Math.min(1, (seconds - at) / 0.01);
}

/** One kind of tone as samples. @param {{swell?: boolean, notes: number[][]}} tone @returns {Float32Array} */
function samplesOf(tone) {
  const length = Math.max(...tone.notes.map(([, lasts, from]) => lasts + from)) / 1000;
  const samples = new Float32Array(Math.ceil(length * TONE_RATE));
  for (const [pitch, lasts, from, level] of tone.notes) {
    const first = Math.round((from / 1000) * TONE_RATE);
    const count = Math.floor((lasts / 1000) * TONE_RATE);
    for (let index = 0; index < count; index += 1) {
      const at = index / TONE_RATE;
      const turn = 2 * Math.PI * pitch * at;
      const wave = Math.sin(turn) + 0.2 * Math.sin(2 * turn) + 0.06 * Math.sin(3 * turn);
      samples[first + index] += gain(level) * 0.8 * envelope(at, lasts / 1000, Boolean(tone.swell)) * wave;
    }
  }
  return samples;
}

/**
 * A session's tones as a sound file.
 * @param {Array<[number, string]>} heard @param {number} seconds @returns {Blob}
 */
function soundOf(heard, seconds) {
  const wide = seconds <= SHORT_SOUND;
  const count = Math.ceil((seconds + 2) * TONE_RATE);
  const data = wide ? new Int16Array(count) : new Uint8Array(count).fill(128);
  const kinds = Object.fromEntries(Object.entries(TONES).map(([kind, tone]) => [kind, samplesOf(tone)]));
  for (const [position, kind] of heard) {
    const first = Math.round(position * TONE_RATE);
    const samples = kinds[kind] || new Float32Array(0);
    for (let index = 0; index < samples.length && first + index < count; index += 1) {
      const old = wide ? data[first + index] / 32767 : (data[first + index] - 128) / 127;
      const sum = Math.max(-1, Math.min(1, old + samples[index]));
      data[first + index] = wide ? sum * 32767 : 128 + sum * 127;
    }
  }
  return new Blob([header(data.byteLength, wide ? 2 : 1), data], { type: "audio/wav" });
}

/** The header of a sound file of one channel. @param {number} length @param {number} bytes @returns {ArrayBuffer} */
function header(length, bytes) {
  const view = new DataView(new ArrayBuffer(44));
  const word = (at, text) => [...text].forEach((char, index) => view.setUint8(at + index, char.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, 36 + length, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, TONE_RATE, true);
  view.setUint32(28, TONE_RATE * bytes, true);
  view.setUint16(32, bytes, true);
  view.setUint16(34, bytes * 8, true);
  word(36, "data");
  view.setUint32(40, length, true);
  return view.buffer;
}

/** A session's sound, which follows the session's clock. */
class Tones {
  /** @param {Array<[number, string]>} heard @param {number} seconds */
  constructor(heard, seconds) {
    this.heard = heard;
    this.seconds = seconds;
    this.on = true;
    this.player = null;
    this.agreed = 0;
  }

  /** Make the sound; done before the touch, which has no time for it. */
  make() {
    if (this.player) return;
    this.player = new Audio();
    this.player.preload = "auto";
    this.player.src = URL.createObjectURL(soundOf(this.heard, this.seconds));
  }

  /** Whether it can be heard now. @returns {boolean} */
  get plays() {
    return Boolean(this.on && this.player && !this.player.paused && !this.player.ended);
  }

  /** Play from a position; a browser that will not is left in peace. @param {number} position */
  play(position) {
    if (!this.on) return;
    this.make();
    this.player.currentTime = position;
    this.agreed = Date.now();
    const promise = this.player.play();
    if (promise) promise.catch(() => undefined);
  }

  /** Be silent. */
  stop() {
    if (this.player) this.player.pause();
  }

  /** Set the sound right where it strays: a seek can be heard, so not for less. @param {number} position */
  follow(position) {
    if (!this.plays || Date.now() - this.agreed < 1000) return;
    if (Math.abs(this.player.currentTime - position) > 0.2) {
      this.player.currentTime = position;
      this.agreed = Date.now();
    }
  }
}
