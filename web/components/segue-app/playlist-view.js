import { html, nothing } from 'lit';
import '../energy-curve/energy-curve.js';
import '../feature-bars/feature-bars.js';
import '../save-buttons/save-buttons.js';
import { counted, duration } from '../../format.js';
import { fewer, liked, nothingLiked, unfitting, wishes } from './mix-view.js';
import { answered, backLink, reasons, results } from './parts.js';
import { shaped } from './questions.js';

const SHAPES = ['steady', 'rising', 'falling', 'wave'];
const OWN = 'points';
/** What the server does when it is asked for nothing else. */
const USUAL = 30;
const LENGTHS = [
  ...[10, 20, 30, 50, 100].map((k) => ({ k, minutes: null })),
  ...[30, 60, 90, 120, 180].map((minutes) => ({ k: null, minutes })),
];

/** @param {import('./parts.js').App} app */
export function playlistView(app) {
  return html`${backLink(app)}
  ${
    liked(app).length
      ? html`${wishes(app)} ${answered(app, (playlist) => shown(app, playlist), () => unfitting(app, 'No playlist'))}`
      : nothingLiked
  }`;
}

function shown(app, playlist) {
  const { tracks, duration_ms: millis } = playlist;
  return html`<div class="head playlist">
      <h2>Your playlist</h2>
      <p>${counted(tracks.length, 'song', 'songs')}, ${duration(millis)}. ${flow(playlist)}</p>
      ${fewer(playlist)} ${shape(app, playlist)}
      <energy-curve
        .tracks=${tracks}
        @curve-drawn=${({ detail }) => app.go({ energy_curve: detail.points.map(String) }, 'energy_curve')}
      ></energy-curve>
      <p class="legend" aria-hidden="true">
        <i class="dot"></i>each song <i class="tick"></i>the energy that is wanted; draw it as you like
      </p>
      ${means(playlist)} ${saving(app, playlist)}
    </div>
    ${results(app, { noteOf })}`;
}

function flow({ compatible_keys: keys, mean_tempo_step_percent: step }) {
  const said = [
    keys === undefined ? '' : `${Math.round(100 * keys)}% of the keys go together`,
    step === undefined ? '' : `tempo changes by ${step.toFixed(1)}% from song to song`,
  ].filter(Boolean);
  return said.length ? `${said.join(', ')}.` : '';
}

/** How long it is and how it goes. */
function shape(app, { energy_curve: chosen, seed }) {
  return html`<div class="shape">
    ${lengthChoice(app)}
    <div class="choice">
      <label for="shape">Energy curve</label>
      <select
        id="shape"
        @change=${({ target }) => app.go({ energy_curve: target.value === 'steady' ? [] : [target.value] })}
      >
        ${SHAPES.map((name) => html`<option ?selected=${name === chosen}>${name}</option>`)}
        ${chosen === OWN ? html`<option selected disabled>as drawn</option>` : nothing}
      </select>
    </div>
    <button type="button" class="button" ?disabled=${app.busy} @click=${() => app.go({ seed: seed + 1 })}>
      Another one
    </button>
  </div>`;
}

function lengthChoice(app) {
  const { k, minutes } = app.place;
  const chosen = minutes ? { k: null, minutes } : { k: k ?? USUAL, minutes: null };
  const isChosen = (length) => length.k === chosen.k && length.minutes === chosen.minutes;
  const all = LENGTHS.some(isChosen) ? LENGTHS : [chosen, ...LENGTHS]; // it came by a link
  return html`<div class="choice">
    <label for="length">Length</label>
    <select id="length" @change=${({ target }) => app.go(all[target.selectedIndex])}>
      ${all.map(
        (length) => html`<option ?selected=${isChosen(length)}>
          ${length.minutes ? counted(length.minutes, 'minute', 'minutes') : counted(length.k, 'song', 'songs')}
        </option>`,
      )}
    </select>
  </div>`;
}

/** The means of the playlist beside those of the mix. */
function means({ means: all }) {
  const of = (whose) =>
    Object.fromEntries(Object.entries(all).map(([name, mean]) => [name, mean[whose]]));
  return html`<details class="means">
    <summary>How it compares with your mix</summary>
    <feature-bars
      label="Means"
      .values=${of('playlist')}
      .beside=${of('seeds')}
      whose="your mix"
    ></feature-bars>
    <p class="legend" aria-hidden="true"><i class="bar"></i>playlist <i class="tick"></i>your mix</p>
  </details>`;
}

function saving(app, { tracks }) {
  const { place } = app;
  const isOfSpotify = tracks.every(({ track }) => /^[0-9A-Za-z]{22}$/.test(track.id));
  return html`<div class="saving">
    <div class="choice">
      <label for="title">Name</label>
      <input
        id="title"
        type="text"
        maxlength="200"
        placeholder="Segue"
        .value=${place.title}
        @change=${({ target }) => app.go({ title: target.value.trim() }, 'title')}
      />
    </div>
    <save-buttons .asked=${shaped(place)} ?spotify=${isOfSpotify}></save-buttons>
  </div>`;
}

/** How a song follows the one before, and why it is here. */
function noteOf(ranked) {
  const { camelot, tempo_step_percent: step, key_distance: distance, track } = ranked;
  const key = camelot && `${camelot}${distance === undefined || distance > 1 ? '' : ' fits'}`;
  const tempo = `${Math.round(track.audio.tempo)} BPM${step === undefined ? '' : `, a step of ${step.toFixed(1)}%`}`;
  return [key, tempo, reasons(ranked)].filter(Boolean).join(' · ');
}
