// The situations that are recognised in a case, and which of them leads. As advisor/advice/patterns.py.
//
// Heat leads: danger, unfair treatment, an open quarrel, a broken promise, as soon as one sign goes to its heart. Then
// what is likely comes before what is possible, and a trouble before a strength; then more signs that go to the heart,
// then the greater lead of the signs for over those against, then more signs, then the file's order.

import { fact, isAbsence } from "../knowledge/facts.js";
import { sortedBy } from "../order_by.js";

/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../inference/wording.js").Wording} Wording */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./model.js").PatternAdvice} PatternAdvice */

export const HEATS = ["danger", "wrong", "quarrel", "promise"]; // before all, the gravest first

/**
 * Return the patterns that were derived in a case, in its words, that which leads first.
 * @param {Firing[]} derived
 * @param {Knowledge} knowledge
 * @param {Wording} wording
 * @returns {PatternAdvice[]}
 */
export function recognised(derived, knowledge, wording) {
  const named = derived.filter(({ concludes }) => concludes.kind === "pattern" && !isAbsence(concludes));
  const told = named.map(({ concludes: { id, value }, support }) => {
    const entry = wording.entry(id);
    const signs = (/** @type {string} */ said) => support.filter((sign) => sign.value === said).map((sign) => sign.id);
    return {
      id,
      title: entry.title,
      fit: /** @type {"likely" | "possible"} */ (value),
      for: signs("for"),
      against: signs("against"),
      text: value === "likely" ? entry.text : wording.question(id),
      calls_for: entry.calls_for,
      makes_worse: entry.makes_worse,
    };
  });
  return sortedBy(told, (pattern) => place(pattern, knowledge));
}

/**
 * Return what is smaller for what comes sooner.
 * @param {PatternAdvice} pattern
 * @param {Knowledge} knowledge
 * @returns {(number | boolean)[]}
 */
function place(pattern, knowledge) {
  const entry = knowledge.entry(pattern.id);
  const rank = leadsAlways(pattern, knowledge) ? HEATS.indexOf(entry.heat) : HEATS.length;
  return [
    rank,
    rank === HEATS.length && pattern.fit !== "likely",
    entry.tone === "strength",
    -keySigns(pattern, knowledge).length,
    pattern.against.length - pattern.for.length,
    -pattern.for.length,
    Number(knowledge.positions.get(pattern.id)),
  ];
}

/**
 * Return whether a situation comes before everything, even where it is no more than possible.
 * @param {PatternAdvice} pattern
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
function leadsAlways(pattern, knowledge) {
  if (knowledge.entry(pattern.id).heat == null) return false;
  const hasKeys = knowledge.memo(hasKeySigns)(pattern.id);
  return pattern.fit === "likely" || !hasKeys || keySigns(pattern, knowledge).length > 0;
}

/**
 * @param {PatternAdvice} pattern
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
function keySigns(pattern, knowledge) {
  return pattern.for.filter((id) => knowledge.entry(id).then.is_key);
}

/**
 * @param {Knowledge} knowledge
 * @param {string} pattern
 * @returns {boolean}
 */
function hasKeySigns(knowledge, pattern) {
  return knowledge.rules.some(({ then }) => then.is_key && then.subject === pattern);
}

/**
 * Return the situations by which reasons are told: those that are likely, and heat in any case.
 * @param {PatternAdvice[]} patterns
 * @param {Knowledge} knowledge
 * @returns {Fact[]}
 */
export function leadingFacts(patterns, knowledge) {
  return patterns
    .filter((pattern) => pattern.fit === "likely" || leadsAlways(pattern, knowledge))
    .map((pattern) => fact("pattern", pattern.id, pattern.fit));
}
