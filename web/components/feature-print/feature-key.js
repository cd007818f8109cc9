import { LitElement, css, html, svg } from 'lit';
import { FEATURES } from '../../features.js';

const PITCH = 16;
const HEIGHT = 62;

/** The slanted names that stand above a column of fingerprints. Each print says its own in words. */
class FeatureKey extends LitElement {
  static styles = css`
    :host {
      display: block;
      width: ${PITCH * FEATURES.length}px;
    }

    svg {
      display: block;
      overflow: visible;
    }

    text {
      fill: var(--ink-soft);
      font: 500 11px var(--text);
    }
  `;

  render() {
    return html`<svg width=${PITCH * FEATURES.length} height=${HEIGHT} aria-hidden="true">
      ${FEATURES.map(
        ({ label }, i) =>
          svg`<text transform="translate(${i * PITCH + 11} ${HEIGHT - 4}) rotate(-55)">${label}</text>`,
      )}
    </svg>`;
  }
}

customElements.define('feature-key', FeatureKey);
