// The texts of a knowledge base in the words for an advice that is there already. As advisor/reports/own_wording.py.

import { caseFromDict } from "../cases/case.js";
import { initialFacts } from "../cases/facts.js";
import { Wording } from "../inference/wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../advice/model.js").Advice} Advice */

/**
 * Return what words an advice in its own: by what was given, and what was concluded.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Wording}
 */
export function wordingOf(advice, knowledge) {
  const given = initialFacts(caseFromDict(advice.case), knowledge);
  return new Wording(knowledge, [...given, ...advice.firings.map((firing) => firing.concludes)]);
}
