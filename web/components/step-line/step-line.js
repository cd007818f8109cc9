import { LitElement, css, html, svg } from 'lit';
import { shared } from '../../styles/shared.js';

const WIDTH = 1000;
const HEIGHT = 28;
const RADIUS = 7;

/** A walk as a line: the songs on it, as far from each other as they sound. */
class StepLine extends LitElement {
  static properties = {
    /** Each says how far it is from the one before.
     *  @type {import('../../api.js').RankedTrack[]} */
    tracks: { attribute: false },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin: 1.5rem 0 0;
      }

      svg {
        display: block;
        overflow: visible;
        width: 100%;
        height: auto;
      }

      line {
        stroke: var(--field-line);
        stroke-width: 2;
      }

      circle {
        fill: var(--blue);
      }

      .end {
        fill: var(--coral);
      }
    `,
  ];

  render() {
    const names = this.tracks.map(({ track }) => track.name);
    const steps = this.tracks.slice(1).map(({ distance }) => distance);
    const whole = steps.reduce((sum, step) => sum + step, 0) || 1;
    let way = 0;
    const places = [0, ...steps.map((step) => (way += step) / whole)];
    const at = (share) => RADIUS + share * (WIDTH - 2 * RADIUS);
    const [least, most] = [Math.min(...steps), Math.max(...steps)].map((step) => step.toFixed(2));
    return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${`${names.length} songs in steps of ${least} to ${most}`}
    >
      <line x1=${RADIUS} x2=${WIDTH - RADIUS} y1=${HEIGHT / 2} y2=${HEIGHT / 2}></line>
      ${places.map(
        (share, i) => svg`<circle
          class=${i === 0 || i === names.length - 1 ? 'end' : ''}
          cx=${at(share)} cy=${HEIGHT / 2} r=${RADIUS}><title>${names[i]}</title></circle>`,
      )}
    </svg>`;
  }
}

customElements.define('step-line', StepLine);
