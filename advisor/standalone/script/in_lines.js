// A text in lines of so many columns, broken between words alone. As `in_lines` of advisor/_text.py.

import { stripped } from "./text.js";
import { takesTwo } from "./wide.js";

const ROOM = "\0"; // stands for the second column of a wide letter; no text that is shown holds one
const CHUNKS = / +|[^ ]+/g; // there are no tabs and ends of lines in what is on one line

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
  const letters = Array.from(text).flatMap((each) => (takesTwo(each) ? [each, ROOM] : [each]));
  const spread = letters.join("");
  const isWide = spread.length > text.length;
  // A line may end between a letter and its room.
  return broken(spread, columns - Number(isWide), first, rest).map((line) => line.replaceAll(ROOM, ""));
}

/**
 * @param {string} text
 * @param {number} columns
 * @param {string} first
 * @param {string} rest
 * @returns {string[]}
 */
function broken(text, columns, first, rest) {
  /** @type {string[]} */
  const lines = [];
  const chunks = Array.from(text.match(CHUNKS) ?? [], (chunk) => Array.from(chunk)).reverse();
  while (chunks.length > 0) {
    const indent = lines.length > 0 ? rest : first;
    const line = nextLine(chunks, columns - indent.length, lines.length > 0);
    if (line.length > 0) lines.push(indent + line.join(""));
  }
  return lines;
}

/**
 * Take from the end of `chunks` what one line holds; a word that no line holds is broken.
 * @param {string[][]} chunks
 * @param {number} width
 * @param {boolean} isFurther whether a line stands above it
 * @returns {string[]}
 */
function nextLine(chunks, width, isFurther) {
  if (isFurther && isBlank(chunks[chunks.length - 1])) chunks.pop();
  /** @type {string[][]} */
  const line = [];
  let length = 0;
  while (chunks.length > 0 && length + chunks[chunks.length - 1].length <= width) {
    const chunk = /** @type {string[]} */ (chunks.pop());
    line.push(chunk);
    length += chunk.length;
  }
  const next = chunks[chunks.length - 1];
  if (next !== undefined && next.length > width) line.push(next.splice(0, width < 1 ? 1 : width - length));
  if (line.length > 0 && isBlank(line[line.length - 1])) line.pop();
  return line.flat();
}

/**
 * Return whether a chunk is nothing but blanks, of any sort.
 * @param {string[]} chunk
 * @returns {boolean}
 */
function isBlank(chunk) {
  return stripped(chunk.join("")) === "";
}
