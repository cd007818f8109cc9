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

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
