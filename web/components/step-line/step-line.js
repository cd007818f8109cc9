import { LitElement, css, html, svg } from 'lit';
import { shared } from '../../styles/shared.js';

const WIDTH = 1000;

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
        height: 28px;
      }

      /* As wide and high as the dots reach beyond their places. */
      :host {
        padding-inline: 7px;
      }

      line {
        stroke: var(--field-line);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }

      .song {
        stroke: var(--blue);
        stroke-width: 14;
        stroke-linecap: round;
      }

      .end {
        stroke: var(--coral);
      }
    `,
  ];

  render() {
    const names = this.tracks.map(({ track }) => track.name);
    const steps = this.tracks.slice(1).map(({ distance }) => distance);
    const whole = steps.reduce((sum, step) => sum + step, 0) || 1;
    let way = 0;
    const places = [0, ...steps.map((step) => (way += step) / whole)];
    const [least, most] = [Math.min(...steps), Math.max(...steps)].map((step) => step.toFixed(2));
    return html`<svg
      viewBox="0 0 ${WIDTH} 28"
      preserveAspectRatio="none"
      role="img"
      aria-label=${`${names.length} songs in steps of ${least} to ${most}`}
    >
      <line x2=${WIDTH} y1="14" y2="14"></line>
      ${places.map((share, i) => {
        const isEnd = i === 0 || i === names.length - 1;
        const x = share * WIDTH;
        return svg`<line class="song ${isEnd ? 'end' : ''}" x1=${x} x2=${x} y1="14" y2="14"
          ><title>${names[i]}</title></line>`;
      })}
    </svg>`;
  }
}

customElements.define('step-line', StepLine);
