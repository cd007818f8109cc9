import { html, nothing } from 'lit';
import '../forget-me/forget-me.js';
import '../value-slider/value-slider.js';
import { choice } from '../../choice.js';
import { percent } from '../../format.js';
import { MOODS, TIMES_OF_DAY } from '../../place.js';
import { fewer } from './mix-view.js';
import { answered, backLink, nothingFound, results } from './parts.js';

const STRATEGIES = [
  { value: '', text: 'both' },
  { value: 'taste', text: 'taste' },
  { value: 'sound', text: 'sound' },
];

/** @param {import('./parts.js').App} app */
export function forYouView(app) {
  const { place } = app;
  return html`${backLink(app)}
  <div class="ends">
    <h2 tabindex="-1">For you</h2>
    <div class="occasion">
      ${choice('strategy', 'Go by', STRATEGIES, place.strategy, (strategy) => app.go({ strategy }))}
      ${choice('time-of-day', 'Time of day', anyOr(TIMES_OF_DAY), place.time_of_day, (time_of_day) =>
        app.go({ time_of_day }),
      )}
      ${choice('mood', 'Mood', anyOr(MOODS), place.mood, (mood) => app.go({ mood }))}
      <value-slider
        label="Surprise"
        min="0"
        max="1"
        step="0.05"
        open="none"
        .value=${place.explore}
        .text=${percent}
        @slid=${({ detail: { value } }) => app.go({ explore: value }, value === null ? '' : 'explore')}
      ></value-slider>
    </div>
  </div>
  ${answered(
    app,
    (answer) => html`<div class="head">
        ${why(answer)} ${inks(answer)} ${fewer(answer)}
      </div>
      ${results(app, { isFit: true })}`,
    () => nothingFound(app, 'Nothing for you'),
  )}
  ${app.answer ? html`<forget-me @forgotten=${() => app.forget()}></forget-me>` : nothing}`;
}

const anyOr = (values) => ['', ...values].map((value) => ({ value, text: value || 'any' }));

/** What the answer goes by. */
function why({ strategy, why_strategy }) {
  const next = strategy === 'popularity' ? ' Play or like songs, and this becomes yours.' : '';
  return html`<p class="why">${why_strategy}${next}</p>`;
}

/** In which colour the list shows what part of a fit. */
const INKS = [
  { ink: 'bar', names: ['taste', 'popularity'] },
  { ink: 'bar coral', names: ['sound', 'wishes'] },
];

/** What the colours of fits mean. A screen reader is told the parts of each. */
function inks({ tracks }) {
  const parts = new Set(
    tracks.flatMap(({ score_parts }) =>
      Object.keys(score_parts).map((name) => (name.startsWith('target_') ? 'wishes' : name)),
    ),
  );
  const shown = INKS.map(({ ink, names }) => ({ ink, names: names.filter((name) => parts.has(name)) }));
  return html`<p class="legend" aria-hidden="true">
    Fit:
    ${shown
      .filter(({ names }) => names.length)
      .map(({ ink, names }) => html`<i class=${ink}></i>${names.join(' and ')} `)}
  </p>`;
}
