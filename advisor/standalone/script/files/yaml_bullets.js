// A list as word processors have it, with a bullet or a long dash in place of the '-' of YAML. As yaml_bullets.py.

import { say } from "../language.js";
import { isBreak } from "./yaml_cursor.js";

/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */
/** @typedef {import("./yaml_cursor.js").Place} Place */

const BULLETS = "\u2022\u2023\u2043\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2219\u00b7\uf0b7";
const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212*+"; // which mean something else unless a blank is behind
const HOLDS_TEXT = /(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$/; // all that is below it is text
const HOLDS_NOTHING_YET = /:\s*(?:#.*)?$/;

/**
 * Return the sign that stands where the '-' of a list should; nothing if a text begins otherwise.
 * @param {string} text
 * @returns {string}
 */
export function bulletOf(text) {
  const sign = text.charAt(0);
  const isBullet = BULLETS.includes(sign) || (DASHES.includes(sign) && /[ \t\u00a0]/.test(text.charAt(1)));
  return isBullet ? sign : "";
}

/**
 * Return where a line begins with such a sign and which: the line of the cursor, or the one above; null if none does.
 * @param {Cursor} cursor
 * @returns {{place: Place, sign: string} | null}
 */
export function bulletNear({ characters, begins, line }) {
  const above = characters.slice(0, Math.max(begins - 1, 0)).findLastIndex(isBreak) + 1;
  for (const [start, number] of [[begins, line], [above, line - 1]]) {
    const blanks = characters.slice(start).findIndex((each) => each !== " ");
    const sign = blanks < 0 ? "" : bulletOf(characters.slice(start + blanks, start + blanks + 2).join(""));
    const mayBeText = () => isInAText(blanks, characters.slice(0, start).join("").split("\n").slice(0, -1));
    if (sign !== "" && (number === line || !mayBeText())) return { place: { line: number, column: blanks + 1 }, sign };
  }
  return null;
}

/**
 * Return whether a line of so many blanks is part of a text from above, where any sign may stand.
 * @param {number} blanks
 * @param {string[]} above
 * @returns {boolean}
 */
function isInAText(blanks, above) {
  let indent = blanks;
  let isNearest = true;
  for (const line of [...above].reverse()) {
    const own = line.search(/\S/);
    if (own >= 0 && own < indent && line.charAt(own) !== "#") {
      if (HOLDS_TEXT.test(line) || (isNearest && !HOLDS_NOTHING_YET.test(line))) return true;
      isNearest = false;
      indent = own;
    }
  }
  return false;
}

/**
 * Return what to try where a list is wanted and something else stands.
 * @param {unknown} value
 * @returns {string}
 */
export function dashWanted(value) {
  const sign = typeof value === "string" ? bulletOf(value) : "";
  return sign === "" ? say("cases.begin_with_dash") : say("cases.begin_not_with", { sign });
}
