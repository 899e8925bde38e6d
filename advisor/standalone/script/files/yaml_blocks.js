// Lists and mappings that their indent holds together, and the document around them.

import {
  columnOf,
  isApart,
  isBlank,
  isBreak,
  isEnd,
  passBlanks,
  passComment,
  placeOf,
  seen,
} from "./yaml_cursor.js";
import { flow, isKey, passColon, word } from "./yaml_flow.js";
import { asKey, attach, behind, collection, inList, textNode } from "./yaml_nodes.js";
import { odd } from "./yaml_refusals.js";
import { block } from "./yaml_scalars.js";

/** @typedef {import("./yaml_nodes.js").Node} Node */
/** @typedef {import("./yaml_nodes.js").Reader} Reader */
/** @typedef {import("./yaml_nodes.js").Held} Held */
/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */
/** @typedef {{blocks: boolean, dashes: boolean}} May whether a list or mapping may begin in this line; and a list below
 *   the key that it belongs to, no further in */

/**
 * Read what stands behind a key, a dash, or at the top of a document; that may be nothing.
 * @param {Reader} reader
 * @param {Held} held `indent` is that of what holds it
 * @param {May} may
 * @returns {Node}
 */
export function value(reader, held, may) {
  const { cursor } = reader;
  const { line, column } = placeOf(cursor);
  passBlanks(cursor, { tabs: !may.blocks });
  const isBelow = cursor.line > line;
  const mayHold = may.blocks || isBelow;
  const isList = isDash(cursor);
  const isOneIndent = columnOf(cursor) === held.indent;
  if (!isEnd(cursor) && isBelow && may.dashes && isList && isOneIndent) return blockList(reader, held, true);
  if (isEnd(cursor) || columnOf(cursor) <= held.indent) {
    return textNode(reader, "", { line, column }, held.path, true);
  }
  if (isList && mayHold) return blockList(reader, held, false);
  if ("|>".includes(seen(cursor))) {
    const place = placeOf(cursor);
    return textNode(reader, block(cursor, held.indent), place, held.path, false);
  }
  return textOrMapping(reader, held, mayHold);
}

/**
 * Read a text or what stands in brackets; where it is a key, the mapping that begins with it.
 * @param {Reader} reader
 * @param {Held} held
 * @param {boolean} mayHold whether a mapping may begin here
 * @returns {Node}
 */
function textOrMapping(reader, held, mayHold) {
  const { cursor } = reader;
  const begin = { ...cursor };
  const found = "[{".includes(seen(cursor)) ? flow(reader, held) : word(reader, held, false);
  if (isKey(cursor, begin, false)) {
    if (!mayHold) throw odd(cursor);
    return blockMapping(reader, held, found);
  }
  if (!isFresh(cursor)) toEndOfLine(cursor);
  return found;
}

/**
 * Read a mapping whose first key is read already.
 * @param {Reader} reader
 * @param {Held} held
 * @param {Node} first
 * @returns {Node}
 */
function blockMapping(reader, held, first) {
  const { cursor } = reader;
  const indent = first.column - 1;
  const { line, column } = first;
  const mapping = collection(reader, new Map(), { line, column }, held);
  for (let key = asKey(first); ; key = nextKey(reader, { ...held, indent })) {
    passColon(cursor);
    const inside = behind(key, held, indent);
    attach(reader, mapping, key, () => value(reader, inside, { blocks: false, dashes: true }));
    if (isOver(cursor, indent)) return mapping;
    if (isDash(cursor)) throw odd(cursor);
  }
}

/**
 * @param {Reader} reader
 * @param {Held} held
 * @returns {Node}
 */
function nextKey(reader, held) {
  const { cursor } = reader;
  const begin = { ...cursor };
  const key = word(reader, held, false);
  if (!isKey(cursor, begin, false)) throw odd(cursor);
  return key;
}

/**
 * Read a list whose first dash is here.
 * @param {Reader} reader
 * @param {Held} held
 * @param {boolean} isBelowKey whether it is no further in than the key that it belongs to, so that keys may follow it
 * @returns {Node}
 */
function blockList(reader, held, isBelowKey) {
  const { cursor } = reader;
  const indent = columnOf(cursor);
  const list = collection(reader, /** @type {Node[]} */ ([]), placeOf(cursor), held);
  for (;;) {
    cursor.at += 1;
    list.value.push(value(reader, inList(list, held, indent), { blocks: true, dashes: false }));
    if (isOver(cursor, indent)) return list;
    if (!isDash(cursor)) {
      if (isBelowKey) return list;
      throw odd(cursor);
    }
  }
}

/**
 * Go to what comes next; return whether it is no more of what is indented by so much.
 * @param {Cursor} cursor
 * @param {number} indent
 * @returns {boolean}
 */
function isOver(cursor, indent) {
  passBlanks(cursor, { tabs: false });
  if (isEnd(cursor) || columnOf(cursor) < indent) return true;
  if (columnOf(cursor) > indent) throw odd(cursor);
  return false;
}

/**
 * @param {Cursor} cursor
 * @returns {boolean}
 */
function isDash(cursor) {
  return seen(cursor) === "-" && isApart(seen(cursor, 1));
}

/**
 * Return whether nothing was read of the line yet: a text without quotes goes on until something else begins.
 * @param {Cursor} cursor
 * @returns {boolean}
 */
function isFresh(cursor) {
  return cursor.characters.slice(cursor.begins, cursor.at).every(isBlank);
}

/**
 * Pass the rest of a line, in which nothing but a comment may stand.
 * @param {Cursor} cursor
 */
export function toEndOfLine(cursor) {
  while (isBlank(seen(cursor))) cursor.at += 1;
  if (seen(cursor) === "#") passComment(cursor);
  if (seen(cursor) !== "" && !isBreak(seen(cursor))) throw odd(cursor);
}
