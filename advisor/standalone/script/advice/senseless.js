// Which questions make no sense in a case: there is nothing to ask about. As advisor/advice/senseless.py.

import { positive } from "../inference/network.js";
import { holds } from "../inference/truth.js";

/** @typedef {import("../inference/network.js").Test} Test */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */

/**
 * Return the ids of the questions whose `asked_unless` is true; unknown is never true.
 *
 * They are not asked. An answer that is there all the same counts as any other.
 * @param {Iterable<Fact>} given the facts that a case gives
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
export function senseless(given, knowledge) {
  const known = new Set(given);
  const tests = Array.from(knowledge.once(testsOf));
  return new Set(tests.filter(([, test]) => holds(test, known)).map(([id]) => id));
}

/**
 * @param {Knowledge} knowledge
 * @returns {Map<string, Test>}
 */
function testsOf(knowledge) {
  /** @type {Map<string, Test>} */
  const tests = new Map();
  for (const question of knowledge.questions.values()) {
    if (question.asked_unless != null) tests.set(question.id, positive(question.asked_unless, knowledge));
  }
  return tests;
}
