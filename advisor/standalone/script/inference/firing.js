// A firing: one rule, once, with the facts that made it true, and what it says. As advisor/inference/firing.py.

import { isAbsence } from "../knowledge/facts.js";
import { say } from "../language.js";

/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {{work: string, title: string, at: string, page: number | null}} SourceRef */
/**
 * What a firing says; `basis` is `source`, `judgement`, or `derived` for a weighing or an absence.
 * @typedef {{title: string, concludes: Fact, because: string, basis: "source" | "judgement" | "derived",
 *   source: SourceRef | null}} Justification
 */
/** @typedef {Justification & {id: string, support: Fact[], is_derived: boolean}} Firing */

/**
 * Return a firing of a rule or of what is derived.
 * @param {string} id
 * @param {Justification} said
 * @param {Fact[]} support
 * @returns {Firing}
 */
export function firing(id, said, support) {
  return { ...said, id, support, is_derived: said.basis === "derived" };
}

/**
 * Return what a rule says whenever it fires.
 * @param {Knowledge} knowledge
 * @param {string} id
 * @returns {Justification}
 */
export function ofRule(knowledge, id) {
  return justified(knowledge.entry(id), knowledge);
}

/**
 * Return what a rule says with the texts that it has.
 * @param {Entry} rule
 * @param {Knowledge} knowledge
 * @returns {Justification}
 */
export function justified(rule, knowledge) {
  const work = /** @type {Entry} */ (knowledge.works.get(rule.source.work));
  const source = { work: work.id, title: work.title, at: rule.source.at, page: rule.source.page ?? null };
  return { title: rule.title, concludes: rule.then.effect, because: rule.because, basis: rule.basis, source };
}

/**
 * Return what is said of a weighing or an absence that concluded a fact.
 * @param {Knowledge} _knowledge
 * @param {Fact} concludes
 * @returns {Justification}
 */
export function derived(_knowledge, concludes) {
  const sure = concludes.value.slice(concludes.value.lastIndexOf("-") + 1);
  const said = isAbsence(concludes) ? "absent" : concludes.kind === "sure" ? sure : concludes.kind;
  return {
    title: say(`inference.${said}_title`),
    concludes,
    because: say(`inference.${said}_because`),
    basis: "derived",
    source: null,
  };
}

/**
 * Return the firings by what they conclude, each part in their order.
 * @param {Iterable<Firing>} firings
 * @returns {Map<Fact, Firing[]>}
 */
export function byConclusion(firings) {
  /** @type {Map<Fact, Firing[]>} */
  const found = new Map();
  for (const each of firings) {
    const same = found.get(each.concludes);
    if (same === undefined) found.set(each.concludes, [each]);
    else same.push(each);
  }
  return found;
}
