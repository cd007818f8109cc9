// Where the visitor is. The address bar holds all of it, so that links and the back button work.

/**
 * @typedef {Object} Place
 * @property {string} q free text; empty means browsing by popularity
 * @property {string[]} genre any of these
 * @property {string[]} artist any of these
 * @property {number} decade its first year; 0 means any
 * @property {string} explicit 'true', 'false', or empty for either
 * @property {number} min_popularity 0 to 100; 0 means any, unknown popularity included
 * @property {string} track id of the track whose similar songs are shown; empty while searching
 * @property {string} space feature space for similar songs; empty means the server's default
 * @property {string[]} like ids of the tracks of the mix
 * @property {string[]} less ids of the tracks that the mix shall not be like
 * @property {boolean} mix whether what fits the mix is shown, where no track is
 */

export const MAX_Q = 500;

/** What narrows nothing. */
export const UNFILTERED = { genre: [], artist: [], decade: 0, explicit: '', min_popularity: 0 };

/** @param {string} address the part of a URL from `?` on; anything wrong in it is ignored
 *  @returns {Place} */
export function placeOf(address) {
  const words = new URLSearchParams(address);
  const decade = Math.trunc(Number(words.get('decade')));
  const popularity = Math.trunc(Number(words.get('min_popularity')));
  return {
    q: (words.get('q') ?? '').slice(0, MAX_Q),
    genre: several(words, 'genre'),
    artist: several(words, 'artist'),
    decade: decade >= 1000 && decade <= 2990 ? decade - (decade % 10) : 0,
    explicit: ['true', 'false'].includes(words.get('explicit')) ? words.get('explicit') : '',
    min_popularity: popularity > 0 && popularity <= 100 ? popularity : 0,
    track: words.get('track') ?? '',
    space: words.get('space') ?? '',
    like: several(words, 'like'),
    less: several(words, 'less'),
    mix: words.get('mix') === '1',
  };
}

const several = (words, name) => [...new Set(words.getAll(name).filter(Boolean))];

/** The filters of a place, as the API has them.
 *  @param {Place} place */
export const filtersOf = ({ genre, artist, decade, explicit, min_popularity }) => ({
  genre,
  artist,
  explicit,
  min_year: decade,
  max_year: decade && decade + 9,
  min_popularity,
});

/** Whether a place has filters.
 *  @param {Place} place */
export const isFiltered = (place) =>
  place.genre.length + place.artist.length > 0 ||
  Boolean(place.decade || place.explicit || place.min_popularity);

/** @param {Place} place */
export function hrefOf(place) {
  const words = new URLSearchParams();
  if (place.q) words.set('q', place.q);
  place.genre.forEach((genre) => words.append('genre', genre));
  place.artist.forEach((artist) => words.append('artist', artist));
  if (place.decade) words.set('decade', String(place.decade));
  if (place.explicit) words.set('explicit', place.explicit);
  if (place.min_popularity) words.set('min_popularity', String(place.min_popularity));
  if (place.track) words.set('track', place.track);
  if (place.space) words.set('space', place.space);
  place.like.forEach((id) => words.append('like', id));
  place.less.forEach((id) => words.append('less', id));
  if (place.mix) words.set('mix', '1');
  return words.size ? `/?${words}` : '/';
}

/** The place of the search behind a place: equal for every track opened from one list.
 *  @param {Place} place */
export const searchHrefOf = (place) =>
  hrefOf({ ...place, track: '', space: '', like: [], less: [], mix: false });

/** The place of the list behind a place: what fits the mix, or a search.
 *  @param {Place} place */
export const listHrefOf = (place) =>
  place.mix ? hrefOf({ ...place, track: '', space: '' }) : searchHrefOf(place);
