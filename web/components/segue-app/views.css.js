import { css } from 'lit';

/** What the views of the page are made of. */
export const viewStyles = css`
  /* Above the list's first line, which it reaches into. */
  .head {
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    align-items: baseline;
    margin-bottom: -2.25rem;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
  }

  .head h2,
  .ends h2 {
    max-width: 36rem;
    margin: 0;
    font: 750 1.75rem/1.2 var(--display);
    letter-spacing: -0.025em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .ends h2 {
    flex-basis: 100%;
    max-width: none;
  }

  h2:focus-visible {
    outline: none;
  }

  .head p,
  .legend {
    margin: 0;
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }

  .head p {
    flex-basis: 100%;
  }

  .head facet-bar,
  .chips {
    flex-basis: 100%;
  }

  a.button {
    color: inherit;
    text-decoration: none;
  }

  .other a {
    color: var(--blue);
    font-weight: 600;
  }

  .wholes,
  .shape,
  .saving {
    display: flex;
    flex-basis: 100%;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    align-items: center;
    min-width: 0;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .wholes li {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .head energy-curve,
  .head .means {
    flex-basis: 100%;
  }

  .means summary {
    width: fit-content;
    min-height: 32px;
    font-weight: 600;
    cursor: pointer;
  }

  .means feature-bars {
    max-width: 32rem;
    margin: 0.5rem 0;
  }

  .occasion {
    display: grid;
    flex: 0 1 46rem;
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
    gap: 0.75rem 1.25rem;
    align-items: start;
  }

  .occasion .choice {
    flex-direction: column;
    gap: 0;
    align-items: stretch;
  }

  .occasion label {
    line-height: 28px;
  }

  /* Beside the names of the list's last column. */
  .head .why {
    max-width: 46rem;
    margin-top: 0.75rem;
  }

  forget-me {
    display: block;
    margin-top: 3rem;
    text-align: center;
  }

  .missing {
    margin: 1.5rem 0;
    color: var(--ink-soft);
  }

  .saving .choice,
  .saving input {
    max-width: 100%;
  }

  .ends search-field {
    flex: 1 1 18rem;
    min-width: 0;
  }

  .nearest {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: center;
    margin: 1rem 0 0;
  }

  .results {
    transition: opacity 0.2s;
  }

  /* A reply usually beats the delay: then nothing has flickered. */
  .results[aria-busy='true'] {
    opacity: 0.55;
    transition-delay: 0.2s;
  }

  .more {
    display: flex;
    justify-content: center;
    padding-top: 2rem;
  }

  .back {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    max-width: 100%;
    min-height: 44px;
    margin: -0.75rem 0 0.5rem;
    color: var(--ink);
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .back:hover {
    text-decoration: underline;
    text-underline-offset: 4px;
  }

  /* Above the list's first line, which it reaches into. */
  .aim {
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    align-items: center;
    margin: 1.5rem 0 -2.25rem;
  }

  .legend i {
    display: inline-block;
    margin: 0 0.4rem 0 1rem;
    vertical-align: middle;
  }

  .legend i:first-child {
    margin-left: 0;
  }

  .legend .bar {
    width: 8px;
    height: 16px;
    border-radius: 2px;
    background: var(--blue);
  }

  .legend .coral {
    background: var(--coral);
  }

  .legend .dot {
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--blue);
  }

  .legend .tick {
    width: 14px;
    height: 3px;
    background: var(--coral);
  }

  .skeleton {
    padding-top: 5rem;
    animation: appear 0.2s 0.15s both;
  }

  .skeleton i {
    display: block;
    width: min(22rem, 60%);
    height: 44px;
    margin-bottom: 42px;
    border-radius: 10px;
    background: var(--well);
  }

  .skeleton i:nth-child(even) {
    width: min(16rem, 45%);
  }

  .skeleton.seed i {
    width: 100%;
    height: 250px;
    border-radius: 28px;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (max-width: 940px) {
    .head,
    .aim {
      margin-bottom: -1rem;
    }
  }

  @media (max-width: 640px) {
    .head,
    .aim {
      margin-bottom: 1rem;
    }

    .head h2,
    .ends h2 {
      font-size: 1.5rem;
    }
  }
`;
