import { LitElement, css, html } from 'lit';

/**
 * The name, drawn: one even line through five round letters, and before it the sign of a
 * crossfade, one curve going as the other comes.
 */
class WordMark extends LitElement {
  static styles = css`
    :host {
      display: block;
    }

    svg {
      display: block;
      height: 44px;
      width: auto;
      overflow: visible;
    }

    .out {
      fill: var(--coral);
    }

    .in {
      fill: var(--blue);
    }

    .both {
      fill: var(--ink);
    }

    .line {
      fill: none;
      stroke: var(--ink);
      stroke-width: 4.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  render() {
    return html`<svg viewBox="0 0 188 48" aria-hidden="true">
      <g transform="translate(0 8)">
        <path class="out" d="M0 0C21 0 21 28 42 28H0z" />
        <path class="in" d="M42 0C21 0 21 28 0 28h42z" />
        <path class="both" d="M21 14C26.250 21 31.500 28 42 28H0C10.500 28 15.750 21 21 14z" />
      </g>
      <g class="line" transform="translate(66 26)">
        <path d="M6.500-6.600A6.600 5 0 0 0 .4-10H-.6a5 5 0 0 0 0 10h1.200a5 5 0 0 1 0 10H-.4a6.600 5 0 0 1-6.300-3.600" />
        <path d="M16 0h20A10 10 0 1 0 33.100 7.100" />
        <path d="M63 0a10 10 0 1 0-20 0a10 10 0 0 0 20 0V-10V9.500a9.500 9.500 0 0 1-17.800 4.600" />
        <path d="M72-10V0a10 10 0 0 0 20 0V-10V10" />
        <path d="M99 0h20A10 10 0 1 0 116.100 7.100" />
      </g>
    </svg>`;
  }
}

customElements.define('word-mark', WordMark);
