import { LitElement, css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { shared } from '../../styles/shared.js';

const REST_MILLIS = 120;

/**
 * The least popularity a song must have; 0 means any.
 *
 * @fires filter with `detail.min_popularity`, when sliding rests
 */
class PopularitySlider extends LitElement {
  static properties = { value: { type: Number }, shown: { state: true } };

  static styles = [
    shared,
    css`
      .slider {
        display: flex;
        align-items: center;
        gap: 0.85rem;
        height: 44px;
      }

      label {
        color: var(--ink-soft);
        font-size: 0.9375rem;
        white-space: nowrap;
      }

      output {
        text-align: end;
        min-width: 3.1rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }

      input {
        width: 168px;
        min-width: 0;
        height: 28px;
        margin: 0;
        background: transparent;
        appearance: none;
        --at: 0%;
      }

      input::-webkit-slider-runnable-track {
        height: 6px;
        border-radius: 3px;
        background: linear-gradient(
          to right,
          var(--field-line) var(--at),
          var(--blue) var(--at),
          var(--blue)
        );
      }

      input::-moz-range-track {
        height: 6px;
        border-radius: 3px;
        background: var(--field-line);
      }

      input::-webkit-slider-thumb {
        width: 22px;
        height: 22px;
        margin-top: -8px;
        border: 3px solid var(--card);
        border-radius: 50%;
        background: var(--blue);
        box-shadow: 0 0 0 1.5px var(--blue);
        appearance: none;
      }

      input::-moz-range-thumb {
        width: 16px;
        height: 16px;
        border: 3px solid var(--card);
        border-radius: 50%;
        background: var(--blue);
        box-shadow: 0 0 0 1.5px var(--blue);
      }

      @media (max-width: 640px) {
        input {
          flex: 1;
        }
      }
    `,
  ];

  #timer = 0;

  constructor() {
    super();
    this.value = 0;
    this.shown = 0;
  }

  willUpdate(changed) {
    if (changed.has('value') && this.value !== this.shown) {
      clearTimeout(this.#timer);
      this.shown = this.value;
    }
  }

  updated() {
    this.renderRoot.querySelector('input').style.setProperty('--at', `${this.shown}%`);
  }

  render() {
    const words = this.shown ? `${this.shown} or more` : 'any';
    return html`<div class="slider">
      <label for="least">Popularity</label>
      <input
        id="least"
        type="range"
        min="0"
        max="100"
        aria-valuetext=${words}
        .value=${live(String(this.shown))}
        @input=${this.#slid}
      />
      <output for="least" aria-hidden="true">${this.shown ? `${this.shown} +` : 'any'}</output>
    </div>`;
  }

  #slid(event) {
    this.shown = Number(event.target.value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const detail = { min_popularity: this.shown };
      this.dispatchEvent(new CustomEvent('filter', { detail, bubbles: true, composed: true }));
    }, REST_MILLIS);
  }
}

customElements.define('popularity-slider', PopularitySlider);
