// The core: one case, checked, with the facts that it gives and the advice on it. As advisor/advice/reasoner.py.

import { initialFacts } from "../cases/facts.js";
import { infer } from "../inference/engine.js";
import { adviceFrom } from "./build.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/facts.js").Fact} Fact */
/** @typedef {import("./model.js").Advice} Advice */
/** @typedef {{case: Case, facts: Fact[], advice: Advice}} Consultation */

/**
 * Return the advice on a case with what it rests on. The case must be one that was checked (cases/check.js).
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Consultation}
 */
export function consult(of, knowledge) {
  const facts = initialFacts(of, knowledge);
  return { case: of, facts, advice: adviceFrom(infer(facts, knowledge), facts, of, knowledge) };
}

/**
 * Return the advice on a case that was checked.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Advice}
 */
export function advise(of, knowledge) {
  return consult(of, knowledge).advice;
}
