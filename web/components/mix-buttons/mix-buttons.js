import { LitElement, css, html } from 'lit';
import { shared } from '../../styles/shared.js';

/**
 * Puts something into the mix, to be like or not, and takes it out again.
 *
 * @fires seed-toggled with `detail.seed` and `detail.name`
 */
class MixButtons extends LitElement {
  static properties = {
    /** @type {Pick<import('../../mix.js').Seed, 'kind'|'value'>} */ seed: { attribute: false },
    /** What it is called. */ name: {},
    /** Whether it is one of many. */ small: { type: Boolean },
    /** On which side of the mix it is: `like`, `less`, or empty. */ side: {},
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

      :host([small]) button {
        width: 26px;
        height: 26px;
        font-size: 1rem;
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

  #button(side, sign, word) {
    return html`<button
      type="button"
      class=${side}
      title=${`${word} like this`}
      aria-label=${`${word} like ${this.name}`}
      aria-pressed=${this.side === side ? 'true' : 'false'}
      @click=${() => this.#toggle(side)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #toggle(side) {
    const detail = { seed: { ...this.seed, side }, name: this.name };
    this.dispatchEvent(new CustomEvent('seed-toggled', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('mix-buttons', MixButtons);
