// Numbers as people read them.

const NUMBER = new Intl.NumberFormat('en');
const DATE = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const KEYS = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];

/** @param {number} n */
export const number = (n) => NUMBER.format(n);

/** @param {number} share of 1 */
export const percent = (share) => `${Math.round(100 * share)}%`;

/** @param {number} n @param {string} one @param {string} many */
export const counted = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;

/** @param {string} instant ISO 8601 */
export const date = (instant) => DATE.format(new Date(instant));

/** @param {number} millis */
export function duration(millis) {
  const seconds = Math.round(millis / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Pitch class and mode as musicians say it; empty when no key was detected.
 *  @param {number} key -1 to 11 @param {number} mode 1 major, 0 minor */
export const keyName = (key, mode) => (KEYS[key] ? `${KEYS[key]} ${mode ? 'major' : 'minor'}` : '');

/** A track in one line.
 *  @param {import('./api.js').Track} track */
export const labelOf = (track) => `${track.name} – ${artists(track)}`;

/** @param {import('./api.js').Track} track */
export const artists = (track) => track.artists.join(', ');
