// What the weighing of signs leaves to be known beside the gates. As advisor/inference/weighing.py.

import { kindOfLeaf, leaves } from "../knowledge/conditions.js";

/** @typedef {import("../knowledge/rules.js").Rule} Rule */

export const LIKELY_LEAD = 2; // two independent signs make a pattern, one is a question to ask

/**
 * Return whether a sign is the leader's own placing and nothing else.
 * @param {Rule} rule
 * @returns {boolean}
 */
export function restsOnPlacing(rule) {
  return leaves(rule.when).every((leaf) => kindOfLeaf(leaf) === "placed");
}

/**
 * Return those of the signs that hold which are looked at: faint ones only where there is no other.
 * @template S
 * @param {S[]} holding
 * @param {(sign: S) => string} weightOf
 * @returns {S[]}
 */
export function lookedAt(holding, weightOf) {
  const clear = holding.filter((sign) => weightOf(sign) !== "faint");
  return clear.length > 0 ? clear : holding;
}
