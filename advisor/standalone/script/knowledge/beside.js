// What may be given beside a case, in words; a page gives nothing, but its rules may look at such things.
// As advisor/knowledge/beside.py.

import { say } from "../language.js";
import { MOVES } from "./facts.js";

/** @typedef {import("./base.js").Knowledge} Knowledge */

const BESIDE = ["apart", "moved", "observed"];

/**
 * Return whether facts of this kind are given beside a case, from looking at others with it.
 * @param {string} kind
 * @returns {boolean}
 */
export function isBeside(kind) {
  return BESIDE.includes(kind);
}

/**
 * Return what would be given beside a case, in a plain sentence.
 * @param {string} kind
 * @param {string} id
 * @param {string} value
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function besideSaid(kind, id, value, knowledge) {
  if (kind === "observed") {
    const observed = knowledge.observations.find((each) => each.id === id);
    return (value === "yes" ? observed?.title : observed?.not_so) ?? "";
  }
  return say(`phrases.${kind}_${value}`, { what: knowledge.entry(id).title });
}

/**
 * Return what it is about, as it stands before what is said of it.
 * @param {string} kind
 * @param {string} id
 * @param {Knowledge} knowledge
 * @returns {string}
 */
export function besideAsked(kind, id, knowledge) {
  if (kind === "moved") return say("phrases.since_last_time", { what: knowledge.entry(id).title });
  return `${besideSaid(kind, id, "yes", knowledge)}:`;
}

/**
 * Return what is said of it: yes, no, or how it has moved.
 * @param {string} value
 * @returns {string}
 */
export function besideValue(value) {
  return MOVES.includes(value) ? say(`phrases.move_${value}`) : value;
}
