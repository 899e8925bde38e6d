// Which questions a case was answered on. As advisor/cases/questionnaire.py; what the page's own are, its data say.

import { wordsOf } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./case.js").Case} Case */

const MARK = / \([0-9]+ questions?\) [0-9a-f]{8}$/;

/**
 * Return whether a case says that it was answered on other questions than those of a knowledge base.
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function answeredElsewhere(of, knowledge) {
  return areOthers(of.questionnaire, knowledge);
}

/**
 * Return whether what a case says of its questions means others than those of a knowledge base.
 *
 * A case that says nothing, or something without the number and mark that the program writes, is taken to be of these.
 * @param {string} questionnaire
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function areOthers(questionnaire, knowledge) {
  const said = MARK.exec(wordsOf(questionnaire).join(" "));
  const own = MARK.exec(knowledge.questionnaire);
  return said !== null && own !== null && said[0] !== own[0];
}
