// An outline: what a page says, and in which order; how it looks is the matter of others. As advisor/reports/outline.py.
//
// Everything in it is text on one line: whatever stands in a case file comes out as words. Beside what Python's has,
// a paragraph or a point may name a `hint`: where the program names a command, the page has something to press.

import { onOneLine, wordsOf } from "../text.js";

/**
 * What stands before a point, and in how many columns, the blank behind it included. `number` if it numbers the
 * point; `means` if it says something that other forms must say too.
 * @typedef {{sign: string, columns: number, number: number | null, means: boolean}} Mark
 */
/** @typedef {{type: "title", text: string}} Title the first is the title of the page, each further one of a section */
/** @typedef {{type: "group", text: string}} Group the title of some points inside a section */
/** @typedef {{type: "paragraph", text: string, close: boolean, hint: string}} Paragraph `close` to what is above it */
/** @typedef {{type: "point", text: string, depth: number, mark: Mark, hint: string}} Point of depth 1 below a title */
/** @typedef {{type: "to-write"}} ToWrite a line for somebody to write on */
/**
 * Rows below their headers; where they do not fit, `narrow` says the same in points. Where it is `to_fill`, what has
 * only dots in it is room to write. `widths` are those of the columns in parts of a hundred, if they matter.
 * @typedef {{type: "table", headers: string[], rows: string[][], narrow: Point[], wraps: boolean, to_fill: boolean,
 *   widths: number[]}} Table
 */
/** @typedef {Title | Group | Paragraph | Point | ToWrite | Table} Block */

export const DASH = mark("-", 2);
export const STAR = mark("*", 2);
export const FOR = mark("+", 2, true);
export const CARE = mark("!", 2, true);
export const PLAIN = mark("", 0); // a point without a mark
export const HANGING = mark("", 2); // the same, with its further lines further in
export const ROOM = ".".repeat(60); // where somebody may write

/**
 * @param {string} sign
 * @param {number} columns
 * @param {boolean} [means]
 * @returns {Mark}
 */
function mark(sign, columns, means = false) {
  return { sign, columns, number: null, means };
}

/**
 * Return the mark of a point with a number.
 * @param {number} number
 * @returns {Mark}
 */
export function numbered(number) {
  return { sign: `${number}.`, columns: 3, number, means: false };
}

/**
 * @param {string} text
 * @returns {Title}
 */
export function title(text) {
  return { type: "title", text: onOneLine(text) };
}

/**
 * @param {string} text
 * @returns {Group}
 */
export function group(text) {
  return { type: "group", text: onOneLine(text) };
}

/**
 * @param {string} text
 * @param {boolean} [close] whether it follows right on what stands above it
 * @param {string} [hint] what may be pressed here
 * @returns {Paragraph}
 */
export function paragraph(text, close = false, hint = "") {
  return { type: "paragraph", text: onOneLine(text), close, hint };
}

/**
 * @param {string} text
 * @param {number} [depth]
 * @param {Mark} [of]
 * @param {string} [hint] what may be pressed here
 * @returns {Point}
 */
export function point(text, depth = 1, of = DASH, hint = "") {
  return { type: "point", text: onOneLine(text), depth, mark: of, hint };
}

/**
 * @param {string[]} headers
 * @param {string[][]} rows
 * @param {Point[]} narrow
 * @param {{wraps?: boolean, to_fill?: boolean, widths?: number[]}} [looks]
 * @returns {Table}
 */
export function table(headers, rows, narrow, { wraps = false, to_fill = false, widths = [] } = {}) {
  const cells = rows.map((row) => row.map(onOneLine));
  return { type: "table", headers: headers.map(onOneLine), rows: cells, narrow, wraps, to_fill, widths };
}

/**
 * Return what stands in a cell where there is room to write without dots.
 * @param {Table} of
 * @param {string} cell
 * @returns {string}
 */
export function roomIn(of, cell) {
  return of.to_fill && /^\.*$/.test(cell) ? "" : cell;
}

/**
 * @param {Block} block
 * @returns {block is Title}
 */
export function isTitle(block) {
  return block.type === "title";
}

/**
 * Return whether a point stands in a list; right below a title and without a mark it is running text.
 * @param {Point} of
 * @returns {boolean}
 */
export function isListed(of) {
  return of.depth > 1 || of.mark.sign !== "";
}

/**
 * Return the text of a point, with its mark if that says something.
 * @param {Point} of
 * @returns {string}
 */
export function saidBy(of) {
  return of.mark.means ? `${of.mark.sign} ${of.text}` : of.text;
}

/** What a page says, from above; in plain text its points stand `margin` columns in from its titles. */
export class Outline {
  /**
   * @param {Block[]} [blocks]
   * @param {number} [margin]
   */
  constructor(blocks = [], margin = 0) {
    this.blocks = blocks;
    this.margin = margin;
  }

  /** The title of the page; none if it has none. */
  get title() {
    return this.blocks.find(isTitle)?.text ?? "";
  }

  /**
   * Add what is made already.
   * @param {Iterable<Block>} blocks
   */
  put(blocks) {
    this.blocks.push(...blocks);
  }

  /**
   * Add a title, if the depth is 0, or a point with a dash; text of several lines becomes one.
   * @param {number} depth
   * @param {string} text
   */
  add(depth, text) {
    const said = wordsOf(text).join(" ");
    this.blocks.push(depth > 0 ? point(said, depth) : title(said));
  }

  /**
   * Add running text; several lines become one.
   * @param {string} text
   */
  paragraph(text) {
    this.blocks.push(paragraph(wordsOf(text).join(" ")));
  }

  /**
   * Add empty lines for somebody to write on.
   * @param {number} lines
   */
  toWrite(lines) {
    for (let line = 0; line < lines; line += 1) this.blocks.push({ type: "to-write" });
  }

  /**
   * Add the titles and points of another outline as points, its titles at `depth`.
   * @param {Outline} other
   * @param {number} depth
   */
  putBelow(other, depth) {
    for (const block of other.blocks) {
      if (block.type === "title") this.blocks.push(point(block.text, depth));
      else if (block.type === "point") this.blocks.push({ ...block, depth: block.depth + depth });
    }
  }
}
