import { LitElement, css, html, nothing } from 'lit';
import '../value-slider/value-slider.js';
import { choice, withLinked } from '../../choice.js';
import { TARGETS } from '../../features.js';
import { percent } from '../../format.js';
import { UNWISHED, isWished } from '../../place.js';
import { shared } from '../../styles/shared.js';

const PER_ARTIST = [1, 2, 3, 5, 10];
/** What the server does when it is asked for nothing else. */
const DIVERSITY = 0.2;

/**
 * What songs shall be like besides the seeds: numbers to come near, with those of the seeds marked,
 * and how much they shall differ.
 *
 * @fires wished with `detail.change` of place, and `detail.edit`, what is being slid
 */
class WishList extends LitElement {
  static properties = {
    /** @type {import('../../place.js').Place} */ place: { attribute: false },
    /** As they were taken. @type {import('../../api.js').TakenSeed[]} */ seeds: { attribute: false },
    open: { state: true },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin-bottom: 1.5rem;
      }

      summary {
        width: fit-content;
        min-height: 32px;
        font-weight: 600;
        cursor: pointer;
      }

      .wishes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: 0.9rem 2rem;
        margin: 0.75rem 0 1rem;
      }

      p {
        margin: 0.25rem 0 0;
        color: var(--ink-soft);
        font-size: 0.9375rem;
      }

      .variety {
        display: flex;
        flex-wrap: wrap;
        gap: 0.9rem 2rem;
        align-items: end;
      }

      .variety value-slider {
        flex: 0 1 15rem;
      }

    `,
  ];

  /** Who has opened one finds the next open. */
  static #wasOpen = false;

  constructor() {
    super();
    this.open = WishList.#wasOpen;
  }

  willUpdate(changed) {
    if (!changed.has('place')) return;
    const before = changed.get('place');
    if (isWished(this.place) && !(before && isWished(before))) this.open = true;
  }

  render() {
    const { place } = this;
    return html`<details ?open=${this.open} @toggle=${({ target }) => (this.open = WishList.#wasOpen = target.open)}>
      <summary>Fine-tune</summary>
      <p>Slide what you want otherwise. Marks are what is in your mix.</p>
      <div class="wishes" role="group" aria-label="Targets">
        ${TARGETS.map((target) => this.#target(target))}
      </div>
      <div class="variety" role="group" aria-label="Variety">
        <value-slider
          label="Variety"
          min="0"
          max="1"
          step="0.05"
          open="a little"
          .value=${place.diversity}
          .resting=${DIVERSITY}
          .text=${percent}
          @slid=${({ detail }) => this.#slide('diversity', detail.value, { diversity: detail.value })}
        ></value-slider>
        ${choice('per-artist', 'Songs of one artist', perArtist(place.max_per_artist), place.max_per_artist, (most) =>
          this.#wish({ max_per_artist: most }),
        )}
        ${
          isWished(place)
            ? html`<button type="button" class="button" @click=${this.#reset}>
                As your mix is
              </button>`
            : nothing
        }
      </div>
    </details>`;
  }

  /** A number to come near; none where no seed has one, for then perhaps no song has. */
  #target(target) {
    const { name, label, min, max, step, text } = target;
    const known = this.seeds.filter(({ values }) => values[name] !== undefined);
    const chosen = this.place.targets[name] ?? null;
    if (!known.length && chosen === null) return nothing;
    const marks = known.map(({ label: seed, weight, values }) => ({
      name: seed,
      value: values[name],
      side: weight > 0 ? 'like' : 'less',
    }));
    return html`<value-slider
      label=${label}
      min=${min}
      max=${max}
      step=${step}
      .value=${chosen}
      .resting=${mean(known, name) ?? (min + max) / 2}
      .text=${text}
      .marks=${marks}
      @slid=${({ detail }) => this.#aim(name, detail.value)}
    ></value-slider>`;
  }

  #aim(name, value) {
    const { [name]: _, ...others } = this.place.targets;
    this.#slide(name, value, { targets: value === null ? others : { ...others, [name]: value } });
  }

  /** Sliding is one edit; to leave open again is none. */
  #slide(name, value, change) {
    this.#wish(change, value === null ? '' : name);
  }

  #reset() {
    this.#wish(UNWISHED);
    this.renderRoot.querySelector('summary').focus();
  }

  #wish(change, edit = '') {
    this.dispatchEvent(new CustomEvent('wished', { detail: { change, edit } }));
  }
}

const perArtist = (linked) => [
  { value: null, text: 'any' },
  ...withLinked(PER_ARTIST, linked).map((value) => ({ value, text: String(value) })),
];

/** Of the liked seeds. */
function mean(seeds, name) {
  const liked = seeds.filter(({ weight }) => weight > 0).map(({ values }) => values[name]);
  return liked.length ? liked.reduce((sum, value) => sum + value, 0) / liked.length : null;
}

customElements.define('wish-list', WishList);
