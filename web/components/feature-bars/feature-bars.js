import { LitElement, css, html, nothing, svg } from 'lit';
import { TARGETS, heightOf } from '../../features.js';
import { shared } from '../../styles/shared.js';

const WIDTH = 100;

/** Numbers of tracks with their names, as bars; a tick on a bar stands where another's would end. */
class FeatureBars extends LitElement {
  static properties = {
    /** By the name of the feature; others are left out. @type {Object<string, number>} */
    values: { attribute: false },
    /** Those of the tick. @type {?Object<string, number>} */ beside: { attribute: false },
    /** Whose those are, such as `seeds`. */ whose: {},
    /** What the numbers are. */ label: {},
  };

  static styles = [
    shared,
    css`
      dl {
        display: grid;
        margin: 0;
        font-size: 0.875rem;
        line-height: 1.45rem;
      }

      dl div {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr);
        gap: 0.75rem;
        align-items: center;
      }

      dt {
        color: var(--ink-soft);
        font-weight: 600;
      }

      dd {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 4.5rem;
        gap: 0.85rem;
        align-items: center;
        margin: 0;
        font-variant-numeric: tabular-nums;
      }

      svg {
        display: block;
        overflow: visible;
        width: 100%;
        height: 8px;
        border-radius: 2px;
      }

      .well {
        fill: var(--ink);
        opacity: 0.1;
      }

      .bar {
        fill: var(--bar, var(--blue));
        transition: width 0.3s ease-out;
      }

      .tick {
        fill: var(--coral);
      }
    `,
  ];

  render() {
    const drawn = TARGETS.filter(({ name }) => this.values[name] !== undefined);
    return html`<dl aria-label=${this.label}>
      ${drawn.map((feature) => {
        const { name, label, text } = feature;
        const beside = this.beside?.[name];
        return html`<div>
          <dt>${label}</dt>
          <dd>
            <svg viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="well" width=${WIDTH} height="8"></rect>
              <rect class="bar" width=${Math.max(0.8, WIDTH * heightOf(feature, this.values[name]))} height="8"></rect>
              ${
                beside === undefined
                  ? nothing
                  : svg`<rect class="tick" x=${heightOf(feature, beside) * WIDTH - 0.5} y="-3" width="1" height="14"></rect>`
              }
            </svg>
            <span>
              ${text(this.values[name])}
              ${beside === undefined ? nothing : html`<span class="hidden">, ${this.whose} ${text(beside)}</span>`}
            </span>
          </dd>
        </div>`;
      })}
    </dl>`;
  }
}

customElements.define('feature-bars', FeatureBars);
