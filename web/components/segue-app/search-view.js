import { html, nothing } from 'lit';
import '../facet-bar/facet-bar.js';
import '../mix-buttons/mix-buttons.js';
import { counted } from '../../format.js';
import { marked } from '../../marked.js';
import { sideOf } from '../../mix.js';
import { answered, link, nothingFound, results } from './parts.js';

/** @param {import('./parts.js').App} app */
export function searchView(app) {
  const q = app.place.q.trim();
  return answered(
    app,
    (found) => html`<div class="head">
        <h2 tabindex="-1">${heading(app.place)}</h2>
        <p>${counted(found.total, 'song', 'songs')}. Choose one to see what is close.</p>
        ${notes(app)} ${wholes(app)}
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
      ${results(app, { isFit: q !== '' })}`,
    () => unfound(app, q),
  );
}

function heading({ q, genre }) {
  const among = genre.length ? html` in <bdi>${genre.join(', ')}</bdi>` : nothing;
  return q.trim() ? html`Songs for “<bdi>${q.trim()}</bdi>”${among}` : html`Popular songs${among}`;
}

/** The genres and artists that are shown, to be put into the mix as a whole. */
function wholes({ place }) {
  const all = ['genre', 'artist'].flatMap((kind) => place[kind].map((value) => ({ kind, value })));
  if (!all.length) return nothing;
  return html`<ul class="wholes" aria-label="For your mix">
    ${all.map(
      (seed) => html`<li>
        <mix-buttons .seed=${seed} name=${seed.value} side=${sideOf(place.seeds, seed)}></mix-buttons>
        <span>all of <bdi>${seed.value}</bdi></span>
      </li>`,
    )}
  </ul>`;
}

/** How the question was taken: other words, wishes understood in it, a condition that is broken. */
function notes(app) {
  const { did_you_mean: other, understood = [], syntax_error: error } = app.answer;
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
  const other = link(app, { q }, html`<bdi>${marked(parts)}</bdi>`);
  return html`<p class="other">
    ${applied ? html`Showing results for ${other}` : html`Did you mean ${other}?`}
  </p>`;
}

function unfound(app, q) {
  const { suggestions = [] } = app.answer;
  const ways = html`${
      q
        ? html`<button type="button" class="button" @click=${() => app.go({ q: '' })}>
            Show popular songs
          </button>`
        : nothing
    }
    ${
      suggestions.length
        ? html`<p class="nearest">
            Perhaps you mean
            ${suggestions.map(
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
    }`;
  return html`${notes(app)}
  ${nothingFound(app, q ? `Nothing found for “${q}”` : 'Nothing found', {
    advice: q ? ['another spelling, or only the artist or the title'] : [],
    ways,
  })}`;
}
