// 'Did you mean': the nearest of the words that would have been right. As advisor/_suggest.py.

import { closestOf } from "./close_matches.js";
import { say } from "./language.js";
import { sortedBy } from "./order_by.js";
import { casefolded, stripped } from "./text.js";

const MANY = 100; // of so many the first few are of no help
const FEW = 8; // a list this short is told whole
const FIRST = 100; // so many slips of one input are each held against all that is known
const LIKELY = 20; // so many of a long list are looked at closely
const MARKS_AROUND = " .,:;!?'\"`\u2018\u2019\u201c\u201d\u2026"; // what is copied along with a title

/** @typedef {import("./knowledge/base.js").Knowledge} Knowledge */
/**
 * How many slips of one input are still looked at, which may have tens of thousands; and the words for what people
 * write, each with what they may have written.
 * @typedef {{left: number, same: [string, string[]][]}} Sparing
 */

/**
 * Return what one input is given for its slips.
 * @param {Knowledge} knowledge
 * @returns {Sparing}
 */
export function sparing(knowledge) {
  return { left: FIRST, same: knowledge.sameWords };
}

/**
 * Return what to try instead of a word: the nearest known word, or all of them if few.
 * @param {string} word
 * @param {Iterable<string>} known
 * @param {Sparing} spare
 * @param {Map<string, string>} [titles] what some of them are called, as `byTitle` has them
 * @returns {string}
 */
export function didYouMean(word, known, spare, titles = new Map()) {
  const words = Array.from(new Set(known));
  const meant = titles.get(asTitle(word));
  const near = meant !== undefined && words.includes(meant) ? meant : nearest(word, words, spare);
  if (near !== null) return say("cases.did_you_mean", { near });
  if (words.length === 0) return say("cases.nothing_here");
  if (words.length <= FEW) return say("cases.use_one_of", { words: words.join(", ") });
  if (words.length > MANY) return say("cases.of_many");
  const first = words.slice(0, FEW).join(", ");
  return say("cases.use_one_of_more", { words: first, more: words.length - FEW });
}

/**
 * Return words by what they are called, from pairs of a title and the word; not what several are called.
 * @param {[string, string][]} named
 * @returns {Map<string, string>}
 */
export function byTitle(named) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [title, word] of named) {
    const said = asTitle(title);
    found.set(said, (found.get(said) ?? new Set()).add(word));
  }
  const single = Array.from(found).filter(([, words]) => words.size === 1);
  return new Map(single.map(([said, words]) => [said, Array.from(words)[0]]));
}

/**
 * Return a title as it is compared: without case, the marks around it, and more than one blank.
 * @param {string} text
 * @returns {string}
 */
function asTitle(text) {
  return withoutMarks(stripped(casefolded(text)).split(/\s+/).join(" "));
}

/**
 * Return a text without the marks around it that are copied along with a title.
 * @param {string} text
 * @returns {string}
 */
export function withoutMarks(text) {
  const letters = Array.from(text);
  const start = letters.findIndex((each) => !MARKS_AROUND.includes(each));
  const end = letters.findLastIndex((each) => !MARKS_AROUND.includes(each));
  return start < 0 ? "" : letters.slice(start, end + 1).join("");
}

/**
 * Return whether `didYouMean` found a word that is near, and names it.
 * @param {string} remedy
 * @returns {boolean}
 */
export function namesOne(remedy) {
  const [before, after] = say("cases.did_you_mean", { near: "\n" }).split("\n");
  return remedy.length > before.length + after.length && remedy.startsWith(before) && remedy.endsWith(after);
}

/**
 * Return the known word that is nearest to a word; null if none is near.
 * @param {string} word
 * @param {Iterable<string>} known
 * @param {Sparing} spare
 * @returns {string | null}
 */
export function nearest(word, known, spare) {
  const words = Array.from(new Set(known));
  spare.left -= words.length <= MANY ? 1 : 4;
  if (spare.left < 0) return null;
  const said = casefolded(stripped(word));
  const same = words.find((each) => casefolded(each) === said);
  if (same !== undefined) return same;
  const meant = spare.same.find(([other, written]) => written.includes(said) && words.includes(other));
  if (meant !== undefined) return meant[0];
  const start = Array.from(word).slice(0, MANY).join("");
  return closestOf(start, words.length <= MANY ? words : likely(start, words));
}

/**
 * Return those of many words that have most pairs of letters in common with one.
 * @param {string} word
 * @param {string[]} words
 * @returns {string[]}
 */
function likely(word, words) {
  const pairs = pairsOf(word);
  return sortedBy(words, (each) => {
    const shared = Array.from(pairsOf(each)).filter((pair) => pairs.has(pair)).length;
    return -shared / (Array.from(each).length + 1);
  }).slice(0, LIKELY);
}

/**
 * @param {string} word
 * @returns {Set<string>}
 */
function pairsOf(word) {
  const letters = Array.from(word);
  return new Set(letters.slice(1).map((letter, place) => letters[place] + letter));
}
