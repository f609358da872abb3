// @ts-check

/**
 * Lets at most so many run at once; the others wait in order, for a bounded time. Reads and writes have a lane each, so
 * a row of heavy reports never stands in front of ingestion.
 */
export class Lane {
  /** @type {{ start: () => void }[]} */
  #waiting = [];
  #running = 0;
  #limit;
  #maxWaiting;

  /** @param {{ limit: number, maxWaiting: number }} options */
  constructor({ limit, maxWaiting }) {
    this.#limit = limit;
    this.#maxWaiting = maxWaiting;
  }

  get running() {
    return this.#running;
  }

  /**
   * @param {AbortSignal} signal gives up the place in the queue
   * @param {number} timeoutMs
   * @returns {Promise<(() => void) | 'busy' | 'aborted'>} the function that frees the place
   */
  enter(signal, timeoutMs) {
    if (signal.aborted) return Promise.resolve('aborted');
    if (this.#running < this.#limit) {
      this.#running += 1;
      return Promise.resolve(this.#leave());
    }
    if (this.#waiting.length >= this.#maxWaiting) return Promise.resolve('busy');
    return new Promise((resolve) => {
      /** @param {'busy' | 'aborted'} reason */
      const giveUp = (reason) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        resolve(reason);
      };
      const onAbort = () => giveUp('aborted');
      const timer = setTimeout(() => giveUp('busy'), timeoutMs);
      const entry = {
        start: () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          this.#running += 1;
          resolve(this.#leave());
        },
      };
      signal.addEventListener('abort', onAbort);
      this.#waiting.push(entry);
    });
  }

  #leave() {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#running -= 1;
      this.#waiting.shift()?.start();
    };
  }
}
