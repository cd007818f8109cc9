import { LitElement, css, html } from 'lit';
import '../genre-picker/genre-picker.js';
import '../value-slider/value-slider.js';

/** The filters, which hold for search and for similar songs alike. */
class FilterBar extends LitElement {
  static properties = {
    genres: { attribute: false },
    /** @type {import('../../place.js').Place} */ place: { attribute: false },
  };

  static styles = css`
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 2rem;
      align-items: flex-start;
      justify-content: space-between;
    }

    genre-picker,
    value-slider {
      min-width: 0;
    }

    genre-picker {
      flex: 1 1 20rem;
    }

    @media (max-width: 640px) {
      genre-picker,
      value-slider {
        flex: 1 1 100%;
      }
    }
  `;

  render() {
    return html`<div role="group" aria-label="Filters">
      <genre-picker .genres=${this.genres} .chosen=${this.place.genre}></genre-picker>
      <value-slider
        inline
        label="Popularity"
        min="0"
        max="100"
        .value=${this.place.min_popularity || null}
        .text=${(least) => (least ? `${least}+` : 'any')}
        @slid=${({ detail }) => this.#filter({ min_popularity: detail.value ?? 0 })}
      ></value-slider>
    </div>`;
  }

  #filter(detail) {
    this.dispatchEvent(new CustomEvent('filter', { detail }));
  }
}

customElements.define('filter-bar', FilterBar);
