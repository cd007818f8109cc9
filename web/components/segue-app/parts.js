import { html, nothing } from 'lit';
import '../state-note/state-note.js';
import '../track-list/track-list.js';
import { QUESTIONS, behind, viewOf } from './questions.js';
import { sideOf } from '../../mix.js';
import { UNFILTERED, hrefOf, isFiltered } from '../../place.js';

// What several views of the page are made of.

/** @typedef {InstanceType<CustomElementConstructor>} App the segue-app element */

/** A link within the page; with a key held down, browsers open it elsewhere.
 *  @param {App} app @param {object} change of place */
export const link = (app, change, content, kind = '', isHere = false) => html`<a
  class=${kind || nothing}
  aria-current=${isHere ? 'page' : nothing}
  href=${hrefOf({ ...app.place, ...change })}
  @click=${(event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    app.go(change);
  }}
  >${content}</a
>`;

/** Where one comes from, by its name. */
const NAMES = { mix: 'your mix', playlist: 'your playlist', path: 'the path', 'for-you': 'what is for you' };

/** The way back: from a song to the list it stands in, from a list to the search.
 *  @param {App} app */
export function backLink(app) {
  const { place } = app;
  const to = place.track ? behind(place) : { ...place, view: '' };
  const q = to.q.trim();
  const name = NAMES[viewOf(to)] ?? (q ? html`“<bdi>${q}</bdi>”` : 'all songs');
  return link(
    app,
    { track: to.track, view: to.view },
    html`<span aria-hidden="true">←</span> <span>Back to ${name}</span>`,
    'back',
  );
}

/**
 * The answer of a view, or what is shown instead of it.
 *
 * @param {App} app
 * @param {(answer: object) => unknown} show what stands above and below an answer with songs
 * @param {() => unknown} none what is shown where there is no song
 */
export function answered(app, show, none) {
  const { answer, problem, isAnswered } = app;
  if (problem && !isAnswered) return broken(app);
  if (!answer?.tracks) return skeleton();
  if (!answer.tracks.length) return none();
  return html`${show(answer)} ${problem ? broken(app) : app.hasMore ? moreButton(app) : nothing}`;
}

/**
 * The songs of the answer.
 *
 * @param {App} app
 * @param {{seed?: ?object, isFit?: boolean, noteOf?: (ranked: object) => string}} [how]
 */
export function results(app, { seed = null, isFit = false, noteOf = reasons } = {}) {
  const { place } = app;
  return html`<div class="results" aria-busy=${app.busy ? 'true' : 'false'}>
    <track-list
      .tracks=${app.answer.tracks}
      .seed=${seed}
      ?fit=${isFit}
      .noteOf=${noteOf}
      .sideOf=${(id) => sideOf(place.seeds, { kind: 'track', value: id })}
      .takenOf=${(id) => app.listening.takenOf(id)}
      .hrefOf=${(id) => hrefOf({ ...place, track: id })}
      @track-chosen=${({ detail }) => app.openTrack(detail.track)}
      @version-chosen=${({ detail }) => app.openVersion(detail.track, detail.version)}
      @leave-up=${() => app.renderRoot.querySelector('search-field').focus()}
    ></track-list>
  </div>`;
}

export const reasons = ({ reasons: all = [] }) => all.map(({ text }) => text).join(' · ');

const moreButton = (app) => html`<div class="more">
  <button type="button" class="button" ?disabled=${app.busy} @click=${() => app.more()}>
    Show more songs
  </button>
</div>`;

const skeleton = () => html`<div class="skeleton" aria-hidden="true">
  ${Array.from({ length: 6 }, () => html`<i></i>`)}
</div>`;

export function broken({ problem }) {
  return html`<state-note alert .heading=${problem.title} .detail=${problem.detail}>
    <button type="button" class="button" @click=${problem.retry}>Try again</button>
  </state-note>`;
}

/**
 * @param {App} app
 * @param {string} what
 * @param {{advice?: string[], ways?: unknown}} [help] what to try besides fewer filters, and ways to
 */
export function nothingFound(app, what, { advice = [], ways = nothing } = {}) {
  const filtered = isFiltered(app.place);
  const all = [filtered && 'fewer filters', ...advice].filter(Boolean);
  return html`<state-note
    .heading=${filtered ? `${what} with these filters` : what}
    .detail=${all.length ? `Try ${all.join(', or ')}.` : ''}
  >
    ${
      filtered
        ? html`<button type="button" class="button" @click=${() => app.go(UNFILTERED)}>
            Remove the filters
          </button>`
        : nothing
    }
    ${ways}
  </state-note>`;
}
