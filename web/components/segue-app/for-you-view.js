import { html, nothing } from 'lit';
import '../forget-me/forget-me.js';
import '../value-slider/value-slider.js';
import { choice } from '../../choice.js';
import { percent } from '../../format.js';
import { MOODS, TIMES_OF_DAY } from '../../place.js';
import { fewer } from './mix-view.js';
import { answered, backLink, nothingFound, results } from './parts.js';

const STRATEGIES = [
  { value: '', text: 'taste and sound' },
  { value: 'taste', text: 'taste' },
  { value: 'sound', text: 'sound' },
];

/** @param {import('./parts.js').App} app */
export function forYouView(app) {
  const { place } = app;
  return html`${backLink(app)}
  <div class="ends">
    <h2 tabindex="-1">For you</h2>
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
  ${answered(
    app,
    (answer) => html`<div class="head">
        ${why(answer)} ${fewer(answer)}
      </div>
      ${results(app, { isFit: true })}`,
    () => nothingFound(app, 'Nothing for you'),
  )}
  ${app.answer ? html`<forget-me @forgotten=${() => app.forget()}></forget-me>` : nothing}`;
}

const anyOr = (values) => ['', ...values].map((value) => ({ value, text: value || 'any' }));

/** What the answer goes by. */
function why({ strategy, why_strategy, alpha }) {
  const share = strategy === 'hybrid' ? `${percent(1 - alpha)} taste, ${percent(alpha)} sound.` : '';
  const next = strategy === 'popularity' ? 'Play or like songs, and this becomes yours.' : '';
  return html`<p class="why">${[why_strategy, share, next].filter(Boolean).join(' ')}</p>`;
}
