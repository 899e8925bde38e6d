// Whether a test holds by what is known, and through which facts. As truth.py, and `support` of the evaluator.

import { isSeek, shareNeed } from "./network.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./network.js").Test} Test */
/** @typedef {{has(fact: Fact): boolean}} Known */

/**
 * Return whether a test is known to hold, by what is known.
 * @param {Test} test
 * @param {Known} known
 * @returns {boolean}
 */
export function holds(test, known) {
  if (isSeek(test)) return test.facts.some((each) => known.has(each));
  if (test.share === null) return numberHolding(test.members, known) >= test.need;
  const apply = test.members.filter((member) => outsideOf(member, known) === null);
  return numberHolding(apply, known) >= shareNeed(test.share, apply.length, test.negated);
}

/**
 * Return the facts that make a test hold, each once, in the order of the rule.
 * @param {Test} test
 * @param {Known} known
 * @returns {Fact[]}
 */
export function support(test, known) {
  /** @type {Set<Fact>} */
  const found = new Set();
  gather(test, known, found);
  return Array.from(found);
}

/**
 * @param {Test} test
 * @param {Known} known
 * @param {Set<Fact>} found
 */
function gather(test, known, found) {
  if (isSeek(test)) {
    for (const each of test.facts) if (known.has(each)) found.add(each);
    return;
  }
  if (test.share !== null) {
    for (const member of test.members) {
      const outside = outsideOf(member, known); // a share also rests on what does not apply
      if (outside !== null) found.add(outside);
    }
  }
  for (const member of test.members) {
    const isIn = test.share === null || outsideOf(member, known) === null;
    if (isIn && holds(member, known)) gather(member, known, found);
  }
}

/**
 * @param {Test[]} tests
 * @param {Known} known
 * @returns {number}
 */
function numberHolding(tests, known) {
  return tests.filter((test) => holds(test, known)).length;
}

/**
 * Return what is known and takes a member out of a share; null where nothing does.
 * @param {Test} test
 * @param {Known} known
 * @returns {Fact | null}
 */
function outsideOf(test, known) {
  return isSeek(test) && test.outside !== null && known.has(test.outside) ? test.outside : null;
}
