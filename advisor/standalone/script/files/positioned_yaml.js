// Reads a YAML file into a tree in which every value knows its line and column. As advisor/files/positioned_yaml.py.
//
// It reads what the program writes and what people write by hand. What it does not know it refuses, though Python may
// read it: directives, explicit keys, the tag that says nothing. What it reads, it reads as Python does.

import { say } from "../language.js";
import { holdsControl } from "../text.js";
import { ofOtherProgram } from "./other_programs.js";
import { decoded } from "./utf8.js";
import { toEndOfLine, value } from "./yaml_blocks.js";
import { Refused, columnOf, cursorAt, isMark, passBlanks, passComment, placeOf, seen } from "./yaml_cursor.js";
import { odd, second, unusual } from "./yaml_refusals.js";

/** @typedef {import("../errors.js").Fault} Fault */
/** @typedef {import("./yaml_cursor.js").Cursor} Cursor */
/** @typedef {import("./yaml_nodes.js").Node} Node */
/** @typedef {import("./yaml_nodes.js").Reader} Reader */
/** @typedef {{tree: Node | null, faults: Fault[]}} Read */

export const LARGEST_FILE = 2_000_000; // bytes; a case is a few thousand
const NOT_ALLOWED = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const VERSION = /^%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?$/s;

/**
 * Return the tree that the bytes of a file hold, null if there is none, and the faults found.
 * @param {ArrayLike<number>} bytes
 * @returns {Read}
 */
export function parseBytes(bytes) {
  if (bytes.length > LARGEST_FILE) return noTree(0, say("cases.too_large", { largest: 2 }), say("cases.right_file"));
  const other = ofOtherProgram(bytes);
  if (other !== "") return noTree(1, other, say("cases.save_as_text"));
  const { text, bad } = decoded(bytes);
  if ((text === null || Array.prototype.includes.call(bytes, 0)) && isUtf16(bytes)) {
    return noTree(1, say("cases.utf16"), say("cases.save_as_utf8"));
  }
  if (Array.prototype.includes.call(bytes, 0)) return noTree(1, say("cases.no_text"), say("cases.right_file"));
  if (text === null) {
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const before = Array.prototype.slice.call(bytes, 0, isMarked ? bad - 3 : bad); // Python counts from behind the mark
    const line = before.filter((byte) => byte === 0x0a).length + 1;
    return noTree(line, say("cases.no_utf8"), say("cases.save_as_utf8"));
  }
  return parseTree(text.replace(/^\ufeff/, ""));
}

/**
 * Return whether bytes look like UTF-16: by the mark that it begins with, or by a nothing in every other place.
 * @param {ArrayLike<number>} bytes
 * @returns {boolean}
 */
function isUtf16(bytes) {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const nothings = [0, 0]; // at even and at odd places
  for (let at = 0; at < bytes.length; at += 1) nothings[at % 2] += bytes[at] === 0 ? 1 : 0;
  return isMarked || Math.max(...nothings) * 3 > bytes.length;
}

/**
 * Return the tree of a text, null if there is none, and the faults found.
 * @param {string} text
 * @returns {Read}
 */
export function parseTree(text) {
  if (NOT_ALLOWED.test(text)) return { tree: null, faults: [characterFault(text)] };
  /** @type {Reader} */
  const reader = { cursor: cursorAt(text.replace(/^\ufeff/, "")), nodes: 0, faults: [] };
  try {
    const tree = document(reader);
    if (tree === null) return noTree(1, say("cases.empty"), say("cases.write_a_line"));
    return { tree, faults: reader.faults };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { line, column } = error.place;
    const fault = { line, column, what: error.message, remedy: error.remedy, path: [] };
    return { tree: null, faults: [...reader.faults, fault] };
  }
}

/**
 * @param {Reader} reader
 * @returns {Node | null}
 */
function document(reader) {
  const { cursor } = reader;
  passBlanks(cursor, { tabs: false });
  const isVersioned = seen(cursor) === "%" && columnOf(cursor) === 0;
  if (isVersioned) passVersion(cursor);
  if (seen(cursor) === "" && !isVersioned) return null;
  const isMarked = isMark(cursor, "-");
  if (isMark(cursor, ".") || (isVersioned && !isMarked)) throw odd(cursor);
  if (isMarked) cursor.at += 3;
  const root = value(reader, { path: [], depth: 0, indent: -1 }, { blocks: !isMarked, dashes: false });
  const place = placeOfNext(cursor);
  passEnd(cursor);
  return root.value === null && root.text === "" ? { ...root, ...place } : root;
}

/**
 * Return where something comes next, as the place of nothing: the end of the text is the line behind the last.
 * @param {Cursor} cursor
 * @returns {import("./yaml_cursor.js").Place}
 */
function placeOfNext(cursor) {
  const isInLine = seen(cursor) === "" && columnOf(cursor) > 0;
  return isInLine ? { line: cursor.line + 1, column: 1 } : placeOf(cursor);
}

/**
 * Pass the line that says which YAML this is.
 * @param {Cursor} cursor
 */
function passVersion(cursor) {
  const begin = { ...cursor };
  passComment(cursor);
  if (!VERSION.test(cursor.characters.slice(begin.at, cursor.at).join(""))) throw unusual(begin);
  passBlanks(cursor, { tabs: false });
}

/**
 * Pass what may stand behind the one document of a file.
 * @param {Cursor} cursor
 */
function passEnd(cursor) {
  for (passBlanks(cursor, { tabs: false }); seen(cursor) !== ""; passBlanks(cursor, { tabs: false })) {
    if (isMark(cursor, "-")) throw second(placeOf(cursor));
    if (!isMark(cursor, ".")) throw odd(cursor);
    cursor.at += 3;
    toEndOfLine(cursor);
  }
}

/**
 * Return the fault of a text with a character that no file may hold: at the first that steers, if there is one.
 * @param {string} text
 * @returns {Fault}
 */
function characterFault(text) {
  const characters = Array.from(text);
  const at = Math.max(
    characters.findIndex((each) => each !== "\r" && holdsControl(each)),
    0
  );
  const before = characters.slice(0, at);
  const line = before.filter((each) => each === "\n").length + 1;
  const column = at - before.lastIndexOf("\n");
  return { line, column, what: say("cases.control"), remedy: say("cases.take_out"), path: [] };
}

/**
 * Return that there is no tree, and why; a file that was not even looked into has no lines.
 * @param {number} line
 * @param {string} what
 * @param {string} remedy
 * @returns {Read}
 */
function noTree(line, what, remedy) {
  return { tree: null, faults: [{ line, column: Math.min(line, 1), what, remedy, path: [] }] };
}
