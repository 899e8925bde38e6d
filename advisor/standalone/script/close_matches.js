// How alike two words are, as Python's `difflib` counts it: by the longest pieces that they have in common.

import { compared } from "./order_by.js";
import { casefolded } from "./text.js";

const ALIKE = 0.75; // how like a word must be
const ALIKE_BEGINNING = 0.6; // and one with the same first letter

/**
 * Return what is most like a word; a slip seldom touches the first letter, so others must be more alike.
 * @param {string} word
 * @param {string[]} known
 * @returns {string | null}
 */
export function closestOf(word, known) {
  const first = initial(word);
  const alike = known.filter((each) => initial(each) === first);
  return bestOf(word, known, ALIKE) ?? bestOf(word, alike, ALIKE_BEGINNING);
}

/**
 * @param {string} word
 * @returns {string}
 */
function initial(word) {
  return casefolded(Array.from(word).slice(0, 1).join(""));
}

/**
 * Return the word that is most like another, of two that are so alike the one that sorts behind; null if none is.
 * @param {string} word
 * @param {string[]} known
 * @param {number} cutoff
 * @returns {string | null}
 */
function bestOf(word, known, cutoff) {
  /** @type {{ratio: number, each: string} | null} */
  let best = null;
  for (const each of known) {
    const ratio = likeness(Array.from(each), Array.from(word));
    if (ratio < cutoff) continue;
    if (best === null || compared([ratio, each], [best.ratio, best.each]) > 0) best = { ratio, each };
  }
  return best === null ? null : best.each;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number}
 */
function likeness(one, other) {
  const length = one.length + other.length;
  return length === 0 ? 1 : (2 * inCommon(one, other)) / length;
}

/**
 * Return how many letters two words have in common: of the longest piece, and of what is left before and behind it.
 * @param {string[]} one
 * @param {string[]} other
 * @returns {number}
 */
function inCommon(one, other) {
  const { at, beside, size } = longestPiece(one, other);
  if (size === 0) return 0;
  const before = inCommon(one.slice(0, at), other.slice(0, beside));
  return size + before + inCommon(one.slice(at + size), other.slice(beside + size));
}

/**
 * Return where the longest piece begins that both hold, the first if there are several.
 * @param {string[]} one
 * @param {string[]} other
 * @returns {{at: number, beside: number, size: number}}
 */
function longestPiece(one, other) {
  let best = { at: 0, beside: 0, size: 0 };
  /** @type {number[]} */
  let above = [];
  one.forEach((letter, row) => {
    const sizes = other.map((each, place) => (each === letter ? (above[place - 1] ?? 0) + 1 : 0));
    sizes.forEach((size, place) => {
      if (size > best.size) best = { at: row - size + 1, beside: place - size + 1, size };
    });
    above = sizes;
  });
  return best;
}
