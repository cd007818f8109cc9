// Where the visitor is. The address bar holds all of it, so that links and the back button work.

import { TARGETS } from './features.js';
import { readSeeds, writeSeeds } from './mix.js';

/**
 * @typedef {Object} Place
 * @property {string} q free text; empty means browsing by popularity
 * @property {string[]} genre any of these
 * @property {string[]} artist any of these
 * @property {number} decade its first year; 0 means any
 * @property {string} explicit 'true', 'false', or empty for either
 * @property {number} min_popularity 0 to 100; 0 means any, unknown popularity included
 * @property {string} track id of the track whose similar songs are shown; empty elsewhere
 * @property {string} space feature space of what is similar; empty means the server's default
 * @property {import('./mix.js').Seed[]} seeds the mix
 * @property {''|'mix'|'playlist'|'path'|'for-you'} view what is shown where no track is; empty means a search
 * @property {Object<string, number>} targets numbers that what fits the mix shall come near
 * @property {?number} diversity 0 to 1; null means the server's default
 * @property {?number} max_per_artist null means any
 * @property {?number} k of a playlist, how many songs; null means the server's default
 * @property {?number} minutes of a playlist, how long it takes; null where `k` says it
 * @property {string[]} energy_curve of a playlist, its name or its points
 * @property {?number} seed of a playlist: another number, another one; null means the server's default
 * @property {string} title of a playlist
 * @property {string} from where a path begins: an id, or what one remembers
 * @property {string} to where it ends
 * @property {?number} steps how many songs it has; null means the server's default
 * @property {string} path_space feature space through which it goes; empty means the server's default
 * @property {''|'taste'|'sound'} strategy what songs for the visitor go by; empty means both
 * @property {?number} explore 0 to 1, how much of them is left to chance; null means nothing
 * @property {string} time_of_day when they are for; empty means any
 * @property {string} mood what they are for; empty means any
 */

export const MAX_Q = 500;
const MAX_TITLE = 200;
const VIEWS = ['mix', 'playlist', 'path', 'for-you'];
export const CURVES = ['steady', 'rising', 'falling', 'wave'];
export const TIMES_OF_DAY = ['morning', 'afternoon', 'evening', 'night'];
export const MOODS = ['calm', 'energetic', 'focus', 'happy', 'party', 'sad'];

/**
 * How a part of the place stands in the address. What is wrong there is ignored.
 *
 * @typedef {Object} Field
 * @property {*} none what it is where the address says nothing
 * @property {(words: URLSearchParams, name: string) => *} read
 * @property {(words: URLSearchParams, name: string, value: *) => void} write
 */

const write = (words, name, value) => [value].flat().forEach((one) => words.append(name, one));

/** @returns {Field} */
const text = (most) => ({ none: '', read: (words, name) => (words.get(name) ?? '').slice(0, most), write });

/** @returns {Field} */
const oneOf = (values) => ({
  none: '',
  read: (words, name) => (values.includes(words.get(name)) ? words.get(name) : ''),
  write,
});

/** @returns {Field} */
const number = (least, most, { none = null, cut = Math.trunc } = {}) => ({
  none,
  read(words, name) {
    const said = words.get(name) ?? '';
    const value = said.trim() ? cut(Number(said)) : NaN;
    return value >= least && value <= most ? value : none;
  },
  write,
});

const uncut = (n) => n;

const several = {
  none: [],
  read: (words, name) => [...new Set(words.getAll(name).filter(Boolean))],
  write,
};

const curve = {
  none: [],
  read(words, name) {
    const said = words.getAll(name);
    const isPoint = (one) => one.trim() !== '' && Number(one) >= 0 && Number(one) <= 1;
    const isCurve = said.length === 1 ? CURVES.includes(said[0]) : said.length <= 100 && said.every(isPoint);
    return isCurve ? said : [];
  },
  write,
};

const targets = {
  none: {},
  read(words) {
    const said = TARGETS.map(({ name, min, max, limits = [min, max], isWhole }) => [
      name,
      number(...limits, { cut: isWhole ? Math.round : uncut }).read(words, `target_${name}`),
    ]);
    return Object.fromEntries(said.filter(([, value]) => value !== null));
  },
  write: (words, _, value) =>
    Object.entries(value).forEach(([name, target]) => words.append(`target_${name}`, target)),
};

/** @type {Object<string, Field>} in the order of the address */
const FIELDS = {
  q: text(MAX_Q),
  genre: several,
  artist: several,
  decade: number(1000, 2990, { none: 0, cut: (year) => Math.floor(year / 10) * 10 }),
  explicit: oneOf(['true', 'false']),
  min_popularity: number(1, 100, { none: 0 }),
  track: text(Infinity),
  space: text(Infinity),
  seeds: { none: [], read: readSeeds, write: (words, _, seeds) => writeSeeds(words, seeds) },
  view: oneOf(VIEWS),
  targets,
  diversity: number(0, 1, { cut: uncut }),
  max_per_artist: number(1, 100),
  k: number(1, 100),
  minutes: number(1, 720),
  energy_curve: curve,
  seed: number(1, Number.MAX_SAFE_INTEGER),
  title: text(MAX_TITLE),
  from: text(MAX_Q),
  to: text(MAX_Q),
  steps: number(2, 100),
  path_space: text(Infinity),
  strategy: oneOf(['taste', 'sound']),
  explore: number(0, 1, { cut: uncut }),
  time_of_day: oneOf(TIMES_OF_DAY),
  mood: oneOf(MOODS),
};

const none = (...names) => Object.fromEntries(names.map((name) => [name, FIELDS[name].none]));

/** What narrows nothing. */
export const UNFILTERED = none('genre', 'artist', 'decade', 'explicit', 'min_popularity');

/** What is left to the server. */
export const UNWISHED = none('targets', 'diversity', 'max_per_artist');

/** What says nothing of a playlist. */
export const UNSHAPED = none('k', 'minutes', 'energy_curve', 'seed', 'title');

/** What leads nowhere. */
export const NO_PATH = none('from', 'to', 'steps', 'path_space');

/** What is for anybody. */
export const FOR_ANYBODY = none('strategy', 'explore', 'time_of_day', 'mood');

/** @param {string} address the part of a URL from `?` on
 *  @returns {Place} */
export function placeOf(address) {
  const words = new URLSearchParams(address);
  return settled(
    Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, field.read(words, name)])),
  );
}

/** A place without what means nothing there: wishes where there is no mix, the ends of a path and
 *  what is for the visitor elsewhere.
 *  @param {Place} place @returns {Place} */
export const settled = (place) => ({
  ...place,
  ...(place.seeds.length ? {} : { ...UNWISHED, ...UNSHAPED }),
  ...(place.minutes ? { k: null } : {}),
  ...(place.view === 'path' ? {} : NO_PATH),
  ...(place.view === 'for-you' ? {} : FOR_ANYBODY),
  ...(place.track ? {} : { space: '' }),
});

/** @param {Place} place */
export function hrefOf(place) {
  const words = wordsOf(place, FIELDS);
  return words.size ? `/?${words}` : '/';
}

function wordsOf(place, names) {
  const words = new URLSearchParams();
  for (const name in names) {
    const { none, write } = FIELDS[name];
    if (place[name] !== none) write(words, name, place[name]);
  }
  return words;
}

/** The filters of a place, as the API has them.
 *  @param {Place} place */
export const filtersOf = ({ genre, artist, explicit, decade, min_popularity }) => ({
  genre,
  artist,
  explicit,
  min_year: decade || null,
  max_year: decade ? decade + 9 : null,
  min_popularity: min_popularity || null,
});

/** Whether a place has filters.
 *  @param {Place} place */
export const isFiltered = (place) => wordsOf(place, UNFILTERED).size > 0;

/** Whether a place has wishes besides its seeds.
 *  @param {Place} place */
export const isWished = (place) => wordsOf(place, UNWISHED).size > 0;
