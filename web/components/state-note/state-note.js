import { LitElement, css, html, nothing } from 'lit';
import { shared } from '../../styles/shared.js';

/** Says that there is nothing, or what went wrong; its buttons (slot) say what to do about it. */
class StateNote extends LitElement {
  static properties = {
    heading: {},
    detail: {},
    alert: { type: Boolean },
  };

  static styles = [
    shared,
    css`
      .note {
        padding: 3.5rem 1.5rem;
        text-align: center;
      }

      svg {
        width: 84px;
        height: 56px;
        overflow: visible;
      }

      .out {
        fill: var(--coral);
      }

      .in {
        fill: none;
        stroke: var(--blue);
        stroke-width: 2;
        stroke-dasharray: 4 4;
      }

      h2 {
        max-width: 36rem;
        margin: 1.25rem auto 0.35rem;
        font: 700 1.375rem/1.25 var(--display);
        letter-spacing: -0.015em;
        overflow-wrap: anywhere;
      }

      p {
        max-width: 34rem;
        margin: 0 auto;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        justify-content: center;
        margin-top: 1.5rem;
      }
    `,
  ];

  render() {
    return html`<div class="note" role=${this.alert ? 'alert' : nothing}>
      <svg viewBox="0 0 42 28" aria-hidden="true">
        <path class="out" d="M0 0C21 0 21 28 42 28H0z" />
        <path class="in" d="M42 0C21 0 21 28 0 28h42z" />
      </svg>
      <h2 dir="auto">${this.heading}</h2>
      <p>${this.detail}</p>
      <div class="ways"><slot></slot></div>
    </div>`;
  }
}

customElements.define('state-note', StateNote);
