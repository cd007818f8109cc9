// Waiting until somebody rests.

/** Something done once nobody has asked for it again for a while. */
export class Rest {
  #timer = null;
  #millis;

  /** @param {number} millis */
  constructor(millis) {
    this.#millis = millis;
  }

  /** @param {() => void} action done instead of what waits */
  soon(action) {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      action();
    }, this.#millis);
  }

  get isWaiting() {
    return this.#timer !== null;
  }

  /** Nothing waits any more. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** After so long a slider rests. */
export const SLIDER_MILLIS = 120;
