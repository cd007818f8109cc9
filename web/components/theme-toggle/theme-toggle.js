import { LitElement, css, html } from 'lit';
import { shared } from '../../styles/shared.js';

const SYSTEM = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: the system's wish until the visitor says otherwise, which is remembered. */
class ThemeToggle extends LitElement {
  static styles = [
    shared,
    css`
      button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        margin-right: -11px; /* the sign, not the space around it, ends where the field does */
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: transparent;
      }

      button:hover {
        background: var(--hover);
      }

      svg {
        width: 22px;
        height: 22px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.8;
      }

      .half {
        fill: currentColor;
        stroke: none;
      }
    `,
  ];

  #systemChanged = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    SYSTEM.addEventListener('change', this.#systemChanged);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    SYSTEM.removeEventListener('change', this.#systemChanged);
  }

  get #dark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : SYSTEM.matches;
  }

  render() {
    const label = `Use the ${this.#dark ? 'light' : 'dark'} theme`;
    return html`<button type="button" aria-label=${label} title=${label} @click=${this.#toggle}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8.500" />
        <path class="half" d="M12 3.500a8.500 8.500 0 0 1 0 17z" />
      </svg>
    </button>`;
  }

  #toggle() {
    const theme = this.#dark ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('segue.theme', theme);
    } catch {
      // Refused storage: the choice holds for this visit.
    }
    this.requestUpdate();
  }
}

customElements.define('theme-toggle', ThemeToggle);
