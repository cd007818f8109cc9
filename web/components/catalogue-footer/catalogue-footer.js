import { LitElement, css, html, nothing } from 'lit';
import { counted, date, number } from '../../format.js';
import { shared } from '../../styles/shared.js';

/** What the index holds, and the way to the API's documentation. */
class CatalogueFooter extends LitElement {
  static properties = {
    /** @type {?import('../../api.js').Stats} */ stats: { attribute: false },
  };

  static styles = [
    shared,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 2rem;
        justify-content: space-between;
        padding: 1.75rem 0 2.5rem;
        border-top: 1px solid var(--line);
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      p {
        margin: 0;
        overflow-wrap: anywhere;
      }

      a {
        color: inherit;
        text-underline-offset: 3px;
      }

      a:hover {
        color: var(--ink);
      }
    `,
  ];

  render() {
    return html`<footer>
      <p>${this.stats ? this.#holdings(this.stats) : nothing}</p>
      <p><a href="/docs">API documentation</a></p>
    </footer>`;
  }

  #holdings({ tracks, generation, built_at, sources, version }) {
    const built = built_at ? `, built ${date(built_at)}` : '';
    const rest = sources.length - 1;
    const from = sources.length
      ? html` from <bdi>${file(sources[0].name)}</bdi>${rest ? ` and ${counted(rest, 'file', 'files')} more` : ''}`
      : nothing;
    return html`${counted(tracks, 'track', 'tracks')}${from} · generation
    ${number(generation)}${built} · Segue ${version}`;
  }
}

/** The file's own name: where it lay on the server, or who could fetch it, is nobody's business. */
const file = (source) => source.replace(/[?#].*/, '').split(/[/\\]/).at(-1) || source;

customElements.define('catalogue-footer', CatalogueFooter);
