import { LitElement, css, html, svg } from 'lit';
import { labelOf } from '../../format.js';
import { shared } from '../../styles/shared.js';

const ACTS = [
  { act: 'play', label: 'I played', sign: svg`<path d="M4 2.500v11l9-5.500z" />` },
  {
    act: 'like',
    label: 'Like',
    sign: svg`<path d="M8 13.500C3 10 2 7.500 2 5.700a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 1.800-1 4.300-6 7.800z" />`,
  },
  {
    act: 'dislike',
    label: 'Dislike',
    sign: svg`<circle cx="8" cy="8" r="5.700" /><path d="m4 4 8 8" />`,
  },
];

/**
 * Says what one did with a song; a double click or a key held down says it once.
 *
 * @fires listened with `detail.track` and `detail.act`
 */
class ListenButtons extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Track} */ track: { attribute: false },
    /** What was done with it already. @type {Set<string>} */ taken: { attribute: false },
  };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 0.15rem;
      }

      button {
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: transparent;
        color: var(--ink-soft);
      }

      button:hover {
        background: var(--hover);
        color: var(--ink);
      }

      svg {
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.4;
        stroke-linejoin: round;
        stroke-linecap: round;
      }

      [aria-pressed='true'] {
        background: var(--blue-wash);
        color: var(--blue);
      }

      [aria-pressed='true']:not(.dislike) svg {
        fill: currentColor;
      }

      .dislike[aria-pressed='true'] {
        background: var(--coral-wash);
        color: var(--coral);
      }
    `,
  ];

  render() {
    return ACTS.map(({ act, label, sign }) => {
      const isTaken = this.taken.has(act);
      return html`<button
        type="button"
        class=${act}
        title=${label}
        aria-label=${`${label} ${labelOf(this.track)}`}
        aria-pressed=${isTaken ? 'true' : 'false'}
        @keydown=${(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        @click=${({ detail: clicks }) => clicks > 1 || this.#say(act)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">${sign}</svg>
      </button>`;
    });
  }

  #say(act) {
    const detail = { track: this.track, act };
    this.dispatchEvent(new CustomEvent('listened', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('listen-buttons', ListenButtons);
