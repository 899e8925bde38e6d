// A timer for the room: it starts and stops, makes no sound, and never moves anything on.

const SECOND = 1000;

/** Counts down from some minutes; `listener` is told whenever what it shows is other. */
export class Timer {
  constructor() {
    this.seconds = 0;
    this.minutes = 0; // what it was set to
    /** @type {number | null} */
    this.running = null;
    this.end = 0;
    this.listener = () => {};
  }

  /** @param {number} minutes */
  set(minutes) {
    this.stop();
    this.minutes = minutes;
    this.seconds = Math.round(minutes * 60);
    this.listener();
  }

  get isRunning() {
    return this.running !== null;
  }

  start() {
    if (this.isRunning || this.seconds === 0) return;
    this.end = Date.now() + this.seconds * SECOND;
    this.running = window.setInterval(() => this.look(), SECOND / 4);
    this.listener();
  }

  stop() {
    if (this.running !== null) window.clearInterval(this.running);
    this.running = null;
    this.listener();
  }

  /** Look at the clock: a browser may call late where the page is not in sight. */
  look() {
    const left = Math.max(0, Math.ceil((this.end - Date.now()) / SECOND));
    if (left === this.seconds) return;
    this.seconds = left;
    if (left === 0) this.stop();
    else this.listener();
  }

  /**
   * Return what is left, as 4:05.
   * @returns {string}
   */
  shown() {
    return `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, "0")}`;
  }
}
