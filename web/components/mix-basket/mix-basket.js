import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../../styles/shared.js';

/**
 * The songs of the mix, and the way to what fits them.
 *
 * @fires seed-removed with `detail.id`
 * @fires mix-wanted
 * @fires mix-emptied
 */
class MixBasket extends LitElement {
  static properties = {
    /** @type {string[]} ids */ like: { attribute: false },
    /** @type {string[]} ids */ less: { attribute: false },
    /** @type {(id: string) => string} */ nameOf: { attribute: false },
    /** The address of what fits; empty where that is shown already. */
    href: {},
    /** Whether no more songs go in. */ full: { type: Boolean },
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

      a {
        color: inherit;
        text-decoration: none;
      }
    `,
  ];

  render() {
    return html`<section aria-label="Your mix">
      <p>Your mix${this.full ? ', full' : ''}</p>
      <ul>
        ${repeat(this.like, (id) => id, (id) => this.#seed(id, 'like', '+', 'like'))}
        ${repeat(this.less, (id) => id, (id) => this.#seed(id, 'less', '−', 'not like'))}
      </ul>
      <div class="ways">
        ${
          this.href && this.like.length
            ? html`<a class="button" href=${this.href} @click=${this.#wanted}>Show what fits</a>`
            : nothing
        }
        <button type="button" class="button" @click=${() => this.#fire('mix-emptied')}>
          Empty it
        </button>
      </div>
    </section>`;
  }

  #seed(id, kind, sign, word) {
    const name = this.nameOf(id);
    return html`<li class=${kind}>
      <span aria-hidden="true">${sign}</span><span class="hidden">${word} </span
      ><bdi title=${name}>${name}</bdi>
      <button
        type="button"
        aria-label=${`Take ${name} out of the mix`}
        @click=${() => this.#fire('seed-removed', { id })}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  #wanted(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#fire('mix-wanted');
  }

  #fire(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('mix-basket', MixBasket);
