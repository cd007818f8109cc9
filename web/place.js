// Where the visitor is. The address bar holds all of it, so that links and the back button work.

/**
 * @typedef {Object} Place
 * @property {string} q free text; empty means browsing by popularity
 * @property {string[]} genre any of these
 * @property {number} min_popularity 0 to 100; 0 means any, unknown popularity included
 * @property {string} track id of the track whose similar songs are shown; empty while searching
 * @property {string} space feature space for similar songs; empty means the server's default
 */

export const MAX_Q = 500;

/** @param {string} address the part of a URL from `?` on; anything wrong in it is ignored
 *  @returns {Place} */
export function placeOf(address) {
  const words = new URLSearchParams(address);
  const popularity = Math.trunc(Number(words.get('min_popularity')));
  return {
    q: (words.get('q') ?? '').slice(0, MAX_Q),
    genre: [...new Set(words.getAll('genre').filter(Boolean))],
    min_popularity: popularity > 0 && popularity <= 100 ? popularity : 0,
    track: words.get('track') ?? '',
    space: words.get('space') ?? '',
  };
}

/** @param {Place} place */
export function hrefOf(place) {
  const words = new URLSearchParams();
  if (place.q) words.set('q', place.q);
  place.genre.forEach((genre) => words.append('genre', genre));
  if (place.min_popularity) words.set('min_popularity', String(place.min_popularity));
  if (place.track) words.set('track', place.track);
  if (place.space) words.set('space', place.space);
  return words.size ? `/?${words}` : '/';
}

/** The place of the search behind a place: equal for every track opened from one list.
 *  @param {Place} place */
export const searchHrefOf = (place) => hrefOf({ ...place, track: '', space: '' });
