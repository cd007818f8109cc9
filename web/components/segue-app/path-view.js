import { html } from 'lit';
import '../step-line/step-line.js';
import { choice, withLinked } from '../../choice.js';
import { labelOf } from '../../format.js';
import { answered, backLink, nothingFound, results } from './parts.js';
import { spaceChoice } from './similar-view.js';

const STEPS = [3, 5, 8, 10, 15, 20, 30, 50];
/** What the server does when it is asked for nothing else. */
const USUAL = 10;

/** @param {import('./parts.js').App} app */
export function pathView(app) {
  const { place } = app;
  const missing = ['from', 'to'].find((name) => !place[name].trim());
  return html`${backLink(app)}
  <div class="ends">
    <h2 tabindex="-1">From one song to another</h2>
    ${end(app, 'from', 'From', 'The song to begin with')}
    ${end(app, 'to', 'To', 'The song to arrive at')}
    ${choice('steps', 'Length', lengths(place.steps), place.steps ?? USUAL, (steps) => app.go({ steps }))}
    ${spaceChoice(app, 'path_space')}
  </div>
  ${
    missing
      ? html`<p class="missing">
          ${missing === 'from' ? 'Where shall it begin?' : 'Where shall it lead?'} Name a song, by its
          title, its artist, or both.
        </p>`
      : answered(app, () => walk(app), () => nothingFound(app, 'No path'))
  }`;
}

const lengths = (linked) => withLinked(STEPS, linked).map((value) => ({ value, text: `${value} songs` }));

function end(app, name, label, placeholder) {
  const said = saidOf(app, name);
  const goTo = (to) => to !== said && app.go({ [name]: to });
  return html`<search-field
    plain
    label=${label}
    placeholder=${placeholder}
    .q=${said}
    @search-text=${({ detail }) => detail.isMeant && goTo(detail.q)}
    @suggestion-chosen=${({ detail: { suggestion } }) => goTo(suggestion.track_id)}
  ></search-field>`;
}

/** What an end is called: as it was found, or else as it is asked for. */
function saidOf({ place, answer, names }, name) {
  const asked = place[name];
  const isFound = answer?.[name].query === asked;
  const song = isFound && answer.tracks.at(name === 'from' ? 0 : -1).track;
  return song ? labelOf(song) : (names.of({ kind: 'track', value: asked }) ?? asked);
}

function walk(app) {
  const { answer } = app;
  return html`<step-line .tracks=${answer.tracks}></step-line>
    ${results(app, { noteOf: ({ distance }) => (distance === undefined ? '' : `a step of ${distance.toFixed(2)}`) })}`;
}
