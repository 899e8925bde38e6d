// Lines of so many letters, broken as Python's textwrap breaks them: at blanks and, where wanted, behind hyphens.

import { lengthOf, stripped, strippedAtEnd } from "./text.js";

const PUNCTUATION = "[\\p{L}\\p{N}_!\"'&.,?]";
const LETTER = "[\\p{L}\\p{Nl}\\p{No}_]";
const HYPHENATED = `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})`;
const WORD = `[^ ]+?(?:${HYPHENATED}|(?= |$)|(?<=${PUNCTUATION})(?=-{2,}[\\p{L}\\p{N}_]))`;
const CHUNKS = new RegExp(`( +|(?<=${PUNCTUATION})-{2,}(?=[\\p{L}\\p{N}_])|${WORD})`, "u");
const BETWEEN_BLANKS = /( +)/;
const USUAL = { most: Infinity, placeholder: "", first: "", rest: "", atHyphens: true };
const BLANKS = /[\n\v\f\r]/g;

/**
 * How lines are broken: of more than `most` the last ends in `placeholder`; they are indented as `first` and the
 * `rest` say, and end behind a hyphen `atHyphens`.
 * @typedef {{most?: number, placeholder?: string, first?: string, rest?: string, atHyphens?: boolean}} How
 */

/**
 * Return a text in lines of at most so many letters.
 * @param {string} text
 * @param {number} width
 * @param {How} [how]
 * @returns {string[]}
 */
export function wrapped(text, width, how = {}) {
  const { most, placeholder, first, rest, atHyphens } = { ...USUAL, ...how };
  /** @type {string[]} */
  const lines = [];
  const chunks = chunksOf(text, atHyphens).reverse();
  while (chunks.length > 0) {
    const indent = lines.length > 0 ? rest : first;
    const room = width - lengthOf(indent);
    if (lines.length > 0 && isBlank(chunks[chunks.length - 1])) chunks.pop();
    const line = fullLine(chunks, room, atHyphens);
    if (line.length === 0) continue;
    if (lines.length + 1 >= most && !isLast(line, chunks, room)) return ended(lines, line, room, placeholder);
    lines.push(indent + line.join(""));
  }
  return lines;
}

/**
 * Return whether nothing that can be seen comes behind a line, and it has room.
 * @param {string[]} line
 * @param {string[]} left
 * @param {number} width
 * @returns {boolean}
 */
function isLast(line, left, width) {
  const isEnd = left.length === 0 || (left.length === 1 && isBlank(left[0]));
  return isEnd && lengthOf(line.join("")) <= width;
}

/**
 * Return the pieces of a text between which a line may end.
 * @param {string} text
 * @param {boolean} atHyphens
 * @returns {string[]}
 */
function chunksOf(text, atHyphens) {
  const between = atHyphens ? CHUNKS : BETWEEN_BLANKS;
  return withoutTabs(text).replace(BLANKS, " ").split(between).filter((chunk) => chunk !== "");
}

/**
 * Return a text with blanks up to the next eighth column for each tab.
 * @param {string} text
 * @returns {string}
 */
function withoutTabs(text) {
  let column = 0;
  return Array.from(text, (each) => {
    if (each === "\t") {
      const blanks = 8 - (column % 8);
      column += blanks;
      return " ".repeat(blanks);
    }
    column = each === "\n" || each === "\r" ? 0 : column + 1;
    return each;
  }).join("");
}

/**
 * @param {string} text
 * @returns {boolean}
 */
function isBlank(text) {
  return stripped(text) === "";
}

/**
 * Take from the end of `chunks` what one line holds; a word that no line holds is broken.
 * @param {string[]} chunks
 * @param {number} width
 * @param {boolean} atHyphens
 * @returns {string[]}
 */
function fullLine(chunks, width, atHyphens) {
  /** @type {string[]} */
  const line = [];
  let length = 0;
  while (chunks.length > 0 && length + lengthOf(chunks[chunks.length - 1]) <= width) {
    const chunk = /** @type {string} */ (chunks.pop());
    line.push(chunk);
    length += lengthOf(chunk);
  }
  if (chunks.length > 0 && lengthOf(chunks[chunks.length - 1]) > width) {
    const [head, rest] = broken(/** @type {string} */ (chunks.pop()), width < 1 ? 1 : width - length, atHyphens);
    line.push(head);
    chunks.push(rest);
  }
  if (isBlank(line[line.length - 1] ?? "-")) line.pop();
  return line;
}

/**
 * Return what of a long word has room, up to its last hyphen if there is one and it may end there, and the rest.
 * @param {string} word
 * @param {number} room
 * @param {boolean} atHyphens
 * @returns {[string, string]}
 */
function broken(word, room, atHyphens) {
  const letters = Array.from(word);
  const hyphen = atHyphens ? letters.slice(0, room).lastIndexOf("-") : -1;
  const end = hyphen > 0 && letters.slice(0, hyphen).some((each) => each !== "-") ? hyphen + 1 : room;
  return [letters.slice(0, end).join(""), letters.slice(end).join("")];
}

/**
 * Return lines of which the last says that there is more.
 * @param {string[]} lines
 * @param {string[]} line what would be the next
 * @param {number} width
 * @param {string} placeholder
 * @returns {string[]}
 */
function ended(lines, line, width, placeholder) {
  const kept = [...line];
  while (kept.length > 0) {
    const text = kept.join("");
    if (!isBlank(kept[kept.length - 1]) && lengthOf(text) + lengthOf(placeholder) <= width) {
      return [...lines, text + placeholder];
    }
    kept.pop();
  }
  const above = strippedAtEnd(lines[lines.length - 1] ?? "");
  if (lines.length > 0 && lengthOf(above) + lengthOf(placeholder) <= width) {
    return [...lines.slice(0, -1), above + placeholder];
  }
  return [...lines, stripped(placeholder)];
}
