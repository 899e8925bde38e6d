// The values of a file, each with its place: texts, lists and mappings. As `Node` in advisor/files/positioned_yaml.py.

import { say } from "../language.js";
import { holdsControl, shownName } from "../text.js";
import { bulletOf } from "./yaml_bullets.js";
import { bullet, control, noWord, tooDeep, tooMany } from "./yaml_refusals.js";
import { scalar } from "./yaml_words.js";

/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */
/** @typedef {import("./yaml_cursor.js").Place} Place */
/** @typedef {import("./yaml_words.js").Scalar} Scalar */
/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("../errors.js").Path} Path */
/**
 * A value with its place; a mapping has the node of each key and of what stands behind it. `text` is a scalar as it
 * was written, `path` leads to it from the top, and that of a key to what holds it.
 * @typedef {{value: Scalar | Node[] | Map<string, [Node, Node]>, line: number, column: number, text: string,
 *   path: Path}} Node
 */
/** @typedef {{cursor: Cursor, nodes: number, faults: Fault[]}} Reader */
/** @typedef {{path: Path, depth: number, indent: number}} Held where a value stands: in how much, how far indented */

const MOST_NODES = 30_000; // values in a file
const DEEPEST = 60; // levels of lists and mappings

/**
 * Return the node of a text, which without quotes may be a number or another word of YAML.
 * @param {Reader} reader
 * @param {string} text
 * @param {Place} place
 * @param {Path} path
 * @param {boolean} isPlain
 * @returns {Node}
 */
export function textNode(reader, text, place, path, isPlain) {
  counted(reader, place);
  if (holdsControl(text)) throw control(place);
  return { value: isPlain ? scalar(text) : text, ...place, text, path };
}

/**
 * Return the node of a list or mapping that is empty yet.
 * @template {Node[] | Map<string, [Node, Node]>} T
 * @param {Reader} reader
 * @param {T} value
 * @param {Place} place
 * @param {Held} held
 * @returns {Node & {value: T}}
 */
export function collection(reader, value, place, held) {
  counted(reader, place);
  if (held.depth >= DEEPEST) throw tooDeep(place);
  return { value, ...place, text: "", path: held.path };
}

/**
 * Return where a member of a list stands.
 * @param {Node & {value: Node[]}} list
 * @param {Held} held where the list does
 * @param {number} indent
 * @returns {Held}
 */
export function inList(list, held, indent) {
  return { path: [...held.path, list.value.length], depth: held.depth + 1, indent };
}

/**
 * Return where what stands behind a key stands.
 * @param {Node} key
 * @param {Held} held where the mapping does
 * @param {number} indent
 * @returns {Held}
 */
export function behind(key, held, indent) {
  return { path: [...held.path, key.text], depth: held.depth + 1, indent };
}

/**
 * Put a key and what stands behind it into a mapping; of two that are alike the first stays, and the other is a fault.
 * @param {Reader} reader
 * @param {Node & {value: Map<string, [Node, Node]>}} mapping
 * @param {Node} key
 * @param {() => Node} read reads what stands behind it
 */
export function attach(reader, mapping, key, read) {
  const sign = bulletOf(key.text);
  if (sign !== "") throw bullet(key, sign);
  const first = mapping.value.get(key.text);
  if (first !== undefined) {
    const what = say("cases.twice", { word: shownName(key.text), line: first[0].line });
    const isNext = typeof mapping.path.at(-1) === "number" && mapping.value.keys().next().value === key.text;
    reader.faults.push(faultAt(key, what, say(isNext ? "cases.begins_another" : "cases.keep_one")));
  }
  const value = read();
  if (first === undefined) mapping.value.set(key.text, [key, value]);
}

/**
 * Return a node that is to be a key; only a word can be one.
 * @param {Node} node
 * @returns {Node}
 */
export function asKey(node) {
  if (Array.isArray(node.value) || node.value instanceof Map) throw noWord(node);
  return node;
}

/**
 * Return a fault of a node.
 * @param {Node} node
 * @param {string} what what is wrong
 * @param {string} remedy what to try
 * @returns {Fault}
 */
export function faultAt(node, what, remedy) {
  return { line: node.line, column: node.column, what, remedy, path: node.path };
}

/**
 * Return what a mapping holds by its keys; nothing where a node is none.
 * @param {Node} node
 * @returns {Map<string, [Node, Node]>}
 */
export function membersOf(node) {
  return node.value instanceof Map ? node.value : new Map();
}

/**
 * Return what stands behind a key, or null.
 * @param {Node} node
 * @param {string} key
 * @returns {Node | null}
 */
export function memberOf(node, key) {
  return membersOf(node).get(key)?.[1] ?? null;
}

/**
 * @param {Reader} reader
 * @param {Place} place
 */
function counted(reader, place) {
  reader.nodes += 1;
  if (reader.nodes > MOST_NODES) throw tooMany(place);
}
