import { LitElement } from 'lit';
import '../catalogue-footer/catalogue-footer.js';
import '../facet-bar/facet-bar.js';
import '../filter-bar/filter-bar.js';
import '../mix-basket/mix-basket.js';
import '../search-field/search-field.js';
import '../seed-card/seed-card.js';
import '../space-choice/space-choice.js';
import '../state-note/state-note.js';
import '../theme-toggle/theme-toggle.js';
import '../track-list/track-list.js';
import '../word-mark/word-mark.js';
import * as api from '../../api.js';
import { counted } from '../../format.js';
import { MOST_SEEDS, seedsOf, sizeOf, toggled, without } from '../../mix.js';
import { filtersOf, hrefOf, listHrefOf, placeOf, searchHrefOf } from '../../place.js';
import { shared } from '../../styles/shared.js';
import { styles } from './segue-app.css.js';
import { views } from './views.js';

const PAGE = 20;
const MOST_SIMILAR = 100;

/**
 * The page: knows the place (address), asks the API for what belongs there, and shows it. Data
 * goes down as properties, wishes come up as events, and every wish is a change of place.
 */
class SegueApp extends LitElement {
  static properties = {
    place: { state: true },
    stats: { state: true },
    found: { state: true },
    near: { state: true },
    mixed: { state: true },
    known: { state: true },
    problem: { state: true },
    busy: { state: true },
    told: { state: true },
  };

  static styles = [shared, styles];

  #asking = new AbortController();
  /** Where the list was left for a similar view, to come back to. */
  #left = { href: '', row: 0, scroll: 0 };

  constructor() {
    super();
    this.place = placeOf(location.search);
    /** @type {?api.Stats} */
    this.stats = null;
    /** The last answer of a search, kept while similar songs are shown. */
    this.found = null;
    /** The last answer of similar; `tracks` is null while only the seed is known. */
    this.near = null;
    /** The last answer for a mix. */
    this.mixed = null;
    /** @type {Object<string, api.Track>} the tracks of the mix that were seen, by their ids */
    this.known = {};
    /** @type {?{title: string, detail: string, retry: () => void}} */
    this.problem = null;
    this.busy = false;
    this.told = '';
    history.scrollRestoration = 'manual';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', () => this.#arrive(placeOf(location.search)));
    this.addEventListener('seed-toggled', ({ detail }) => this.#toggle(detail));
    document.addEventListener('keydown', (event) => this.#keydown(event));
    api.stats().then(
      (stats) => (this.stats = stats),
      () => {}, // The page works without: no genres to pick, no numbers in the footer.
    );
    this.#load();
  }

  render() {
    return views(this);
  }

  /**
   * Goes to another place. Edits of one thing in a row (typing, sliding) are one step of history.
   *
   * @param {Partial<import('../../place.js').Place>} change
   * @param {string} [edit] the word that is being edited
   */
  go(change, edit = '') {
    // A new search leaves the mix, which waits.
    const place = { ...this.place, mix: this.place.mix && !('q' in change), ...change };
    if (hrefOf(place) === hrefOf(this.place)) return;
    const goesOn = edit && history.state?.edit === edit && place.track === this.place.track;
    history[goesOn ? 'replaceState' : 'pushState']({ edit }, '', hrefOf(place));
    this.#arrive(place);
  }

  /** @param {api.Track} track */
  openTrack(track) {
    this.#leave(track);
    this.near = { track, space: this.place.space, tracks: null, k: PAGE };
    this.go({ track: track.id });
  }

  /**
   * @param {api.Track} track whose row it stands in
   * @param {api.Version} version
   */
  openVersion(track, version) {
    this.#leave(track);
    this.go({ track: version.id });
  }

  /** Remembers the row, to come back to. */
  #leave(track) {
    if (this.place.track) return;
    const { tracks } = this.place.mix ? this.mixed : this.found;
    const row = tracks.findIndex((ranked) => ranked.track.id === track.id);
    this.#left = { href: listHrefOf(this.place), row, scroll: scrollY };
  }

  closeTrack() {
    this.go({ track: '' });
  }

  #toggle({ track, kind }) {
    const mix = toggled(this.place, track.id, kind);
    if (sizeOf(mix) > MOST_SEEDS) {
      this.told = `A mix has ${MOST_SEEDS} songs at most`;
      return;
    }
    this.known = { ...this.known, [track.id]: track };
    this.go(mix);
  }

  /** @param {string} id */
  removeSeed(id) {
    this.go(without(this.place, id));
  }

  emptyMix() {
    this.go({ like: [], less: [], mix: false });
  }

  async #arrive(place) {
    const before = this.place;
    this.place = place;
    this.problem = null;
    const loaded = this.#load();
    if (place.mix && !before.mix && !place.track) scrollTo(0, 0);
    if (place.track === before.track) return;
    await this.updateComplete;
    if (place.track) {
      scrollTo(0, 0);
      await loaded;
      this.renderRoot.querySelector('seed-card')?.focus();
    } else if (before.track && this.#left.href === listHrefOf(place)) {
      await loaded;
      await this.updateComplete;
      scrollTo(0, this.#left.scroll);
      if (this.renderRoot.activeElement?.localName !== 'search-field') {
        this.renderRoot.querySelector('track-list')?.focusRow(this.#left.row, { preventScroll: true });
      }
    }
  }

  #load() {
    const { track, mix } = this.place;
    document.title = this.#title();
    this.#introduceSeeds();
    if (track) return this.#similar(PAGE);
    if (mix) return this.#recommend();
    if (this.found?.href === searchHrefOf(this.place)) {
      this.#asking.abort();
      this.busy = false;
      return Promise.resolve();
    }
    return this.#search();
  }

  get #question() {
    const q = this.place.q.trim();
    return { q, ...filtersOf(this.place), limit: PAGE, highlight: q !== '' };
  }

  /** @param {api.Suggestion} suggestion */
  follow({ kind, text, track_id }) {
    if (kind === 'track') {
      this.go({ q: text, track: track_id });
    } else if (kind === 'genre') {
      this.go({ q: '', genre: [text], track: '' });
    } else {
      this.go({ q: text, track: '' });
    }
  }

  #search() {
    const href = searchHrefOf(this.place);
    return this.#ask(
      (signal) => api.search({ ...this.#question, facets: true }, signal),
      (answer) => {
        this.found = { ...answer, href };
        const shown = answer.tracks.length < answer.total ? `, showing ${answer.tracks.length}` : '';
        this.told = `${counted(answer.total, 'song', 'songs')} found${shown}`;
      },
      () => this.#search(),
    );
  }

  /** Lengthens the list that is shown, and leads to the first of the new songs. */
  async more() {
    const { track, mix } = this.place;
    const { length } = (track ? this.near : mix ? this.mixed : this.found).tracks;
    const longer = await (track
      ? this.#similar(Math.min(this.near.k + PAGE, MOST_SIMILAR))
      : mix
        ? this.#moreForMix()
        : this.#nextPage());
    if (!longer) return;
    await this.updateComplete;
    this.renderRoot.querySelector('track-list')?.focusRow(length);
  }

  #nextPage() {
    const before = this.found;
    return this.#ask(
      (signal) => api.search({ ...this.#question, cursor: before.next_cursor }, signal),
      (answer) => {
        const tracks = [...before.tracks, ...answer.tracks];
        this.found = { ...before, tracks, next_cursor: answer.next_cursor };
        this.told = `Showing ${this.found.tracks.length} of ${counted(answer.total, 'song', 'songs')}`;
      },
      // A cursor does not outlive its generation of the index: begin anew.
      () => this.#search(),
    );
  }

  get #wishes() {
    return { seeds: seedsOf(this.place), ...filtersOf(this.place), k: PAGE };
  }

  /** What fits the mix; nothing while nothing is liked. */
  #recommend() {
    const href = listHrefOf(this.place);
    if (this.mixed?.href === href || !this.place.like.length) {
      this.#asking.abort();
      this.busy = false;
      return Promise.resolve();
    }
    return this.#ask(
      (signal) => api.recommendations(this.#wishes, signal),
      (answer) => {
        this.mixed = { ...answer, href };
        this.told = `${counted(answer.tracks.length, 'song', 'songs')} for your mix`;
      },
      () => this.#recommend(),
    );
  }

  #moreForMix() {
    const before = this.mixed;
    return this.#ask(
      (signal) => api.recommendations({ ...this.#wishes, cursor: before.next_cursor }, signal),
      (answer) => {
        const tracks = [...before.tracks, ...answer.tracks];
        this.mixed = { ...before, tracks, next_cursor: answer.next_cursor };
        this.told = `Showing ${tracks.length} songs for your mix`;
      },
      // A cursor does not outlive its generation of the index: begin anew.
      () => {
        this.mixed = null;
        return this.#recommend();
      },
    );
  }

  /** Learns the names of seeds that came by a link. */
  async #introduceSeeds() {
    const unknown = [...this.place.like, ...this.place.less].filter((id) => !this.known[id]);
    const tracks = await Promise.all(unknown.map((id) => api.track(id).catch(() => null)));
    const named = tracks.filter(Boolean).map((track) => [track.id, track]);
    if (named.length) this.known = { ...this.known, ...Object.fromEntries(named) };
  }

  #similar(k) {
    const { track, space } = this.place;
    const filters = filtersOf(this.place);
    if (this.near?.track.id !== track) {
      this.near = null;
      this.#introduce(track);
    }
    return this.#ask(
      (signal) => api.similar(track, { k, space, versions: 'one', ...filters }, signal),
      (answer) => {
        this.near = { ...answer, k };
        document.title = this.#title();
        this.told = `${counted(answer.tracks.length, 'song', 'songs')} similar to ${answer.track.name}`;
      },
      () => this.#similar(k),
    );
  }

  /** Shows a track that came by a link before its similar songs are there, or if they fail. */
  async #introduce(id) {
    const track = await api.track(id).catch(() => null);
    if (track && this.place.track === id && !this.near) {
      this.near = { track, space: this.place.space, tracks: null, k: PAGE };
    }
  }

  /**
   * Asks, drops whatever was asked before, and shows the answer or what went wrong.
   *
   * @returns {Promise<boolean>} whether the answer is shown
   */
  async #ask(question, show, retry) {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.busy = true;
    try {
      const answer = await question(signal);
      this.problem = null;
      show(answer);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.problem = { title: error.message, detail: error.detail ?? '', retry };
      return false;
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  #title() {
    if (this.place.track) {
      return this.near?.track.id === this.place.track ? `Like ${this.near.track.name} · Segue` : 'Segue';
    }
    if (this.place.mix) return 'Your mix · Segue';
    return this.place.q.trim() ? `${this.place.q.trim()} · Segue` : 'Segue';
  }

  #keydown(event) {
    const [at] = event.composedPath();
    const search = this.renderRoot.querySelector('search-field');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && !at.matches?.('input:not([type=range], [type=radio])')) {
      event.preventDefault();
      search.focus();
      scrollTo(0, 0);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (this.place.track) {
        this.closeTrack();
      } else {
        search.clear();
      }
    }
  }
}

customElements.define('segue-app', SegueApp);
