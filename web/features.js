// The numbers of tracks that are drawn, in the order in which they are drawn.

import { duration, percent } from './format.js';

/**
 * @typedef {Object} Feature
 * @property {string} name as in the API
 * @property {string} label
 * @property {number} min where its bar is empty
 * @property {number} max where its bar is full
 * @property {number} step in which a slider goes
 * @property {(value: number) => string} text the value as people read it
 * @property {[number, number]} [limits] of what the API takes, where they are not `min` and `max`
 * @property {boolean} [isWhole] whether the API takes whole numbers only
 */

const share = (name, label) => ({ name, label, min: 0, max: 1, step: 0.01, text: percent });

/** The audio features.
 *  @type {Feature[]} */
export const FEATURES = [
  share('danceability', 'Dance'),
  share('energy', 'Energy'),
  // Music lies between a quiet −36 dB and 0; Spotify's −60 would squeeze all of it into the top.
  { name: 'loudness', label: 'Loud', min: -36, max: 0, step: 0.5, text: decibels, limits: [-60, 20] },
  { name: 'tempo', label: 'Tempo', min: 50, max: 200, step: 1, text: beats, limits: [0, 500] },
  share('valence', 'Bright'),
  share('acousticness', 'Acoustic'),
  share('instrumentalness', 'Instrumental'),
  share('liveness', 'Live'),
  share('speechiness', 'Spoken'),
];

/** What tracks can come near.
 *  @type {Feature[]} */
export const TARGETS = [
  ...FEATURES,
  { name: 'popularity', label: 'Popularity', min: 0, max: 100, step: 1, text: rounded, isWhole: true },
  {
    name: 'duration_ms',
    label: 'Duration',
    min: 30_000,
    max: 600_000,
    step: 5_000,
    text: duration,
    limits: [1, 86_400_000],
    isWhole: true,
  },
  {
    name: 'year',
    label: 'Year',
    min: 1920,
    max: new Date().getFullYear(),
    step: 1,
    text: rounded,
    limits: [1000, 2999],
    isWhole: true,
  },
];

/** How full the bar of a value is, [0, 1].
 *  @param {Feature} feature @param {number} value */
export const heightOf = ({ min, max }, value) => Math.min(1, Math.max(0, (value - min) / (max - min)));

function decibels(db) {
  return `${db.toFixed(1).replace('-', '−')} dB`;
}

function beats(bpm) {
  return `${Math.round(bpm)} BPM`;
}

function rounded(x) {
  return String(Math.round(x));
}

/** All audio features in words: what a screen reader says instead of the picture.
 *  @param {import('./api.js').Audio} audio @param {import('./api.js').Audio} [seed] */
export function inWords(audio, seed) {
  return FEATURES.map(({ name, label, text }) => {
    const beside = seed ? ` (seed ${text(seed[name])})` : '';
    return `${label} ${text(audio[name])}${beside}`;
  }).join(', ');
}
