// How far what the rules say with some facts is from what they say with all. As advisor/exercise/nearness.py.

import { recommendations } from "../advice/model.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {[number, number]} Distance */

const WEIGHTS = { first: 12, next: 6, later: 3 }; // of the first step of each; a later one weighs one less
const BESIDE = 1;
const HELD_BACK = -1;

/**
 * Return everything advised, more for what comes sooner, and what is held back as less than nothing.
 * @param {Advice} advice
 * @returns {Map<string, number>}
 */
export function picture(advice) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const { concludes } of advice.firings) if (concludes.kind === "withhold") weights.set(concludes.id, HELD_BACK);
  for (const item of recommendations(advice)) weights.set(item.id, BESIDE);
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const step of advice.plan) {
    const place = (places.get(step.when) ?? -1) + 1;
    places.set(step.when, place);
    weights.set(step.id, Math.max(WEIGHTS[step.when] - place, BESIDE));
  }
  return weights;
}

/**
 * Return how far advice is from the full one: steps that lead astray, then all that weighs otherwise.
 * @param {Advice} advice
 * @param {Advice} full
 * @returns {Distance}
 */
export function distance(advice, full) {
  const here = picture(advice);
  const there = picture(full);
  const astray = advice.plan.filter((step) => there.get(step.id) === HELD_BACK).length;
  const each = Array.from(new Set([...here.keys(), ...there.keys()]));
  const apart = each.map((id) => Math.abs((here.get(id) ?? 0) - (there.get(id) ?? 0)));
  return [astray, apart.reduce((sum, far) => sum + far, 0)];
}
