import { css } from 'lit';

/** What every component needs: sane boxes, the focus ring, hidden text, stillness when asked for. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none;
  }

  :focus-visible {
    outline: 3px solid var(--blue);
    outline-offset: 3px;
    border-radius: 4px;
  }

  button,
  input {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  mark {
    border-radius: 3px;
    background: var(--blue-wash);
    color: inherit;
  }

  .button {
    padding: 0.6rem 1.2rem;
    border: 1.5px solid var(--field-line);
    border-radius: 999px;
    background: transparent;
    font-weight: 600;
  }

  .button:hover {
    border-color: var(--ink);
    background: var(--hover);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .chips button {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-height: 36px;
    padding: 0 0.9rem;
    border: 1.5px solid var(--blue);
    border-radius: 999px;
    background: var(--blue-wash);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .chips button:hover {
    border-color: var(--ink);
  }

  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: center;
  }

  .choice label {
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }

  select,
  input[type='text'] {
    min-width: 0;
    min-height: 40px;
    padding: 0 0.75rem;
    border: 1.5px solid var(--field-line);
    border-radius: 12px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
  }

  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }

  /* As large as a fingertip. */
  @media (pointer: coarse) {
    button,
    select,
    summary,
    input[type='text'] {
      min-width: 44px !important;
      min-height: 44px !important;
    }

    summary {
      padding-block: 0.6rem;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
