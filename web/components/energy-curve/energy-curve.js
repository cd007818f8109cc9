import { LitElement, css, html, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { percent } from '../../format.js';
import { Rest, SLIDER_MILLIS } from '../../rest.js';
import { shared } from '../../styles/shared.js';
import { slider } from '../../styles/slider.js';

const WIDTH = 1000;
const HEIGHT = 160;
/** Where the curve can be taken, evenly from the first song to the last. */
const HANDLES = ['at the start', 'after a quarter', 'in the middle', 'after three quarters', 'at the end'];

/**
 * How energy goes through a playlist: the curve that is wanted, to be drawn by its handles, and the
 * songs.
 *
 * @fires curve-drawn with `detail.points`, [0, 1] each, when drawing rests
 */
class EnergyCurve extends LitElement {
  static properties = {
    /** @type {import('../../api.js').PlaylistTrack[]} */ tracks: { attribute: false },
    /** As it is asked for: a name or points. @type {string[]} */ curve: { attribute: false },
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
        pointer-events: none;
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
        pointer-events: auto;
        cursor: ns-resize;
      }

      /* Nothing but the thumb: whoever scrolls by touch does not draw. */
      input[type='range']::-moz-range-thumb {
        pointer-events: auto;
        cursor: ns-resize;
      }
    `,
  ];

  #rest = new Rest(SLIDER_MILLIS);

  constructor() {
    super();
    /** Where its handles were drawn to. @type {?number[]} */
    this.drawn = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#rest.stop();
  }

  willUpdate(changed) {
    // What was drawn meanwhile is still to be asked for.
    if (!(changed.has('tracks') || changed.has('curve')) || this.#rest.isWaiting) return;
    this.drawn = this.curve.length === HANDLES.length ? this.curve.map(Number) : null;
  }

  render() {
    const energies = this.tracks.map(({ track }) => track.audio.energy);
    const curve = this.tracks.map(({ wanted_energy: wanted }) => wanted);
    const handles = this.drawn ?? handlesOf(curve);
    const wanted = this.drawn ?? curve;
    return html`<svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label=${`Energy from the first song to the last: ${energies.map(percent).join(', ')}`}
      >
        <polyline class="wanted" points=${wanted.map((y, i) => at(i, wanted.length - 1, y)).join(' ')}></polyline>
        ${this.tracks.map((ranked, i) => this.#song(ranked, i))}
      </svg>
      <div class="handles" role="group" aria-label="Points of the energy curve">
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

  #song({ track, wanted_energy: wished }, i) {
    const last = this.tracks.length - 1;
    const { energy } = track.audio;
    const [x, y] = at(i, last, energy);
    const [, wanted] = at(i, last, wished);
    return svg`<line class="off" x1=${x} x2=${x} y1=${wanted} y2=${y}></line>
      <line class="song" x1=${x} x2=${x} y1=${y} y2=${y}>
        <title>${track.name}, energy ${percent(energy)}</title>
      </line>`;
  }

  #draw(handles, at, share) {
    const points = (this.drawn = handles.with(at, share));
    this.#rest.soon(() => this.dispatchEvent(new CustomEvent('curve-drawn', { detail: { points } })));
  }
}

/** A place in the picture. */
const at = (i, last, share) => [last ? (i / last) * WIDTH : WIDTH / 2, (1 - share) * HEIGHT];

/** A curve where it can be taken. */
function handlesOf(curve) {
  return HANDLES.map((_, i) => {
    const place = (i / (HANDLES.length - 1)) * (curve.length - 1);
    const [before, after] = [Math.floor(place), Math.ceil(place)];
    const share = curve[before] + (place - before) * (curve[after] - curve[before]);
    return Math.round(100 * share) / 100;
  });
}

customElements.define('energy-curve', EnergyCurve);
