// A case file that somebody goes on with. As `open_case` in advisor/cases/store.py; the page writes the whole file anew.

import { inOrder, linesOf } from "../errors.js";
import { parseBytes } from "../files/positioned_yaml.js";
import { decoded } from "../files/utf8.js";
import { stripped } from "../text.js";
import { newCase } from "./case.js";
import { checkedCase } from "./check.js";
import { fitting } from "./fitting.js";

/** @typedef {import("../knowledge/base.js").Knowledge} Knowledge */
/** @typedef {import("./case.js").Case} Case */
/** @typedef {{case: Case | null, left_out: string[], faults: string[]}} Opened */

/**
 * Return the case that a file holds, to go on with: what no question or entry knows is left out of it and named.
 *
 * An empty file is a case of which nothing is known. Where there is no case, there is a line for each fault.
 * @param {ArrayLike<number>} bytes
 * @param {string} name that of the file
 * @param {Knowledge} knowledge
 * @returns {Opened}
 */
export function openCase(bytes, name, knowledge) {
  if (isBlank(bytes)) return { case: newCase(), left_out: [], faults: [] };
  const { tree, faults } = parseBytes(bytes);
  if (tree === null || faults.length > 0) {
    const more = tree === null ? [] : checkedCase(tree, knowledge).faults;
    return { case: null, left_out: [], faults: linesOf(name, inOrder([...faults, ...more])) };
  }
  const all = checkedCase(tree, knowledge).faults;
  const { fits, leftOut } = fitting(tree, knowledge, all);
  const found = checkedCase(fits, knowledge).case;
  return found === null
    ? { case: null, left_out: [], faults: linesOf(name, inOrder(all)) }
    : { case: found, left_out: leftOut, faults: [] };
}

/**
 * @param {ArrayLike<number>} bytes
 * @returns {boolean}
 */
function isBlank(bytes) {
  const { text } = decoded(bytes);
  return text !== null && stripped(text) === "";
}
