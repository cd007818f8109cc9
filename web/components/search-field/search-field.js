import { LitElement, css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { MAX_Q } from '../../place.js';
import { shared } from '../../styles/shared.js';

/** How long typing must rest before a search is sent: results are due 100 ms after typing stops. */
const REST_MILLIS = 15;

/**
 * The free-text field.
 *
 * @fires search-text with `detail.q`, when typing rests, on Enter, and when the field is emptied
 * @fires leave-down when the arrow key asks for the first result
 */
class SearchField extends LitElement {
  static properties = { q: {}, text: { state: true } };

  static styles = [
    shared,
    css`
      form {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        height: 68px;
        padding: 0 1rem 0 1.35rem;
        border: 2px solid var(--ink);
        border-radius: 18px;
        background: var(--card);
      }

      form:focus-within {
        border-color: var(--blue);
        box-shadow: 0 0 0 3px var(--blue);
      }

      svg {
        flex: none;
        width: 24px;
        height: 24px;
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.4;
        stroke-linecap: round;
      }

      input {
        flex: 1;
        min-width: 0;
        height: 100%;
        padding: 0;
        border: 0;
        outline: 0;
        background: transparent;
        font: 500 1.375rem var(--display);
        letter-spacing: -0.01em;
        appearance: none;
      }

      input::placeholder {
        color: var(--ink-soft);
        opacity: 1;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      kbd,
      button {
        flex: none;
        display: grid;
        place-items: center;
        width: 32px;
        height: 32px;
        padding: 0;
        border: 1.5px solid var(--line);
        border-radius: 8px;
        background: transparent;
        color: var(--ink-soft);
        font: 600 0.9375rem var(--text);
      }

      button:hover {
        border-color: var(--ink);
        color: var(--ink);
      }

      @media (max-width: 640px) {
        form {
          height: 58px;
          padding: 0 0.75rem 0 1rem;
          border-radius: 15px;
        }

        input {
          font-size: 1.125rem;
        }

        kbd {
          display: none;
        }
      }
    `,
  ];

  #timer = 0;
  #said = '';

  constructor() {
    super();
    this.q = '';
    this.text = '';
  }

  willUpdate(changed) {
    // The address changed by other means than typing here (back button, a link).
    if (changed.has('q') && this.q !== this.#said) {
      clearTimeout(this.#timer);
      this.text = this.#said = this.q;
    }
  }

  focus() {
    this.renderRoot.querySelector('input').focus();
  }

  render() {
    return html`<form @submit=${this.#submit}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="10.500" cy="10.500" r="7" />
        <path d="m16 16 5 5" />
      </svg>
      <label class="hidden" for="q">Search songs, artists, albums and genres</label>
      <input
        id="q"
        type="search"
        dir="auto"
        maxlength=${MAX_Q}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        placeholder="Song, artist, album or genre"
        aria-keyshortcuts="/"
        .value=${live(this.text)}
        @input=${this.#typed}
        @compositionend=${this.#typed}
        @keydown=${this.#keydown}
      />
      ${
        this.text
          ? html`<button type="button" aria-label="Clear the search" @click=${this.clear}>
              <span aria-hidden="true">×</span>
            </button>`
          : html`<kbd aria-hidden="true">/</kbd>`
      }
    </form>`;
  }

  /** Empties the field and keeps the caret in it. */
  clear() {
    this.text = '';
    this.#say();
    this.focus();
  }

  #typed(event) {
    this.text = event.target.value;
    clearTimeout(this.#timer);
    // Half-composed Japanese or Korean is not yet what is meant.
    if (event.isComposing) return;
    if (this.text) {
      this.#timer = setTimeout(() => this.#say(), REST_MILLIS);
    } else {
      this.#say();
    }
  }

  #submit(event) {
    event.preventDefault();
    this.#say();
  }

  #keydown(event) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('leave-down'));
    }
  }

  #say() {
    clearTimeout(this.#timer);
    this.#said = this.text;
    this.dispatchEvent(new CustomEvent('search-text', { detail: { q: this.text } }));
  }
}

customElements.define('search-field', SearchField);
