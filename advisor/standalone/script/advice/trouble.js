// Whether a case tells of a trouble at all: whoever tells of one gets a first step. As advisor/advice/trouble.py.

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./model.js").FindingAdvice} FindingAdvice */
/** @typedef {import("./model.js").PatternAdvice} PatternAdvice */

const TROUBLES = ["inertia", "barrier", "degenerative-behaviour"];

/**
 * Return whether an answer, a finding or a situation of a case is a trouble.
 *
 * An answer is one that stands in the lower half of the scale of a core question.
 * @param {Case} of
 * @param {FindingAdvice[]} findings
 * @param {PatternAdvice[]} patterns
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function tellsOfTrouble(of, findings, patterns, knowledge) {
  return (
    findings.some((finding) => TROUBLES.includes(finding.kind) || finding.tone === "trouble") ||
    patterns.some((pattern) => knowledge.entry(pattern.id).tone !== "strength") ||
    Array.from(knowledge.once(lowerHalves)).some(([id, low]) => low.includes(of.answers.get(id) ?? null))
  );
}

/**
 * Return the worse options of each core question with a scale; of an odd number the middle is none.
 * @param {Knowledge} knowledge
 * @returns {Map<string, unknown[]>}
 */
function lowerHalves(knowledge) {
  const asked = Array.from(knowledge.questions.values()).filter((question) => question.core && question.scale);
  return new Map(asked.map((question) => [question.id, lowerHalf(knowledge.optionsOf(question.id))]));
}

/**
 * @param {string[]} options
 * @returns {unknown[]}
 */
function lowerHalf(options) {
  return options.slice(0, Math.floor(options.length / 2));
}
