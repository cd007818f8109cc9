import * as api from '../../api.js';
import { counted } from '../../format.js';
import { user } from '../../listener.js';
import { asked, onSide } from '../../mix.js';
import { FOR_ANYBODY, NO_PATH, UNSHAPED, UNWISHED, filtersOf, hrefOf } from '../../place.js';

// What the page asks the API in each of its views.

const PAGE = 20;
const MOST_SIMILAR = 100;

/** @typedef {import('../../place.js').Place} Place */

/**
 * @typedef {Object} Question
 * @property {(place: Place) => string} hrefOf equal for places with the same answer
 * @property {(place: Place) => boolean} [isAsked] whether there is something to ask; there is where
 *   this is left out
 * @property {(place: Place, signal: AbortSignal) => Promise<object>} ask
 * @property {(answer: object) => boolean} [hasMore]
 * @property {(place: Place, before: object, signal: AbortSignal) => Promise<object>} [askMore] the
 *   answer with what comes after it
 * @property {(answer: object, isLonger?: boolean) => string} told what a screen reader is told
 * @property {(place: Place, answer: ?object) => string} title
 */

const songs = (n) => counted(n, 'song', 'songs');

/** Where there is neither a mix nor a path nor anybody whom songs are for. */
const UNMIXED = { seeds: [], ...UNWISHED, ...UNSHAPED, ...NO_PATH, ...FOR_ANYBODY };

const searched = (place) => {
  const q = place.q.trim();
  return { q, ...filtersOf(place), limit: PAGE, highlight: q !== '' };
};

/** The wishes of a place, as the API has them. */
const wished = ({ seeds, targets, diversity, max_per_artist, ...place }) => ({
  seeds: asked(seeds),
  ...Object.fromEntries(Object.entries(targets).map(([name, value]) => [`target_${name}`, value])),
  diversity,
  max_per_artist,
  ...filtersOf(place),
});

/** A playlist as the API has it. */
export const shaped = ({ k, minutes, energy_curve, seed, title, ...place }) => ({
  ...wished(place),
  k,
  minutes,
  energy_curve: energy_curve.length > 1 ? energy_curve.map(Number) : energy_curve[0],
  seed,
  title,
});

/** What songs for the visitor shall be. */
const forUser = ({ strategy, explore, time_of_day, mood, ...place }) => ({
  strategy,
  explore,
  time_of_day,
  mood,
  ...filtersOf(place),
  k: PAGE,
});

const isLiked = ({ seeds }) => onSide(seeds, 'like').length > 0;

const joined = (before, after) => ({ ...after, tracks: [...before.tracks, ...after.tracks] });

/** @type {Object<string, Question>} by view */
export const QUESTIONS = {
  search: {
    hrefOf: (place) => hrefOf({ ...place, ...UNMIXED, track: '', space: '', view: '' }),
    ask: (place, signal) => api.search({ ...searched(place), facets: true }, signal),
    hasMore: ({ next_cursor }) => Boolean(next_cursor),
    async askMore(place, before, signal) {
      const after = await api.search({ ...searched(place), cursor: before.next_cursor }, signal);
      return { ...before, ...joined(before, after), facets: before.facets };
    },
    told({ total, tracks }, isLonger) {
      if (isLonger) return `Showing ${tracks.length} of ${songs(total)}`;
      return `${songs(total)} found${tracks.length < total ? `, showing ${tracks.length}` : ''}`;
    },
    title: ({ q }) => q.trim(),
  },

  similar: {
    hrefOf: (place) => hrefOf({ ...place, ...UNMIXED, q: '', view: '' }),
    ask: (place, signal) => nearest(place, PAGE, signal),
    hasMore: ({ tracks, k }) => tracks?.length === k && k < MOST_SIMILAR,
    askMore: (place, { k }, signal) => nearest(place, Math.min(k + PAGE, MOST_SIMILAR), signal),
    told: ({ tracks, track }) => `${songs(tracks.length)} similar to ${track.name}`,
    title: (_, answer) => (answer ? `Like ${answer.track.name}` : ''),
  },

  mix: {
    hrefOf: (place) =>
      hrefOf({ ...place, ...UNSHAPED, ...NO_PATH, track: '', space: '', q: '', view: 'mix' }),
    isAsked: isLiked,
    ask: (place, signal) => api.recommendations({ ...wished(place), k: PAGE }, signal),
    hasMore: ({ next_cursor }) => Boolean(next_cursor),
    async askMore(place, before, signal) {
      const cursor = before.next_cursor;
      return joined(before, await api.recommendations({ ...wished(place), k: PAGE, cursor }, signal));
    },
    told: ({ tracks }, isLonger) =>
      isLonger ? `Showing ${songs(tracks.length)} for your mix` : `${songs(tracks.length)} for your mix`,
    title: () => 'Your mix',
  },

  playlist: {
    hrefOf: (place) => hrefOf({ ...place, ...NO_PATH, track: '', space: '', q: '', title: '', view: 'playlist' }),
    isAsked: isLiked,
    ask: (place, signal) => api.playlist(shaped(place), signal),
    told: ({ tracks }) => `A playlist of ${songs(tracks.length)}`,
    title: ({ title }) => title.trim() || 'Your playlist',
  },

  path: {
    hrefOf: (place) =>
      hrefOf({ ...place, seeds: [], ...UNWISHED, ...UNSHAPED, q: '', track: '', space: '', view: 'path' }),
    isAsked: ({ from, to }) => Boolean(from.trim() && to.trim()),
    ask: ({ from, to, steps, path_space: space, ...place }, signal) =>
      api.path({ from, to, steps, space, ...filtersOf(place) }, signal),
    told: ({ tracks, from, to }) => `${songs(tracks.length)} from ${from.name} to ${to.name}`,
    title: ({ from, to }, answer) =>
      answer?.from.query === from && answer.to.query === to
        ? `From ${answer.from.name} to ${answer.to.name}`
        : 'From one song to another',
  },

  'for-you': {
    hrefOf: (place) =>
      hrefOf({ ...place, seeds: [], ...UNWISHED, ...UNSHAPED, q: '', track: '', space: '' }),
    ask: (place, signal) => api.userRecommendations(user(), forUser(place), signal),
    hasMore: ({ next_cursor }) => Boolean(next_cursor),
    async askMore(place, before, signal) {
      const cursor = before.next_cursor;
      return joined(before, await api.userRecommendations(user(), { ...forUser(place), cursor }, signal));
    },
    told: ({ tracks }, isLonger) =>
      isLonger ? `Showing ${songs(tracks.length)} for you` : `${songs(tracks.length)} for you`,
    title: () => 'For you',
  },
};

async function nearest({ track, space, ...place }, k, signal) {
  const asking = { k, space, versions: 'one', ...filtersOf(place) };
  return { ...(await api.similar(track, asking, signal)), k };
}

/** @param {Place} place @returns {string} the name of its view */
export const viewOf = ({ track, view }) => (track ? 'similar' : view || 'search');

/** The view behind a track's: where one goes back to.
 *  @param {Place} place @returns {Place} */
export const behind = (place) => ({ ...place, track: '', space: '' });
