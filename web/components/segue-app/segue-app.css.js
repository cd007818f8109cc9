import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
  }

  .width {
    width: 100%;
    max-width: 1160px;
    margin-inline: auto;
    padding-inline: 2rem;
  }

  /* Above what follows, for the list of genres hangs down into it. */
  .top {
    position: relative;
    z-index: 2;
    padding-bottom: 1.9rem;
  }

  .stage {
    position: absolute;
    z-index: -1;
    width: 100%;
    height: 100%;
  }

  .stage .out {
    fill: var(--coral-wash);
  }

  .stage .in {
    fill: var(--blue-wash);
  }

  .stage .both {
    fill: var(--both-wash);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding: 1.75rem 0 0;
  }

  h1 {
    margin: 0;
    line-height: 0;
  }

  h1 a {
    display: block;
  }

  .corner {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }

  .trouble {
    position: fixed;
    z-index: 3;
    right: 1rem;
    bottom: 1rem;
    left: 1rem;
    width: fit-content;
    max-width: 36rem;
    margin: 0 auto;
    padding: 0.75rem 1.25rem;
    border: 1.5px solid var(--coral);
    border-radius: 14px;
    background: var(--card);
    overflow-wrap: anywhere;
  }

  /* At the end of the list, and in sight before. */
  .noted {
    position: sticky;
    z-index: 1;
    bottom: 1rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    align-items: center;
    justify-content: space-between;
    width: fit-content;
    max-width: 100%;
    margin: 1.5rem auto 0;
    padding: 0.6rem 0.6rem 0.6rem 1.25rem;
    border: 1.5px solid var(--field-line);
    border-radius: 28px;
    background: var(--card);
  }

  .noted p {
    flex: 1;
    min-width: min(100%, 9rem);
    margin: 0;
    overflow-wrap: anywhere;
  }

  .corner [aria-current] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  .lead {
    flex-basis: 100%;
    margin: 2.1rem 0 1.1rem;
    font: 700 1.5rem/1.2 var(--display);
    letter-spacing: -0.02em;
  }

  filter-bar {
    display: block;
    margin-top: 1.5rem;
  }

  main {
    flex: 1;
    padding-top: 2.25rem;
    padding-bottom: 4rem;
  }

  @media (max-width: 640px) {
    .width {
      padding-inline: 1.25rem;
    }

    .top {
      padding-bottom: 1rem;
    }

    header {
      padding-top: 1.1rem;
    }

    .lead {
      margin: 1.5rem 0 0.9rem;
      font-size: 1.25rem;
    }

    main {
      padding-top: 1.75rem;
    }
  }
`;
