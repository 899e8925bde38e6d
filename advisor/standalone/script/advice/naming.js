// What things are called, beside their titles. As the part of advisor/advice/naming.py that needs nothing typed.

import { withoutMarks } from "../suggest.js";
import { casefolded, wordsOf } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const ARTICLE = /^(?:an?|the) /;

/**
 * Return how the interview names the factors, each with its id.
 * @param {Knowledge} knowledge
 * @returns {[string, string][]}
 */
export function plainNames(knowledge) {
  const placings = Array.from(knowledge.questions.values()).filter((each) => each.kind === "placing");
  return placings.flatMap((question) =>
    question.rows.map((row) => /** @type {[string, string]} */ ([row.text, row.id]))
  );
}

/**
 * Return what the interview calls each factor, by its id; its title where it asks for none.
 * @param {Knowledge} knowledge
 * @returns {Map<string, string>}
 */
export function factorNames(knowledge) {
  const named = new Map(plainNames(knowledge).map(([name, id]) => [id, name]));
  return new Map(knowledge.ofKind("factor").map((each) => [each.id, named.get(each.id) ?? each.title]));
}

/**
 * Return a name as it is compared: without case, hyphens, a first article, and the marks around it.
 * @param {string} name
 * @returns {string}
 */
export function plain(name) {
  const folded = casefolded(name).replaceAll("\u2019", "'").replace(/[_-]/g, " ");
  return withoutMarks(wordsOf(folded).join(" ")).replace(ARTICLE, "");
}
