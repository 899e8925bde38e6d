// Writes data as YAML, to the byte as Python does it with PyYAML. As advisor/files/yaml_text.py.

import { lengthOf } from "../text.js";
import { isWord } from "./yaml_words.js";

/** @typedef {Map<string, string | number>} Flat a mapping of which nothing holds more */
/** @typedef {string | number | Flat | Map<string, string | number | Flat> | Flat[]} Data */
/** @typedef {{text: string, column: number}} Written so far, and how many characters its last line has */

const WIDTH = 100;
const STEP = 2; // blanks by which each level is indented
const TAKEN = /^(?:---|\.\.\.|[#,[\]{}&*!|>'\x22%@\x60]|[?-](?=[ \t\n]|$))|:(?=[ \t\n]|$)|[ \t\n]#/; // for something else
const NEEDS_ESCAPE = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffe}]/u;
const AS_IT_IS = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/; // between double quotes
const ESCAPES = new Map(Object.entries({ "\t": "\\t", "\n": "\\n", '"': '\\"', "\\": "\\\\" }));

/**
 * Return a mapping as the text of a YAML file, in the order in which it comes.
 * @param {Map<string, Data>} data
 * @returns {string}
 */
export function asYaml(data) {
  return mapping(data, 0, "");
}

/**
 * @param {Map<string, Data>} data
 * @param {number} indent
 * @param {string} first what its first line begins with, in place of blanks
 * @returns {string}
 */
function mapping(data, indent, first) {
  const lines = Array.from(data, ([key, value], place) => {
    const head = `${place === 0 ? first : ""}`.padEnd(indent) + `${keyText(key)}:`;
    return head + behind(value, indent, lengthOf(head));
  });
  return lines.join("");
}

/**
 * Return what stands behind the colon of a key, with the end of its line.
 * @param {Data} value
 * @param {number} indent that of the key
 * @param {number} column that of the colon
 * @returns {string}
 */
function behind(value, indent, column) {
  if (typeof value === "number") return ` ${value}\n`;
  if (typeof value === "string") return `${scalarText(value, column, indent + STEP, WIDTH)}\n`;
  if (value instanceof Map) return value.size === 0 ? " {}\n" : `\n${mapping(value, indent + STEP, "")}`;
  if (value.length === 0) return " []\n";
  return `\n${value.map((each) => mapping(each, indent + STEP, `${" ".repeat(indent)}- `)).join("")}`;
}

/**
 * @param {string} key
 * @returns {string}
 */
function keyText(key) {
  return scalarText(key, 0, 0, Infinity).slice(1);
}

/**
 * Return a text as it stands behind a colon, with the blank before it: in quotes only where it must be.
 * @param {string} text
 * @param {number} column
 * @param {number} indent that of its further lines
 * @param {number} width where a line is ended
 * @returns {string}
 */
function scalarText(text, column, indent, width) {
  const isDouble = /\n | \n/.test(text) || NEEDS_ESCAPE.test(text);
  if (isDouble) return doubleQuoted(text, column, indent, width);
  const isSingle = /^[ \n]|[ \n]$|\n/.test(text) || TAKEN.test(text) || isWord(text);
  return isSingle ? singleQuoted(text, column, indent, width) : plain(text, column, indent, width);
}

/**
 * @param {string} text
 * @param {number} column
 * @param {number} indent
 * @param {number} width
 * @returns {string}
 */
function plain(text, column, indent, width) {
  let written = added({ text: "", column }, " ");
  for (const run of text.match(/ +|[^ ]+/g) ?? []) {
    written = run === " " && written.column > width ? brokenOff(written, 1, indent) : added(written, run);
  }
  return written.text;
}

/**
 * @param {string} text
 * @param {number} column
 * @param {number} indent
 * @param {number} width
 * @returns {string}
 */
function singleQuoted(text, column, indent, width) {
  let written = added({ text: "", column }, " '");
  const runs = text.match(/ +|\n+|'|[^ \n']+/g) ?? [];
  runs.forEach((run, place) => {
    const isInside = place > 0 && place < runs.length - 1;
    if (run[0] === "\n") written = brokenOff(written, run.length + 1, indent);
    else if (run === " " && isInside && written.column > width) written = brokenOff(written, 1, indent);
    else written = added(written, run === "'" ? "''" : run);
  });
  return `${written.text}'`;
}

/**
 * Return a text between double quotes; a line may end before a blank, or at what is escaped.
 * @param {string} text
 * @param {number} column
 * @param {number} indent
 * @param {number} width
 * @returns {string}
 */
function doubleQuoted(text, column, indent, width) {
  const characters = Array.from(text);
  let written = added({ text: "", column }, ' "');
  let run = ""; // what is not written yet
  characters.forEach((each, place) => {
    const isEscaped = !AS_IT_IS.test(each) || ESCAPES.has(each);
    if (isEscaped) {
      written = added(written, run + escaped(each));
      run = "";
    }
    const mayEnd = each === " " || run === "";
    const isInside = place > 0 && place < characters.length - 1;
    const length = isEscaped ? -1 : lengthOf(run); // what is escaped may stand a character further out
    if (isInside && mayEnd && written.column + length > width) {
      written = brokenOff(added(written, `${run}\\`), 1, indent);
      run = "";
      if (characters[isEscaped ? place + 1 : place] === " ") written = added(written, "\\");
    }
    if (!isEscaped) run += each;
  });
  return `${written.text}${run}"`;
}

/**
 * @param {string} character
 * @returns {string}
 */
function escaped(character) {
  const found = ESCAPES.get(character);
  if (found !== undefined) return found;
  const point = Number(character.codePointAt(0));
  const digits = point.toString(16).toUpperCase();
  if (point <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/**
 * @param {Written} written
 * @param {string} more without an end of a line
 * @returns {Written}
 */
function added({ text, column }, more) {
  return { text: text + more, column: column + lengthOf(more) };
}

/**
 * @param {Written} written
 * @param {number} ends how many lines end
 * @param {number} indent that of the line that begins
 * @returns {Written}
 */
function brokenOff({ text }, ends, indent) {
  return { text: text + "\n".repeat(ends) + " ".repeat(indent), column: indent };
}
