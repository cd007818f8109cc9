import { html, nothing } from 'lit';
import { counted } from '../../format.js';
import { marked } from '../../marked.js';
import { MOST_SEEDS, kindOf, sizeOf } from '../../mix.js';
import { hrefOf, isFiltered, listHrefOf, searchHrefOf, UNFILTERED } from '../../place.js';

// What the page looks like in each of its states; what it does stands in segue-app.js.

/** @typedef {InstanceType<CustomElementConstructor>} App the segue-app element */

/** @param {App} app */
export function views(app) {
  const { place, stats } = app;
  return html`<div class="top">
      ${stage}
      <div class="width">
        <header>
          <h1>
            <a href="/" aria-label="Segue, start page" @click=${(event) => home(event, app)}>
              <word-mark></word-mark>
            </a>
          </h1>
          <theme-toggle></theme-toggle>
          <p class="lead">Find a song, see where it leads.</p>
        </header>
        <div role="search" aria-label="Songs">
          <search-field
            .q=${place.q}
            @search-text=${({ detail }) => app.go({ ...detail, track: '' }, 'q')}
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
      ${sizeOf(place) ? basket(app) : nothing}
      ${place.track ? similarView(app) : place.mix ? mixView(app) : searchView(app)}
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

function basket(app) {
  const { place, known } = app;
  const isShown = place.mix && !place.track;
  return html`<mix-basket
    .like=${place.like}
    .less=${place.less}
    ?full=${sizeOf(place) >= MOST_SEEDS}
    .nameOf=${(id) => known[id]?.name ?? id}
    href=${isShown ? '' : hrefOf({ ...place, track: '', space: '', mix: true })}
    @seed-removed=${({ detail }) => app.removeSeed(detail.id)}
    @mix-wanted=${() => app.go({ track: '', space: '', mix: true })}
    @mix-emptied=${() => app.emptyMix()}
  ></mix-basket>`;
}

function mixView(app) {
  const { place, mixed, problem, busy } = app;
  return html`${backLink(app, { ...place, mix: false }, () => app.go({ mix: false }))}
  ${place.like.length ? fitting(app, mixed, problem, busy) : nothingLiked}`;
}

function fitting(app, mixed, problem, busy) {
  if (problem && mixed?.href !== listHrefOf(app.place)) return broken(app);
  if (!mixed) return skeleton();
  if (!mixed.tracks.length) return nothingFound(app);
  return html`<div class="head">
      <h2>Songs for your mix</h2>
      <p>The best of ${counted(mixed.pool.after_filters, 'song', 'songs')}. + and − make the mix yours.</p>
    </div>
    ${results(app, mixed.tracks, null, busy)}
    ${problem ? broken(app) : mixed.next_cursor ? moreButton(app) : nothing}`;
}

const nothingLiked = html`<state-note
  .heading=${'Nothing in your mix to be like'}
  .detail=${'Find a song that you like, and add it with +.'}
></state-note>`;

function searchView(app) {
  const { found, problem, busy } = app;
  if (problem && found?.href !== searchHrefOf(app.place)) return broken(app);
  if (!found) return skeleton();
  if (!found.tracks.length) return nothingFound(app);
  return html`<div class="head">
      <h2>${heading(app.place)}</h2>
      <p>${counted(found.total, 'song', 'songs')}. Choose one to see what is close.</p>
      ${notes(app)}
      ${
        found.facets
          ? html`<facet-bar
              .facets=${found.facets}
              .place=${app.place}
              @filter=${({ detail }) => app.go(detail)}
            ></facet-bar>`
          : nothing
      }
    </div>
    ${results(app, found.tracks, null, busy)}
    ${problem ? broken(app) : found.next_cursor ? moreButton(app) : nothing}`;
}

/** How the question was taken: other words, wishes understood in it, a condition that is broken. */
function notes(app) {
  const { did_you_mean: other, understood = [], syntax_error: error } = app.found;
  return html`${other ? otherWords(app, other) : nothing}
  ${
    error
      ? html`<p>Read as plain words: ${error.detail} At character ${error.position + 1}.</p>`
      : nothing
  }
  ${
    understood.length
      ? html`<ul class="chips" aria-label="Understood">
          ${understood.map(
            ({ text, meaning, without }) => html`<li>
              <button
                type="button"
                title=${meaning}
                aria-label=${`Leave out ${text}: ${meaning}`}
                @click=${() => app.go({ q: without })}
              >
                <bdi>${text}</bdi><span aria-hidden="true">×</span>
              </button>
            </li>`,
          )}
        </ul>`
      : nothing
  }`;
}

function otherWords(app, { q, parts, applied }) {
  const link = html`<a
    href=${hrefOf({ ...app.place, q })}
    @click=${(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      app.go({ q });
    }}
    ><bdi>${marked(parts)}</bdi></a
  >`;
  return html`<p class="other">
    ${applied ? html`Showing results for ${link}` : html`Did you mean ${link}?`}
  </p>`;
}

function heading({ q, genre }) {
  const among = genre.length ? html` in <bdi>${genre.join(', ')}</bdi>` : nothing;
  return q.trim() ? html`Songs for “<bdi>${q.trim()}</bdi>”${among}` : html`Popular songs${among}`;
}

function similarView(app) {
  const { place, near, problem, stats, busy } = app;
  const spaces = stats?.spaces ?? [];
  const standard = spaces.find((space) => space.default)?.name ?? '';
  return html`${backLink(app, { ...place, track: '' }, () => app.closeTrack())}
    ${near ? html`<seed-card .track=${near.track} kind=${kindOf(place, near.track.id)}></seed-card>` : nothing}
    ${
      near
        ? html`<div class="aim">
            <space-choice
              .spaces=${spaces}
              .chosen=${place.space || near.space || standard}
              @space-chosen=${({ detail }) => app.go(detail)}
            ></space-choice>
            <p class="legend" aria-hidden="true">
              <i class="bar"></i>each song <i class="tick"></i>the song above
            </p>
          </div>`
        : nothing
    }
    ${problem ? broken(app) : nearest(app, near, busy)}`;
}

function nearest(app, near, busy) {
  if (!near) return html`<div class="skeleton seed" aria-hidden="true"><i></i></div>`;
  if (!near.tracks) return skeleton();
  if (!near.tracks.length) return nothingFound(app);
  const maybeMore = near.tracks.length === near.k && near.k < 100;
  return html`${results(app, near.tracks, near.track.audio, busy)}
  ${maybeMore ? moreButton(app) : nothing}`;
}

/** The way back, to a place whose name it says. */
function backLink(app, place, go) {
  const q = place.q.trim();
  const to = place.mix ? 'your mix' : q ? html`“<bdi>${q}</bdi>”` : 'all songs';
  const back = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go();
  };
  return html`<a class="back" href=${hrefOf(place)} @click=${back}>
    <span aria-hidden="true">←</span>
    <span>Back to ${to}</span>
  </a>`;
}

function results(app, tracks, seed, busy) {
  const fit = !seed && (app.place.mix || app.place.q.trim() !== '');
  return html`<div class="results" aria-busy=${busy ? 'true' : 'false'}>
    <track-list
      .tracks=${tracks}
      .seed=${seed}
      ?fit=${fit}
      .kindOf=${(id) => kindOf(app.place, id)}
      .hrefOf=${(id) => hrefOf({ ...app.place, track: id })}
      @track-chosen=${({ detail }) => app.openTrack(detail.track)}
      @version-chosen=${({ detail }) => app.openVersion(detail.track, detail.version)}
      @leave-up=${() => app.renderRoot.querySelector('search-field').focus()}
    ></track-list>
  </div>`;
}

const moreButton = (app) => html`<div class="more">
  <button type="button" class="button" ?disabled=${app.busy} @click=${() => app.more()}>
    Show more songs
  </button>
</div>`;

const skeleton = () => html`<div class="skeleton" aria-hidden="true">
  ${Array.from({ length: 6 }, () => html`<i></i>`)}
</div>`;

function broken({ problem }) {
  return html`<state-note alert .heading=${problem.title} .detail=${problem.detail}>
    <button type="button" class="button" @click=${problem.retry}>Try again</button>
  </state-note>`;
}

function nothingFound(app) {
  const { q, track, mix } = app.place;
  const filtered = isFiltered(app.place);
  const nearest = track || mix ? [] : (app.found?.suggestions ?? []);
  const what = track ? 'No similar song' : mix ? 'Nothing fits your mix' : q.trim() ? `Nothing found for “${q.trim()}”` : 'Nothing found';
  const ways = [
    filtered && 'fewer filters',
    !track && !mix && q.trim() && 'another spelling, or only the artist or the title',
  ].filter(Boolean);
  return html`${track || mix ? nothing : notes(app)}
  <state-note
    .heading=${filtered ? `${what} with these filters` : what}
    .detail=${ways.length ? `Try ${ways.join(', or ')}.` : ''}
  >
    ${
      filtered
        ? html`<button
            type="button"
            class="button"
            @click=${() => app.go(UNFILTERED)}
          >
            Remove the filters
          </button>`
        : nothing
    }
    ${
      !track && !mix && q
        ? html`<button type="button" class="button" @click=${() => app.go({ q: '' })}>
            Show popular songs
          </button>`
        : nothing
    }
    ${
      nearest.length
        ? html`<p class="nearest">
            Perhaps you mean
            ${nearest.map(
              (suggestion) => html`<button
                type="button"
                class="button"
                @click=${() => app.follow(suggestion)}
              >
                <bdi>${suggestion.text}</bdi>
                ${suggestion.artists ? html`<span>by ${suggestion.artists.join(', ')}</span>` : nothing}
              </button>`,
            )}
          </p>`
        : nothing
    }
  </state-note>`;
}
