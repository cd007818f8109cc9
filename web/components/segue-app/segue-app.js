import { LitElement } from 'lit';
import * as api from '../../api.js';
import { MOST_SEEDS, toggled, without } from '../../mix.js';
import { hrefOf, placeOf, settled } from '../../place.js';
import { Rest } from '../../rest.js';
import { shared } from '../../styles/shared.js';
import { keydown } from './keydown.js';
import { Listening } from './listening.js';
import { Names } from './names.js';
import { QUESTIONS, behind, viewOf } from './questions.js';
import { styles } from './segue-app.css.js';
import { viewStyles } from './views.css.js';
import { views } from './views.js';

/** A list that was scrolled so long ago rests. */
const SCROLL_MILLIS = 100;

/**
 * The page: knows the place (address), asks the API for what belongs there, and shows it. Data
 * goes down as properties, wishes come up as events, and every wish is a change of place.
 */
class SegueApp extends LitElement {
  static properties = {
    place: { state: true },
    stats: { state: true },
    answers: { state: true },
    problem: { state: true },
    busy: { state: true },
    told: { state: true },
  };

  static styles = [shared, styles, viewStyles];

  #asking = new AbortController();
  /** Where the list was left for a similar view, to come back to. */
  #left = { href: '', row: 0, scroll: 0 };

  constructor() {
    super();
    this.place = placeOf(location.search);
    /** @type {?api.Stats} */
    this.stats = null;
    /** The last answer of each view, with the `href` of its question. */
    this.answers = {};
    this.names = new Names(this);
    /** @type {?{title: string, detail: string, retry: () => void}} */
    this.problem = null;
    this.busy = false;
    this.told = '';
    this.listening = new Listening(this);
    history.scrollRestoration = 'manual';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', ({ state }) => this.#arrive(placeOf(location.search), state?.scroll ?? 0));
    // Where one was in a list, for the way back.
    const rest = new Rest(SCROLL_MILLIS);
    addEventListener('scroll', () =>
      rest.soon(() => history.replaceState({ ...history.state, scroll: scrollY }, '')),
    );
    this.addEventListener('seed-toggled', ({ detail }) => this.#toggle(detail));
    this.addEventListener('listened', ({ detail }) => this.#listened(detail));
    document.addEventListener('keydown', (event) => keydown(event, this));
    api.stats().then(
      (stats) => (this.stats = stats),
      () => {}, // The page works without: no genres to pick, no numbers in the footer.
    );
    this.#load();
  }

  render() {
    return views(this);
  }

  /** The view that is shown. */
  get view() {
    return viewOf(this.place);
  }

  /** The last answer of the view that is shown, though perhaps to another question. */
  get answer() {
    return this.answers[this.view] ?? null;
  }

  /** Whether the answer is to what the place asks. */
  get isAnswered() {
    return this.answer?.href === QUESTIONS[this.view].hrefOf(this.place);
  }

  get hasMore() {
    return QUESTIONS[this.view].hasMore?.(this.answer) ?? false;
  }

  /**
   * Goes to another place. Edits of one thing in a row (typing, sliding) are one step of history.
   *
   * @param {Partial<import('../../place.js').Place>} change
   * @param {string} [edit] the word that is being edited
   */
  go(change, edit = '') {
    // A new search leaves the mix, which waits, and the path, which does not.
    const place = settled({ ...this.place, ...('q' in change ? { view: '' } : {}), ...change });
    if (hrefOf(place) === hrefOf(this.place)) return;
    const goesOn = edit && history.state?.edit === edit && place.track === this.place.track;
    history[goesOn ? 'replaceState' : 'pushState']({ edit }, '', hrefOf(place));
    this.#arrive(place);
  }

  /** @param {api.Track} track */
  openTrack(track) {
    this.#leave(track);
    this.#introduce(track);
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
    const row = this.answer.tracks.findIndex((ranked) => ranked.track.id === track.id);
    this.#left = { href: this.#listHref(this.place), row, scroll: scrollY };
  }

  /** Equal for every track opened from one list. */
  #listHref(place) {
    const list = behind(place);
    return QUESTIONS[viewOf(list)].hrefOf(list);
  }

  closeTrack() {
    this.go(behind(this.place));
  }

  #toggle({ seed, name }) {
    const seeds = toggled(this.place.seeds, seed);
    if (seeds.length > Math.max(MOST_SEEDS, this.place.seeds.length)) {
      this.told = `A mix has ${MOST_SEEDS} seeds at most`;
      return;
    }
    this.names.remember(seed, name);
    this.go({ seeds });
  }

  /** Tells what was done with a song. The list stays as it is under the visitor's hand. */
  async #listened({ track, act }) {
    this.told = (await this.listening.tell(track, act)) || this.told;
  }

  /** Shows what is for the visitor after all that was noted. */
  async showWhatFollows() {
    if (this.view !== 'for-you') {
      this.go({ view: 'for-you', track: '' });
    } else if (await this.reload()) {
      scrollTo(0, 0);
      this.#focusHeading();
    }
  }

  /** Forgets the visitor, who has just said so. */
  async forget() {
    if (!(await this.listening.forget())) return;
    await this.reload();
    this.told = 'Forgotten';
    this.#focusHeading();
  }

  /** @param {import('../../mix.js').Seed} seed */
  removeSeed(seed) {
    this.go({ seeds: without(this.place.seeds, seed) });
    if (!this.place.seeds.length) this.#focusHeading();
  }

  /** Lets reading go on from the view, where what had the focus is gone. */
  async #focusHeading() {
    await this.updateComplete;
    this.renderRoot.querySelector('h2')?.focus({ preventScroll: true });
  }

  emptyMix() {
    this.go({ seeds: [], view: this.place.view === 'path' ? 'path' : '' });
    this.#focusHeading();
  }

  /**
   * @param {import('../../place.js').Place} place
   * @param {?number} scroll where the list was, when one comes back through the history
   */
  async #arrive(place, scroll = null) {
    const before = this.place;
    this.place = place;
    this.problem = null;
    this.listening.trouble = '';
    const isOtherTrack = place.track !== before.track;
    const isOtherView = viewOf(place) !== viewOf(before);
    const isBackInList = isOtherTrack && !place.track && this.#left.href === this.#listHref(place);
    // What is for the visitor has changed by now; only the list that a song was opened from stays.
    const isStale = this.listening.noted && viewOf(place) === 'for-you';
    if (isStale && isOtherView && !isBackInList) this.#outdate('for-you');
    const loaded = this.#load();
    if (!isOtherTrack && !isOtherView) return;
    const isTyping = this.renderRoot.activeElement?.localName === 'search-field';
    await this.updateComplete;
    if (scroll === null && !isBackInList) scrollTo(0, 0);
    await loaded;
    await this.updateComplete;
    if (isBackInList) {
      scrollTo(0, this.#left.scroll);
    } else if (scroll !== null) {
      scrollTo(0, scroll);
    }
    if (isTyping) return;
    if (isBackInList) {
      this.renderRoot.querySelector('track-list')?.focusRow(this.#left.row, { preventScroll: true });
    } else if (place.track) {
      this.renderRoot.querySelector('seed-card')?.focus();
    } else {
      this.#focusHeading();
    }
  }

  #load() {
    const { view, place } = this;
    const { isAsked, hrefOf: href, ask, told } = QUESTIONS[view];
    if (view === 'similar' && this.answer?.track.id !== place.track) this.#meet(place.track);
    document.title = this.#title();
    if (this.isAnswered || isAsked?.(place) === false) {
      this.#asking.abort();
      this.busy = false;
      this.told = this.isAnswered ? told(this.answer) : '';
      this.names.learn(this.place);
      return Promise.resolve(true);
    }
    if (view === 'for-you') this.listening.followed();
    const asked = this.#ask(
      async (signal) => ({ ...(await ask(place, signal)), href: href(place) }),
      false,
    );
    this.names.learn(this.place);
    return asked;
  }

  /** Asks what the place asks, whatever is known already. */
  reload() {
    this.#outdate(this.view);
    return this.#load();
  }

  /** Has the answer of a view asked for again when it is next met. */
  #outdate(view) {
    this.answers = { ...this.answers, [view]: this.answers[view] && { ...this.answers[view], href: '' } };
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

  /** Lengthens the list that is shown, and leads to the first of the new songs. */
  async more() {
    const { place, answer } = this;
    const { askMore } = QUESTIONS[this.view];
    const { href } = answer;
    const isLonger = await this.#ask(
      async (signal) => ({ ...(await askMore(place, answer, signal)), href }),
      true,
    );
    if (!isLonger) return;
    await this.updateComplete;
    this.renderRoot.querySelector('track-list')?.focusRow(answer.tracks.length);
  }

  /** Meets a track that came by a link before its similar songs are there, or if they fail. */
  async #meet(id) {
    this.answers = { ...this.answers, similar: null };
    const track = await api.track(id).catch(() => null);
    if (track && this.place.track === id && !this.answers.similar) this.#introduce(track);
  }

  /** Shows a track before its similar songs are there. */
  #introduce(track) {
    this.answers = { ...this.answers, similar: { track, space: this.place.space, tracks: null } };
    this.names.remember({ kind: 'track', value: track.id }, track.name);
  }

  /**
   * Asks, drops whatever was asked before, and shows the answer or what went wrong.
   *
   * @param {(signal: AbortSignal) => Promise<object>} question
   * @param {boolean} isLonger whether the answer lengthens the one before
   * @returns {Promise<boolean>} whether the answer is shown
   */
  async #ask(question, isLonger) {
    const { view } = this;
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.busy = true;
    try {
      const answer = await question(signal);
      this.problem = null;
      this.answers = { ...this.answers, [view]: answer };
      this.told = QUESTIONS[view].told(answer, isLonger);
      document.title = this.#title();
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.listening.heed(error);
      // A cursor does not outlive its generation of the index: begin anew.
      const retry = () => (isLonger ? this.reload() : this.#load());
      // Seeds are named as well as numbered, and have no numbers here.
      const detail = (error.detail ?? '').replaceAll(/seeds\[\d+\]: /g, '');
      this.problem = { title: error.message, detail, retry };
      this.told = '';
      return false;
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  #title() {
    const title = QUESTIONS[this.view].title(this.place, this.answer);
    return title ? `${title} · Segue` : 'Segue';
  }
}

customElements.define('segue-app', SegueApp);
