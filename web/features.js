// The audio features that are drawn, in the order in which they are drawn.

const share = (x) => Math.min(1, Math.max(0, x));
const percent = (x) => `${Math.round(x * 100)}%`;

/**
 * @typedef {Object} Feature
 * @property {string} name as in the API
 * @property {string} label
 * @property {(value: number) => number} height [0, 1], of the bar
 * @property {(value: number) => string} text the value as people read it
 */

/** @type {Feature[]} */
export const FEATURES = [
  { name: 'danceability', label: 'Dance', height: share, text: percent },
  { name: 'energy', label: 'Energy', height: share, text: percent },
  // Music lies between a quiet −36 dB and 0; Spotify's −60 would squeeze all of it into the top.
  { name: 'loudness', label: 'Loud', height: (db) => share((db + 36) / 36), text: decibels },
  // 50 BPM is an empty bar, 200 a full one.
  { name: 'tempo', label: 'Tempo', height: (bpm) => share((bpm - 50) / 150), text: beats },
  { name: 'valence', label: 'Bright', height: share, text: percent },
  { name: 'acousticness', label: 'Acoustic', height: share, text: percent },
  { name: 'instrumentalness', label: 'Instrumental', height: share, text: percent },
  { name: 'liveness', label: 'Live', height: share, text: percent },
  { name: 'speechiness', label: 'Spoken', height: share, text: percent },
];

function decibels(db) {
  return `${db.toFixed(1).replace('-', '−')} dB`;
}

function beats(bpm) {
  return `${Math.round(bpm)} BPM`;
}

/** All drawn features in words: what a screen reader says instead of the picture.
 *  @param {import('./api.js').Audio} audio @param {import('./api.js').Audio} [seed] */
export function inWords(audio, seed) {
  return FEATURES.map(({ name, label, text }) => {
    const beside = seed ? ` (seed ${text(seed[name])})` : '';
    return `${label} ${text(audio[name])}${beside}`;
  }).join(', ');
}
