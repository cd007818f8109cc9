// The REST API, one function a URL; names and parameters are those of /openapi.yaml.

/**
 * @typedef {Object} Audio
 * @property {number} danceability @property {number} energy @property {number} key
 * @property {number} loudness @property {number} mode @property {number} speechiness
 * @property {number} acousticness @property {number} instrumentalness @property {number} liveness
 * @property {number} valence @property {number} tempo @property {number} time_signature
 *
 * @typedef {Object} Track
 * @property {string} id @property {string} name @property {string[]} artists
 * @property {?string} album @property {string[]} genres @property {?number} popularity
 * @property {?string} popularity_category @property {number} duration_ms @property {?boolean} explicit
 * @property {?number} year @property {Audio} audio
 *
 * @typedef {{text: string, marked: boolean}[]} Parts a text in pieces, some of them marked
 * @typedef {{name: Parts, artists: Parts[], album: ?Parts, genres: Parts[]}} Highlights
 * @typedef {{rank: number, score: number, distance?: number, score_parts?: Object<string, number>,
 *   highlights?: Highlights, track: Track, other_versions?: Version[],
 *   reasons?: {kind: string, text: string}[]}} RankedTrack
 * @typedef {{id: string, name: string, album: ?string, popularity: ?number, duration_ms: number,
 *   explicit: ?boolean}} Version another track of the same recording
 * @typedef {{kind: 'track'|'artist'|'album'|'genre', text: string, parts: Parts,
 *   artists: ?string[], track_id: ?string}} Suggestion
 * @typedef {{value: string, tracks: number}[]} Counts
 * @typedef {{genre: Counts, artist: Counts, popularity_category: Counts, decade: Counts,
 *   explicit: Counts}} Facets
 * @typedef {{query: string, total: number, tracks: RankedTrack[], next_cursor: ?string,
 *   mode: string, understood: {text: string, meaning: string, without: string}[],
 *   did_you_mean: ?{q: string, parts: Parts, applied: boolean}, suggestions: Suggestion[],
 *   facets: ?Facets, syntax_error: ?{detail: string, position: number}}} Found
 * @typedef {RankedTrack & {camelot?: string, wanted_energy: number, tempo_step_percent?: number,
 *   key_distance?: number}} PlaylistTrack in its place
 * @typedef {{label: string, values: Object<string, number>, weight: number}} TakenSeed
 * @typedef {{candidates: number, after_filters: number, after_variety: number}} Pool
 * @typedef {{condition: string, removed: number}} WhyFewer
 * @typedef {{seeds: TakenSeed[], tracks: PlaylistTrack[], duration_ms: number,
 *   energy_curve: string, seed: number, compatible_keys?: number, mean_tempo_step_percent?: number,
 *   means: Object<string, {playlist: number, seeds?: number}>, pool: Pool,
 *   why_fewer?: WhyFewer}} Playlist
 * @typedef {{query: string, id: string, name: string, confidence: number}} Resolved
 * @typedef {{seeds: TakenSeed[], tracks: RankedTrack[], next_cursor: ?string, pool: Pool,
 *   why_fewer?: WhyFewer}} Recommendations
 * @typedef {Recommendations & {strategy: 'sound'|'taste'|'hybrid'|'popularity', why_strategy: string,
 *   alpha?: number}} ForUser `alpha` is the share of sound in a hybrid
 * @typedef {{name: string, metric: string, columns: string[], default: boolean}} Space
 * @typedef {{generation: number, tracks: number, built_at: ?string, version: string,
 *   sources: {name: string, rows: number}[], spaces: Space[],
 *   genres: {name: string, tracks: number}[]}} Stats
 */

/** An answer that is no answer: what RFC 9457 says about it, or that nothing came back. */
export class Problem extends Error {
  /** @param {{title: string, detail?: string, code?: string, parameter?: string, status?: number}} said */
  constructor({ title, detail = '', code = '', parameter = '', status = 0 }) {
    super(title);
    Object.assign(this, { title, detail, code, parameter, status });
  }
}

/**
 * Free text to ranked tracks; an empty `q` browses by popularity.
 *
 * @param {{q?: string, limit?: number, cursor?: ?string, facets?: boolean, highlight?: boolean}} asked
 *   and filters
 * @param {AbortSignal} [signal]
 * @returns {Promise<Found>}
 */
export const search = (asked, signal) => get('/api/search', asked, signal);

/**
 * Completes what is half typed.
 *
 * @param {{q: string, limit?: number}} asked
 * @param {AbortSignal} [signal]
 * @returns {Promise<{suggestions: Suggestion[]}>}
 */
export const suggest = (asked, signal) => get('/api/suggest', asked, signal);

/**
 * A track to the tracks nearest to it.
 *
 * @param {string} id
 * @param {{k?: number, space?: string}} asked and filters
 * @param {AbortSignal} [signal]
 * @returns {Promise<{track: Track, space: string, tracks: RankedTrack[]}>}
 */
export const similar = (id, asked, signal) =>
  get(`/api/tracks/${encodeURIComponent(id)}/similar`, asked, signal);

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<Track>}
 */
export const track = (id, signal) => get(`/api/tracks/${encodeURIComponent(id)}`, {}, signal);

/**
 * A mix of tracks to tracks that fit it.
 *
 * @param {{seeds: object[], k?: number, cursor?: ?string}} asked and filters, targets, variety
 * @param {AbortSignal} [signal]
 * @returns {Promise<Recommendations>}
 */
export const recommendations = (asked, signal) => post('/api/recommendations', asked, signal);

/**
 * A mix of tracks to tracks that fit it, in an order to hear them in.
 *
 * @param {object} asked as for recommendations, but instead of `cursor` there are `minutes`,
 *   `energy_curve`, `seed`
 * @param {AbortSignal} [signal]
 * @returns {Promise<Playlist>}
 */
export const playlist = (asked, signal) => post('/api/playlists', asked, signal);

/**
 * The same playlist as a file.
 *
 * @param {object} asked as for playlist, and `title`
 * @param {string} format
 * @returns {Promise<{name: string, content: Blob}>}
 */
export async function playlistFile(asked, format) {
  const got = await fetched('/api/playlists', posted({ ...asked, format }));
  if (!got.ok) throw problemOf(got, await got.json().catch(() => null));
  const [, name] = got.headers.get('Content-Disposition').split("filename*=UTF-8''");
  return { name: decodeURIComponent(name), content: await got.blob() };
}

/**
 * A walk from one track to another.
 *
 * @param {{from: string, to: string, steps?: number, space?: string}} asked ids, or what one
 *   remembers, and filters
 * @param {AbortSignal} [signal]
 * @returns {Promise<{from: Resolved, to: Resolved, space: string, distance: number,
 *   tracks: RankedTrack[]}>} the distance of each track is that from the one before
 */
export const path = (asked, signal) => get('/api/path', asked, signal);

/**
 * What somebody did with a track.
 *
 * @param {{event_id: string, user_id: string, track_id: string, type: string,
 *   context: Object<string, string>}} event
 */
export const events = (event) => post('/api/events', event);

/**
 * All that is known of a user.
 *
 * @param {string} id
 * @returns {Promise<{events: {event_id: string, track_id: string, type: string}[]}>}
 */
export const userEvents = (id) => get(`${userPath(id)}/events`, {});

/**
 * Makes one of a user's events as if it had never been told.
 *
 * @param {string} id
 * @param {string} event
 */
export const takeBackEvent = (id, event) =>
  reply(`${userPath(id)}/events/${encodeURIComponent(event)}`, { method: 'DELETE' });

/**
 * Tracks for a user, by all that they did.
 *
 * @param {string} id
 * @param {{k?: number, cursor?: ?string, strategy?: string, explore?: ?number, mood?: string,
 *   time_of_day?: string}} asked and filters
 * @param {AbortSignal} [signal]
 * @returns {Promise<ForUser>}
 */
export const userRecommendations = (id, asked, signal) =>
  get(`${userPath(id)}/recommendations`, asked, signal);

/** @param {string} id */
export const forgetUser = (id) => reply(userPath(id), { method: 'DELETE' });

/** @returns {Promise<Stats>} */
export const stats = () => get('/api/stats', {});

const userPath = (id) => `/api/users/${encodeURIComponent(id)}`;

const get = (path, parameters, signal) => reply(path + question(parameters), { signal });

const post = (path, asked, signal) => reply(path, { ...posted(asked), signal });

const posted = (asked) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(Object.fromEntries(said(asked))),
});

async function reply(address, request) {
  const got = await fetched(address, request);
  const body = await got.json().catch(() => null);
  request.signal?.throwIfAborted();
  if (!got.ok || body === null) throw problemOf(got, body);
  return body;
}

async function fetched(address, request) {
  try {
    return await fetch(address, request);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw new Problem({
      title: 'Segue cannot be reached',
      detail: 'The server did not answer. Is it running, and are you online?',
    });
  }
}

const problemOf = ({ status }, said) => new Problem({ title: `The server answered ${status}`, ...said, status });

/** Parameters but those that say nothing: empty, null. */
const said = (parameters) =>
  Object.entries(parameters).filter(([, value]) => (value ?? '') !== '' && value.length !== 0);

/** Lists are repeated. */
function question(parameters) {
  const words = new URLSearchParams();
  for (const [name, value] of said(parameters)) {
    for (const one of [value].flat()) words.append(name, one);
  }
  return words.size ? `?${words}` : '';
}
