import { LitElement, css, html, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { Rest, SLIDER_MILLIS } from '../../rest.js';
import { shared } from '../../styles/shared.js';
import { slider } from '../../styles/slider.js';

const WIDTH = 1000;
const HEIGHT = 160;
/** Where the curve can be taken, evenly from the first song to the last. */
const HANDLES = ['at the start', 'after a quarter', 'in the middle', 'after three quarters', 'at the end'];

const percent = (share) => `${Math.round(100 * share)}%`;

/**
 * How energy goes through a playlist: the curve that is wanted, to be drawn by its handles, and the
 * songs.
 *
 * @fires curve-drawn with `detail.points`, [0, 1] each, when drawing rests
 */
class EnergyCurve extends LitElement {
  static properties = {
    /** Of each song. @type {number[]} */ energies: { attribute: false },
    /** In each place. @type {number[]} */ wanted: { attribute: false },
    /** @type {string[]} */ names: { attribute: false },
    drawn: { state: true },
  };

  static styles = [
    shared,
    slider,
    css`
      :host {
        display: block;
        position: relative;
        height: 184px;
        margin: 0.75rem 0;
        border-radius: 14px;
        background: var(--card);
      }

      svg {
        position: absolute;
        top: 14px;
        left: 14px;
        overflow: visible;
        width: calc(100% - 28px);
        height: calc(100% - 28px);
      }

      .wanted {
        fill: none;
        stroke: var(--coral);
        stroke-width: 3;
        stroke-linejoin: round;
        vector-effect: non-scaling-stroke;
      }

      .song {
        stroke: var(--blue);
        stroke-width: 9;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }

      .off {
        stroke: var(--blue-soft);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }

      .handles {
        position: absolute;
        inset: 0;
        display: flex;
        justify-content: space-between;
        pointer-events: none;
      }

      input[type='range'] {
        width: 28px;
        height: 100%;
        pointer-events: auto;
        cursor: ns-resize;
        direction: rtl;
        writing-mode: vertical-lr;
        --rail: transparent;
        --thumb: var(--coral);
      }

      /* Its track lies upright. */
      input[type='range']::-webkit-slider-runnable-track {
        width: 6px;
        height: 100%;
        margin-inline: auto;
      }

      input[type='range']::-webkit-slider-thumb {
        margin: 0 0 0 -8px;
      }
    `,
  ];

  #rest = new Rest(SLIDER_MILLIS);

  constructor() {
    super();
    /** What is being drawn. @type {?number[]} */
    this.drawn = null;
  }

  willUpdate(changed) {
    if (changed.has('wanted')) this.drawn = null;
  }

  render() {
    const handles = this.drawn ?? this.#handles();
    const wanted = this.drawn ?? this.wanted;
    const last = this.energies.length - 1;
    return html`<svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label=${`Energy from the first song to the last: ${this.energies.map(percent).join(', ')}`}
      >
        <polyline class="wanted" points=${wanted.map((y, i) => at(i, wanted.length - 1, y)).join(' ')}></polyline>
        ${this.energies.map((energy, i) => this.#song(energy, i, last))}
      </svg>
      <div class="handles" role="group" aria-label="Energy curve">
        ${handles.map(
          (share, i) => html`<input
            type="range"
            min="0"
            max="1"
            step="0.01"
            aria-label=${`Energy ${HANDLES[i]}`}
            aria-orientation="vertical"
            aria-valuetext=${percent(share)}
            .value=${live(String(share))}
            @input=${(event) => this.#draw(handles, i, Number(event.target.value))}
          />`,
        )}
      </div>`;
  }

  #song(energy, i, last) {
    const [x, y] = at(i, last, energy);
    const [, wanted] = at(i, last, this.wanted[i]);
    return svg`<line class="off" x1=${x} x2=${x} y1=${wanted} y2=${y}></line>
      <line class="song" x1=${x} x2=${x} y1=${y} y2=${y}>
        <title>${this.names[i]}, energy ${percent(energy)}</title>
      </line>`;
  }

  /** The curve where it can be taken. */
  #handles() {
    const last = this.wanted.length - 1;
    return HANDLES.map((_, i) => {
      const place = (i / (HANDLES.length - 1)) * last;
      const before = Math.min(Math.floor(place), Math.max(0, last - 1));
      const way = place - before;
      return (1 - way) * this.wanted[before] + way * (this.wanted[before + 1] ?? this.wanted[before]);
    }).map((share) => Math.round(100 * share) / 100);
  }

  #draw(handles, at, share) {
    this.drawn = handles.with(at, share);
    this.#rest.then(() =>
      this.dispatchEvent(new CustomEvent('curve-drawn', { detail: { points: this.drawn } })),
    );
  }
}

/** A place in the picture. */
const at = (i, last, share) => [last ? (i / last) * WIDTH : WIDTH / 2, (1 - share) * HEIGHT];

customElements.define('energy-curve', EnergyCurve);
