import { LitElement, html, nothing } from 'lit';
import '../mix-buttons/mix-buttons.js';
import { FEATURES } from '../../features.js';
import { artists, duration, keyName } from '../../format.js';
import { shared } from '../../styles/shared.js';
import { styles } from './seed-card.css.js';

/** The song one comes from, at length: what it is, and its features with their names. */
class SeedCard extends LitElement {
  static properties = {
    /** @type {import('../../api.js').Track} */ track: { attribute: false },
    /** What it is in the mix. */ kind: {},
  };

  static styles = [shared, styles];

  /** Takes the focus after a jump, so that reading goes on from here. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('h2').focus({ preventScroll: true });
  }

  render() {
    const { name, album, genres, audio } = this.track;
    return html`<article>
      <div class="what">
        <p class="eyebrow">Songs like</p>
        <h2 tabindex="-1" class=${name.length > 60 ? 'long' : ''}><bdi>${name}</bdi></h2>
        <p class="by"><bdi>${artists(this.track)}</bdi></p>
        ${album ? html`<p class="album"><bdi>${album}</bdi></p>` : nothing}
        <mix-buttons .track=${this.track} kind=${this.kind}></mix-buttons>
        <ul class="facts" aria-label="Facts">
          ${this.#facts().map((fact) => html`<li>${fact}</li>`)}
        </ul>
        ${
          genres.length
            ? html`<ul class="genres" aria-label="Genres">
                ${genres.map((genre) => html`<li><bdi>${genre}</bdi></li>`)}
              </ul>`
            : nothing
        }
      </div>
      <dl aria-label="Audio features">
        ${FEATURES.map(
          ({ name: feature, label, height, text }) => html`<div>
            <dt>${label}</dt>
            <dd>
              ${bar(height(audio[feature]))}
              <span>${text(audio[feature])}</span>
            </dd>
          </div>`,
        )}
      </dl>
    </article>`;
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

function bar(share) {
  return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="well" width="100" height="8"></rect>
    <rect class="bar" width=${Math.max(0.8, share * 100)} height="8"></rect>
  </svg>`;
}

customElements.define('seed-card', SeedCard);
