import * as api from '../../api.js';
import { keyOf } from '../../mix.js';

/** @typedef {Pick<import('../../mix.js').Seed, 'kind'|'value'>} Thing */

/** What things are called that the address knows by their ids. */
export class Names {
  #host;
  /** By the keys of things; undefined where it was asked for. @type {Map<string, string|undefined>} */
  #known = new Map();

  constructor(host) {
    this.#host = host;
  }

  /** @param {Thing} thing @returns {string|undefined} */
  of(thing) {
    return this.#known.get(keyOf(thing));
  }

  /** @param {Thing} thing @param {string} name */
  remember(thing, name) {
    this.#known.set(keyOf(thing), name);
    this.#host.requestUpdate();
  }

  /** Learns what tracks are called that came by a link: in the mix, and at the ends of a path.
   *  @param {import('../../place.js').Place} place */
  learn({ seeds, from, to }) {
    const ids = seeds.filter(({ kind }) => kind === 'track').map(({ value }) => value);
    const ends = [from, to].filter((end) => end && !/\s/.test(end)); // others are no ids
    for (const value of [...ids, ...ends]) this.#learn({ kind: 'track', value });
  }

  async #learn(thing) {
    if (this.#known.has(keyOf(thing))) return;
    this.#known.set(keyOf(thing), undefined);
    const track = await api.track(thing.value).catch(() => null);
    if (track) this.remember(thing, track.name);
  }
}
