// Waiting until somebody rests.

/** Something done once nobody has asked for it again for a while. */
export class Rest {
  #timer = 0;
  #millis;

  /** @param {number} millis */
  constructor(millis) {
    this.#millis = millis;
  }

  /** @param {() => void} action done instead of what waits */
  then(action) {
    this.stop();
    this.#timer = setTimeout(action, this.#millis);
  }

  /** Nothing waits any more. */
  stop() {
    clearTimeout(this.#timer);
  }
}

/** After so long a slider rests. */
export const SLIDER_MILLIS = 120;
