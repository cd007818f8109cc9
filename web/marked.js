import { html } from 'lit';

/** A text whose marked parts are marked.
 *  @param {import('./api.js').Parts} parts */
export const marked = (parts) =>
  parts.map(({ text, marked: mark }) => (mark ? html`<mark>${text}</mark>` : text));
