// What things are called, beside their titles. As the part of advisor/advice/naming.py that needs nothing typed.

import { casefolded, wordsOf } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */

const AROUND = new Set("'\"\u201c\u201d\u2018\u2019`.,:;!?\u2026 "); // what is copied along with a title
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
  const letters = Array.from(wordsOf(folded).join(" "));
  const start = letters.findIndex((each) => !AROUND.has(each));
  if (start < 0) return "";
  let end = letters.length;
  while (AROUND.has(letters[end - 1])) end -= 1;
  return letters.slice(start, end).join("").replace(ARTICLE, "");
}
