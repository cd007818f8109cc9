import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../catalogue-footer/catalogue-footer.js';
import '../filter-bar/filter-bar.js';
import '../mix-basket/mix-basket.js';
import '../search-field/search-field.js';
import '../theme-toggle/theme-toggle.js';
import '../word-mark/word-mark.js';
import { onSide } from '../../mix.js';
import { UNFILTERED } from '../../place.js';
import { forYouView } from './for-you-view.js';
import { mixView } from './mix-view.js';
import { link } from './parts.js';
import { pathView } from './path-view.js';
import { playlistView } from './playlist-view.js';
import { searchView } from './search-view.js';
import { similarView } from './similar-view.js';

// What the page looks like; what it does stands in segue-app.js, what it asks in questions.js.

const VIEWS = {
  search: searchView,
  similar: similarView,
  mix: mixView,
  playlist: playlistView,
  path: pathView,
  'for-you': forYouView,
};

/** @param {import('./parts.js').App} app */
export function views(app) {
  const { listening, place, stats, view } = app;
  return html`<div class="top">
      ${stage}
      <div class="width">
        <header>
          <h1>
            <a href="/" aria-label="Segue, start page" @click=${(event) => home(event, app)}>
              <word-mark></word-mark>
            </a>
          </h1>
          <div class="corner">
            ${
              listening.isOff
                ? nothing
                : link(app, { view: 'for-you', track: '' }, 'For you', 'button', view === 'for-you')
            }
            <theme-toggle></theme-toggle>
          </div>
          <p class="lead">Find a song, see where it leads.</p>
        </header>
        <div role="search" aria-label="Songs">
          <search-field
            .q=${place.q}
            @search-text=${({ detail: { q } }) => app.go({ q, track: '' }, 'q')}
            @suggestion-chosen=${({ detail }) => app.follow(detail.suggestion)}
            @leave-down=${() => app.renderRoot.querySelector('track-list')?.focusRow(0)}
          ></search-field>
          <filter-bar
            .genres=${stats?.genres ?? []}
            .place=${place}
            @filter=${({ detail }) => app.go(detail, 'genre' in detail ? '' : 'min_popularity')}
          ></filter-bar>
        </div>
      </div>
    </div>
    <main class="width">
      <p class="hidden" role="status">${app.busy ? '' : app.told}</p>
      ${listening.trouble ? html`<p class="trouble" role="alert">${listening.trouble}</p>` : nothing}
      ${place.seeds.length ? basket(app) : nothing} ${VIEWS[view](app)} ${noted(app)}
    </main>
    <catalogue-footer class="width" .stats=${stats}></catalogue-footer>`;
}

const stage = html`<svg class="stage" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
  <path class="out" d="M0 0C50 0 50 100 100 100H0z" />
  <path class="in" d="M100 0C50 0 50 100 0 100h100z" />
  <path class="both" d="M50 50C62.500 75 75 100 100 100H0C25 100 37.500 75 50 50z" />
</svg>`;

function home(event, app) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  app.go({ ...UNFILTERED, q: '', track: '' });
}

/** What was noted last, where it was said or where it counts. A screen reader was told. */
function noted(app) {
  const { listening, view } = app;
  if (!listening.noted || ![listening.noted.view, 'for-you'].includes(view)) return nothing;
  return html`<div class="noted">
    <p>${listening.noted.text}</p>
    <button type="button" class="button" @click=${() => app.showWhatFollows()}>Show what follows</button>
  </div>`;
}

function basket(app) {
  const { place, names, view } = app;
  const liked = onSide(place.seeds, 'like');
  const [from, to] = liked.map(({ value }) => value);
  const areTwoTracks = liked.length === 2 && liked.every(({ kind }) => kind === 'track');
  const ways = [
    liked.length && view !== 'mix' && { change: { view: 'mix' }, text: 'Show what fits' },
    liked.length && view !== 'playlist' && { change: { view: 'playlist' }, text: 'Make a playlist' },
    areTwoTracks &&
      view !== 'path' && { change: { view: 'path', from, to }, text: 'Walk from one to the other' },
  ];
  return html`<mix-basket
    .seeds=${place.seeds}
    .nameOf=${(seed) => names.of(seed) ?? seed.value}
    @seed-removed=${({ detail }) => app.removeSeed(detail.seed)}
    @mix-emptied=${() => app.emptyMix()}
    >${repeat(ways.filter(Boolean), ({ text }) => text, ({ change, text }) => way(app, change, text))}</mix-basket
  >`;
}

const way = (app, change, text) => link(app, { track: '', ...change }, text, 'button');
