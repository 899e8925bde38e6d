// Which questions of the questionnaire a case leaves open, and which parts of them. As advisor/cases/questions.py.

import { UNKNOWN } from "../knowledge/facts.js";
import { kindOf } from "../knowledge/question_kinds.js";
import { partsOf } from "../knowledge/questions.js";
import { stripped } from "../text.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Question} Question */
/** @typedef {import("../knowledge/question_kinds.js").Part} Part */
/** @typedef {import("../knowledge/question_kinds.js").QuestionKind} QuestionKind */

/**
 * Return the parts of a question without any answer, not even that the leader does not know.
 *
 * One word for the whole question answers every part. Of what was tried, it answers all that stand not among the
 * actions.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {Part[]}
 */
export function partsNotAsked(question, of, knowledge) {
  const parts = knowledge.memo(partsOf)(question);
  const answer = of.answers.get(question);
  if (typeof answer === "string") return [];
  if (kindNamed(question, knowledge).inActions) {
    const tried = new Set(of.actions.map((action) => action.id));
    return parts.filter((part) => !tried.has(part.key));
  }
  return parts.filter((part) => !answer?.has(part.key));
}

/**
 * Return whether a part of a question has no answer yet, not even that the leader does not know.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function wasNotAsked(question, of, knowledge) {
  return partsNotAsked(question, of, knowledge).length > 0;
}

/**
 * Return whether a question has an answer, be it to a part of it only.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isBegun(question, of, knowledge) {
  return partsNotAsked(question, of, knowledge).length < knowledge.memo(partsOf)(question).length;
}

/**
 * Return whether there are words of the leader's own on a question; blank ones say nothing.
 * @param {string} question
 * @param {Case} of
 * @returns {boolean}
 */
export function hasNote(question, of) {
  return stripped(of.notes.get(question) ?? "") !== "";
}

/**
 * Return whether a note may stand in place of an option.
 *
 * A choice for which none fitted is kept as one of which she does not know and beside which she noted something, so
 * nobody can tell the two apart.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function mayBeInOwnWords(question, of, knowledge) {
  const wantsWords = kindNamed(question, knowledge).name === "choice";
  return wantsWords && of.answers.get(question) === UNKNOWN && hasNote(question, of);
}

/**
 * Return whether a part of a question was not asked, or nothing is known of any part.
 * @param {string} question
 * @param {Case} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isOpen(question, of, knowledge) {
  if (wasNotAsked(question, of, knowledge)) return true;
  if (kindNamed(question, knowledge).inActions) return false;
  const answer = of.answers.get(question) ?? UNKNOWN;
  const said = typeof answer === "string" ? [answer] : Array.from(answer.values());
  return said.every((value) => value === UNKNOWN);
}

/**
 * @param {string} question
 * @param {Knowledge} knowledge
 * @returns {QuestionKind}
 */
function kindNamed(question, knowledge) {
  return kindOf(/** @type {Question} */ (knowledge.questions.get(question)));
}
