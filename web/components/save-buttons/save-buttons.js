import { LitElement, css, html, nothing } from 'lit';
import { playlist, playlistFile } from '../../api.js';
import { shared } from '../../styles/shared.js';

const FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'm3u8', label: 'M3U8' },
  { format: 'xspf', label: 'XSPF' },
  { format: 'spotify_uris', label: 'Spotify URIs', isOfSpotify: true },
  { format: 'json', label: 'JSON' },
];

/** Nobody saves a file more slowly. */
const SAVED_MILLIS = 60_000;

/**
 * Saves a playlist as a file.
 *
 * @fires playlist-changed when the same question has another answer by now
 */
class SaveButtons extends LitElement {
  static properties = {
    /** The playlist as the API has it. */ asked: { attribute: false },
    /** As it is shown. @type {import('../../api.js').PlaylistTrack[]} */ tracks: { attribute: false },
    disabled: { type: Boolean },
    /** Whether its ids are those of Spotify. */ spotify: { type: Boolean },
    problem: { state: true },
  };

  static styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      span {
        color: var(--ink-soft);
        font-size: 0.9375rem;
      }

      p {
        margin: 0.5rem 0 0;
        color: var(--coral);
        font-weight: 600;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('asked') && JSON.stringify(this.asked) !== JSON.stringify(changed.get('asked'))) {
      this.problem = '';
    }
  }

  render() {
    const formats = FORMATS.filter(({ isOfSpotify }) => this.spotify || !isOfSpotify);
    return html`<div role="group" aria-label="Save the playlist">
        <span>Save as</span>
        ${formats.map(
          ({ format, label }) => html`<button
            type="button"
            class="button"
            aria-label=${`Save as ${label}`}
            ?disabled=${this.disabled}
            @click=${() => this.#save(format)}
          >
            ${label}
          </button>`,
        )}
      </div>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}`;
  }

  async #save(format) {
    this.problem = '';
    try {
      const { tracks } = await playlist(this.asked);
      if (tracks.map(idOf).join() !== this.tracks.map(idOf).join()) {
        this.problem = 'Not saved: the catalogue has changed since. This is the playlist of now.';
        this.dispatchEvent(new CustomEvent('playlist-changed'));
        return;
      }
      const { name, content } = await playlistFile(this.asked, format);
      const file = URL.createObjectURL(content);
      Object.assign(document.createElement('a'), { href: file, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(file), SAVED_MILLIS);
    } catch (error) {
      this.problem = `Not saved: ${[error.message, error.detail].filter(Boolean).join('. ')}`;
    }
  }
}

const idOf = ({ track }) => track.id;

customElements.define('save-buttons', SaveButtons);
