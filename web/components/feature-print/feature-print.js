import { LitElement, css, html, svg } from 'lit';
import { FEATURES, heightOf, inWords } from '../../features.js';
import { shared } from '../../styles/shared.js';

const PITCH = 16;
const BAR = 9;
const HEIGHT = 36;
const WIDTH = PITCH * FEATURES.length;
/** Bars this near to the seed's, as a share of the full height, are drawn in full ink. */
const NEAR = 0.1;

/**
 * A track's audio features as nine small bars: its fingerprint. With a seed, a tick on each bar
 * stands where the seed's would end, and bars far from their tick pale: one sees what is alike.
 */
class FeaturePrint extends LitElement {
  static properties = { audio: { attribute: false }, seed: { attribute: false } };

  static styles = [
    shared,
    css`
      /* Of known size, so that the browser need not draw those below the fold while one types. */
      :host {
        display: block;
        width: ${WIDTH}px;
        height: ${HEIGHT}px;
        content-visibility: auto;
      }

      svg {
        display: block;
      }

      .well {
        fill: var(--well);
      }

      .bar {
        fill: var(--blue);
      }

      /* Bars move where songs are compared; from one search to the next that would mean nothing. */
      .compared .bar {
        transition:
          height 0.25s ease-out,
          y 0.25s ease-out,
          fill 0.25s;
      }

      .far {
        fill: var(--blue-soft);
      }

      .tick {
        fill: var(--coral);
        stroke: var(--card);
        stroke-width: 1px;
        paint-order: stroke;
        transition: y 0.25s ease-out;
      }
    `,
  ];

  render() {
    return html`<svg
      class=${this.seed ? 'compared' : ''}
      width=${WIDTH}
      height=${HEIGHT}
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${inWords(this.audio, this.seed)}
    >
      ${FEATURES.map((feature, i) => this.#column(feature, i * PITCH + (PITCH - BAR) / 2))}
    </svg>`;
  }

  #column(feature, x) {
    const share = heightOf(feature, this.audio[feature.name]);
    const seed = this.seed && heightOf(feature, this.seed[feature.name]);
    const far = this.seed && Math.abs(share - seed) > NEAR;
    const height = Math.max(1.5, share * HEIGHT);
    return svg`<rect class="well" x=${x} y="0" width=${BAR} height=${HEIGHT} rx="1.5"></rect>
      <rect class="bar ${far ? 'far' : ''}" x=${x} y=${HEIGHT - height} width=${BAR}
        height=${height} rx="1.5"></rect>
      ${
        this.seed
          ? svg`<rect class="tick" x=${x - 2} y=${(1 - seed) * (HEIGHT - 2)} width=${BAR + 4}
              height="2"></rect>`
          : ''
      }`;
  }
}

customElements.define('feature-print', FeaturePrint);
