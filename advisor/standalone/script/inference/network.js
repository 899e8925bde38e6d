// Conditions without negation, as counts of facts that are known. As `positive` in advisor/inference/network.py.

import { groupOf, members, reads } from "../knowledge/conditions.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */
/** @typedef {import("../knowledge/conditions.js").Scales} Scales */
/** @typedef {{facts: Fact[], outside: Fact | null}} Seek holds when one of `facts` is known */
/**
 * Holds when `need` members hold; with a `share` the need follows from how many members apply.
 * @typedef {{need: number, members: Test[], share: string | null, negated: boolean}} Count
 */
/** @typedef {Seek | Count} Test */

export const ABSENCE = "no-sign-of:";

/**
 * Return whether a test looks for facts itself.
 * @param {Test} test
 * @returns {test is Seek}
 */
export function isSeek(test) {
  return "facts" in test;
}

/**
 * Return how many must hold of those that apply, for half or most of them.
 *
 * Nothing is half of nothing: with no member left the share is not reached, and its opposite is.
 * @param {string} share
 * @param {number} applicable
 * @param {boolean} negated
 * @returns {number}
 */
export function shareNeed(share, applicable, negated) {
  const half = Math.floor((applicable + 1) / 2) + (applicable === 0 ? 1 : 0);
  const need = share === "half" ? half : Math.floor(applicable / 2) + 1;
  return negated ? applicable - need + 1 : need;
}

/**
 * Return the condition, or its opposite, without negation.
 * @param {Condition} condition
 * @param {Scales} knowledge
 * @param {boolean} [negated]
 * @returns {Test}
 */
export function positive(condition, knowledge, negated = false) {
  const group = groupOf(condition);
  if (group === null) {
    const { yes, no, not_applicable } = reads(condition, knowledge);
    return { facts: negated ? no : yes, outside: not_applicable };
  }
  const inside = negated !== (group === "none");
  const tests = members(condition).map((member) => positive(member, knowledge, inside));
  if (group === "all" || group === "none") return counted(negated ? 1 : tests.length, tests);
  if (group === "any") return counted(negated ? tests.length : 1, tests);
  const least = condition.at_least;
  if (typeof least === "number") {
    return counted(negated ? Math.max(0, tests.length - least + 1) : least, tests);
  }
  return { need: shareNeed(least, tests.length, negated), members: tests, share: least, negated };
}

/**
 * Return the test that so many members hold.
 * @param {number} need
 * @param {Test[]} tests
 * @returns {Count}
 */
export function counted(need, tests) {
  return { need, members: tests, share: null, negated: false };
}
