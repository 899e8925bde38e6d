// The texts of a knowledge base in the words for an advice that is there already. As advisor/reports/own_wording.py.

import { Wording } from "../inference/wording.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../advice/model.js").Advice} Advice */

/**
 * Return what words an advice in its own, by what was concluded. What was given is not looked at: Python takes the
 * case of an advice for one that it cannot read, since there are answers in it.
 * @param {Advice} advice
 * @param {Knowledge} knowledge
 * @returns {Wording}
 */
export function wordingOf(advice, knowledge) {
  return new Wording(knowledge, advice.firings.map((firing) => firing.concludes));
}
