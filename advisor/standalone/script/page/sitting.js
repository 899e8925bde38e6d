// One sitting at the page: the interview, what of it is saved, and which view stands there. All else is drawn anew.

import { caseText } from "../cases/file.js";
import { newCase } from "../cases/case.js";
import { Interview } from "../interview/interview.js";

/** @typedef {import("../cases/case.js").Case} Case */
/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {"leader" | "partner"} Mode a partner is asked for her view, and is shown no advice */
/** @typedef {"what-matters" | "core" | "all"} Scope */
/** @typedef {{mode: Mode, scope: Scope, program: string}} How what the page is for, and the program's version */
/** @typedef {import("./frame.js").View} View */
/** @typedef {string} Detail what a view is about: a question, or where one came from */
/**
 * `offered` is why the end was offered last, `more` how many of a handful of questions are left to ask. What is
 * among `alertsTold` was said as soon as an answer raised it. `warnedOf` is the last answer that would have taken
 * something out, `changing` the question that she went to from the list of her answers. `saved` is the text of the file as it was last saved or opened.
 * @typedef {object} Sitting
 * @property {Knowledge} knowledge
 * @property {Interview} interview
 * @property {Mode} mode
 * @property {Scope} scope
 * @property {string} program the version of the program
 * @property {string} fileName
 * @property {string} saved
 * @property {string | null} offered
 * @property {number} more
 * @property {boolean} wasChecked
 * @property {Set<string>} askedLast
 * @property {Set<string>} alertsTold
 * @property {string} warnedOf
 * @property {string} changing
 * @property {import("./drafts.js").Drafts} drafts
 * @property {(name: string, detail?: Detail) => void} go to another view
 */

export const USUAL_NAME = "my-case.yaml";

/**
 * Return a sitting in which nothing is answered yet.
 * @param {Knowledge} knowledge
 * @param {How} how
 * @param {(name: string, detail?: Detail) => void} go
 * @returns {Sitting}
 */
export function newSitting(knowledge, how, go) {
  const sitting = { knowledge, ...how, go };
  return beginWith(/** @type {Sitting} */ (sitting), newCase({ date: today() }), USUAL_NAME);
}

/**
 * Take up a case: a new one, or one out of a file.
 * @param {Sitting} sitting
 * @param {Case} of
 * @param {string} fileName
 * @returns {Sitting}
 */
export function beginWith(sitting, of, fileName) {
  const interview = new Interview(sitting.knowledge, of, sitting.scope);
  return Object.assign(sitting, {
    interview,
    fileName,
    saved: caseText(interview.case),
    offered: null,
    more: 0,
    wasChecked: false,
    askedLast: new Set(),
    alertsTold: new Set(),
    warnedOf: "",
    changing: "",
    drafts: new Map(),
  });
}

/**
 * Return the day of today where she is, as a case has it.
 * @returns {string}
 */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Return whether something was answered or written that is in no file yet.
 * @param {Sitting} sitting
 * @returns {boolean}
 */
export function isUnsaved(sitting) {
  return caseText(sitting.interview.case) !== sitting.saved;
}

/**
 * Change what the case is called, its day, its partners, whose view it is.
 * @param {Sitting} sitting
 * @param {Partial<Case>} change
 */
export function changeCase(sitting, change) {
  sitting.interview.case = { ...sitting.interview.case, ...change };
}
