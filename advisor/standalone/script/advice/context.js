// What is known of one case while its advice is put together. As advisor/advice/context.py.

import { restsOnPlacing } from "../inference/weighing.js";

/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {import("../inference/firing.js").Firing} Firing */
/** @typedef {import("../inference/wording.js").Wording} Wording */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */
/** @typedef {import("./grounds.js").Grounds} Grounds */
/** @typedef {import("./support.js").Reasons} Reasons */
/**
 * @typedef {object} BuildContext
 * @property {Knowledge} knowledge
 * @property {Firing[]} firings of rules, each in the words of its rule, in their published order
 * @property {Map<string, Reasons>} reasons
 * @property {Map<string, string>} stages
 * @property {Map<string, string>} sure firm or tentative, of each factor whose stage is known
 * @property {Set<string>} own_views the factors of which nothing is known but the leader's own placing
 * @property {(fact: Fact) => Set<string>} reached the factors that a fact is about, however deep
 * @property {Fact[]} leading the patterns by which reasons are told, that which leads first
 * @property {Wording} wording
 * @property {Grounds} grounds
 * @property {Map<string, Answer>} answers
 */

/**
 * Return what was concluded of each factor: where it stands, or how sure that is (firm, of `emerging-firm`).
 * @param {string} kind
 * @param {Fact[]} concluded
 * @returns {Map<string, string>}
 */
export function saidOfFactors(kind, concluded) {
  const found = concluded.filter((fact) => fact.kind === kind);
  return new Map(found.map(({ id, value }) => [id, value.slice(value.lastIndexOf("-") + 1)]));
}

/**
 * Return the factors of which the leader's own placing is all that says where they stand.
 * @param {Firing[]} derived
 * @param {Knowledge} knowledge
 * @returns {Set<string>}
 */
export function ownViews(derived, knowledge) {
  const stages = derived.filter((firing) => firing.concludes.kind === "stage");
  const own = stages.filter(({ support }) =>
    support.every((sign) => restsOnPlacing(/** @type {Rule} */ (knowledge.rule(sign.id))))
  );
  return new Set(own.map((firing) => firing.concludes.id));
}
