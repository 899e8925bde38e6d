// Which situations hold a partnership foremost. As advisor/reports/advice_standing.py.

import { say } from "../language.js";

/** @typedef {import("../advice/model.js").PatternAdvice} PatternAdvice */
/** @typedef {import("./advice_page.js").AdvicePage} AdvicePage */

const MOST_PATTERNS = 2;

/**
 * Return the patterns to show: the one that leads and those that are likely, or the first two.
 * @param {AdvicePage} page
 * @returns {PatternAdvice[]}
 */
export function foremost(page) {
  const { patterns } = page.advice;
  const likely = patterns.filter((pattern) => pattern.fit === "likely");
  if (likely.length === 0) return patterns.slice(0, MOST_PATTERNS);
  const leading = patterns.filter((pattern) => leads(pattern, page));
  return [...leading, ...likely.filter((each) => !leading.includes(each))].slice(0, MOST_PATTERNS);
}

/**
 * Return whether a pattern leads what is advised.
 * @param {PatternAdvice} pattern
 * @param {AdvicePage} page
 * @returns {boolean}
 */
export function leads(pattern, page) {
  return page.advice.leading != null && page.advice.leading.pattern === pattern.id;
}

/**
 * Return what would make a pattern worse; of one that is only possible, if it is so.
 * @param {PatternAdvice} pattern
 * @returns {string}
 */
export function worse(pattern) {
  return say(pattern.fit === "likely" ? "advice_page.would_make_worse" : "advice_page.if_so_worse", {
    what: pattern.makes_worse,
  });
}
