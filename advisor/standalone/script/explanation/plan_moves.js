// What moves between two plans, and why. As advisor/explanation/plan_moves.py.

import { firingOf, recommendations } from "../advice/model.js";
import { titleOf } from "../knowledge/phrases.js";
import { say } from "../language.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/**
 * Where something stood before and stands after; null where it was or is not there. Of the plan `because` is why.
 * @typedef {{id: string, before: string | null, after: string | null, because: string}} Moved
 */

/**
 * Return what is not where it was, in the order of where it is.
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 * @returns {Moved[]}
 */
export function moved(before, after) {
  const ids = Array.from(new Set([...after.keys(), ...before.keys()]));
  return ids
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null, because: "" }))
    .filter((each) => each.before !== each.after);
}

/**
 * Return what moves in the plan, each with its reason.
 * @param {Advice} before
 * @param {Advice} after
 * @param {Knowledge} knowledge
 * @returns {Moved[]}
 */
export function movedInPlan(before, after, knowledge) {
  return moved(places(before), places(after)).map((each) => ({
    ...each,
    because: each.after === null ? whyGone(each.id, before, after) : whyThere(each, after, knowledge),
  }));
}

/**
 * @param {Advice} advice
 * @returns {Map<string, string>}
 */
function places(advice) {
  return new Map(advice.plan.map((step) => [step.id, step.when]));
}

/**
 * Return what the plan tells of something; of what it puts off, first what that waits for.
 * @param {Moved} each
 * @param {Advice} after
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function whyThere(each, after, knowledge) {
  const waits = recommendations(after).find((item) => item.id === each.id)?.after ?? [];
  if (each.before !== null && waits.length > 0) {
    return say("explanation.waits_for", { titles: waits.map((id) => titleOf(id, knowledge)).join("; ") });
  }
  const told = after.plan.filter((step) => step.id === each.id).map((step) => firingOf(after, step.reason).because);
  return told[told.length - 1];
}

/**
 * Return why something left the plan: it is held back, has lost its reason, or others come first.
 * @param {string} id
 * @param {Advice} before
 * @param {Advice} after
 * @returns {string}
 */
function whyGone(id, before, after) {
  const held = after.firings.filter(({ concludes }) => concludes.kind === "withhold" && concludes.id === id);
  const isNew = held.find((firing) => !before.firings.byId.has(firing.id));
  const holding = isNew ?? held[0];
  if (holding !== undefined) return holding.because;
  const gone = lostReasons(id, before, after);
  if (gone.length > 0) return say("explanation.falls_away", { title: gone[0] });
  return say("explanation.others_first");
}

/**
 * Return the titles of reasons for something that are gone, the one first that the plan told.
 * @param {string} id
 * @param {Advice} before
 * @param {Advice} after
 * @returns {string[]}
 */
function lostReasons(id, before, after) {
  const step = before.plan.find((each) => each.id === id);
  const item = recommendations(before).find((each) => each.id === id);
  const reasons = Array.from(new Set([String(step?.reason), ...(item?.firings ?? [])]));
  return reasons
    .filter((each) => !after.firings.byId.has(each))
    .map((each) => firingOf(before, each).title);
}
