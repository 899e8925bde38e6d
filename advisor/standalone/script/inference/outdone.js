// One answer counts once for one thing: a stronger reason that says a weaker one as well. As inference/outdone.py.

import { groupOf, members } from "../knowledge/conditions.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/conditions.js").Condition} Condition */

/**
 * Return whether one of the stronger rules asks for all that the weaker one asks; all by their ids.
 * @param {string} weaker
 * @param {string[]} stronger
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function outdone(weaker, stronger, knowledge) {
  const parts = knowledge.memo(partsOf);
  const asked = Array.from(parts(weaker));
  return stronger.some((other) => asked.every((part) => parts(other).has(part)));
}

/**
 * Return the conditions that must all hold for a rule, as they are written.
 * @param {Knowledge} knowledge
 * @param {string} rule
 * @returns {Set<string>}
 */
function partsOf(knowledge, rule) {
  return new Set(together(knowledge.entry(rule).when).map((part) => JSON.stringify(part)));
}

/**
 * Return the members of an `all`, those of one inside it among them.
 * @param {Condition} condition
 * @returns {Condition[]}
 */
function together(condition) {
  return groupOf(condition) === "all" ? members(condition).flatMap(together) : [condition];
}
