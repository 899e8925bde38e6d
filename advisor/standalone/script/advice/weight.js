// What weighs how much to a plan. As the functions of advisor/advice/plan.py that look at what is advised.

import { compared } from "../order_by.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./leading.js").Advised} Advised */
/** @typedef {import("./model.js").Recommendation} Recommendation */

/**
 * Return what is less for what more and stronger reasons speak for.
 * @param {Recommendation} item
 * @returns {number[]}
 */
export function weight(item) {
  return [-item.strong, -item.moderate, -item.slight];
}

/**
 * Return whether more than slight reasons speak for something.
 * @param {Recommendation} item
 * @returns {boolean}
 */
export function hasWeight(item) {
  return item.strong > 0 || item.moderate > 0;
}

/**
 * Return whether something may stand at the end: two moderate reasons, or the best of its kind.
 * @param {Recommendation} item
 * @returns {boolean}
 */
export function weighsEnoughForLater(item) {
  return item.strong > 0 || item.moderate > 1 || (item.moderate > 0 && item.rank === 1);
}

/**
 * Return whether something waits for nothing.
 * @param {Recommendation} item
 * @returns {boolean}
 */
export function isFree(item) {
  return (item.after ?? []).length === 0;
}

/**
 * Return what is advised that is of this sort to the plan, in the order of the kinds.
 * @param {string} sort
 * @param {Advised} advised
 * @param {Knowledge} knowledge
 * @returns {Recommendation[]}
 */
export function thoseOfSort(sort, advised, knowledge) {
  const all = Array.from(advised.values()).flat();
  return all.filter((item) => knowledge.sorts.get(item.id)?.includes(sort));
}

/**
 * Return several lists as one: always the heaviest of their heads, so that each stays in its order. As `heapq.merge`.
 * @param {Recommendation[][]} lists
 * @returns {Recommendation[]}
 */
export function merged(lists) {
  const places = lists.map(() => 0);
  /** @type {Recommendation[]} */
  const found = [];
  for (;;) {
    let next = -1;
    for (let list = 0; list < lists.length; list += 1) {
      const head = lists[list][places[list]];
      if (head === undefined) continue;
      if (next === -1 || compared(weight(head), weight(lists[next][places[next]])) < 0) next = list;
    }
    if (next === -1) return found;
    found.push(lists[next][places[next]]);
    places[next] += 1;
  }
}
