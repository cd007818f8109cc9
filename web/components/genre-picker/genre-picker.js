import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { number } from '../../format.js';
import { shared } from '../../styles/shared.js';
import { styles } from './genre-picker.css.js';

/** More options than this are not drawn; typing narrows them. */
const MOST = 60;

/**
 * Several genres out of many: a combobox that searches, and a chip for each one chosen.
 *
 * @fires filter with `detail.genre`
 */
class GenrePicker extends LitElement {
  static properties = {
    /** @type {{name: string, tracks: number}[]} */ genres: { attribute: false },
    /** @type {string[]} */ chosen: { attribute: false },
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };

  static styles = [shared, styles];

  constructor() {
    super();
    this.genres = [];
    this.chosen = [];
    this.text = '';
    this.open = false;
    this.active = -1;
  }

  willUpdate(changed) {
    // Whoever types sooner than the genres arrive finds the first that fits chosen all the same.
    if (changed.has('genres') && this.open && this.active < 0) this.active = this.#firstFitting;
  }

  updated(changed) {
    if (changed.has('active') && this.open) {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  get #options() {
    const wanted = this.text.trim().toLowerCase();
    const at = ({ name }) => name.toLowerCase().indexOf(wanted);
    const fitting = this.genres.filter((g) => at(g) >= 0 && !this.chosen.includes(g.name));
    // Names that start with what was typed come first; otherwise the server's order stays.
    return wanted ? fitting.sort((a, b) => (at(a) > 0) - (at(b) > 0)) : fitting;
  }

  get #firstFitting() {
    return this.text && this.#options.length ? 0 : -1;
  }

  render() {
    const options = this.#options;
    return html`<div class="picker">
      <div class="field">
        <label class="hidden" for="genre">Genre filter</label>
        <input
          id="genre"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${this.chosen.length ? 'Add a genre' : 'Any genre'}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls="options"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-activedescendant=${this.open && this.active >= 0 ? `option-${this.active}` : nothing}
          .value=${live(this.text)}
          @input=${this.#typed}
          @click=${this.#unfold}
          @blur=${this.#fold}
          @keydown=${this.#keydown}
        />
        <svg viewBox="0 0 12 8" aria-hidden="true"><path d="m1 1.500 5 5 5-5" /></svg>
        ${this.#list(options)}
      </div>
      ${this.chosen.map(
        (name) => html`<button
          type="button"
          class="chip"
          aria-label=${`Remove genre ${name}`}
          @click=${() => this.#say(this.chosen.filter((other) => other !== name))}
        >
          <bdi>${name}</bdi><span aria-hidden="true">×</span>
        </button>`,
      )}
    </div>`;
  }

  #list(options) {
    const drawn = options.slice(0, MOST);
    const rest = options.length - drawn.length;
    return html`<div class="list" ?hidden=${!this.open} @mousedown=${(e) => e.preventDefault()}>
      <ul id="options" role="listbox" aria-label="Genres">
        ${drawn.map(
          ({ name, tracks }, i) => html`<li
            id=${`option-${i}`}
            role="option"
            aria-selected=${i === this.active ? 'true' : 'false'}
            @click=${() => this.#add(name)}
          >
            <bdi>${name}</bdi><span class="count">${number(tracks)}</span>
          </li>`,
        )}
      </ul>
      ${options.length ? nothing : html`<p>No genre fits “${this.text}”</p>`}
      ${rest ? html`<p>${number(rest)} more, keep typing</p>` : nothing}
    </div>`;
  }

  #unfold() {
    this.open = true;
    this.active = -1;
  }

  #fold() {
    this.open = false;
    this.text = '';
  }

  #typed(event) {
    this.text = event.target.value;
    this.open = true;
    this.active = this.#firstFitting;
  }

  #keydown(event) {
    const last = Math.min(this.#options.length, MOST) - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = this.open ? this.active : -1;
      this.open = true;
      this.active = from + step > last ? 0 : from + step < 0 ? last : from + step;
    } else if (event.key === 'Enter') {
      if (this.open && this.active >= 0) this.#add(this.#options[this.active]?.name);
    } else if (event.key === 'Escape' && this.open) {
      this.#fold();
    } else if (event.key === 'Backspace' && !this.text && this.chosen.length) {
      this.#say(this.chosen.slice(0, -1));
      return;
    } else {
      return;
    }
    event.preventDefault();
  }

  #add(name) {
    if (!name) return;
    this.#fold();
    this.#say([...this.chosen, name]);
  }

  #say(genre) {
    const detail = { genre };
    this.dispatchEvent(new CustomEvent('filter', { detail, bubbles: true, composed: true }));
    this.renderRoot.querySelector('input').focus();
  }
}

customElements.define('genre-picker', GenrePicker);
