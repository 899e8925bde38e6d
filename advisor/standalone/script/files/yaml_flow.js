// Lists and mappings in brackets, as JSON has them too. The indent of their lines says nothing.

import { isApart, isBlank, isEnd, isStrayMark, passBlanks, placeOf, seen } from "./yaml_cursor.js";
import { asKey, attach, behind, collection, inList, textNode } from "./yaml_nodes.js";
import { anchor, noWord, odd, unusual } from "./yaml_refusals.js";
import { plain, quoted } from "./yaml_scalars.js";

/** @typedef {import("./yaml_nodes.js").Node} Node */
/** @typedef {import("./yaml_nodes.js").Reader} Reader */
/** @typedef {import("./yaml_nodes.js").Held} Held */
/** @typedef {import("./yaml_nodes.js").Path} Path */
/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */

const LONGEST_KEY = 1024; // characters; and a key ends in the line in which it begins

/**
 * Read the list or mapping whose bracket is here.
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
export function flow(reader, held) {
  return seen(reader.cursor) === "[" ? flowList(reader, held) : flowMapping(reader, held);
}

/**
 * Read a text that is no block: in quotes, or plain.
 * @param {Reader} reader
 * @param {Held} held
 * @param {boolean} isFlow whether it stands in brackets
 * @returns {Node}
 */
export function word(reader, held, isFlow) {
  const { cursor } = reader;
  const place = placeOf(cursor);
  const first = seen(cursor);
  if (first === '"' || first === "'") return textNode(reader, quoted(cursor), place, held.path, false);
  if (first === "&" || first === "*") throw anchor(cursor);
  if (first === "!" || (first === "?" && (isFlow || isApart(seen(cursor, 1))))) throw unusual(cursor);
  if (isStrayMark(cursor)) throw unusual(cursor);
  if (!mayBegin(cursor, isFlow)) throw odd(cursor);
  return textNode(reader, plain(cursor, held.indent + 1, isFlow), place, held.path, true);
}

/**
 * Return whether a text without quotes may begin here.
 * @param {Cursor} cursor
 * @param {boolean} isFlow
 * @returns {boolean}
 */
function mayBegin(cursor, isFlow) {
  const first = seen(cursor);
  if (first === "-") return !isApart(seen(cursor, 1));
  if (first === ":" || first === "?") return !isFlow && !isApart(seen(cursor, 1));
  return !isEnd(cursor) && !isApart(first) && !",[]{}#|>%@`".includes(first);
}

/**
 * Return whether what began at `begin` is a key: it is short, on one line, and a colon comes behind it.
 * @param {Cursor} cursor
 * @param {{at: number, line: number}} begin
 * @param {boolean} isFlow
 * @returns {boolean}
 */
export function isKey(cursor, begin, isFlow) {
  if (cursor.line !== begin.line) return false;
  let later = 0;
  while (isBlank(seen(cursor, later))) later += 1;
  if (seen(cursor, later) !== ":" || !(isFlow || isApart(seen(cursor, later + 1)))) return false;
  return cursor.at + later - begin.at <= LONGEST_KEY;
}

/**
 * Pass the colon behind a key.
 * @param {Cursor} cursor
 */
export function passColon(cursor) {
  while (isBlank(seen(cursor))) cursor.at += 1;
  cursor.at += 1;
}

/**
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function flowList(reader, held) {
  const { cursor } = reader;
  const list = collection(reader, /** @type {Node[]} */ ([]), placeOf(cursor), held);
  for (cursor.at += 1; !isClosed(cursor, "]", list.value.length === 0); ) {
    list.value.push(flowMember(reader, inList(list, held, held.indent)));
  }
  return list;
}

/**
 * Read a member of a list in brackets; `key: value` is a mapping of one.
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function flowMember(reader, held) {
  const { cursor } = reader;
  const begin = { ...cursor };
  const place = placeOf(cursor);
  const member = flowValue(reader, held);
  if (!isKey(cursor, begin, true)) return member;
  const mapping = collection(reader, new Map(), place, held);
  const key = asKey(member);
  passColon(cursor);
  attach(reader, mapping, key, () => flowBehind(reader, behind(key, held, held.indent)));
  return mapping;
}

/**
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function flowMapping(reader, held) {
  const { cursor } = reader;
  const mapping = collection(reader, new Map(), placeOf(cursor), held);
  let isFirst = true;
  for (cursor.at += 1; !isClosed(cursor, "}", isFirst); isFirst = false) {
    const begin = { ...cursor };
    if ("[{".includes(seen(cursor) || " ")) throw noWord(placeOf(cursor));
    const key = word(reader, held, true);
    const inside = behind(key, held, held.indent);
    if (isKey(cursor, begin, true)) {
      passColon(cursor);
      attach(reader, mapping, key, () => flowBehind(reader, inside));
    } else {
      attach(reader, mapping, key, () => nothing(reader, inside));
    }
  }
  return mapping;
}

/**
 * Read what stands behind a colon in brackets, which may be nothing.
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function flowBehind(reader, held) {
  passBlanks(reader.cursor, { tabs: true, everywhere: true });
  return ",]}".includes(seen(reader.cursor) || " ") ? nothing(reader, held) : flowValue(reader, held);
}

/**
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function flowValue(reader, held) {
  return "[{".includes(seen(reader.cursor) || " ") ? flow(reader, held) : word(reader, held, true);
}

/**
 * Return the node of nothing, which stands before what comes next.
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function nothing(reader, held) {
  passBlanks(reader.cursor, { tabs: true, everywhere: true });
  return textNode(reader, "", placeOf(reader.cursor), held.path, true);
}

/**
 * Pass what stands between members, and the bracket that closes them; return whether it was there.
 * @param {Cursor} cursor
 * @param {string} bracket
 * @param {boolean} isFirst whether no member was read yet
 * @returns {boolean}
 */
function isClosed(cursor, bracket, isFirst) {
  passBlanks(cursor, { tabs: true, everywhere: true });
  if (!isFirst && seen(cursor) !== bracket) {
    if (seen(cursor) !== ",") throw odd(cursor);
    cursor.at += 1;
    passBlanks(cursor, { tabs: true, everywhere: true });
  }
  if (isEnd(cursor)) throw odd(cursor);
  if (seen(cursor) !== bracket) return false;
  cursor.at += 1;
  return true;
}
