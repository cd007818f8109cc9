import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
  }

  form {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    height: 68px;
    padding: 0 1rem 0 1.35rem;
    border: 2px solid var(--ink);
    border-radius: 18px;
    background: var(--card);
  }

  form:focus-within {
    border-color: var(--blue);
    box-shadow: 0 0 0 3px var(--blue);
  }

  svg {
    flex: none;
    width: 24px;
    height: 24px;
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.4;
    stroke-linecap: round;
  }

  input {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0;
    border: 0;
    outline: 0;
    background: transparent;
    font: 500 1.375rem var(--display);
    letter-spacing: -0.01em;
    appearance: none;
  }

  :host([plain]) form {
    height: 48px;
    border-width: 1.5px;
    border-color: var(--field-line);
    border-radius: 14px;
  }

  :host([plain]) form:focus-within {
    border-color: var(--blue);
  }

  :host([plain]) input {
    font-size: 1.0625rem;
  }

  :host([plain]) label {
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  kbd,
  button {
    flex: none;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 1.5px solid var(--line);
    border-radius: 8px;
    background: transparent;
    color: var(--ink-soft);
    font: 600 0.9375rem var(--text);
  }

  button:hover {
    border-color: var(--ink);
    color: var(--ink);
  }

  @media (max-width: 640px) {
    form {
      height: 58px;
      padding: 0 0.75rem 0 1rem;
      border-radius: 15px;
    }

    input {
      font-size: 1.125rem;
    }

    kbd {
      display: none;
    }
  }

  .list {
    position: absolute;
    z-index: 3;
    top: calc(100% + 6px);
    left: 0;
    right: 0;
    margin: 0;
    padding: 0.5rem;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--card);
    box-shadow: 0 12px 36px rgb(10 12 40 / 0.18);
    list-style: none;
  }

  .list[hidden] {
    display: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    padding: 0.55rem 0.9rem;
    border-radius: 11px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  li:hover {
    background: var(--hover);
  }

  li[aria-selected='true'] {
    background: var(--blue-wash);
  }

  li .by {
    color: var(--ink-soft);
  }

  li .kind {
    margin-left: auto;
    color: var(--ink-soft);
    font-size: 0.875rem;
  }
`;
