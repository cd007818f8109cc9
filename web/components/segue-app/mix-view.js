import { html, nothing } from 'lit';
import '../wish-list/wish-list.js';
import { counted } from '../../format.js';
import { onSide } from '../../mix.js';
import { answered, backLink, nothingFound, results } from './parts.js';

/** @param {import('./parts.js').App} app */
export function mixView(app) {
  return html`${backLink(app)}
  ${
    liked(app).length
      ? html`${wishes(app)}
        ${answered(
          app,
          (answer) => html`<div class="head">
              <h2 tabindex="-1">Songs for your mix</h2>
              <p>
                The best of ${counted(answer.pool.after_filters, 'song', 'songs')}. + and − make the
                mix yours.
              </p>
              ${fewer(answer)}
            </div>
            ${results(app, { isFit: true })}`,
          () => nothingFound(app, 'Nothing fits your mix'),
        )}`
      : nothingLiked
  }`;
}

/** @param {import('./parts.js').App} app */
export const liked = ({ place }) => onSide(place.seeds, 'like');

export const nothingLiked = html`<state-note
  .heading=${'Nothing in your mix to be like'}
  .detail=${'Find a song that you like, and add it with +.'}
></state-note>`;

/** What it shall be like besides its seeds, whose own values are marked.
 *  @param {import('./parts.js').App} app */
export const wishes = (app) => html`<wish-list
  .place=${app.place}
  .seeds=${app.answer?.seeds ?? []}
  @wished=${({ detail }) => app.go(detail.change, detail.edit)}
></wish-list>`;

/** What is said of the conditions that are no filters. */
const CONDITIONS = {
  max_per_artist: 'the limit for each artist',
  max_per_album: 'the limit for each album',
  spacing: 'the distance between songs of one artist',
  versions: 'other versions of the same recordings',
  space: 'audio that is not known',
  seeds: 'what is in the mix itself',
  cursor: 'the length of the list',
  explicit: 'the filter on lyrics',
};

/** Why there are fewer songs than were asked for.
 *  @param {{tracks: object[], why_fewer?: import('../../api.js').WhyFewer}} answer */
export function fewer({ tracks, why_fewer: why }) {
  if (!why) return nothing;
  const { condition, removed } = why;
  const field = condition.replace(/,.*/, '').replace(/^(min|max)_/, '').replaceAll('_', ' ');
  const took = CONDITIONS[condition] ?? `the filter on ${field}`;
  const most = removed ? ` What leaves out most is ${took}: ${counted(removed, 'song', 'songs')}.` : '';
  return html`<p class="fewer">${`No more than ${counted(tracks.length, 'song', 'songs')} fit.${most}`}</p>`;
}
