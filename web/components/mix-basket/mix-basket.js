import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MOST_SEEDS, SIDES, keyOf, onSide } from '../../mix.js';
import { shared } from '../../styles/shared.js';

const SAID = { like: { sign: '+', word: 'like' }, less: { sign: '−', word: 'not like' } };

/**
 * What is in the mix; the ways to what fits it are its slot.
 *
 * @fires seed-removed with `detail.seed`
 * @fires mix-emptied
 */
class MixBasket extends LitElement {
  static properties = {
    /** @type {import('../../mix.js').Seed[]} */ seeds: { attribute: false },
    /** @type {(seed: import('../../mix.js').Seed) => string} */ nameOf: { attribute: false },
  };

  static styles = [
    shared,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1rem;
        align-items: center;
        margin-bottom: 2rem;
        padding: 0.9rem 1.25rem;
        border: 1.5px solid var(--field-line);
        border-radius: 20px;
      }

      p {
        margin: 0;
        font-weight: 650;
      }

      ul {
        display: flex;
        flex: 1 1 min(18rem, 100%);
        flex-wrap: wrap;
        gap: 0.5rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-width: 0;
        max-width: 100%;
        min-height: 36px;
        padding-left: 0.9rem;
        border: 1.5px solid var(--blue);
        border-radius: 999px;
        background: var(--blue-wash);
        font-size: 0.9375rem;
        font-weight: 600;
      }

      li.less {
        border-color: var(--coral);
        background: var(--coral-wash);
      }

      bdi {
        overflow: hidden;
        min-width: 0;
        max-width: 16rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      li button {
        flex: none;
        width: 32px;
        height: 32px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: transparent;
      }

      li button:hover {
        background: var(--hover);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  /** Where somebody takes a seed out. */
  #removed = -1;

  render() {
    return html`<section aria-label="Your mix">
      <p>Your mix${fullness(this.seeds.length)}</p>
      <ul>
        ${SIDES.map((side) => repeat(onSide(this.seeds, side), keyOf, (seed) => this.#seed(seed)))}
      </ul>
      <div class="ways">
        <slot></slot>
        <button type="button" class="button" @click=${() => this.#fire('mix-emptied')}>
          Empty it
        </button>
      </div>
    </section>`;
  }

  #remove(seed, button) {
    this.#removed = [...this.#removers].indexOf(button);
    this.#fire('seed-removed', { seed });
  }

  /** The focus goes from what was taken out to what comes after it. */
  updated(changed) {
    if (!changed.has('seeds') || this.#removed < 0) return;
    const left = this.#removers;
    left[Math.min(this.#removed, left.length - 1)]?.focus();
    this.#removed = -1;
  }

  get #removers() {
    return this.renderRoot.querySelectorAll('li button');
  }

  #seed(seed) {
    const name = this.nameOf(seed);
    const { sign, word } = SAID[seed.side];
    const all = seed.kind === 'track' ? '' : 'all of ';
    return html`<li class=${seed.side}>
      <span aria-hidden="true">${sign}</span><span class="hidden">${word} </span
      >${all}<bdi title=${name}>${name}</bdi>
      <button
        type="button"
        aria-label=${`Take ${all}${name} out of the mix`}
        @click=${({ currentTarget }) => this.#remove(seed, currentTarget)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  #fire(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

function fullness(count) {
  const over = count - MOST_SEEDS;
  if (over < 0) return '';
  return over ? `: ${count} of at most ${MOST_SEEDS}, take ${over} out` : ', full';
}

customElements.define('mix-basket', MixBasket);
