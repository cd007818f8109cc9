import { LitElement, css, html, nothing } from 'lit';
import '../genre-picker/genre-picker.js';
import '../value-slider/value-slider.js';
import { shared } from '../../styles/shared.js';

/**
 * The filters, which hold in every view.
 *
 * @fires filter with `detail`, a change of place
 */
class FilterBar extends LitElement {
  static properties = {
    genres: { attribute: false },
    /** @type {import('../../place.js').Place} */ place: { attribute: false },
  };

  static styles = [
    shared,
    css`
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

    .chips {
      flex-basis: 100%;
    }
  `,
  ];

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
      ${this.#others()}
    </div>`;
  }

  /** The filters that are chosen elsewhere. */
  #others() {
    const { artist, decade, explicit } = this.place;
    const others = [
      ...artist.map((name) => ({
        said: name,
        change: { artist: artist.filter((other) => other !== name) },
      })),
      decade && { said: `${decade}s`, change: { decade: 0 } },
      explicit && { said: explicit === 'true' ? 'explicit' : 'clean', change: { explicit: '' } },
    ].filter(Boolean);
    if (!others.length) return nothing;
    return html`<ul class="chips" aria-label="More filters">
      ${others.map(
        ({ said, change }) => html`<li>
          <button type="button" aria-label=${`Remove filter ${said}`} @click=${() => this.#filter(change)}>
            <bdi>${said}</bdi><span aria-hidden="true">×</span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #filter(detail) {
    this.dispatchEvent(new CustomEvent('filter', { detail }));
  }
}

customElements.define('filter-bar', FilterBar);
