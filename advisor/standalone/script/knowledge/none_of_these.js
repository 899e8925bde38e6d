// The answer that says that none of the lines of a question fits. As `none_of_these` in knowledge/question_kinds/.

import { NOT_APPLICABLE, UNKNOWN } from "./facts.js";

/** @typedef {import("../cases/case.js").Answer} Answer */
/** @typedef {import("./base.js").Question} Question */

/**
 * Return the answer; `there` is what is answered already.
 *
 * Of a choice nothing is known then: what is true has no name among the options. Of a list it is no for what is open,
 * and what was answered stays; where nothing is open, it is no for all.
 * @param {Question} question
 * @param {Answer | null} there
 * @param {string[]} openParts
 * @returns {Answer}
 */
export function noneOfThese(question, there, openParts) {
  const kept = openParts.length > 0 && there instanceof Map ? there : null;
  if (question.kind === "checklist") {
    return new Map(question.items.map((item) => [item.id, kept?.get(item.id) ?? "no"]));
  }
  if (question.kind === "actions") return kept === null ? NOT_APPLICABLE : new Map(kept);
  return UNKNOWN;
}
