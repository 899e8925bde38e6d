// Texts of YAML: in quotes, without, and as blocks of lines. Each is read as far as it goes, with its lines folded.

import {
  columnOf,
  isApart,
  isBlank,
  isBreak,
  isMark,
  passComment,
  placeOf,
  seen,
  takeBreak,
} from "./yaml_cursor.js";
import { notClosed, odd } from "./yaml_refusals.js";

/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */

const ESCAPES = new Map([
  ...Object.entries({ a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", N: "\x85" }),
  ...Object.entries({ _: "\xa0", L: "\u2028", P: "\u2029", '"': '"', "\\": "\\", "/": "/", " ": " ", "\t": "\t" }),
  ["0", "\0"],
]);
const DIGITS = new Map([["x", 2], ["u", 4], ["U", 8]]); // so many digits name a character
const ENDS_IN_FLOW = ",[]{}";

/**
 * Read a text in quotes; the cursor is at the first of them, and then behind the last.
 * @param {Cursor} cursor
 * @returns {string}
 */
export function quoted(cursor) {
  const opened = placeOf(cursor);
  const quote = seen(cursor);
  cursor.at += 1;
  let text = "";
  for (;;) {
    if (seen(cursor) === "" || isMark(cursor, "-") || isMark(cursor, ".")) throw notClosed(opened);
    if (seen(cursor) === quote) {
      cursor.at += 1;
      if (quote === '"' || seen(cursor) !== quote) return text;
      text += quote;
      cursor.at += 1;
    } else if (quote === '"' && seen(cursor) === "\\") {
      text += escaped(cursor);
    } else if (isApart(seen(cursor))) {
      text += folded(cursor);
    } else {
      text += seen(cursor);
      cursor.at += 1;
    }
  }
}

/**
 * Read what stands behind a backslash, and the backslash. One at the end of a line joins it to the next.
 * @param {Cursor} cursor
 * @returns {string}
 */
function escaped(cursor) {
  const letter = seen(cursor, 1);
  if (isBreak(letter)) {
    cursor.at += 1;
    takeBreak(cursor);
    return folded(cursor, true);
  }
  const found = ESCAPES.get(letter);
  if (found !== undefined) {
    cursor.at += 2;
    return found;
  }
  const length = DIGITS.get(letter) ?? 0;
  const digits = cursor.characters.slice(cursor.at + 2, cursor.at + 2 + length).join("");
  const point = Number.parseInt(digits, 16);
  const isPoint = length > 0 && new RegExp(`^[0-9A-Fa-f]{${length}}$`).test(digits) && point <= 0x10ffff;
  if (!isPoint || (point >= 0xd800 && point <= 0xdfff)) throw odd(cursor);
  cursor.at += 2 + length;
  return String.fromCodePoint(point);
}

/**
 * Pass blanks and ends of lines; return what they are in a text: one end of a line is a blank, each other is kept.
 * @param {Cursor} cursor
 * @param {boolean} [isJoined] whether the end of a line was just passed that does not count
 * @param {number} [indent] the column before which no tab may stand
 * @returns {string}
 */
function folded(cursor, isJoined = false, indent = 0) {
  const blanks = isJoined ? "" : blanksHere(cursor);
  const first = isJoined ? "" : takeBreakHere(cursor);
  if (first === null) return blanks;
  let others = "";
  for (;;) {
    passIndent(cursor, indent);
    const end = takeBreakHere(cursor);
    if (end === null) break;
    others += end;
  }
  if (first !== "\n") return first + others;
  return others === "" ? " " : others;
}

/**
 * @param {Cursor} cursor
 * @returns {string}
 */
function blanksHere(cursor) {
  const begin = cursor.at;
  while (isBlank(seen(cursor))) cursor.at += 1;
  return cursor.characters.slice(begin, cursor.at).join("");
}

/**
 * @param {Cursor} cursor
 * @returns {string | null}
 */
function takeBreakHere(cursor) {
  return isBreak(seen(cursor)) ? takeBreak(cursor) : null;
}

/**
 * @param {Cursor} cursor
 * @param {number} indent
 */
function passIndent(cursor, indent) {
  for (; isBlank(seen(cursor)); cursor.at += 1) {
    if (seen(cursor) === "\t" && columnOf(cursor) < indent) throw odd(cursor);
  }
}

/**
 * Read a text without quotes, which goes on in lines that are indented by at least so much.
 * @param {Cursor} cursor
 * @param {number} indent
 * @param {boolean} isFlow whether it stands in brackets
 * @returns {string}
 */
export function plain(cursor, indent, isFlow) {
  let text = "";
  let between = "";
  for (;;) {
    if (seen(cursor) === "#" || isMark(cursor, "-") || isMark(cursor, ".")) return text;
    const word = plainWord(cursor, isFlow);
    if (word === "") return text;
    text += between + word;
    if (!isBlank(seen(cursor)) && !isBreak(seen(cursor))) return text;
    between = folded(cursor, false, indent);
    if (!isFlow && columnOf(cursor) < indent) return text;
  }
}

/**
 * @param {Cursor} cursor
 * @param {boolean} isFlow
 * @returns {string}
 */
function plainWord(cursor, isFlow) {
  const begin = cursor.at;
  while (!isApart(seen(cursor)) && !(isFlow && ENDS_IN_FLOW.includes(seen(cursor)))) {
    if (seen(cursor) === ":" && isApart(seen(cursor, 1))) break;
    if (isFlow && seen(cursor) === ":" && "?,[]{}".includes(seen(cursor, 1))) throw odd(cursor);
    cursor.at += 1;
  }
  return cursor.characters.slice(begin, cursor.at).join("");
}

/**
 * Read a text of several lines, behind `|` or `>`; it is indented by more than what holds it.
 * @param {Cursor} cursor
 * @param {number} indent that of what holds it
 * @returns {string}
 */
export function block(cursor, indent) {
  const isFolded = seen(cursor) === ">";
  cursor.at += 1;
  const { chomping, more } = blockHead(cursor);
  let column = more === 0 ? 0 : Math.max(indent, 0) + more;
  let gap = blockGap(cursor, column);
  column = column || Math.max(gap.deepest, indent + 1, 1);
  let text = "";
  let end = "";
  let wasDeeper = false;
  while (columnOf(cursor) === column && seen(cursor) !== "") {
    const isDeeper = isBlank(seen(cursor));
    if (isFolded && end === "\n" && !wasDeeper && !isDeeper) text += gap.ends === "" ? " " : gap.ends;
    else text += end + gap.ends;
    wasDeeper = isDeeper;
    const begin = cursor.at;
    passComment(cursor); // no comment, but as far as one would go
    text += cursor.characters.slice(begin, cursor.at).join("");
    end = takeBreak(cursor);
    gap = blockGap(cursor, column);
  }
  return text + (chomping === "-" ? "" : end) + (chomping === "+" ? gap.ends : "");
}

/**
 * Read how a block is written: what becomes of the ends of lines behind it, and how much it is indented if that is said.
 * @param {Cursor} cursor
 * @returns {{chomping: string, more: number}}
 */
function blockHead(cursor) {
  let chomping = "";
  let more = 0;
  for (let times = 0; times < 2; times += 1) {
    if (chomping === "" && "+-".includes(seen(cursor) || " ")) chomping = seen(cursor);
    else if (more === 0 && /^[1-9]$/.test(seen(cursor))) more = Number(seen(cursor));
    else break;
    cursor.at += 1;
  }
  while (isBlank(seen(cursor))) cursor.at += 1;
  if (seen(cursor) === "#") passComment(cursor);
  if (seen(cursor) !== "" && !isBreak(seen(cursor))) throw odd(cursor);
  takeBreak(cursor);
  return { chomping, more };
}

/**
 * Pass empty lines, and the indent of the next; `column` is 0 where the first line is yet to say how much that is.
 * @param {Cursor} cursor
 * @param {number} column
 * @returns {{ends: string, deepest: number}}
 */
function blockGap(cursor, column) {
  let ends = "";
  let deepest = 0;
  for (;;) {
    while ((column === 0 || columnOf(cursor) < column) && seen(cursor) === " ") cursor.at += 1;
    deepest = Math.max(deepest, columnOf(cursor));
    if ((column === 0 || columnOf(cursor) < column) && seen(cursor) === "\t") throw odd(cursor);
    if (!isBreak(seen(cursor))) return { ends, deepest };
    ends += takeBreak(cursor);
  }
}
