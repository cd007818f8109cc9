import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    animation: arrive 0.3s ease-out;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 24rem);
    gap: 1.5rem 4rem;
    padding: 1.6rem 2.25rem 1.75rem;
    border-radius: 28px;
    background: var(--coral-wash);
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .eyebrow {
    color: var(--ink);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  h2 {
    margin: 0.25rem 0 0.6rem;
    font: 750 2.5rem/1.1 var(--display);
    letter-spacing: -0.03em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  h2.long {
    font-size: 1.375rem;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: wrap;
  }

  h2:focus-visible {
    outline: none;
  }

  .by {
    gap: 0.25rem 1.25rem;
    margin: 0;
    font-size: 1.125rem;
    font-weight: 600;
  }

  .by li,
  .genres li {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-width: 0;
  }

  .by bdi,
  .genres bdi {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-top: 0.75rem;
  }

  .album {
    color: var(--ink-soft);
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    margin: 1rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.9375rem;
  }

  .facts {
    gap: 0.15rem 0;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .facts li:not(:last-child)::after {
    content: '·';
    margin: 0 0.5rem;
  }

  .genres {
    gap: 0.4rem;
    margin-top: 0.75rem;
  }

  .genres li {
    padding: 0.15rem 0.2rem 0.15rem 0.8rem;
    border: 1.5px solid var(--coral);
    border-radius: 999px;
    font-size: 0.875rem;
    font-weight: 600;
  }

  feature-bars {
    align-self: center;
    --bar: var(--coral);
  }

  @media (max-width: 820px) {
    article {
      grid-template-columns: minmax(0, 1fr);
      padding: 1.5rem 1.25rem 1.75rem;
      border-radius: 22px;
    }

    h2 {
      font-size: 1.875rem;
    }
  }
`;
