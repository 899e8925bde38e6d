// What is wrong with an input: where, what, and what to try. As advisor/errors.py.

import { sayCount } from "./language.js";
import { sortedBy } from "./order_by.js";
import { shortened, shownName } from "./text.js";

/** @typedef {(string | number)[]} Path keys, and numbers of members counted from 0 */
/** @typedef {{line: number, column: number, what: string, remedy: string, path: Path}} Fault lines count from 1 */

const LONGEST_MESSAGE = 400;
const MOST_SHOWN = 100;

/**
 * Return each fault once, in the order of their places in the file.
 * @param {Fault[]} faults
 * @returns {Fault[]}
 */
export function inOrder(faults) {
  const each = new Map(faults.map((fault) => [JSON.stringify(keyOf(fault)), fault]));
  return sortedBy(each.values(), keyOf);
}

/**
 * @param {Fault} fault
 * @returns {import("./order_by.js").Key}
 */
function keyOf({ line, column, path, what, remedy }) {
  return [line, column, path.map((step) => [typeof step === "number", step]), what, remedy];
}

/**
 * Return a line for each of the first hundred faults of a file, and how many more there are.
 * @param {string} file its name
 * @param {Fault[]} faults
 * @returns {string[]}
 */
export function linesOf(file, faults) {
  const lines = faults.slice(0, MOST_SHOWN).map((fault) => lineOf(file, fault));
  const more = faults.length - lines.length;
  return more > 0 ? [...lines, sayCount("cases.more_faults", more, { more })] : lines;
}

/**
 * @param {string} file
 * @param {Fault} fault
 * @returns {string}
 */
function lineOf(file, { line, column, what, remedy }) {
  const place = line > 0 ? `${shownName(file)}:${line}:${column}` : shownName(file);
  const said = [what, remedy].map((text) => shownName(shortened(text, LONGEST_MESSAGE)));
  return `${place}: ${said.join("; ")}`;
}
