import { css } from 'lit';

/** How ranges look. `--rail` is what they run on, `--thumb` the ink of what runs. */
export const slider = css`
  input[type='range'] {
    min-width: 0;
    height: 28px;
    margin: 0;
    background: transparent;
    appearance: none;
  }

  input[type='range']::-webkit-slider-runnable-track {
    height: 6px;
    border-radius: 3px;
    background: var(--rail, var(--field-line));
  }

  input[type='range']::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background: var(--rail, var(--field-line));
  }

  input[type='range']::-webkit-slider-thumb {
    width: 22px;
    height: 22px;
    margin-top: -8px;
    border: 3px solid var(--card);
    border-radius: 50%;
    background: var(--thumb, var(--blue));
    box-shadow: 0 0 0 1.5px var(--thumb, var(--blue));
    appearance: none;
  }

  input[type='range']::-moz-range-thumb {
    width: 16px;
    height: 16px;
    border: 3px solid var(--card);
    border-radius: 50%;
    background: var(--thumb, var(--blue));
    box-shadow: 0 0 0 1.5px var(--thumb, var(--blue));
  }
`;
