import { LitElement, css, html } from 'lit';
import { shared } from '../../styles/shared.js';

/**
 * Puts a song into the mix, as one to be like or not, and takes it out again.
 *
 * @fires seed-toggled with `detail.track` and `detail.kind`
 */
class MixButtons extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Track} */ track: { attribute: false },
    /** What it is in the mix: `like`, `less`, or empty. */
    kind: {},
  };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 0.35rem;
      }

      button {
        width: 32px;
        height: 32px;
        padding: 0;
        border: 1.5px solid var(--field-line);
        border-radius: 50%;
        background: transparent;
        font-size: 1.125rem;
        font-weight: 600;
        line-height: 1;
      }

      button:hover {
        border-color: var(--ink);
        background: var(--hover);
      }

      [aria-pressed='true'] {
        border-color: var(--blue);
        background: var(--blue-wash);
      }

      .less[aria-pressed='true'] {
        border-color: var(--coral);
        background: var(--coral-wash);
      }
    `,
  ];

  render() {
    return html`${this.#button('like', '+', 'More')}${this.#button('less', '−', 'Less')}`;
  }

  #button(kind, sign, word) {
    const label = `${word} like ${this.track.name}`;
    return html`<button
      type="button"
      class=${kind}
      title=${`${word} like this`}
      aria-label=${label}
      aria-pressed=${this.kind === kind ? 'true' : 'false'}
      @click=${() => this.#toggle(kind)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #toggle(kind) {
    const detail = { track: this.track, kind };
    this.dispatchEvent(new CustomEvent('seed-toggled', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('mix-buttons', MixButtons);
