import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * One of several, with its label.
 *
 * @param {string} id of the field
 * @param {string} label
 * @param {{value: *, text: string}[]} options
 * @param {*} chosen the value of one of them
 * @param {(value: *) => void} choose
 */
export const choice = (id, label, options, chosen, choose) => html`<div class="choice">
  <label for=${id}>${label}</label>
  <select id=${id} @change=${({ target }) => choose(options[target.selectedIndex].value)}>
    ${options.map(
      // An attribute would not do: browsers forget it for what somebody has chosen.
      ({ value, text }) => html`<option .selected=${live(value === chosen)}>${text}</option>`,
    )}
  </select>
</div>`;

/** Numbers to choose from, in order, with one that came by a link.
 *  @param {number[]} numbers @param {?number} chosen */
export const withLinked = (numbers, chosen) =>
  chosen === null ? numbers : [...new Set([...numbers, chosen])].sort((a, b) => a - b);
