import { html, nothing } from 'lit';
import '../step-line/step-line.js';
import { keyOf } from '../../mix.js';
import { answered, backLink, nothingFound, results } from './parts.js';
import { spaceChoice } from './similar-view.js';

const STEPS = [3, 5, 8, 10, 15, 20, 30, 50];
/** What the server does when it is asked for nothing else. */
const USUAL = 10;

/** @param {import('./parts.js').App} app */
export function pathView(app) {
  const { place } = app;
  const isAsked = place.from.trim() && place.to.trim();
  return html`${backLink(app)}
  <div class="ends">
    <h2>From one song to another</h2>
    ${end(app, 'from', 'From', 'The song to begin with')}
    ${end(app, 'to', 'To', 'The song to arrive at')}
    <div class="choice">
      <label for="steps">Length</label>
      <select id="steps" @change=${(event) => app.go({ steps: Number(event.target.value) })}>
        ${lengths(place.steps).map(
          (steps) => html`<option value=${steps} ?selected=${steps === (place.steps ?? USUAL)}>
            ${steps} songs
          </option>`,
        )}
      </select>
    </div>
    ${spaceChoice(app)}
  </div>
  ${isAsked ? answered(app, () => walk(app), () => nothingFound(app, 'No path')) : nothing}`;
}

/** Also one that came by a link. */
const lengths = (steps) => [...new Set([...STEPS, steps ?? USUAL])].sort((a, b) => a - b);

function end(app, name, label, placeholder) {
  const { place, answer } = app;
  const isTaken = app.isAnswered && answer[name].query === place[name];
  const known = app.names[keyOf({ kind: 'track', value: place[name] })];
  const said = isTaken ? answer[name].name : (known ?? place[name]);
  return html`<search-field
    plain
    label=${label}
    placeholder=${placeholder}
    .q=${said}
    @search-text=${({ detail }) => {
      if (detail.isEntered && detail.q !== said) app.go({ [name]: detail.q });
    }}
    @suggestion-chosen=${({ detail: { suggestion } }) => {
      const { track_id: id, text } = suggestion;
      if (id) app.call({ kind: 'track', value: id }, text);
      app.go({ [name]: id ?? text });
    }}
  ></search-field>`;
}

function walk(app) {
  const { answer } = app;
  return html`<step-line .tracks=${answer.tracks}></step-line>
    ${results(app, { noteOf: ({ distance }) => (distance === undefined ? '' : `a step of ${distance.toFixed(2)}`) })}`;
}
