// How far what the rules say with some facts is from what they say with all. As advisor/exercise/nearness.py.

import { recommendations } from "../advice/model.js";

/** @typedef {import("../advice/model.js").Advice} Advice */
/** @typedef {[number, number]} Distance */

/** @type {Record<string, [number, number]>} what the first step weighs, and how much less each one behind it */
const WEIGHTS = { first: [16, 4], next: [6, 1], later: [3, 1] };
const LEVELS = { first: 3, next: 2, later: 1 };
const TOO_SOON_OR_LATE = 2; // for each level between two places of a step that both plans have
const BESIDE = 1;
const HELD_BACK = -1;

/**
 * Return how far advice is from the full one: steps that lead astray, then what each thing weighs.
 * @param {Advice} advice
 * @param {Advice} full
 * @returns {Distance}
 */
export function distance(advice, full) {
  const [here, there] = [advice, full].map(weightsOf);
  const [mine, theirs] = [advice, full].map(levelsOf);
  const astray = Array.from(mine.keys()).filter((id) => there.get(id) === HELD_BACK).length;
  let far = 0;
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [one, other] = [mine.get(id), theirs.get(id)];
    if (one !== undefined && other !== undefined) far += TOO_SOON_OR_LATE * Math.abs(one - other);
    else far += Math.abs((here.get(id) ?? 0) - (there.get(id) ?? 0));
  }
  return [astray, far];
}

/**
 * Return what is advised, more for what comes sooner, and what is held back as less than nothing.
 * @param {Advice} advice
 * @returns {Map<string, number>}
 */
function weightsOf(advice) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const { concludes } of advice.firings) if (concludes.kind === "withhold") weights.set(concludes.id, HELD_BACK);
  for (const item of recommendations(advice)) weights.set(item.id, BESIDE);
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const step of advice.plan) {
    const place = (places.get(step.when) ?? -1) + 1;
    places.set(step.when, place);
    const [most, less] = WEIGHTS[step.when];
    weights.set(step.id, Math.max(most - less * place, BESIDE));
  }
  return weights;
}

/**
 * @param {Advice} advice
 * @returns {Map<string, number>}
 */
function levelsOf(advice) {
  return new Map(advice.plan.map((step) => [step.id, LEVELS[step.when]]));
}
