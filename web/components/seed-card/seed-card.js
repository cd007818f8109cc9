import { LitElement, html, nothing } from 'lit';
import '../feature-bars/feature-bars.js';
import '../listen-buttons/listen-buttons.js';
import '../mix-buttons/mix-buttons.js';
import { duration, keyName } from '../../format.js';
import { sideOf } from '../../mix.js';
import { shared } from '../../styles/shared.js';
import { styles } from './seed-card.css.js';

/** The song one comes from, at length: what it is, and its features with their names. */
class SeedCard extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Track} */ track: { attribute: false },
    /** The mix. @type {import('../../mix.js').Seed[]} */ seeds: { attribute: false },
    /** What was done with it; null where nobody wants to know. @type {?Set<string>} */
    taken: { attribute: false },
  };

  static styles = [shared, styles];

  /** Takes the focus after a jump, so that reading goes on from here. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('h2').focus({ preventScroll: true });
  }

  render() {
    const { id, name, artists, album, genres, audio } = this.track;
    return html`<article>
      <div class="what">
        <p class="eyebrow">Songs like</p>
        <h2 tabindex="-1" class=${name.length > 60 ? 'long' : ''}><bdi>${name}</bdi></h2>
        <ul class="by" aria-label="Artists">
          ${artists.map((artist) => html`<li><bdi>${artist}</bdi>${this.#buttons('artist', artist)}</li>`)}
        </ul>
        ${album ? html`<p class="album"><bdi>${album}</bdi></p>` : nothing}
        <div class="ways">
          ${this.#buttons('track', id, name)}
          ${
            this.taken
              ? html`<listen-buttons .track=${this.track} .taken=${this.taken}></listen-buttons>`
              : nothing
          }
          <slot></slot>
        </div>
        <ul class="facts" aria-label="Facts">
          ${this.#facts().map((fact) => html`<li>${fact}</li>`)}
        </ul>
        ${
          genres.length
            ? html`<ul class="genres" aria-label="Genres">
                ${genres.map((genre) => html`<li><bdi>${genre}</bdi>${this.#buttons('genre', genre)}</li>`)}
              </ul>`
            : nothing
        }
      </div>
      <feature-bars .values=${audio} label="Audio features"></feature-bars>
    </article>`;
  }

  #buttons(kind, value, name = value) {
    const seed = { kind, value };
    return html`<mix-buttons
      ?small=${kind !== 'track'}
      .seed=${seed}
      name=${name}
      side=${sideOf(this.seeds, seed)}
    ></mix-buttons>`;
  }

  #facts() {
    const { year, duration_ms, explicit, popularity, audio } = this.track;
    return [
      year,
      duration(duration_ms),
      keyName(audio.key, audio.mode),
      audio.time_signature ? `${audio.time_signature} beats a bar` : '',
      popularity === null ? '' : `popularity ${popularity}`,
      explicit ? 'explicit' : '',
    ].filter(Boolean);
  }
}

customElements.define('seed-card', SeedCard);
