// What lies ahead of an interview, worked out once for where it stands: several parts of a view ask for it.

/** @typedef {import("../interview/interview.js").Interview} Interview */
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
