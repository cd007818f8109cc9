import { LitElement, css, html, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { heightOf } from '../../features.js';
import { Rest, SLIDER_MILLIS } from '../../rest.js';
import { shared } from '../../styles/shared.js';
import { slider } from '../../styles/slider.js';

/**
 * A number to be chosen, or left open. Marks under it say what others have.
 *
 * @fires slid with `detail.value`, when sliding rests; null when it is left open again
 */
class ValueSlider extends LitElement {
  static properties = {
    label: {},
    min: { type: Number },
    max: { type: Number },
    step: { type: Number },
    /** Null where nothing is chosen. @type {?number} */ value: { attribute: false },
    /** Where it stands while nothing is chosen. @type {number} */ resting: { attribute: false },
    /** What is said of a value. @type {(value: number) => string} */ text: { attribute: false },
    /** What is said while nothing is chosen. */ open: {},
    /** @type {{value: number, name: string, side: 'like'|'less'}[]} */ marks: { attribute: false },
    shown: { state: true },
  };

  static styles = [
    shared,
    slider,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .slider {
        display: grid;
        grid-template: 28px auto / minmax(0, 1fr) auto auto;
        align-items: center;
        column-gap: 0.25rem;
      }

      label {
        color: var(--ink-soft);
        font-size: 0.9375rem;
      }

      output {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      .open output {
        color: var(--ink-soft);
        font-weight: 400;
      }

      .rail {
        display: grid;
        grid-column: 1 / -1;
        min-width: 0;
      }

      input {
        width: 100%;
      }

      .open input {
        --thumb: var(--field-line);
      }

      /* As wide as the middle of the thumb goes. */
      svg {
        display: block;
        overflow: visible;
        width: calc(100% - 22px);
        height: 8px;
        margin: -4px 11px 0;
      }

      .like {
        fill: var(--blue);
      }

      .less {
        fill: var(--coral);
        height: 4px;
      }

      button {
        width: 28px;
        height: 28px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: transparent;
      }

      button:hover {
        background: var(--hover);
      }

      @media (pointer: coarse) {
        button {
          margin-block: -8px;
        }
      }

      /* On one line: the least that passes. */
      :host([inline]) .slider {
        grid-template: 44px / auto minmax(0, 168px) 3.1rem;
        gap: 0.85rem;
      }

      :host([inline]) .rail {
        grid-row: 1;
        grid-column: 2;
      }

      :host([inline]) output {
        grid-column: 3;
        color: inherit;
        font-weight: 650;
      }

      /* What passes lies above the number. */
      :host([inline]) input {
        --thumb: var(--blue);
        --rail: linear-gradient(
          to right,
          var(--field-line) var(--at),
          var(--blue) var(--at),
          var(--blue)
        );
      }

      :host([inline]) button {
        display: none;
      }

      @media (max-width: 640px) {
        :host([inline]) .slider {
          grid-template-columns: auto minmax(0, 1fr) 3.1rem;
        }
      }
    `,
  ];

  #rest = new Rest(SLIDER_MILLIS);

  constructor() {
    super();
    this.value = null;
    this.resting = 0;
    this.step = 1;
    this.open = 'any';
    this.marks = [];
    this.shown = null;
  }

  willUpdate(changed) {
    if (changed.has('value') && this.value !== this.shown) {
      this.#rest.stop();
      this.shown = this.value;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#rest.stop();
  }

  updated() {
    const share = heightOf(this, this.#at);
    this.renderRoot.querySelector('input').style.setProperty('--at', `${100 * share}%`);
  }

  /** Where it stands. */
  get #at() {
    return this.shown ?? this.resting;
  }

  render() {
    const isOpen = this.shown === null;
    const at = this.#at;
    const said = isOpen ? this.open : this.text(at);
    const marked = this.marks
      .map(({ name, value, side }) => `${side === 'like' ? '' : 'not like '}${name}: ${this.text(value)}`)
      .join(', ');
    return html`<div class="slider ${isOpen ? 'open' : ''}">
      <label for="value">${this.label}</label>
      <output for="value" aria-hidden="true">${said}</output>
      ${
        isOpen
          ? nothing
          : html`<button type="button" aria-label=${`${this.label}: ${this.open}`} @click=${this.#leaveOpen}>
              <span aria-hidden="true">×</span>
            </button>`
      }
      <div class="rail" title=${marked}>
        <input
          id="value"
          type="range"
          min=${this.min}
          max=${this.max}
          step=${this.step}
          aria-valuetext=${said}
          aria-describedby=${marked ? 'marks' : nothing}
          .value=${live(String(at))}
          @input=${this.#slid}
        />
        ${marked ? html`${this.#drawn()}<span id="marks" class="hidden">${marked}</span>` : nothing}
      </div>
    </div>`;
  }

  #drawn() {
    return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${this.marks.map(({ value, side }) => {
        const x = 100 * heightOf(this, value);
        return svg`<rect class=${side} x=${x - 0.5} width="1" height="8"></rect>`;
      })}
    </svg>`;
  }

  #slid(event) {
    this.shown = Number(event.target.value);
    this.#rest.soon(() => this.#say(this.shown));
  }

  #leaveOpen() {
    this.#rest.stop();
    this.shown = null;
    this.#say(null);
    this.renderRoot.querySelector('input').focus();
  }

  #say(value) {
    this.dispatchEvent(new CustomEvent('slid', { detail: { value } }));
  }
}

customElements.define('value-slider', ValueSlider);
