"use strict";

/** The drawn face with its strokes: still pictures, a track over them, and marks that the browser moves by itself. */

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 900;
const TAILS = 6;
const DELAY = 75; // milliseconds between a head and each dot behind it
const FADE = 0.08; // seconds in which a picture of a body that moves comes over the one before
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");

/** @param {string} name @param {Object<string, string|number>} given @returns {SVGElement} */
function drawn(name, given) {
  const element = document.createElementNS(SVG, name);
  Object.entries(given).forEach(([key, value]) => element.setAttribute(key, String(value)));
  return element;
}

/** @param {number[]} flat @returns {number[][]} */
function pairs(flat) {
  return flat.flatMap((_, index) => (index % 2 ? [] : [[flat[index], flat[index + 1]]]));
}

/**
 * When one picture of a film is seen, as keyframes: it comes softly, and stays until the next has come.
 * @returns {Keyframe[]}
 */
function presence({ film, seconds }, one) {
  const soft = FADE / seconds;
  const found = [[0, film[0][1] === one ? 1 : 0]];
  film.forEach(([at, number], index) => {
    if (number !== one) return;
    const begins = at / seconds;
    const ends = index + 1 < film.length ? film[index + 1][0] / seconds : 1;
    if (begins > 0) found.push([begins, 0], [Math.min(begins + soft, ends), 1]);
    if (ends + soft < 1) found.push([ends + soft, 1], [ends + soft, 0]);
  });
  found.push([1, found[found.length - 1][1]]);
  return found.map(([offset, opacity]) => ({ offset, opacity }));
}

class Stage {
  /** @param {HTMLElement} stage @param {HTMLElement} picture @param {SVGElement} tracks @param {Object[]} scenes */
  constructor(stage, picture, tracks, scenes) {
    this.stage = stage;
    this.picture = picture;
    this.tracks = tracks;
    this.scenes = scenes;
    this.images = new Map();
    this.shown = -1;
    this.playing = [];
  }

  /** Show a scene so many seconds after it began, moving or not. */
  show(number, since, moving) {
    if (number !== this.shown) this.change(number);
    this.playing.forEach(({ animation, delay }) => {
      const own = animation.effect.getTiming().duration;
      if (moving) {
        if (animation.playState !== "running") {
          animation.currentTime = own + since * 1000 - delay;
          animation.play();
        }
      } else {
        animation.pause();
      }
    });
  }

  /** Fit the picture's square into the stage; the marks' ways are measured anew. */
  fit() {
    const side = Math.min(this.stage.clientWidth, this.stage.clientHeight);
    if (!side || side === this.side) return;
    this.side = side;
    this.picture.style.setProperty("--side", `${side}px`);
    if (this.shown >= 0) this.change(this.shown);
  }

  /** Let the browser unpack a picture before it is needed. @param {number} number */
  async ahead(number) {
    const { picture, film = [] } = this.scenes[number];
    const images = [picture, ...film.map(([, one]) => one)].map((one) => this.image(one));
    await Promise.all(images.map((image) => image.decode && image.decode().catch(() => undefined)));
  }

  /** @param {number} number @returns {HTMLImageElement} */
  image(number) {
    if (!this.images.has(number)) {
      const image = new Image(WIDE, 720);
      image.alt = "";
      image.src = document.getElementById(`picture-${number}`).src;
      image.className = "face gone";
      this.picture.prepend(image);
      this.images.set(number, image);
    }
    return this.images.get(number);
  }

  /** @param {number} number */
  change(number) {
    this.shown = number;
    const scene = this.scenes[number];
    this.playing.forEach(({ animation, layer }) => { animation.cancel(); if (layer) layer.remove(); });
    this.playing = [];
    const film = STILL.matches ? [] : scene.film || [];
    const wanted = (film.length ? film.map(([, one]) => one) : [scene.picture]).map((one) => this.image(one));
    wanted.forEach((image) => image.classList.toggle("cut", scene.cut));
    this.images.forEach((image) => image.classList.toggle("gone", !wanted.includes(image)));
    new Set(film.map(([, one]) => one)).forEach((one) => this.roll(scene, one));
    this.tracks.replaceChildren(...this.still(scene));
    if (!STILL.matches) (scene.lanes || []).forEach((lane) => this.lane(scene, lane));
  }

  /** Let one picture of a body that moves come and go at its times. */
  roll(scene, one) {
    const animation = this.image(one).animate(
      presence(scene, one), { duration: scene.seconds * 1000, iterations: Infinity },
    );
    animation.pause();
    this.playing.push({ animation, layer: null, delay: 0 });
  }

  /** What stands still of a scene's strokes. @returns {SVGElement[]} */
  still(scene) {
    const bold = STILL.matches ? 1.5 : 1;
    const found = (scene.tracks || []).flatMap((track) => this.track(track, scene.reach * bold));
    const places = STILL.matches ? scene.still || [] : [];
    return [...found, ...places.map(([x, y, size]) => (
      drawn("circle", { class: "rest", cx: x, cy: y, r: (scene.head * size) / 100 })
    ))];
  }

  /** @returns {SVGElement[]} */
  track(track, reach) {
    if (track.dots) {
      return pairs(track.dots).map(([x, y]) => drawn("circle", { class: "spot", cx: x, cy: y, r: reach * 0.7 }));
    }
    const points = pairs(track.path).map((pair) => pair.join()).join(" ");
    const arrow = pairs(track.arrow).map((pair) => pair.join()).join(" ");
    return [
      drawn("polyline", { class: "edge", points, "stroke-width": reach * 1.1 + 5 }),
      drawn("polyline", { class: "track", points, "stroke-width": reach * 1.1 }),
      ...(arrow ? [drawn("polygon", { class: "arrow", points: arrow })] : []),
    ];
  }

  /** Add the layers of one mark: its head, and fading dots that follow on the same way. */
  lane(scene, lane) {
    const frames = this.frames(scene, lane);
    const count = lane.kind === "comet" ? TAILS : 0;
    for (let index = count; index >= 0; index -= 1) this.layer(scene, frames, index, lane.kind);
  }

  layer(scene, frames, index, kind) {
    const layer = document.createElement("i");
    layer.className = index ? "tail" : kind === "ring" ? "ring" : "mark";
    const share = index ? 1 - index / (TAILS + 2) : 1;
    const across = (2 * scene.head * share * this.side) / 720;
    layer.style.setProperty("--across", `${across}px`);
    layer.style.setProperty("--faint", String(index ? 0.7 * share : 1));
    this.picture.append(layer);
    const animation = layer.animate(frames, { duration: scene.seconds * 1000, iterations: Infinity });
    animation.pause();
    this.playing.push({ animation, layer, delay: index * DELAY });
  }

  /** The way of a mark as keyframes, unseen outside its turn. @returns {Keyframe[]} */
  frames(scene, lane) {
    const scale = this.side / 720;
    const found = [];
    const count = lane.spots.length / 4 - 1;
    for (let index = 0; index <= count; index += 1) {
      const [x, y, size, light] = lane.spots.slice(index * 4, index * 4 + 4);
      const moment = (lane.begins + (lane.seconds * index) / count) / scene.seconds;
      found.push({
        offset: Math.min(1, moment), opacity: light / 100,
        transform: `translate(${(x * scale).toFixed(1)}px, ${(y * scale).toFixed(1)}px) scale(${size / 100})`,
      });
    }
    const [first, last] = [found[0], found[count]];
    if (first.offset > 0) found.unshift({ ...first, offset: 0, opacity: 0 }, { ...first, opacity: 0 });
    if (last.offset < 1) found.push({ ...last, opacity: 0 }, { ...last, offset: 1, opacity: 0 });
    return found;
  }
}
