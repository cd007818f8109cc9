import { html, nothing } from 'lit';
import '../seed-card/seed-card.js';
import '../space-choice/space-choice.js';
import { answered, backLink, link, nothingFound, results } from './parts.js';

/** @param {import('./parts.js').App} app */
export function similarView(app) {
  const { answer: near, problem, place } = app;
  return html`${backLink(app)}
  ${
    near
      ? html`<seed-card
            .track=${near.track}
            .seeds=${place.seeds}
            .taken=${app.listening.takenOf(near.track.id)}
          >
            ${link(
              app,
              { view: 'path', from: near.track.id, track: '' },
              'Walk to another song',
              'button',
            )}
          </seed-card>
          <div class="aim">
            ${spaceChoice(app, 'space')}
            <p class="legend" aria-hidden="true">
              <i class="bar"></i>each song <i class="tick"></i>the song above
            </p>
          </div>`
      : nothing
  }
  ${
    problem || near
      ? answered(app, () => results(app, { seed: near.track.audio }), () => nothingFound(app, 'No similar song'))
      : html`<div class="skeleton seed" aria-hidden="true"><i></i></div>`
  }`;
}

/** In which space songs are compared.
 *  @param {import('./parts.js').App} app @param {'space'|'path_space'} field of the place */
export function spaceChoice(app, field) {
  const spaces = app.stats?.spaces ?? [];
  const standard = spaces.find((space) => space.default)?.name ?? '';
  return html`<space-choice
    .spaces=${spaces}
    .chosen=${app.place[field] || standard}
    @space-chosen=${({ detail }) => app.go({ [field]: detail.space })}
  ></space-choice>`;
}
