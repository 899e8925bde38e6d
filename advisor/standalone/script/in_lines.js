// A text in lines of so many columns, broken between words alone. As `in_lines` of advisor/_text.py.

import { takesTwo } from "./wide.js";
import { wrapped } from "./wrapping.js";

const ROOM = "\0"; // stands for the second column of a wide letter; no text that is shown holds one

/**
 * Return a text in lines of at most so many columns, indented as `first` and the `rest` say.
 *
 * A letter that takes two columns, as Chinese and Japanese ones do, counts as two.
 * @param {string} text
 * @param {number} columns
 * @param {string} [first]
 * @param {string} [rest]
 * @returns {string[]}
 */
export function inLines(text, columns, first = "", rest = "") {
  const spread = Array.from(text, (each) => (takesTwo(each) ? each + ROOM : each)).join("");
  const isWide = spread.length > text.length;
  const width = columns - Number(isWide); // a line may end between a letter and its room
  return wrapped(spread, width, { first, rest, atHyphens: false }).map((line) => line.replaceAll(ROOM, ""));
}
