import { LitElement, css, html } from 'lit';
import { shared } from '../../styles/shared.js';

/**
 * Has all forgotten that somebody did, once they say so twice.
 *
 * @fires forgotten
 */
class ForgetMe extends LitElement {
  static properties = { isAsking: { state: true } };

  static styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
        justify-content: center;
      }

      p {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.isAsking = false;
  }

  render() {
    if (!this.isAsking) {
      return html`<button type="button" class="button" @click=${() => this.#ask(true)}>Forget me</button>`;
    }
    return html`<div role="group" aria-label="Forget me">
      <p>All that you played and said of songs here will be gone.</p>
      <button type="button" class="button" @click=${() => this.#ask(false)}>Keep it</button>
      <button type="button" class="button" @click=${this.#forget}>Forget it all</button>
    </div>`;
  }

  /** The focus stays on what asks, or on what does nothing. */
  async #ask(isAsking) {
    this.isAsking = isAsking;
    await this.updateComplete;
    this.renderRoot.querySelector('button').focus();
  }

  #forget() {
    this.isAsking = false;
    this.dispatchEvent(new CustomEvent('forgotten'));
  }
}

customElements.define('forget-me', ForgetMe);
