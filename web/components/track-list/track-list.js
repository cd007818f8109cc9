import { LitElement, html, nothing } from 'lit';
import '../feature-print/feature-key.js';
import '../feature-print/feature-print.js';
import { artists } from '../../format.js';
import { shared } from '../../styles/shared.js';
import { styles } from './track-list.css.js';

const METER = 56;

/**
 * Ranked tracks, one row each; every row is a link to the songs similar to it.
 *
 * @fires track-chosen with `detail.track`
 * @fires leave-up when the arrow key goes above the first row
 */
class TrackList extends LitElement {
  static properties = {
    /** @type {import('../../api.js').RankedTrack[]} */ tracks: { attribute: false },
    /** The audio to compare with; without it there is no match column. */
    seed: { attribute: false },
    /** @type {(id: string) => string} */ hrefOf: { attribute: false },
  };

  static styles = [shared, styles];

  /** Puts the focus on the row at that place, counted from 0; the last row when there are fewer. */
  focusRow(at, options) {
    const links = this.#links;
    links[Math.min(at, links.length - 1)]?.focus(options);
  }

  get #links() {
    return [...this.renderRoot.querySelectorAll('a')];
  }

  render() {
    return html`<div class=${this.seed ? 'matches' : ''}>
      <div class="row names" aria-hidden="true">
        <span class="song"></span>
        <span class="genres">Genres</span>
        <span class="popularity">Popularity</span>
        ${this.seed ? html`<span class="match">Match</span>` : nothing}
        <feature-key class="print"></feature-key>
      </div>
      <ol role="list" @keydown=${this.#keydown}>
        ${this.tracks.map((ranked, at) => this.#row(ranked, at))}
      </ol>
    </div>`;
  }

  #row({ rank, score, track }, at) {
    const { name, album, year, genres, explicit } = track;
    return html`<li class="row">
      <span class="rank" aria-hidden="true">${rank}</span>
      <div class="song">
        <p class="title">
          <a
            href=${this.hrefOf(track.id)}
            aria-describedby=${`by-${at}`}
            title=${name.length > 60 ? name : nothing}
            @click=${(event) => this.#chosen(event, track)}
            ><bdi>${name}</bdi></a
          >${explicit ? html`<span class="explicit" role="img" aria-label="Explicit">E</span>` : nothing}
        </p>
        <p class="by" id=${`by-${at}`}><span class="hidden">by </span><bdi>${artists(track)}</bdi></p>
        ${album ? html`<p class="album"><bdi>${album}</bdi>${year ? ` · ${year}` : ''}</p>` : nothing}
      </div>
      <p class="genres"><span class="hidden">Genres: </span>${genres.join(', ') || '–'}</p>
      ${popularity(track)} ${this.seed ? match(score) : nothing}
      <feature-print class="print" .audio=${track.audio} .seed=${this.seed}></feature-print>
    </li>`;
  }

  #chosen(event, track) {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.button !== 0 || elsewhere) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('track-chosen', { detail: { track } }));
  }

  #keydown(event) {
    const links = this.#links;
    const at = links.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    if (to < 0) {
      this.dispatchEvent(new CustomEvent('leave-up'));
    } else {
      this.focusRow(to);
    }
  }
}

function popularity({ popularity: value, popularity_category: category }) {
  const known = value !== null;
  return html`<p class="popularity" title=${known ? (category ?? '') : ''}>
    <span class="hidden">Popularity: </span>${known ? value : html`<span>unknown</span>`}
    ${known ? meter('meter', value / 100) : nothing}
  </p>`;
}

function match(score) {
  return html`<p class="match">
    <span class="hidden">Match: </span>${score.toFixed(4)} ${meter('meter strong', score)}
  </p>`;
}

function meter(kind, share) {
  const width = Math.min(1, Math.max(0, share)) * METER;
  return html`<svg class=${kind} width=${METER} height="4" aria-hidden="true">
    <rect class="well" width=${METER} height="4" rx="2"></rect>
    <rect class="bar" width=${width} height="4" rx="2"></rect>
  </svg>`;
}

customElements.define('track-list', TrackList);
