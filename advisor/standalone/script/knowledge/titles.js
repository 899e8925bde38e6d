// Titles that somebody wrote where an id is wanted: which id was meant. As advisor/knowledge/titles.py.

import { byTitle, didYouMean } from "../suggest.js";

/** @typedef {import("./base.js").Knowledge} Knowledge */
/** @typedef {import("../suggest.js").Sparing} Sparing */

/**
 * Return what to try instead of a word that is the id of nothing of these kinds.
 * @param {string} said
 * @param {string[]} kinds
 * @param {Knowledge} knowledge
 * @param {Sparing} spare
 * @returns {string}
 */
export function meant(said, kinds, knowledge, spare) {
  return didYouMean(said, knowledge.ids(kinds), spare, titlesOf(kinds, knowledge));
}

/**
 * @param {string[]} kinds
 * @param {Knowledge} knowledge
 * @returns {Map<string, string>}
 */
function titlesOf(kinds, knowledge) {
  const each = kinds.map((kind) => knowledge.memo(titles)(kind));
  return new Map(each.reverse().flatMap((found) => Array.from(found)));
}

/**
 * @param {Knowledge} knowledge
 * @param {string} kind
 * @returns {Map<string, string>}
 */
function titles(knowledge, kind) {
  const key = kind === "question" ? "prompt" : "title";
  return byTitle(knowledge.ids([kind]).map((id) => [knowledge.entry(id)[key], id]));
}
