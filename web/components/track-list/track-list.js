import { LitElement, html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../feature-print/feature-key.js';
import '../feature-print/feature-print.js';
import '../listen-buttons/listen-buttons.js';
import '../mix-buttons/mix-buttons.js';
import { TARGETS } from '../../features.js';
import { artists, counted, duration } from '../../format.js';
import { marked } from '../../marked.js';
import { shared } from '../../styles/shared.js';
import { styles } from './track-list.css.js';

const METER = 56;

/**
 * Ranked tracks, one row each; every row is a link to the songs similar to it.
 *
 * @fires track-chosen with `detail.track`
 * @fires version-chosen with `detail.track` and `detail.version`, another of its recording
 * @fires leave-up when the arrow key goes above the first row
 */
class TrackList extends LitElement {
  static properties = {
    /** @type {import('../../api.js').RankedTrack[]} */ tracks: { attribute: false },
    /** The audio to compare with; without it there is no match column. */
    seed: { attribute: false },
    /** Whether to show what scores are made of. */
    fit: { type: Boolean },
    /** @type {(id: string) => string} */ hrefOf: { attribute: false },
    /** On which side of the mix a track is. @type {(id: string) => string} */
    sideOf: { attribute: false },
    /** What was done with a track; null where nobody wants to know. @type {(id: string) => ?Set<string>} */
    takenOf: { attribute: false },
    /** What is said under a track. @type {(ranked: import('../../api.js').RankedTrack) => string} */
    noteOf: { attribute: false },
  };

  static styles = [shared, styles];

  /** Puts the focus on the row at that place, counted from 0; the last row when there are fewer. */
  focusRow(at, options) {
    const links = this.#links;
    links[Math.min(at, links.length - 1)]?.focus(options);
  }

  /** Whether it shows how well words fit: then scores have parts. */
  get #fits() {
    return this.fit && Boolean(this.tracks[0]?.score_parts);
  }

  get #links() {
    return [...this.renderRoot.querySelectorAll('.title a')];
  }

  render() {
    const fit = this.#fits;
    const best = fit ? Math.max(...this.tracks.map(gained)) || 1 : 0;
    return html`<div class=${this.seed || fit ? 'matches' : ''}>
      <div class="row names" aria-hidden="true">
        <span class="song"></span>
        <span class="genres">Genres</span>
        <span class="popularity">Popularity</span>
        ${this.seed || fit ? html`<span class="match">${fit ? 'Fit' : 'Match'}</span>` : nothing}
        <feature-key class="print"></feature-key>
      </div>
      <ol role="list" @keydown=${this.#keydown}>
        ${repeat(
          this.tracks,
          ({ rank, track }) => `${rank} ${track.id}`,
          (ranked, at) => this.#row(ranked, at, best),
        )}
      </ol>
    </div>`;
  }

  #row(ranked, at, best) {
    const { rank, score, score_parts: parts, highlights, track } = ranked;
    const { other_versions: others } = ranked;
    const note = this.noteOf(ranked);
    const taken = this.takenOf(track.id);
    const { name, album, year, genres, explicit } = track;
    return html`<li class="row">
      <span class="rank" aria-hidden="true">${rank}</span>
      <div class="song">
        <div class="what">
          <p class="title">
            <a
              href=${this.hrefOf(track.id)}
              aria-describedby=${`by-${at}`}
              title=${name.length > 60 ? name : nothing}
              @click=${(event) => this.#chosen(event, 'track-chosen', { track })}
              ><bdi>${highlights ? marked(highlights.name) : name}</bdi></a
            >${explicit ? html`<span class="explicit" role="img" aria-label="Explicit">E</span>` : nothing}
          </p>
          <p class="by" id=${`by-${at}`}><span class="hidden">by </span><bdi>${highlights ? listed(highlights.artists) : artists(track)}</bdi></p>
          ${album ? html`<p class="album"><bdi>${highlights ? marked(highlights.album) : album}</bdi>${year ? ` · ${year}` : ''}</p>` : nothing}
          ${note ? html`<p class="note">${note}</p>` : nothing}
          ${others ? this.#versions(track, others) : nothing}
        </div>
        <div class="acts">
          <mix-buttons
            .seed=${{ kind: 'track', value: track.id }}
            name=${name}
            side=${this.sideOf(track.id)}
          ></mix-buttons>
          ${taken ? html`<listen-buttons .track=${track} .taken=${taken}></listen-buttons>` : nothing}
        </div>
      </div>
      <p class="genres">
        <span class="hidden">Genres: </span
        >${!genres.length ? '–' : highlights ? listed(highlights.genres) : genres.join(', ')}
      </p>
      ${popularity(track)} ${this.seed ? match(score) : nothing}
      ${best ? fitOf(score, parts, best) : nothing}
      <feature-print class="print" .audio=${track.audio} .seed=${this.seed}></feature-print>
    </li>`;
  }

  /** Re-releases of the same recording, for whoever wants another than the most popular. */
  #versions(track, others) {
    return html`<details class="versions">
      <summary>${counted(others.length, 'other version', 'other versions')}</summary>
      <ul>
        ${others.map(
          (version) => html`<li>
            <a href=${this.hrefOf(version.id)} @click=${(event) => this.#chosen(event, 'version-chosen', { track, version })}
              ><bdi>${version.album ?? version.name}</bdi></a
            >
            ${duration(version.duration_ms)}${version.popularity === null ? '' : ` · popularity ${version.popularity}`}
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #chosen(event, what, detail) {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.button !== 0 || elsewhere) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent(what, { detail }));
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

/** Marked names with commas between. */
const listed = (names) => names.map((name, i) => [i ? ', ' : '', marked(name)]);

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

/** What a part of a score is called among people. */
function partName(name) {
  const target = TARGETS.find((each) => name === `target_${each.name}`);
  return target ? `${target.label.toLowerCase()} as wished` : name === 'seeds' ? 'like the mix' : name;
}

/** What a score gains: some parts take. */
const gained = ({ score_parts: parts }) =>
  Object.values(parts).reduce((sum, part) => sum + Math.max(0, part), 0);

/** What a score gains, as one bar; the best on the page fills it. */
function fitOf(score, parts, best) {
  const said = Object.entries(parts)
    .filter(([, part]) => part > 0)
    .map(([name, part]) => `${partName(name)} ${part.toFixed(2)}`);
  let from = 0;
  const bars = Object.entries(parts).map(([name, part]) => {
    const width = (Math.max(0, part) / best) * METER;
    const bar = svg`<rect class=${`bar by-${name.replace(/_.*/, '')}`} x=${from} width=${width} height="8"></rect>`;
    from += width;
    return bar;
  });
  return html`<p class="match" title=${said.join(', ')}>
    <span class="hidden">Fit: ${score.toFixed(2)}: ${said.join(', ')}</span>
    <svg class="fit" width=${METER} height="8" aria-hidden="true">
      <rect class="well" width=${METER} height="8"></rect>
      ${bars}
    </svg>
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
