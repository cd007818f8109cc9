import { css } from 'lit';

export const styles = css`
  .picker {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .field {
    position: relative;
    width: 190px;
  }

  input {
    width: 100%;
    height: 44px;
    padding: 0 2.25rem 0 1.1rem;
    border: 1.5px solid var(--field-line);
    border-radius: 999px;
    background: var(--card);
    font-size: 0.9375rem;
  }

  input:focus-visible {
    border-radius: 999px;
    outline-offset: 0;
  }

  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }

  svg {
    position: absolute;
    top: 18px;
    right: 16px;
    width: 12px;
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 2;
    stroke-linecap: round;
    pointer-events: none;
  }

  .list {
    position: absolute;
    z-index: 2;
    top: 50px;
    left: 0;
    width: 260px;
    max-width: calc(100vw - 2.5rem);
    padding: 0.4rem;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
    box-shadow: 0 12px 36px rgb(10 12 40 / 0.18);
  }

  .list[hidden] {
    display: none;
  }

  ul {
    max-height: 320px;
    overflow-y: auto;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    gap: 1rem;
    justify-content: space-between;
    padding: 0.5rem 0.75rem;
    border-radius: 10px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  li:hover {
    background: var(--hover);
  }

  li[aria-selected='true'] {
    background: var(--blue-wash);
  }

  .count {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  p {
    margin: 0;
    padding: 0.5rem 0.75rem;
    color: var(--ink-soft);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .chip {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-width: 0;
    max-width: 100%;
    height: 44px;
    padding: 0 1rem;
    border: 1.5px solid var(--blue);
    border-radius: 999px;
    background: var(--blue-wash);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip:hover {
    border-color: var(--ink);
  }
`;
