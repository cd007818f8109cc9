import { html, nothing } from 'lit';
import '../energy-curve/energy-curve.js';
import '../feature-bars/feature-bars.js';
import '../save-buttons/save-buttons.js';
import { choice, withLinked } from '../../choice.js';
import { counted, duration, percent } from '../../format.js';
import { CURVES } from '../../place.js';
import { fewer, liked, nothingLiked, wishes } from './mix-view.js';
import { answered, backLink, nothingFound, reasons, results } from './parts.js';
import { shaped } from './questions.js';

const OWN = 'points';
const COUNTS = [10, 20, 30, 50, 100];
const MINUTES = [30, 60, 90, 120, 180];
/** What the server does when it is asked for nothing else. */
const [USUAL_COUNT, USUAL_CURVE, USUAL_SEED] = [30, 'steady', 1];

/** @param {import('./parts.js').App} app */
export function playlistView(app) {
  return html`${backLink(app)}
  ${
    liked(app).length
      ? html`${wishes(app)} ${answered(app, (playlist) => shown(app, playlist), () => nothingFound(app, 'No playlist'))}`
      : nothingLiked
  }`;
}

function shown(app, playlist) {
  const { tracks, duration_ms: millis } = playlist;
  return html`<div class="head">
      <h2 tabindex="-1">Your playlist</h2>
      <p>${counted(tracks.length, 'song', 'songs')}, ${duration(millis)}. ${flow(playlist)}</p>
      ${fewer(playlist)} ${shape(app)}
      <energy-curve
        .tracks=${tracks}
        .curve=${app.place.energy_curve}
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
    keys === undefined ? '' : `${percent(keys)} of the keys go together`,
    step === undefined ? '' : `tempo changes by ${step.toFixed(1)}% from song to song (half and double are the same)`,
  ].filter(Boolean);
  return said.length ? `${said.join(', ')}.` : '';
}

/** How long it is and how it goes. */
function shape(app) {
  const { energy_curve: curve, seed } = app.place;
  const chosen = curve.length > 1 ? OWN : (curve[0] ?? USUAL_CURVE);
  const curves = [...CURVES, ...(chosen === OWN ? [OWN] : [])].map((value) => ({
    value,
    text: value === OWN ? 'as drawn' : value,
  }));
  return html`<div class="shape">
    ${lengthChoice(app)}
    ${choice('curve', 'Energy curve', curves, chosen, (name) =>
      app.go({ energy_curve: name === USUAL_CURVE ? [] : [name] }),
    )}
    <button type="button" class="button" @click=${() => app.go({ seed: (seed ?? USUAL_SEED) + 1 })}>
      Another one
    </button>
  </div>`;
}

function lengthChoice(app) {
  const { k, minutes } = app.place;
  const options = [
    ...withLinked(COUNTS, k).map((count) => ({ value: `k ${count}`, text: counted(count, 'song', 'songs') })),
    ...withLinked(MINUTES, minutes).map((count) => ({
      value: `minutes ${count}`,
      text: counted(count, 'minute', 'minutes'),
    })),
  ];
  const chosen = minutes ? `minutes ${minutes}` : `k ${k ?? USUAL_COUNT}`;
  return choice('length', 'Length', options, chosen, (value) => {
    const [unit, count] = value.split(' ');
    app.go({ k: null, minutes: null, [unit]: Number(count) });
  });
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
    <save-buttons
      .asked=${shaped(place)}
      .tracks=${tracks}
      ?spotify=${isOfSpotify}
      ?disabled=${!app.isAnswered}
      @playlist-changed=${() => app.reload()}
    ></save-buttons>
  </div>`;
}

/** How a song follows the one before, and why it is here. */
function noteOf(ranked) {
  const { camelot, tempo_step_percent: step, key_distance: distance, track } = ranked;
  const key = camelot && `${camelot}${distance === undefined || distance > 1 ? '' : ' fits'}`;
  const tempo = `${Math.round(track.audio.tempo)} BPM${step === undefined ? '' : `, ${step.toFixed(1)}% away`}`;
  return [key, tempo, reasons(ranked)].filter(Boolean).join(' · ');
}
