// Where an entry or a rule comes from, in a line: its source, and grounds beside a judgement.
// As advisor/reports/sources.py.

import { say } from "../language.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("../knowledge/base.js").Entry} Entry */
/** @typedef {import("../knowledge/rules.js").Rule} Rule */

/**
 * Return where an entry comes from, with the work's title; nothing if entries of its kind do not say.
 * @param {Entry} entry
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function sourceLine({ source }, knowledge) {
  if (source == null) return "";
  const page = source.page ? `, p. ${source.page}` : "";
  return `${workOf(source, knowledge).title}, ${source.at}${page}${mark(source, knowledge)}`;
}

/**
 * Return what published works say that is close to a rule, each in a line.
 * @param {Rule} rule
 * @param {Knowledge} knowledge
 * @returns {string[]}
 */
export function groundLines(rule, knowledge) {
  return (rule.ground ?? []).map(
    (ground) => `${workOf(ground, knowledge).title}${mark(ground, knowledge)}: ${ground.claim}`
  );
}

/**
 * Return that a work was recalled and not looked up, if so.
 * @param {{work: string}} named
 * @param {Knowledge} knowledge
 * @returns {string}
 */
function mark(named, knowledge) {
  return workOf(named, knowledge).recalled ? ` (${say("asking.recalled")})` : "";
}

/**
 * @param {{work: string}} named
 * @param {Knowledge} knowledge
 * @returns {Entry}
 */
function workOf({ work }, knowledge) {
  return /** @type {Entry} */ (knowledge.works.get(work));
}
