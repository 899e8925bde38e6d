// How advice is worded and broken into lines, whatever the page. As advisor/reports/wording.py.

import { inLines } from "../in_lines.js";
import { partsOf, questionNamed } from "../knowledge/questions.js";
import { askedAlone, sayOf, sayWhole, titleOf } from "../knowledge/question_kinds.js";
import { say } from "../language.js";
import { isDigit, isLetters, lengthOf, onOneLine, withoutStops, wordsOf } from "../text.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {{name: string, value: string | null}} Edit one answer as it would be; null: not answered */
/**
 * Of a firing, a rule or a reason: where it comes from.
 * @typedef {{basis: string, source: {work: string, title?: string, at: string, page?: number | null} | null}} Sourced
 */

export const WIDTH = 100;
const CUT = "...";

/**
 * Return `text` behind a mark, in lines of at most `width` columns; none if there is no text.
 *
 * Lines after the first are indented by `hanging`. What could steer a terminal or hide is not in them.
 * @param {string} text
 * @param {number} [width]
 * @param {number} [indent]
 * @param {number} [hanging]
 * @param {string} [mark]
 * @returns {string[]}
 */
export function wrapped(text, width = WIDTH, indent = 0, hanging = indent, mark = "") {
  return inLines(onOneLine(text), width, " ".repeat(indent) + mark, " ".repeat(hanging));
}

/**
 * Return where a firing or a rule comes from, short; says when the link is the authors' own judgement.
 * @param {Sourced} of
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function citation(of, knowledge) {
  if (of.source == null) return say("wording.derived");
  const place = placeInWork(of, knowledge);
  if (place === "") return say("wording.our_judgement");
  return isJudged(of, knowledge) ? say("wording.our_judgement_after", { place }) : place;
}

/**
 * Return where in a published work a firing or a rule comes from, short; nothing if from none.
 * @param {Sourced} of
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function placeInWork({ source }, knowledge) {
  if (source == null || workOf(source, knowledge).unpublished) return "";
  let name = source.work.split("-").map((word) => (isLetters(word) ? capitalised(word) : word)).join(" ");
  if (!Array.from(name).some(isDigit)) name = source.title ?? name; // no author and year: a work of somebody's own
  if (source.page) return say("wording.work_place_page", { work: name, place: source.at, page: source.page });
  return `${name}, ${source.at}`;
}

/**
 * Return whether those who wrote the rule judge so themselves, and no published work says it.
 * @param {Sourced} of
 * @param {Knowledge} knowledge
 * @returns {boolean}
 */
export function isJudged({ source, basis }, knowledge) {
  return source == null || Boolean(workOf(source, knowledge).unpublished) || basis !== "source";
}

/**
 * @param {{work: string}} source
 * @param {Knowledge} knowledge
 * @returns {Entry}
 */
function workOf({ work }, knowledge) {
  return /** @type {Entry} */ (knowledge.works.get(work));
}

/**
 * @param {string} word
 * @returns {string}
 */
function capitalised(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/**
 * Return a text on one line of at most so many letters; a longer one ends in `...` behind a word.
 * @param {string} text
 * @param {number} letters
 * @returns {string}
 */
export function cut(text, letters) {
  const enough = Array.from(text).slice(0, 20 * letters).join(""); // however many blanks there are
  const words = wordsOf(onOneLine(enough)).join(" ");
  if (lengthOf(words) <= letters) return words;
  const short = Array.from(words).slice(0, letters - CUT.length + 1).join("");
  const whole = short.includes(" ") ? short.slice(0, short.lastIndexOf(" ")) : "";
  const kept = whole || Array.from(short).slice(0, -1).join("");
  return kept.replace(/[ ,;:\-.]+$/, "") + CUT;
}

/**
 * Return a change in the words of the question.
 * @param {Edit} edit
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function editText(edit, knowledge) {
  return editParts(edit, knowledge).join(" ");
}

/**
 * Return what a change is asked by, and what it says.
 * @param {Edit} edit
 * @param {Knowledge} knowledge
 * @returns {[string, string]}
 */
export function editParts(edit, knowledge) {
  const dot = edit.name.indexOf(".");
  const name = dot < 0 ? edit.name : edit.name.slice(0, dot);
  const item = dot < 0 ? "" : edit.name.slice(dot + 1);
  const question = questionNamed(name, knowledge);
  if (question === null) throw new RangeError(name);
  const part = knowledge.memo(partsOf)(question.id).find((each) => each.key === item);
  const asked = part === undefined ? titleOf(question) : askedAlone(question, part.text);
  if (edit.value == null) return [asked, say("wording.not_answered")];
  return [asked, item ? sayOf(question, edit.value) : sayWhole(question, edit.value)];
}

/**
 * Return a title as it reads inside a sentence.
 * @param {string} title
 * @returns {string}
 */
export function inside(title) {
  const begin = Array.from(title).slice(0, 2).join("");
  const keep = isUpper(begin) || title.startsWith("I ") || title.startsWith("I'");
  return withoutStops(keep ? title : lowered(title));
}

/**
 * @param {string} begin
 * @returns {boolean}
 */
function isUpper(begin) {
  return isLetters(begin) && /\p{Lu}/u.test(begin) && !/\p{Ll}|\p{Lt}/u.test(begin);
}

/**
 * @param {string} title
 * @returns {string}
 */
function lowered(title) {
  const [first = "", ...rest] = title;
  return first.toLowerCase() + rest.join("");
}

/**
 * Return things in a row.
 * @param {Iterable<string>} words
 * @returns {string}
 */
export function joined(words) {
  return Array.from(words, (word) => withoutStops(word)).join("; ").replaceAll("?; ", "? ");
}

/**
 * Return a text with a full stop, unless it ends a sentence already.
 * @param {string} text
 * @returns {string}
 */
export function ended(text) {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
