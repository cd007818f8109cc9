import { LitElement, css, html, nothing } from 'lit';
import { number } from '../../format.js';
import { shared } from '../../styles/shared.js';

/** How many values of a kind are offered. */
const MOST = 6;

/** From where on a popularity is of a category. */
const FROM = { Low: 0, Medium: 25, High: 50, 'Very High': 75 };

/**
 * What the songs of an answer have in common; each value narrows the answer to the songs that have
 * it, or widens it again.
 *
 * @fires filter with `detail`, a change of place
 */
class FacetBar extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Facets} */ facets: { attribute: false },
    /** @type {import('../../place.js').Place} */ place: { attribute: false },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin-top: 0.75rem;
      }

      details {
        font-size: 0.9375rem;
      }

      summary {
        width: fit-content;
        min-height: 32px;
        color: var(--ink);
        font-weight: 600;
        cursor: pointer;
      }

      .groups {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.5rem 1rem;
        margin: 0.5rem 0 1rem;
      }

      .name {
        color: var(--ink-soft);
        line-height: 34px;
      }

      .values {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }

      button {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        max-width: 100%;
        min-height: 34px;
        padding: 0 0.8rem;
        border: 1.5px solid var(--line);
        border-radius: 999px;
        background: transparent;
        overflow-wrap: anywhere;
      }

      button:hover {
        border-color: var(--ink);
      }

      button[aria-pressed='true'] {
        border-color: var(--blue);
        background: var(--blue-wash);
        font-weight: 600;
      }

      button span {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      @media (max-width: 640px) {
        .groups {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  render() {
    const { genre, artist, decade, popularity_category: popularity, explicit } = this.facets;
    const { place } = this;
    const open = place.artist.length || place.decade || place.explicit;
    return html`<details ?open=${open}>
      <summary>Narrow down</summary>
      <div class="groups">
        ${this.#group('Genre', genre, (value) => toggled(place, 'genre', value))}
        ${this.#group('Artist', artist, (value) => toggled(place, 'artist', value))}
        ${this.#group('Decade', decade, (value) => chosen(place, 'decade', Number(value), 0), (v) => `${v}s`)}
        ${this.#group('Popularity', popularity, (value) =>
          chosen(place, 'min_popularity', FROM[value], 0),
        )}
        ${this.#group(
          'Lyrics',
          explicit,
          (value) => chosen(place, 'explicit', value, ''),
          (value) => (value === 'true' ? 'explicit' : 'clean'),
        )}
      </div>
    </details>`;
  }

  /**
   * @param {(value: string) => {change: object, pressed: boolean}} wish what choosing a value means
   * @param {(value: string) => string} [label]
   */
  #group(name, counts, wish, label = (value) => value) {
    if (!counts.length) return nothing;
    return html`<span class="name" id=${name}>${name}</span>
      <div class="values" role="group" aria-labelledby=${name}>
        ${counts.slice(0, MOST).map(({ value, tracks }) => {
          const { change, pressed } = wish(value);
          return html`<button
            type="button"
            aria-pressed=${pressed ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new CustomEvent('filter', { detail: change }))}
          >
            <bdi>${label(value)}</bdi><span>${number(tracks)}</span>
          </button>`;
        })}
      </div>`;
  }
}

/** One of several values that may hold. */
function toggled(place, name, value) {
  const pressed = place[name].includes(value);
  const others = place[name].filter((other) => other !== value);
  return { pressed, change: { [name]: pressed ? others : [...others, value] } };
}

/** The one value that holds, or none. */
function chosen(place, name, value, none) {
  const pressed = place[name] === value && value !== none;
  return { pressed, change: { [name]: pressed ? none : value } };
}

customElements.define('facet-bar', FacetBar);
