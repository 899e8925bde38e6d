// What an exercise comes to: a learner's choices, and what the rules say of them. As advisor/exercise/model.py.

/** @typedef {import("../advice/model.js").AlertAdvice} AlertAdvice */
/** @typedef {"agreed" | "not-yet" | "held-back" | "open"} Verdict */
/** @typedef {"first" | "next" | "later" | ""} Place */
/** @typedef {{id: string, reason: string}} Choice */
/**
 * @typedef {{id: string, verdict: Verdict, place: Place, short: string, reasons: string[], cautions: string[],
 *   after: string[], led_by: string, way_of: string[]}} Standing
 */
/** @typedef {{choice: Choice, standing: Standing}} Compared */
/** @typedef {{earlier: string, later: string, because: string}} Turned */
/** @typedef {{question: string, begins: string[], nearer: string[], gone: string[]}} OneMore */
/**
 * @typedef {{alerts: AlertAdvice[], chosen: Compared[], plan: string[], missed: Standing[], beside: number,
 *   nothing_first: string, turned: Turned[], with_asked: string[], is_enough: boolean, one_more: OneMore | null}} Comparison
 */

/**
 * Return what the rules say of one thing.
 * @param {string} id
 * @param {Verdict} verdict
 * @param {Partial<Standing>} [more]
 * @returns {Standing}
 */
export function standingAs(id, verdict, more = {}) {
  const none = { place: /** @type {Place} */ (""), short: "", reasons: [], cautions: [], after: [], led_by: "", way_of: [] };
  return { id, verdict, ...none, ...more };
}
