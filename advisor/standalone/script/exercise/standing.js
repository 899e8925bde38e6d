// What the rules say of one thing that can be chosen, with all facts known. As advisor/exercise/standing.py.

import { firingOf, recommendations } from "../advice/model.js";
import { standingAs } from "./model.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../advice/model.js").Recommendation} Recommendation */
/** @typedef {import("../advice/model.js").Step} Step */
/** @typedef {import("./model.js").Standing} Standing */

const MOST_REASONS = 2;

/**
 * Return what the rules say of something.
 * @param {string} id
 * @param {Advice} advice
 * @param {string[]} [earlier] what would be done before it
 * @returns {Standing}
 */
export function standing(id, advice, earlier = []) {
  const item = recommendations(advice).find((each) => each.id === id);
  const cautions = said("caution", id, advice);
  if (item === undefined) {
    const held = said("withhold", id, advice).slice(0, MOST_REASONS);
    return standingAs(id, held.length > 0 ? "held-back" : "open", { reasons: held, cautions });
  }
  const after = (item.after ?? []).filter((each) => !earlier.includes(each));
  const step = advice.plan.find((each) => each.id === id) ?? null;
  return standingAs(id, after.length > 0 ? "not-yet" : "agreed", {
    place: step === null ? "" : step.when,
    short: step === null ? item.short : step.short,
    reasons: after.length > 0 ? waits(item, after, advice) : reasons(item, step, advice),
    cautions,
    after,
    led_by: ledBy(item, step),
    way_of: advice.interventions.filter((each) => each.techniques.includes(id)).map((each) => each.id),
  });
}

/**
 * Return what the rules say against something, or to take care of with it; each text once.
 * @param {string} kind
 * @param {string} id
 * @param {Advice} advice
 * @returns {string[]}
 */
function said(kind, id, advice) {
  const about = Array.from(advice.firings).filter(({ concludes }) => concludes.kind === kind && concludes.id === id);
  return once(about.map((firing) => firing.because));
}

/**
 * Return the reason that the advice tells with it, and the next best, in the rules' words.
 * @param {Recommendation} item
 * @param {Step | null} step
 * @param {Advice} advice
 * @returns {string[]}
 */
function reasons(item, step, advice) {
  const ids = once([step === null ? item.reason : step.reason, ...item.firings]);
  return once(ids.map((id) => firingOf(advice, id).because)).slice(0, MOST_REASONS);
}

/**
 * @param {Recommendation} item
 * @param {string[]} after
 * @param {Advice} advice
 * @returns {string[]}
 */
function waits(item, after, advice) {
  const firings = item.cautions.map((id) => firingOf(advice, id));
  const waiting = firings.filter(({ concludes }) => concludes.kind === "wait" && after.includes(concludes.value));
  return once(waiting.map((firing) => firing.because));
}

/**
 * Return who leads where that is not plainly the leader.
 * @param {Recommendation} item
 * @param {Step | null} step
 * @returns {string}
 */
function ledBy(item, step) {
  if (step !== null) return step.led_by;
  return item.readiness === "needs-help" ? (item.led_by ?? "") : "";
}

/**
 * @param {string[]} texts
 * @returns {string[]} each once
 */
function once(texts) {
  return Array.from(new Set(texts));
}
