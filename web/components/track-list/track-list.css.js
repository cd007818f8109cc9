import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin: 0 -1.25rem;
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  p {
    margin: 0;
  }

  .row {
    position: relative;
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr) 10.5rem 5.5rem 144px;
    grid-template-areas: 'rank song genres popularity print';
    gap: 0 1.75rem;
    align-items: center;
    padding: 0.85rem 1.25rem;
    border-radius: 16px;
  }

  .matches .row {
    grid-template-columns: 1.75rem minmax(0, 1fr) 9.5rem 5.5rem 4.5rem 144px;
    grid-template-areas: 'rank song genres popularity match print';
  }

  li.row + li.row::before {
    content: '';
    position: absolute;
    top: 0;
    right: 1.25rem;
    left: 4.75rem;
    border-top: 1px solid var(--line);
  }

  li.row:hover {
    background: var(--hover);
  }

  li.row:has(:focus-visible) {
    outline: 3px solid var(--blue);
    outline-offset: -3px;
  }

  .names {
    align-items: end;
    padding-top: 0;
    padding-bottom: 0.25rem;
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 500;
  }

  .names > span {
    font-size: inherit;
    line-height: 1.4;
  }

  .rank {
    grid-area: rank;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .song {
    display: flex;
    gap: 1rem;
    grid-area: song;
    align-items: center;
    min-width: 0;
  }

  .what {
    flex: 1;
    min-width: 0;
  }

  /* Not of the link that the row is. */
  .acts {
    position: relative;
    z-index: 1;
    display: grid;
    flex: none;
    gap: 0.35rem;
    justify-items: center;
  }

  .note {
    margin-top: 0.2rem;
    overflow-wrap: anywhere;
    color: var(--ink-soft);
    font-size: 0.875rem;
  }

  .title {
    display: flex;
    gap: 0.6rem;
    align-items: baseline;
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
    letter-spacing: -0.01em;
  }

  .title a,
  .by,
  .album,
  .genres {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .by,
  .album {
    -webkit-line-clamp: 1;
  }

  a {
    color: inherit;
    text-decoration: none;
  }

  /* The whole row is the link, but for the other versions in it. */
  .title a::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .title a:focus-visible {
    outline: none;
  }

  .versions {
    position: relative;
    z-index: 1;
    width: fit-content;
    max-width: 100%;
    margin-top: 0.2rem;
    color: var(--ink-soft);
    font-size: 0.875rem;
  }

  .versions summary {
    width: fit-content;
    min-height: 24px;
    cursor: pointer;
  }

  .versions ul {
    margin: 0.25rem 0 0;
    padding-left: 1.1rem;
  }

  .versions a {
    text-decoration: underline;
  }

  .explicit {
    flex: none;
    align-self: center;
    width: 1.1rem;
    border: 1px solid var(--field-line);
    border-radius: 4px;
    color: var(--ink-soft);
    font-size: 0.6875rem;
    line-height: 1rem;
    text-align: center;
  }

  .by {
    font-size: 0.9375rem;
  }

  .album,
  .genres,
  .popularity,
  .match {
    color: var(--ink-soft);
    font-size: 0.875rem;
  }

  .genres {
    grid-area: genres;
  }

  .popularity,
  .match {
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }

  .popularity {
    grid-area: popularity;
  }

  .match {
    grid-area: match;
  }

  li .match {
    color: var(--ink);
    font-weight: 650;
  }

  .print {
    grid-area: print;
  }

  .meter {
    display: block;
    margin-top: 0.3rem;
  }

  .well {
    fill: var(--well);
  }

  .bar {
    fill: var(--field-line);
  }

  .strong .bar {
    fill: var(--blue);
    transition: width 0.25s ease-out;
  }

  .fit {
    display: block;
    border-radius: 4px;
  }

  .by-text,
  .by-seeds,
  .by-taste,
  .by-popularity {
    fill: var(--blue);
  }

  .by-target,
  .by-sound {
    fill: var(--coral);
  }

  @media (max-width: 940px) {
    .row,
    .matches .row {
      grid-template-columns: 1.75rem minmax(0, 1fr) 5rem 144px;
      grid-template-areas:
        'rank song popularity print'
        'rank genres popularity print';
      gap: 0 1.25rem;
    }

    .matches .row {
      grid-template-areas:
        'rank song match print'
        'rank genres popularity print';
    }

    .names .genres,
    .matches .names .popularity {
      visibility: hidden;
    }

    .matches li .popularity .meter {
      display: none;
    }
  }

  @media (max-width: 640px) {
    :host {
      margin: 0 -0.5rem;
    }

    .row,
    .matches .row {
      grid-template-columns: 144px minmax(0, 1fr) 56px;
      grid-template-areas:
        'song song song'
        'genres genres genres'
        'print popularity popularity';
      gap: 0 1.25rem;
      padding: 1rem 0.5rem;
      border-radius: 10px;
    }

    .matches .row {
      grid-template-areas:
        'song song song'
        'genres genres genres'
        'print popularity match';
    }

    .row.names {
      padding-top: 0;
      padding-bottom: 0;
    }

    .names .song,
    .names .genres {
      display: none;
    }

    .matches .names .popularity {
      visibility: visible;
    }

    li .genres {
      margin-top: 0.35rem;
    }

    li .print {
      margin-top: 0.75rem;
    }

    li .popularity,
    li .match {
      align-self: end;
    }

    .rank {
      display: none;
    }

    .song {
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .what {
      flex-basis: 100%;
    }

    .note {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }

    .acts {
      display: flex;
      gap: 0.35rem;
      align-items: center;
      margin-left: -0.25rem;
    }

    li.row + li.row::before {
      right: 0.5rem;
      left: 0.5rem;
    }
  }
`;
