import { LitElement, css, html } from 'lit';
import { shared } from '../../styles/shared.js';

/**
 * Which feature space decides what is near.
 *
 * @fires space-chosen with `detail.space`
 */
class SpaceChoice extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Space[]} */ spaces: { attribute: false },
    chosen: {},
  };

  static styles = [
    shared,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        float: left;
        margin-right: 0.5rem;
        padding: 0;
        color: var(--ink-soft);
        font-size: 0.9375rem;
        line-height: 40px;
      }

      label {
        position: relative;
        display: flex;
        align-items: center;
        height: 40px;
        padding: 0 1rem;
        border: 1.5px solid var(--field-line);
        border-radius: 999px;
        font-size: 0.9375rem;
        font-weight: 600;
        cursor: pointer;
      }

      @media (pointer: coarse) {
        label {
          height: 47px;
        }
      }

      label:hover {
        background: var(--hover);
      }

      label:has(:checked) {
        border-color: var(--blue);
        background: var(--blue-wash);
      }

      label:has(:focus-visible) {
        outline: 3px solid var(--blue);
        outline-offset: 3px;
      }

      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];

  render() {
    return html`<fieldset>
      <legend>Compare by</legend>
      ${this.spaces.map(
        (space) => html`<label title=${`${space.columns.join(', ')} · ${space.metric}`}>
          <input
            type="radio"
            name="space"
            value=${space.name}
            .checked=${space.name === this.chosen}
            @change=${() => this.#choose(space.name)}
          />
          ${space.name}
        </label>`,
      )}
    </fieldset>`;
  }

  #choose(space) {
    this.dispatchEvent(new CustomEvent('space-chosen', { detail: { space } }));
  }
}

customElements.define('space-choice', SpaceChoice);
