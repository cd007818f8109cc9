import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { suggest } from '../../api.js';
import { marked } from '../../marked.js';
import { MAX_Q } from '../../place.js';
import { Rest } from '../../rest.js';
import { shared } from '../../styles/shared.js';
import { styles } from './search-field.css.js';

/** How long typing must rest before a search is sent: results are due 100 ms after typing stops. */
const REST_MILLIS = 15;

const glass = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="10.500" cy="10.500" r="7" />
  <path d="m16 16 5 5" />
</svg>`;

/** How many completions are shown. */
const MOST = 6;
/** How many are asked for where only songs are shown. */
const MOST_ASKED = 20;

/**
 * The free-text field, with a list of completions while one types.
 *
 * @fires search-text with `detail.q`, when typing rests, and, then with `detail.isMeant`, on Enter and
 *   when the field is emptied or, a plain one, left
 * @fires suggestion-chosen with `detail.suggestion`
 * @fires leave-down when the arrow key asks for the first result
 */
class SearchField extends LitElement {
  static properties = {
    q: {},
    label: {},
    placeholder: {},
    /** Whether it is one of several, names a song, and has its label before it. */
    plain: { type: Boolean },
    text: { state: true },
    suggestions: { state: true },
    active: { state: true },
  };

  static styles = [shared, styles];

  #rest = new Rest(REST_MILLIS);
  #asking = new AbortController();
  /** Whether the list was closed, and stays so until more is typed. */
  #closed = false;
  #said = '';
  /** What was last known to be meant. */
  #meant = '';

  constructor() {
    super();
    this.q = '';
    this.label = 'Search songs, artists, albums and genres';
    this.placeholder = 'Song, artist, album or genre';
    this.text = '';
    /** @type {import('../../api.js').Suggestion[]} */
    this.suggestions = [];
    this.active = -1;
  }

  willUpdate(changed) {
    // The address changed by other means than typing here (back button, a link).
    if (changed.has('q') && this.q !== this.#said) {
      this.#rest.stop();
      this.text = this.#said = this.#meant = this.q;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#rest.stop();
  }

  focus() {
    this.renderRoot.querySelector('input').focus();
  }

  render() {
    return html`<form @submit=${this.#submit}>
      ${this.plain ? nothing : glass}
      <label class=${this.plain ? '' : 'hidden'} for="q">${this.label}</label>
      <input
        id="q"
        type="search"
        dir="auto"
        maxlength=${MAX_Q}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        placeholder=${this.placeholder}
        aria-keyshortcuts=${this.plain ? nothing : '/'}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls="completions"
        aria-expanded=${this.suggestions.length ? 'true' : 'false'}
        aria-activedescendant=${this.active >= 0 ? `completion-${this.active}` : nothing}
        .value=${live(this.text)}
        @input=${this.#typed}
        @compositionend=${this.#typed}
        @blur=${this.#left}
        @keydown=${this.#keydown}
      />
      ${
        this.text
          ? html`<button type="button" aria-label=${this.plain ? `Clear ${this.label}` : 'Clear the search'} @click=${this.clear}>
              <span aria-hidden="true">×</span>
            </button>`
          : this.plain
            ? nothing
            : html`<kbd aria-hidden="true">/</kbd>`
      }
    </form>
    ${this.#list()}`;
  }

  #list() {
    return html`<ul
      id="completions"
      class="list"
      role="listbox"
      aria-label="Completions"
      ?hidden=${!this.suggestions.length}
      @mousedown=${(event) => event.preventDefault()}
    >
      ${this.suggestions.map(
        (suggestion, i) => html`<li
          id=${`completion-${i}`}
          role="option"
          aria-selected=${i === this.active ? 'true' : 'false'}
          @click=${() => this.#choose(suggestion)}
        >
          <bdi>${marked(suggestion.parts)}</bdi>
          ${suggestion.artists ? html`<bdi class="by">${suggestion.artists.join(', ')}</bdi>` : nothing}
          <span class="kind">${suggestion.kind}</span>
        </li>`,
      )}
    </ul>`;
  }

  /** Empties the field and keeps the caret in it. */
  clear() {
    this.text = '';
    this.#say(true);
    this.focus();
  }

  #typed(event) {
    this.text = event.target.value;
    this.#closed = false;
    this.#rest.stop();
    // Half-composed Japanese or Korean is not yet what is meant.
    if (event.isComposing) return;
    if (this.text) {
      this.#rest.soon(() => {
        this.#say();
        if (!this.#closed) this.#complete();
      });
    } else {
      this.#say();
    }
  }

  /** Asks for completions; without them the page works just as well. */
  async #complete() {
    const { signal } = (this.#asking = new AbortController());
    const limit = this.plain ? MOST_ASKED : MOST;
    const answer = await suggest({ q: this.text, limit }, signal).catch(() => null);
    if (!answer || signal.aborted) return;
    this.active = -1;
    this.suggestions = answer.suggestions
      .filter(({ kind }) => !this.plain || kind === 'track')
      .slice(0, MOST);
  }

  #left() {
    this.#fold();
    if (this.plain && this.text !== this.#meant) this.#say(true);
  }

  #fold() {
    this.#asking.abort();
    this.suggestions = [];
    this.active = -1;
  }

  #choose(suggestion) {
    this.#fold();
    if (this.plain) {
      this.#rest.stop();
      this.text = this.#said = this.#meant = suggestion.text;
    }
    this.dispatchEvent(new CustomEvent('suggestion-chosen', { detail: { suggestion } }));
  }

  #submit(event) {
    event.preventDefault();
    this.#say(true);
  }

  #keydown(event) {
    const { length } = this.suggestions;
    if (event.key === 'ArrowDown' && !length) {
      this.dispatchEvent(new CustomEvent('leave-down'));
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length) {
      // Below the last and above the first lies the field itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = ((this.active + 1 + step + length + 1) % (length + 1)) - 1;
    } else if (event.key === 'Enter' && this.active >= 0) {
      this.#choose(this.suggestions[this.active]);
    } else if (event.key === 'Escape' && length) {
      this.#closed = true;
      this.#fold();
    } else {
      return;
    }
    event.preventDefault();
  }

  #say(isMeant = false) {
    this.#rest.stop();
    this.#fold();
    this.#said = this.text;
    if (isMeant) this.#meant = this.text;
    this.dispatchEvent(new CustomEvent('search-text', { detail: { q: this.text, isMeant } }));
  }
}

customElements.define('search-field', SearchField);
