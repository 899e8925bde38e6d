// What lies ahead of an interview, worked out once for where it stands: several parts of a view ask for it.

import { newCase } from "../cases/case.js";
import { Interview } from "../interview/interview.js";
import { UNKNOWN } from "../knowledge/facts.js";

/** @typedef {import("../interview/interview.js").Ending} Ending */
/** @typedef {{ending: Ending | null, left: number}} Ahead why it may end here, and about how many questions are left */

/** @type {WeakMap<object, Ahead>} by the state of the interview, which is another after each answer */
const found = new WeakMap();

/**
 * @param {Interview} interview
 * @returns {Ahead}
 */
export function aheadOf(interview) {
  const there = found.get(interview.state);
  if (there !== undefined) return there;
  const ahead = { ending: interview.ending, left: interview.left };
  found.set(interview.state, ahead);
  return ahead;
}

const WARM = 2; // questions after which what the next ones need is there

/**
 * Work out ahead, while she reads the first view, what the first questions need: else the first one would wait for it.
 * @param {import("./sitting.js").Sitting} sitting
 */
export function prepare({ knowledge, scope }) {
  const trial = new Interview(knowledge, newCase(), scope);
  const step = (/** @type {number} */ left) => {
    aheadOf(trial);
    const question = trial.nextQuestion();
    if (question === null || left === 0) return;
    trial.hangsOn(question.id);
    trial.answer(question.id, UNKNOWN);
    whenIdle(() => step(left - 1));
  };
  whenIdle(() => step(WARM));
}

/**
 * Do something when the browser has nothing else to do.
 * @param {() => void} act
 */
function whenIdle(act) {
  if ("requestIdleCallback" in window) window.requestIdleCallback(act);
  else setTimeout(act); // Safari
}
